// The data of the page, and what every part uses to make elements of it. Text becomes text nodes only, never markup.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const { articles, claims, findings } = data;
const numberOf = new Map(findings.map((f, n) => [f.id, n]));
const narrow = window.matchMedia("(max-width: 899px)");
const LEVELS = ["error", "warning", "note"];

const byId = (id) => document.getElementById(id);

// el("p", {class: "x", onclick: f}, "text", node, null): an element; null and "" children are left out.
function el(tag, told, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(told || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, value);
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child !== null && child !== undefined && child !== "") parent.append(child);
  }
  return parent;
}

function svg(tag, told, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(told || {})) made.setAttribute(name, value);
  return append(made, children);
}

// fill("{n} 处", {n: 3}): the sentence with its numbers.
function fill(sentence, told) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in told ? String(told[name]) : whole));
}

// What articles say is Chinese, whatever the language of the page.
const ZH = "zh-Hans";

function button(label, told, key) {
  return el("button", { type: "button", ...told }, label, key ? el("kbd", {}, key) : null);
}

// Whether a key belongs to an input method that is composing.
const composing = (event) => event.isComposing || event.keyCode === 229;

let toastTimer = 0;
function toast(text) {
  const place = byId("toast");
  place.textContent = text;
  place.classList.add("shown");
  window.clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => place.classList.remove("shown"), 2600);
}

const memory = {
  get(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  },
  set(key, value) {
    try {
      window.localStorage.setItem(key, value);
      return true;
    } catch (_) {
      return false;
    }
  },
};
