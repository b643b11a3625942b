// One finding in full: message, arithmetic, both sides in their paragraphs, how they were read, how the fact was told.

const COLUMNS = 4; // readings that stand side by side
const SHORT = 8; // characters of a fingerprint that are shown, as in other reports
const CARDS = 6; // places that are shown before the rest is folded

// The places of a finding: claims of one paragraph share one; places that say the same follow the first of them.
function placesOf(finding) {
  const places = new Map();
  for (const [n, role] of finding.claims || []) {
    const claim = claims[n];
    const name = `${claim.article}/${claim.paragraph}`;
    if (!places.has(name)) places.set(name, { told: [], again: [] });
    const known = places.get(name).told;
    if (!known.some((t) => t.n === n)) known.push({ n, role, claim });
  }
  const shown = [];
  for (const place of places.values()) {
    const like = shown.find((other) => sameWords(other, place));
    if (like) like.again.push(place.told[0]);
    else shown.push(place);
  }
  return shown;
}

function sameWords(a, b) {
  const say = ({ told }) => (told.length === 1 ? [figureOf(told[0].claim), told[0].role, told[0].claim.value || "", told[0].claim.levels || ""].join("|") : "");
  return say(a) !== "" && say(a) === say(b);
}

function drawFinding(n, fixed) {
  const finding = findings[n];
  const places = placesOf(finding);
  const made = el("article", { class: `finding ${finding.level}`, "data-id": finding.id },
    heading(finding),
    finding.decision ? el("div", { class: `ruling ${finding.decision.as}` }, decidedLine(finding.decision)) : null,
    finding.work ? el("p", { class: "work", lang: ZH }, el("span", { class: "label" }, words.sum), el("span", {}, steady(finding.work))) : null,
    finding.repair ? el("p", { class: "work", lang: ZH }, el("span", { class: "label" }, words.repair), el("span", {}, steady(finding.repair))) : null,
    places.length ? el("div", { class: `cards${places.length === 1 ? " one" : ""}` }, places.slice(0, CARDS).map(card)) : null,
    places.length > CARDS
      ? el("details", { class: "rest" }, el("summary", {}, fill(words.shown, { n: places.length - CARDS })), el("div", { class: "cards" }, places.slice(CARDS).map(card)))
      : null,
    finding.path ? el("p", { class: "where" }, finding.path) : null,
    el("div", { class: "evidence" }, readings(places), timelineOf(finding, fixed)));
  return made;
}

function heading(finding) {
  const rule = data.rules[finding.code];
  const link = button("¶", { class: "plain anchor", title: words.permalink, "aria-label": words.permalink, onclick: () => copyLink(finding.id) });
  const also = finding.also ? el("span", { class: "also" }, fill(words.also, { codes: finding.also.join("、") })) : null;
  return el("header", {},
    el("p", { class: "kicker" }, el("b", { class: "level" }, words.levels[finding.level]), el("span", { class: "code" }, finding.code),
      rule
        ? el("details", { class: "rule" }, el("summary", {}, finding.rule),
          el("div", {}, el("p", {}, rule.about), el("p", { class: "hint" }, fill(words.rule_more, { code: finding.code }))))
        : el("span", {}, finding.rule),
      also,
      button(finding.id.slice(0, SHORT), { class: "plain mark-of", title: words.fingerprint, "aria-label": `${words.fingerprint} ${finding.id}`, onclick: () => copyText(finding.id).then((done) => done && toast(`${words.copied}　${finding.id}`)) }),
      finding.state ? el("span", { class: "state" }, words.found[finding.state] || finding.state) : null,
      link),
    el("h2", { lang: ZH }, steady(finding.message)));
}

// What was decided of a finding, with its reason, who decided and until when it holds.
function decidedLine({ as, reason, who, when, until, lapsed }) {
  const ends = [who, (when || "").slice(0, 10), until ? `→ ${until}` : "", lapsed ? words.lapsed : ""];
  return el("p", { class: "decided" }, el("b", {}, decisionWord(as)), el("span", {}, reason || ""), el("small", {}, ends.filter(Boolean).join("　")));
}

