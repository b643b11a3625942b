// The whole page: what the address names, the theme, printing, and how it all begins.

const PRINTED = 200;
let view = "findings";

// "" and a fingerprint: findings; #articles; #article/ID and #article/ID@CLAIM.
function route() {
  const hash = window.location.hash.slice(1);
  hideTip();
  document.body.classList.remove("opened", "figured", "reading-one");
  const named = /^article\/([^@]*)(?:@(\d+))?$/.exec(hash);
  if (hash === "articles") {
    show("articles");
    drawArticles();
    window.scrollTo(0, 0);
  } else if (named) {
    const n = articles.findIndex((a) => a.id === decoded(named[1]));
    show("articles");
    if (n < 0) drawArticles();
    else {
      document.body.classList.add("reading-one");
      drawArticle(n, named[2] === undefined ? undefined : Number(named[2]));
    }
    if (n < 0 || named[2] === undefined) window.scrollTo(0, 0);
  } else {
    show("findings");
    const fits = marked(hash);
    if (fits.length === 1) select(fits[0], { open: true, quiet: true });
    else {
      if (hash) toast(fill(fits.length ? words.ambiguous : words.missing, { id: decoded(hash) }));
      if (current < 0 && !narrow.matches && listed.length) select(listed[0], { quiet: true });
    }
  }
}

// The findings that an address names by their fingerprint or its beginning.
function marked(hash) {
  const asked = hash.toLowerCase();
  if (numberOf.has(asked)) return [numberOf.get(asked)];
  return asked.length < 4 ? [] : findings.flatMap((f, n) => (f.id.startsWith(asked) ? [n] : []));
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (_) {
    return text;
  }
}

function show(name) {
  view = name;
  byId("view-findings").hidden = name !== "findings";
  byId("view-articles").hidden = name !== "articles";
  document.body.dataset.view = name;
  for (const tab of document.querySelectorAll("[data-tab]")) {
    if (tab.dataset.tab === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

function paint(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  memory.set("kanwu.theme", root.dataset.theme);
}

// On paper: the findings that are listed, in full.
function print() {
  const place = byId("print");
  place.replaceChildren();
  if (view !== "findings") return;
  if (listed.length > PRINTED) place.append(el("p", { class: "hint" }, fill(words.printed, { n: PRINTED })));
  for (const n of listed.slice(0, PRINTED)) {
    const told = decisions.get(findings[n].id);
    const made = drawFinding(n, 600);
    if (told) made.append(decidedLine(told));
    place.append(made);
  }
}

function begin() {
  recall();
  paint(memory.get("kanwu.theme"));
  for (const part of document.querySelectorAll(".masthead [hidden]:not(#export-open), main")) part.hidden = false;
  const search = byId("search");
  const ask = () => { if (query !== search.value.trim()) { query = search.value.trim(); refilter(); } };
  search.addEventListener("input", (event) => { if (!event.isComposing) ask(); });
  search.addEventListener("compositionend", ask);
  byId("clear").addEventListener("click", clearFilters);
  byId("settled").addEventListener("click", showSettled);
  byId("theme").addEventListener("click", toggleTheme);
  byId("help-open").addEventListener("click", toggleHelp);
  byId("export-open").addEventListener("click", openExport);
  document.addEventListener("keydown", typed);
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".facet[open], .unassessed[open], .rule[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  window.addEventListener("hashchange", route);
  window.addEventListener("popstate", route);
  window.addEventListener("beforeprint", print);
  window.addEventListener("afterprint", () => byId("print").replaceChildren());
  window.addEventListener("beforeunload", (event) => { if (!kept && !exported) event.preventDefault(); });
  document.addEventListener("scroll", hideTip, true);
  counted = sift();
  drawFacets(counted);
  drawList();
  drawExport();
  drawCounts();
  if (listed.length === 0) drawDetail();
  route();
}

begin();
