// The plot of a fact: what was told of it, over the days of publication, each value as the range that it admits.

const TALL = 224;
const EDGE = { top: 22, right: 20, bottom: 40, left: 60 };

function short(n) {
  const trim = (x) => String(Number(x.toPrecision(6)));
  const size = Math.abs(n);
  if (size >= 1e8) return `${trim(n / 1e8)}亿`;
  if (size >= 1e4) return `${trim(n / 1e4)}万`;
  return trim(n);
}

// About four round numbers from low to high.
function ticks(low, high) {
  const rough = (high - low) / 3 || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((k) => k * power).find((s) => s >= rough) || rough;
  const found = [];
  for (let n = Math.ceil(low / step); n * step <= high + step / 1e6 && found.length < 8; n += 1) found.push(n * step);
  return found;
}

// The ends of a point as drawn: an open end reaches as far as the writer can have meant, or a little.
function ends(point, room) {
  const low = point.low === undefined ? point.high - room : point.low;
  const high = point.high !== undefined ? point.high : point.soft !== undefined ? point.soft : low + room;
  return [low, high];
}

function scales(points, width) {
  const solid = points.flatMap((p) => [p.low, p.high, p.soft].filter((n) => n !== undefined));
  const spread = Math.max(...solid) - Math.min(...solid) || Math.abs(solid[0]) * 0.2 || 1;
  const all = points.flatMap((p) => ends(p, spread * 0.15));
  let [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low || spread) * 0.14;
  low = low >= 0 && low - pad < 0 ? 0 : low - pad;
  high += pad;
  const days = points.map((p) => Date.parse(articleOf(claims[p.claim]).date || "")).filter((t) => !Number.isNaN(t));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const left = EDGE.left + 26;
  const right = width - EDGE.right - 34;
  return {
    low, high, room: spread * 0.15,
    x: (t) => (Number.isNaN(t) ? EDGE.left + 8 : last > first ? left + ((t - first) / (last - first)) * (right - left) : (left + right) / 2),
    y: (n) => EDGE.top + ((high - n) / (high - low)) * (TALL - EDGE.top - EDGE.bottom),
  };
}

function drawPlot(told, width) {
  const points = told.points.filter((p) => p.low !== undefined || p.high !== undefined);
  const scale = scales(points, width);
  const made = svg("svg", { viewBox: `0 0 ${width} ${TALL}`, width, height: TALL, class: "plot", role: "group", "aria-label": words.timeline });
  for (const n of ticks(scale.low, scale.high)) {
    const y = scale.y(n);
    made.append(
      svg("line", { x1: EDGE.left, x2: width - EDGE.right, y1: y, y2: y, class: "grid" }),
      svg("text", { x: EDGE.left - 8, y: y + 4, class: "tick", "text-anchor": "end" }, short(n)),
    );
  }
  if (told.unit) made.append(svg("text", { x: EDGE.left - 8, y: 11, class: "tick", "text-anchor": "end" }, told.unit));
  drawDays(made, points, scale, width);
  const taken = new Map();
  const placed = points.map((p) => {
    const x = Math.round(scale.x(Date.parse(articleOf(claims[p.claim]).date || "")));
    const slot = [...taken.keys()].find((k) => Math.abs(k - x) < 9);
    const nth = slot === undefined ? 0 : taken.get(slot);
    taken.set(slot === undefined ? x : slot, nth + 1);
    return [p, (slot === undefined ? x : slot) + Math.ceil(nth / 2) * (nth % 2 ? 10 : -10)];
  });
  placed.sort((a, b) => Boolean(a[0].disputed) - Boolean(b[0].disputed));
  for (const [p, x] of placed) made.append(drawPoint(p, x, scale));
  drawNames(made, placed, scale, width);
  return made;
}

function drawDays(made, points, scale, width) {
  const base = TALL - EDGE.bottom;
  made.append(svg("line", { x1: EDGE.left, x2: width - EDGE.right, y1: base, y2: base, class: "axis" }));
  const days = [...new Set(points.map((p) => articleOf(claims[p.claim]).date).filter(Boolean))].sort();
  const disputed = new Set(points.filter((p) => p.disputed).map((p) => articleOf(claims[p.claim]).date));
  const used = [];
  for (const date of [...days].sort((a, b) => disputed.has(b) - disputed.has(a) || (a < b ? -1 : 1))) {
    const x = scale.x(Date.parse(date));
    made.append(svg("line", { x1: x, x2: x, y1: base, y2: base + 4, class: "axis" }));
    const line = [0, 1].find((n) => !used.some(([other, taken]) => taken === n && Math.abs(other - x) < 74));
    if (line === undefined) continue;
    used.push([x, line]);
    made.append(svg("text", { x, y: base + 18 + line * 14, class: "tick", "text-anchor": "middle" }, date));
  }
}

