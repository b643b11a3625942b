// Which findings are listed: a search and five facets. A facet counts what the others leave.

const FACETS = {
  level: { of: (f) => [f.level], word: (v) => words.levels[v] },
  rule: { of: (f) => [f.code], word: (v) => `${v} ${(data.rules[v] || {}).name || (findings.find((f) => f.code === v) || {}).rule || ""}` },
  article: { of: (f) => [...new Set((f.claims || []).map(([n]) => claims[n].article))], word: (v) => nameOf(articles[v]) },
  place: { of: (f) => f.places || [], word: (v) => v },
  decision: { of: (f) => [decisionOf(f)], word: decisionWord },
};
const MENU = 100; // entries of one facet's menu
const chosen = Object.fromEntries(Object.keys(FACETS).map((name) => [name, new Set()]));
let query = "";
let listed = [];
const hay = [];

function haystack(n) {
  if (hay[n] === undefined) {
    const f = findings[n];
    const told = (f.claims || []).flatMap(([c]) => {
      const claim = claims[c];
      const article = articleOf(claim);
      return [sentenceOf(claim), article.title || "", article.id, article.source || "", article.date || ""];
    });
    hay[n] = [f.code, f.rule, f.id, f.message, f.path || "", ...told].join("\n").toLowerCase();
  }
  return hay[n];
}

// What the report tells as settled (baselined, suppressed, decided) is listed where the facet asks for it.
const passes = (name, f) => (chosen[name].size === 0
  ? name !== "decision" || !f.state
  : FACETS[name].of(f).some((v) => chosen[name].has(v)));

function sift() {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  const names = Object.keys(FACETS);
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
  listed = [];
  findings.forEach((f, n) => {
    if (!asked.every((word) => haystack(n).includes(word))) return;
    const fails = names.filter((name) => !passes(name, f));
    if (fails.length === 0) listed.push(n);
    if (fails.length > 1) return;
    for (const name of fails.length ? fails : names) {
      for (const v of FACETS[name].of(f)) counts[name].set(v, (counts[name].get(v) || 0) + 1);
    }
  });
  return counts;
}

function drawFacets(counts) {
  for (const name of Object.keys(FACETS)) {
    const box = facetBox(name);
    const size = chosen[name].size;
    box.classList.toggle("active", size > 0);
    box.querySelector("summary").replaceChildren(words[name], size ? el("span", { class: "badge" }, String(size)) : "");
    const values = new Map([...[...chosen[name]].map((v) => [v, 0]), ...counts[name]]);
    const order = [...values].sort(name === "level" ? (a, b) => LEVELS.indexOf(a[0]) - LEVELS.indexOf(b[0]) : (a, b) => b[1] - a[1]);
    box.hidden = order.length < 2 && size === 0;
    box.querySelector(".menu").replaceChildren(...order.slice(0, MENU).map(([v, count]) => entry(name, v, count)),
      order.length > MENU ? el("p", { class: "hint" }, `+ ${order.length - MENU}`) : "");
  }
}

function facetBox(name) {
  const known = byId("facets").querySelector(`[data-facet="${name}"]`);
  if (known) return known;
  const made = el("details", { class: "facet", "data-facet": name }, el("summary", {}), el("div", { class: "menu", role: "group", "aria-label": words[name] }));
  made.addEventListener("toggle", () => {
    if (!made.open) return;
    for (const other of document.querySelectorAll(".facet[open]")) if (other !== made) other.open = false;
  });
  byId("facets").append(made);
  return made;
}

function entry(name, value, count) {
  const box = el("input", {
    type: "checkbox",
    onchange: () => {
      if (box.checked) chosen[name].add(value);
      else chosen[name].delete(value);
      refilter();
      const again = [...facetBox(name).querySelectorAll("input")].find((i) => i.dataset.value === String(value));
      if (again) again.focus();
    },
    "data-value": String(value),
  });
  box.checked = chosen[name].has(value);
  return el("label", {}, box, el("span", { lang: ZH }, FACETS[name].word(value)), el("small", {}, String(count)));
}

function clearFilters() {
  for (const set of Object.values(chosen)) set.clear();
  query = "";
  byId("search").value = "";
  refilter();
}

const filtered = () => query !== "" || Object.values(chosen).some((set) => set.size > 0);