// One place: its figures, where it was printed, its paragraph.
function card({ told, again }) {
  const { claim } = told[0];
  const article = articleOf(claim);
  const figures = told.map(({ claim: c, role }) =>
    el("span", { class: "figure", lang: ZH }, figureOf(c), role && words.roles[role] ? el("small", {}, words.roles[role]) : null));
  return el("section", { class: "card" },
    el("p", { class: "figures" }, figures),
    el("p", { class: "meta" }, el("b", {}, day(article.date)), article.source ? el("span", { lang: ZH }, article.source) : null, regionOf(claim)),
    el("p", { class: "title", lang: ZH },
      el("a", { href: articleLink(claim.article, told[0].n), title: `${article.id}:${claim.at}` }, nameOf(article))),
    quotation(told.map((t) => t.claim)),
    again.length
      ? el("details", { class: "again" }, el("summary", {}, fill(words.again, { n: again.length })), el("ul", {}, again.map(({ n, claim: c }) => el("li", {},
        el("a", { href: articleLink(c.article, n), class: "meta", lang: ZH }, `${day(articleOf(c).date)}　${nameOf(articleOf(c))}`),
        el("p", { class: "quote", lang: ZH }, withMarks(sentenceOf(c), [markOf(c)]))))))
      : null);
}

function regionOf(claim) {
  const { kind } = paragraphOf(claim);
  return kind && words.regions[kind] ? el("span", { class: "region" }, words.regions[kind]) : null;
}

// How the sides were read, one a column; rows in which they differ are marked, since they may explain the difference.
const ROWS = ["value", "admits", "metric", "scope", "period", "status", "behaviour"];
function readings(places) {
  const told = places.flatMap((p) => p.told).map((t) => t.claim).slice(0, COLUMNS);
  const rows = ROWS.map((name) => [name, told.map((c) => readingOf(c, name))]).filter(([, cells]) => cells.some(Boolean));
  if (!rows.some(([name]) => name === "metric" || name === "value")) return null;
  const unlike = rows.filter(([name, cells]) => name !== "value" && name !== "admits" && new Set(cells).size > 1).map(([name]) => name);
  const body = rows.map(([name, cells]) => {
    const alike = new Set(cells).size === 1;
    const differs = unlike.includes(name);
    return el("tr", { class: differs ? "differs" : null },
      el("th", { scope: "row" }, words[name], differs ? el("span", { class: "unlike", title: words.differs, "aria-label": words.differs }, "≠") : null),
      alike ? el("td", { colspan: cells.length, lang: ZH }, cells[0]) : cells.map((text) => el("td", { lang: ZH }, text ? steady(text) : "—")));
  });
  return el("section", { class: "readings" }, el("h3", {}, words.reading),
    el("div", { class: "wide" }, el("table", {},
      el("thead", {}, el("tr", {}, el("td"), told.map((c) => el("th", { scope: "col", lang: ZH }, figureOf(c), el("small", {}, articleOf(c).date || words.undated_one))))),
      el("tbody", {}, body))),
    unlike.length ? el("p", { class: "hint" }, words.differs_about, unlike.includes("behaviour") ? ` ${words.behaviour_about}` : "") : null);
}

function readingOf(claim, name) {
  const told = claim[name] || "";
  if (name === "status") return words.statuses[told] || told;
  if (name === "behaviour") return words.behaviours[told] || told;
  return told;
}

function copyLink(id) {
  const link = `${window.location.href.split("#")[0]}#${id}`;
  window.history.replaceState(null, "", `#${id}`);
  copyText(link).then((done) => done && toast(words.copied));
}

// Whether the text reached the clipboard, which a page opened from a file may be denied.
function copyText(text) {
  const asked = navigator.clipboard && window.isSecureContext ? navigator.clipboard.writeText(text) : Promise.reject(new Error("denied"));
  return asked.then(() => true, () => {
    const box = el("textarea", { class: "offscreen", readonly: true });
    box.value = text;
    (document.querySelector("dialog[open]") || document.body).append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  });
}
