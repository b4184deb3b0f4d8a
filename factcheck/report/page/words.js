"use strict";
// The report as it was written, and its words in the language of the reader. Nothing from an article is ever markup:
// every text becomes a text node.
const DATA = JSON.parse(document.getElementById("data").textContent);
const LANGUAGES = ["en", "zh-hans", "zh-hant"];
const HTML_LANGUAGE = { en: "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant" };
const SEVERITIES = ["error", "warning", "note"];
let language = "en";

// Where a page does more than report: a part below each finding, a class on it, what it keeps back and lets go again.
const MORE = { part: () => null, mark: () => "", hides: () => false, reveal: () => {}, told: () => {}, headline: () => null };

// A page opened from a disk may have no storage.
function remembered(name) {
  try {
    return localStorage.getItem("factcheck-" + name);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem("factcheck-" + name, value);
  } catch {
    // The choice holds until the page is closed.
  }
}

function readersLanguage() {
  const kept = remembered("lang");
  if (LANGUAGES.includes(kept)) return kept;
  if (DATA.lang) return DATA.lang;
  for (const name of navigator.languages || [navigator.language]) {
    if (/^zh\b.*(hant|tw|hk|mo)/i.test(name)) return "zh-hant";
    if (/^zh\b/i.test(name)) return "zh-hans";
    if (/^en\b/i.test(name)) return "en";
  }
  return "en";
}

// A row of one, two or three texts: for all, for English and Chinese, for English and both scripts.
function inLanguage(row) {
  return row[Math.min(LANGUAGES.indexOf(language), row.length - 1)];
}

function t(key, values = {}) {
  return inLanguage(DATA.words[key]).replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
}

function phrase(number) {
  return inLanguage(DATA.phrases[number]);
}

function counted(kind, number) {
  return t(`count.${kind}.${number === 1 ? "one" : "many"}`, { n: number.toLocaleString("en") });
}

function ruleName(code) {
  return inLanguage(DATA.rules[code]);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function el(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

// A severity is told by shape, word and colour.
function icon(severity) {
  const shape = {
    error: () => svg("circle", { cx: 6, cy: 6, r: 5 }),
    warning: () => svg("path", { d: "M6 .8 11.6 11H.4z" }),
    note: () => svg("rect", { x: 1.5, y: 1.5, width: 9, height: 9, class: "hollow" }),
  }[severity]();
  return svg("svg", { class: "icon " + severity, width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" }, shape);
}

// Where an article's own words are shown, in its own script.
function own(doc) {
  return { lang: DATA.docs[doc].l, dir: "auto" };
}

function nameOf(doc) {
  return DATA.docs[doc].n;
}
