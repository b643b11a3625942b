// The keyboard. Keys that an input method takes, and those typed into a field, are left alone.

const HELP = [
  ["j  k", "key_next"], ["Enter", "key_open"], ["a", "key_accept"], ["x", "key_dismiss"],
  ["u", "key_undo"], ["/", "key_search"], ["Esc", "key_escape"], ["?", "key_help"],
];

function toggleHelp() {
  const box = byId("help");
  if (box.open) {
    box.close();
    return;
  }
  box.replaceChildren(el("h2", {}, words.help),
    el("dl", {}, HELP.map(([keys, name]) => [el("dt", {}, keys.split("  ").map((k) => el("kbd", {}, k))), el("dd", {}, words[name])])),
    el("p", { class: "ends" }, button(words.close, { class: "plain", onclick: () => box.close() })));
  box.showModal();
}

function openCurrent(event) {
  const on = event.target.closest("a, button, summary, input, [role=button], [role=link]");
  if (on && !on.closest("#list")) return;
  event.preventDefault();
  if (current < 0) return;
  const read = byId("detail").contains(document.activeElement) || (narrow.matches && document.body.classList.contains("opened"));
  const first = (findings[current].claims || [])[0];
  if (!read) {
    select(current, { open: true });
    byId("detail").focus();
  } else if (first) window.location.hash = articleLink(claims[first[0]].article, first[0]);
}

function escape() {
  if (closeForm()) return;
  const menu = document.querySelector(".facet[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (document.body.classList.contains("figured") && narrow.matches) document.body.classList.remove("figured");
  else if (view !== "findings") window.location.hash = current >= 0 ? `#${findings[current].id}` : "";
  else if (document.body.classList.contains("opened") && narrow.matches) window.location.hash = "";
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), a: () => openForm("confirmed"), x: () => openForm("explained"), u: undoLast,
  "/": () => byId("search").focus(), Enter: openCurrent,
};

function typed(event) {
  if (composing(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const field = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  if (event.key === "Escape") {
    if (document.querySelector("dialog[open]")) return;
    if (field && field.id === "search") field.blur();
    else escape();
    return;
  }
  if (field) return;
  if (event.key === "?") {
    event.preventDefault();
    toggleHelp();
    return;
  }
  if (document.querySelector("dialog[open]") || view !== "findings" || !(event.key in ACTIONS)) return;
  if (event.key !== "Enter") event.preventDefault();
  ACTIONS[event.key](event);
}