function drawPoint(point, x, scale) {
  const claim = claims[point.claim];
  const [low, high] = ends(point, scale.room);
  const [top, bottom] = [scale.y(high), scale.y(low)];
  const goal = claim.status && claim.status !== "actual";
  const kind = `point${point.disputed ? " disputed" : ""}${goal ? " goal" : ""}`;
  const group = svg("g", { class: kind, tabindex: "0", role: "link", "data-claim": point.claim, "aria-label": spoken(claim) });
  const open = point.high === undefined;
  if (bottom - top > 5) {
    group.append(svg("line", { x1: x, x2: x, y1: top, y2: bottom, class: open ? "range open" : "range" }));
    if (open) group.append(svg("path", { d: `M${x - 5} ${top + 6}L${x} ${top}L${x + 5} ${top + 6}`, class: "arrow" }));
  }
  const at = open ? bottom : point.low === undefined ? top : (top + bottom) / 2;
  if (goal) group.append(svg("path", { d: `M${x} ${at - 6}L${x + 6} ${at}L${x} ${at + 6}L${x - 6} ${at}Z`, class: "dot" }));
  else group.append(svg("circle", { cx: x, cy: at, r: 4.5, class: "dot" }));
  group.append(svg("rect", { x: x - 9, y: Math.min(top, at) - 8, width: 18, height: Math.max(bottom - top, 0) + 16, class: "reach" }));
  const show = () => showTip(group, claim);
  group.addEventListener("mouseenter", show);
  group.addEventListener("focus", show);
  group.addEventListener("mouseleave", hideTip);
  group.addEventListener("blur", hideTip);
  group.addEventListener("click", () => { window.location.hash = articleLink(claim.article, point.claim); });
  group.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !composing(event)) { event.stopPropagation(); window.location.hash = articleLink(claim.article, point.claim); }
  });
  return group;
}

// The disputed figures as written: right, left or above of their points, where nothing else stands.
function drawNames(made, placed, scale, width) {
  const used = placed.map(([point, x]) => {
    const [low, high] = ends(point, scale.room);
    return [x - 6, scale.y(high) - 6, x + 6, scale.y(low) + 6, x];
  });
  const free = (box, x) => box[0] > EDGE.left && box[2] < width &&
    !used.some((b) => b[4] !== x && b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]);
  for (const [point, x] of placed.filter(([p]) => p.disputed)) {
    const text = figureOf(claims[point.claim]);
    const [low, high] = ends(point, scale.room);
    const y = point.high === undefined ? scale.y(low) : scale.y((low + high) / 2);
    const wide = [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 13 : 7.5), 0);
    const choices = [
      [[x + 12, y - 9, x + 12 + wide, y + 9], x + 12, y + 5, "start"],
      [[x - 12 - wide, y - 9, x - 12, y + 9], x - 12, y + 5, "end"],
      [[x - wide / 2, y - 27, x + wide / 2, y - 9], x, y - 12, "middle"],
      [[x - wide / 2, y + 9, x + wide / 2, y + 27], x, y + 22, "middle"],
    ];
    const chosenOne = choices.find(([box]) => free(box, x));
    if (!chosenOne) continue;
    used.push(chosenOne[0]);
    made.append(svg("text", { x: chosenOne[1], y: chosenOne[2], class: "name", "text-anchor": chosenOne[3] }, text));
  }
}

const spoken = (claim) => `${day(articleOf(claim).date)} ${figureOf(claim)} ${sentenceOf(claim)}`;

function showTip(anchor, claim) {
  const tip = byId("tip");
  const article = articleOf(claim);
  tip.replaceChildren(
    el("p", { class: "meta" }, [day(article.date), article.source].filter(Boolean).join("　")),
    el("p", { class: "quote", lang: ZH }, withMarks(sentenceOf(claim), [markOf(claim)])),
  );
  tip.hidden = false;
  const at = anchor.getBoundingClientRect();
  const wide = tip.offsetWidth;
  const left = Math.max(8, Math.min(at.left + at.width / 2 - wide / 2, window.innerWidth - wide - 8));
  const above = at.top - tip.offsetHeight - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 8 ? above : at.bottom + 8}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

// The plot with its heading and key; drawn anew when its place changes width.
function timelineOf(finding, fixed) {
  if (!finding.plot || finding.plot.points.length < 2) return null;
  const place = el("div", { class: "plot-place" });
  const draw = (width) => place.replaceChildren(drawPlot(finding.plot, width));
  if (fixed) draw(fixed);
  else {
    let last = 0;
    const watcher = new ResizeObserver(() => {
      const width = Math.floor(place.clientWidth);
      if (width > 0 && width !== last) {
        last = width;
        draw(width);
      }
    });
    watcher.observe(place);
  }
  const goals = finding.plot.points.some((p) => (claims[p.claim].status || "actual") !== "actual");
  const beside = finding.plot.points.some((p) => !p.disputed);
  return el("section", { class: "timeline" },
    el("h3", {}, words.timeline),
    place,
    el("p", { class: "key" },
      el("span", { class: "k disputed" }, words.point_disputed),
      beside ? el("span", { class: "k" }, words.point_beside) : null,
      goals ? el("span", { class: "k goal" }, words.point_goal) : null,
      el("span", { class: "about" }, words.timeline_about)));
}
