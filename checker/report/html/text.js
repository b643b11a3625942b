// Articles as they were printed: paragraphs, sentences, figures.

const articleOf = (claim) => articles[claim.article];
const paragraphOf = (claim) => articleOf(claim).paragraphs[claim.paragraph];
const sentenceOf = (claim) => paragraphOf(claim).sentences[claim.sentence];
const figureOf = (claim) => claim.text || [...chars(sentenceOf(claim))].slice(claim.from, claim.to).join("");

// Offsets count code points, a string counts UTF-16 units; the two differ only where a surrogate stands.
const WIDE = /[\ud800-\udbff]/;
const chars = (text) => (WIDE.test(text) ? Array.from(text) : text);
const cut = (told, from, to) => (typeof told === "string" ? told.slice(from, to) : told.slice(from, to).join(""));

// The sentence with its figures wrapped: marks are [from, to, make], make(text) yields the element.
function withMarks(sentence, marks) {
  const told = chars(sentence);
  const parts = [];
  let at = 0;
  for (const [from, to, make] of [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from < at) continue;
    parts.push(cut(told, at, from), make(cut(told, from, to)));
    at = to;
  }
  parts.push(cut(told, at, told.length));
  return parts.filter((p) => p !== "");
}

const markOf = (claim) => [claim.from, claim.to, (text) => el("mark", { class: text.length <= 14 ? "firm" : null }, text)];

// A message with its days and figures kept on one line each.
const FIRM = /\d{4}-\d\d-\d\d|(?:突破|超过?|近|约|逾|不足|达到?)?[0-9０-９][0-9０-９.,%‰—–~+]*[万亿]?[\u4e00-\u9fffA-Za-z]{0,2}(?![\u4e00-\u9fffA-Za-z])/g;
function steady(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(FIRM)) {
    parts.push(text.slice(at, found.index), el("span", { class: "firm" }, found[0]));
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)];
}

// A paragraph with the sentences of some of its claims set forth and the others stepped back; a long one is cut to
// the sentences beside them and opened by a button.
const LONG = 160;
function quotation(told) {
  const paragraph = paragraphOf(told[0]);
  const wanted = new Set(told.map((c) => c.sentence));
  const long = paragraph.sentences.join("").length > LONG && paragraph.sentences.length > wanted.size;
  const next = (n) => paragraph.sentences[n].length < 60 && (wanted.has(n - 1) || wanted.has(n + 1));
  const near = (n) => !long || wanted.has(n) || next(n);
  const made = el("p", { class: "quote", lang: ZH });
  let gap = false;
  paragraph.sentences.forEach((sentence, n) => {
    const shown = near(n);
    if (!shown && !gap) made.append(el("span", { class: "gap" }, "……"));
    gap = !shown;
    const marks = told.filter((c) => c.sentence === n).map(markOf);
    made.append(
      el("span", { class: `${wanted.has(n) ? "said" : "beside"}${shown ? "" : " far"}` }, withMarks(sentence, marks)),
    );
  });
  if (!made.querySelector(".far")) return [made];
  const more = button(words.paragraph, {
    class: "link more",
    onclick: () => {
      more.textContent = made.classList.toggle("whole") ? words.less : words.paragraph;
    },
  });
  return [made, more];
}

// 2025-12-09 as the reader of the page writes it.
function day(date) {
  if (!date) return words.undated_one;
  if (data.lang !== "zh") return date;
  const [y, m, d] = date.split("-").map(Number);
  return `${y}年${m}月${d}日`;
}

const nameOf = (article) => article.title || article.id;
const articleLink = (n, at) => `#article/${encodeURIComponent(articles[n].id)}${at === undefined ? "" : `@${at}`}`;
