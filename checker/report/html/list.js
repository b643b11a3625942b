// The list of findings, a page at a time, and the one that is selected.

const PAGE = 50;
let page = 0;
let current = -1; // the selected finding's number, -1 for none
let counted = null;

// Lists anew after a change of filters; the selected finding stays selected where it still is listed.
function refilter() {
  counted = sift();
  const at = listed.indexOf(current);
  page = at < 0 ? 0 : Math.floor(at / PAGE);
  drawFacets(counted);
  drawList();
  if (!narrow.matches && at < 0) select(listed.length ? listed[0] : -1, { quiet: true });
}

function drawList() {
  const rows = listed.slice(page * PAGE, (page + 1) * PAGE);
  byId("list").setAttribute("start", String(page * PAGE + 1));
  byId("list").replaceChildren(...rows.map(row));
  if (rows.length === 0) byId("list").append(el("li", { class: "hint" }, filtered() ? words.nothing : words.none));
  const settled = findings.filter((f) => f.state).length;
  const all = findings.length - (chosen.decision.size ? 0 : settled);
  const unlisted = settled && !chosen.decision.size;
  byId("tally").textContent = [
    filtered() ? fill(words.shown_of, { n: listed.length, all }) : fill(words.shown, { n: all }),
    unlisted ? fill(words.settled, { n: settled }) : "",
  ].filter(Boolean).join(data.lang === "zh" ? "，" : ", ");
  byId("settled").hidden = !unlisted;
  byId("clear").hidden = !filtered();
  const pages = Math.ceil(listed.length / PAGE);
  const turn = (to) => () => { page = to; drawList(); byId("list").scrollTop = 0; };
  byId("pager").replaceChildren(...(pages < 2 ? [] : [
    button(words.newer, { disabled: page === 0, onclick: turn(page - 1) }),
    el("span", {}, fill(words.page, { n: page + 1, all: pages })),
    button(words.older, { disabled: page + 1 >= pages, onclick: turn(page + 1) }),
  ]));
}

function showSettled() {
  for (const f of findings) if (f.state) chosen.decision.add(decisionOf(f));
  refilter();
}

function row(n) {
  const f = findings[n];
  const decision = decisionOf(f);
  const first = f.claims ? articleOf(claims[f.claims[0][0]]) : null;
  const homes = new Set((f.claims || []).map(([c]) => claims[c].article)).size;
  return el("li", { class: `row ${f.level}${decision === "new" ? "" : " settled"}` },
    el("a", { href: `#${f.id}`, "data-n": n, "aria-current": n === current ? "true" : null, onclick: (event) => pick(event, n) },
      el("span", { class: "line" }, el("b", { class: "level" }, words.levels[f.level]), el("span", { class: "code" }, f.code),
        homes > 1 ? el("span", {}, fill(words.homes, { n: homes })) : null,
        decision === "new" ? null : el("span", { class: `mark ${decision}` }, decisionWord(decision))),
      el("span", { class: "message", lang: ZH }, steady(f.message)),
      first
        ? el("span", { class: "from", lang: ZH }, first.date || words.undated_one, "　", nameOf(first))
        : el("span", { class: "from" }, f.path || "")));
}

function pick(event, n) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  select(n, { open: true });
}

// Shows a finding. open: also where only one pane fits. quiet: the address stays as it is.
function select(n, how) {
  const { open = false, quiet = false } = how || {};
  const before = byId("list").querySelector('[aria-current="true"]');
  if (before) before.removeAttribute("aria-current");
  current = n;
  const at = listed.indexOf(n);
  if (at >= 0 && Math.floor(at / PAGE) !== page) {
    page = Math.floor(at / PAGE);
    drawList();
  }
  const link = byId("list").querySelector(`a[data-n="${n}"]`);
  if (link) {
    link.setAttribute("aria-current", "true");
    link.scrollIntoView({ block: "nearest" });
  }
  drawDetail();
  if (!quiet && n >= 0) {
    const hash = `#${findings[n].id}`;
    if (open && narrow.matches) window.history.pushState(null, "", hash);
    else window.history.replaceState(null, "", hash);
  }
  if (open) document.body.classList.add("opened");
}

function drawDetail() {
  const place = byId("detail");
  hideTip();
  if (current < 0) {
    place.replaceChildren(el("p", { class: "hint empty" }, listed.length ? words.unselected : words.none));
    return;
  }
  const back = el("a", { href: "#", class: "back" }, "‹ ", words.back);
  place.replaceChildren(back, drawFinding(current), decisionBar(current));
  place.scrollTop = 0;
}

// The next or the previous finding of the list.
function step(by) {
  if (listed.length === 0) return;
  const at = listed.indexOf(current);
  const to = at < 0 ? 0 : Math.max(0, Math.min(listed.length - 1, at + by));
  select(listed[to]);
}
