// The articles: a table of them, and one with all its figures underlined by how they fared.

const STATES = ["disputed", "consistent", "compared", "open"];
const ROWS_A_PAGE = 200;
const LABELLED = ["caption", "sidebar", "byline"];
let tallies = null;

// For each article how many figures fared how, and how many findings name it.
function tallied() {
  if (tallies) return tallies;
  tallies = articles.map(() => ({ disputed: 0, consistent: 0, compared: 0, open: 0, findings: 0 }));
  for (const c of claims) tallies[c.article][c.state] += 1;
  for (const f of findings) for (const n of new Set((f.claims || []).map(([c]) => claims[c].article))) tallies[n].findings += 1;
  return tallies;
}

function drawArticles() {
  const told = tallied();
  const body = el("tbody");
  const note = el("p", { class: "hint" });
  const order = articles.map((_, n) => n).sort((a, b) => told[b].findings - told[a].findings || ((articles[b].date || "") < (articles[a].date || "") ? -1 : 1));
  const draw = (asked) => {
    const found = order.filter((n) => [nameOf(articles[n]), articles[n].id, articles[n].source || "", articles[n].date || ""].join("\n").toLowerCase().includes(asked));
    body.replaceChildren(...found.slice(0, ROWS_A_PAGE).map(articleRow));
    note.textContent = found.length > ROWS_A_PAGE ? `+ ${found.length - ROWS_A_PAGE}` : "";
  };
  draw("");
  const box = el("input", { type: "search", placeholder: words.find_article, "aria-label": words.find_article, oninput: () => draw(box.value.trim().toLowerCase()) });
  byId("view-articles").replaceChildren(el("div", { class: "articles" },
    articles.length > 12 ? box : null,
    el("p", { class: "key" }, `${words.figures}${data.lang === "zh" ? "：" : ":"}`, STATES.map((s) => el("span", {}, el("i", { class: s }), words.states[s]))),
    el("table", {}, el("thead", {}, el("tr", {},
      [words.date, words.title_of, words.source, words.reported, words.figures].map((w) => el("th", { scope: "col" }, w)))), body), note));
}

function articleRow(n) {
  const a = articles[n];
  const t = tallied()[n];
  const all = STATES.reduce((sum, s) => sum + t[s], 0);
  const bar = el("span", { class: "bar", role: "img", "aria-label": STATES.map((s) => `${words.states[s]} ${t[s]}`).join(" ") },
    STATES.map((s) => (t[s] ? share(s, t[s], all) : null)));
  return el("tr", {},
    el("td", { class: "date" }, a.date || words.undated_one),
    el("td", { class: "name", lang: ZH }, el("a", { href: articleLink(n) }, nameOf(a)), el("small", {}, a.id)),
    el("td", { lang: ZH }, a.source || ""),
    el("td", { class: "n" }, t.findings ? el("b", {}, String(t.findings)) : "—"),
    el("td", { class: "bars" }, all ? [bar, el("span", { class: "n" }, String(all))] : null));
}

function share(state, count, all) {
  const made = el("i", { class: state, title: `${words.states[state]} ${count}` });
  made.style.flexGrow = String(count / all);
  return made;
}

// at: the claim that is shown at once.
function drawArticle(n, at) {
  const a = articles[n];
  const t = tallied()[n];
  const told = new Map();
  for (const c of a.claims) {
    const name = `${claims[c].paragraph}/${claims[c].sentence}`;
    if (!told.has(name)) told.set(name, []);
    told.get(name).push(c);
  }
  const paragraphs = a.paragraphs.map((p, i) =>
    el("p", { class: `paragraph ${p.kind || "body"}`, lang: ZH },
      LABELLED.includes(p.kind) ? el("span", { class: "region" }, words.regions[p.kind]) : null,
      p.sentences.map((s, j) => withMarks(s, (told.get(`${i}/${j}`) || []).map(underlined)))));
  const titled = a.paragraphs.some((p) => p.kind === "title");
  byId("view-articles").replaceChildren(el("div", { class: "reader" },
    el("article", { class: "sheet" },
      el("p", { class: "crumbs" }, el("a", { href: "#articles" }, "‹ ", words.articles)),
      el("p", { class: "meta" }, el("b", {}, day(a.date)), a.source ? el("span", { lang: ZH }, a.source) : null, el("span", { class: "path" }, a.id)),
      titled ? null : el("h2", { lang: ZH }, a.title || words.untitled),
      a.cut ? el("p", { class: "hint" }, words.cut) : null,
      paragraphs),
    el("aside", { class: "side" },
      el("h3", {}, words.legend),
      el("ul", { class: "legend" }, STATES.map((s) => el("li", {}, el("span", { class: `fig ${s}` }, words.states[s]), el("small", {}, String(t[s]))))),
      el("div", { id: "about-figure", class: "about-figure", "aria-live": "polite" }, el("p", { class: "hint" }, words.choose)))));
  if (at !== undefined) {
    const mark = byId("view-articles").querySelector(`[data-claim="${at}"]`);
    if (mark) {
      aboutFigure(at);
      mark.scrollIntoView({ block: "center" });
    }
  }
}

function underlined(n) {
  const claim = claims[n];
  return [claim.from, claim.to, (text) => el("span", {
    class: `fig ${claim.state}${text.length <= 8 ? " firm" : ""}`, tabindex: "0", role: "button", "data-claim": n, "aria-label": `${text}，${words.states[claim.state]}`,
    onclick: () => aboutFigure(n),
    onkeydown: (event) => { if (event.key === "Enter" && !composing(event)) aboutFigure(n); },
  }, text)];
}

// How a figure was read, which findings name it, and what it was compared with.
function aboutFigure(n) {
  const claim = claims[n];
  for (const other of document.querySelectorAll(".fig.chosen")) other.classList.remove("chosen");
  const mark = byId("view-articles").querySelector(`[data-claim="${n}"]`);
  if (mark) mark.classList.add("chosen");
  const named = findings.filter((f) => (f.claims || []).some(([c]) => c === n));
  const peers = (claim.peers || []).filter(([, refusal]) => !refusal);
  const near = (claim.peers || []).filter(([, refusal]) => refusal);
  const reading = ROWS.map((name) => [name, readingOf(claim, name)]).filter(([, text]) => text);
  byId("about-figure").replaceChildren(
    el("p", { class: "figure", lang: ZH }, figureOf(claim)),
    el("p", { class: `state ${claim.state}` }, words.states[claim.state], claim.reason ? el("small", {}, words.reasons[claim.reason] || words.refusals[claim.reason] || claim.reason) : null),
    ...named.map((f) => el("p", { class: `named ${f.level}` }, el("a", { href: `#${f.id}` }, el("b", { class: "level" }, words.levels[f.level]), " ", f.code), el("span", { lang: ZH }, f.message))),
    reading.length ? el("dl", { class: "reading" }, reading.map(([name, text]) => [el("dt", {}, words[name]), el("dd", { lang: ZH }, text)])) : "",
    peers.length ? el("h4", {}, words.against) : "", ...peers.map(peerLine),
    near.length ? el("h4", {}, words.not_against) : "", ...near.map(peerLine));
  document.body.classList.add("figured");
}

function peerLine([n, refusal]) {
  const c = claims[n];
  return el("div", { class: "peer" },
    el("p", { class: "meta" }, el("a", { href: articleLink(c.article, n) }, day(articleOf(c).date)), refusal ? el("span", {}, words.refusals[refusal] || refusal) : null),
    el("p", { class: "quote", lang: ZH }, withMarks(sentenceOf(c), [markOf(c)])));
}
