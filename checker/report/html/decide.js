// Deciding: the bar below a finding, its form, and the file that takes decisions out of the page.

// Not decisions.jsonl, the file that these are imported into.
const EXPORTED = "decisions-from-page.jsonl";

function decisionBar(n) {
  const f = findings[n];
  const told = decisions.get(f.id);
  const bar = el("div", { class: `deciding${told ? ` ${told.as}` : ""}` });
  if (told) {
    bar.append(decidedLine(told),
      button(words.edit, { class: "plain", onclick: () => openForm(told.as) }),
      button(words.undo, { class: "plain", onclick: () => { takeBack(f.id); redraw(); } }));
  } else {
    bar.append(button(words.confirm, { onclick: () => openForm("confirmed") }, "a"), button(words.dismiss, { onclick: () => openForm("explained") }, "x"));
  }
  return bar;
}

// To the next finding that is not decided, where there is one behind this one.
function onwards() {
  const at = listed.indexOf(current);
  const next = listed.slice(at + 1).find((n) => decisionOf(findings[n]) === "new");
  redraw();
  if (next !== undefined) select(next);
}

function openForm(as) {
  if (current < 0) return;
  const f = findings[current];
  const told = decisions.get(f.id);
  const choice = (value, label) => {
    const box = el("input", { type: "radio", name: "as", value });
    box.checked = value === as;
    return el("label", {}, box, fill(label, { word: decisionWord(value) }));
  };
  const reason = el("input", { type: "text", name: "reason", required: true, maxlength: "500", placeholder: words.why_needed, "aria-label": words.why, autocomplete: "off" });
  reason.value = told ? told.reason : "";
  const until = el("input", { type: "date", name: "until" });
  until.value = (told && told.until) || "";
  const who = el("input", { type: "text", name: "who", maxlength: "80", autocomplete: "off", title: words.who_about });
  who.value = memory.get(WHO) || "";
  const form = el("form", { class: "deciding form", "data-form": true, onsubmit: (event) => {
    event.preventDefault();
    const why = reason.value.trim();
    if (!why) { reason.focus(); return; }
    memory.set(WHO, who.value.trim());
    const kind = form.elements.as.value;
    record(f.id, kind, why, until.value);
    toast(`${f.code}　${decisionWord(kind)}`);
    byId("detail").focus();
    onwards();
  } },
  el("div", { class: "choices" }, choice("confirmed", words.as_confirmed), choice("explained", words.as_explained), choice("false-positive", words.as_false)),
  el("label", { class: "why" }, el("span", {}, words.why), reason),
  el("label", {}, el("span", {}, words.until), until),
  el("label", {}, el("span", {}, words.who), who),
  el("div", { class: "ends" }, el("button", { type: "submit", class: "yes" }, words.save), button(words.cancel, { class: "plain", onclick: closeForm })));
  byId("detail").querySelector(".deciding").replaceWith(form);
  reason.focus();
}

function closeForm() {
  const form = byId("detail").querySelector("form.deciding");
  if (!form) return false;
  form.replaceWith(decisionBar(current));
  byId("detail").focus();
  return true;
}

// Everything that shows a decision, anew.
function redraw() {
  const left = current;
  counted = sift();
  drawFacets(counted);
  page = Math.min(page, Math.max(0, Math.ceil(listed.length / PAGE) - 1));
  drawList();
  drawCounts();
  if (left >= 0) {
    const top = byId("detail").scrollTop;
    drawDetail();
    byId("detail").scrollTop = top;
  }
  drawExport();
}

function undoLast() {
  const id = takeBack();
  if (id === null) return;
  redraw();
  select(numberOf.get(id));
  toast(words.undo);
}

function drawExport() {
  const open = byId("export-open");
  open.hidden = decisions.size === 0;
  open.textContent = `${words.export}（${decisions.size}）`;
  if (data.lang !== "zh") open.textContent = `${words.export} (${decisions.size})`;
}

// The counts at the head, each with how many of it were decided in this page.
function drawCounts() {
  for (const level of LEVELS) {
    const place = document.querySelector(`.counts .${level}`);
    const n = findings.filter((f) => f.level === level && !f.state && decisions.has(f.id)).length;
    let told = place.querySelector("small");
    if (!told && n) place.append(told = el("small", { title: words.decided_here_about }));
    if (told) told.textContent = n ? `（${fill(words.decided_here, { n })}）` : "";
  }
}

function openExport() {
  const box = el("textarea", { readonly: true, rows: "6", spellcheck: "false", "aria-label": EXPORTED });
  box.value = lines();
  const who = el("input", { type: "text", maxlength: "80", autocomplete: "off", placeholder: words.who_about, oninput: () => { memory.set(WHO, who.value.trim()); box.value = lines(); } });
  who.value = memory.get(WHO) || "";
  byId("export").replaceChildren(el("div", {},
    el("h2", {}, words.export), el("p", {}, words.export_about),
    el("p", { class: "command" }, el("code", {}, data.command), button(words.copy_command, { class: "link", onclick: () => copyText(data.command).then((done) => done && toast(words.copied)) })),
    kept ? null : el("p", { class: "warn" }, words.unkept),
    el("label", { class: "why" }, el("span", {}, words.who), who), box,
    el("p", { class: "ends" }, button(fill(words.download, { name: EXPORTED }), { class: "yes", onclick: download }),
      button(words.copy, { class: "plain", onclick: () => copyText(box.value).then((done) => { if (done) { exported = true; toast(words.copied); } }) }),
      button(words.close, { class: "plain", onclick: () => byId("export").close() }))));
  byId("export").showModal();
}

function download() {
  const file = new Blob([lines()], { type: "application/x-ndjson" });
  const link = el("a", { href: URL.createObjectURL(file), download: EXPORTED });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  exported = true;
}
