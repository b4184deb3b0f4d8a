// Which findings are shown, in which order; a few at a time, so that thousands open at once.

const START = { q: "", rule: "", article: "", sort: "worst" };
const STEP = 30;
const OFFERED = 300; // articles to choose from; the search finds the others
const state = { ...START, off: new Set() };
let shown = [];
let first = 0; // of those that fit, the first and the last that are drawn
let drawn = 0;
let current = -1;
const searched = new Map();

const $ = (id) => document.getElementById(id);

// Words are found in either script.
const [TRADITIONAL, SIMPLIFIED] = DATA.scripts.map((letters) => [...letters]);
const SIMPLE = new Map(TRADITIONAL.map((letter, at) => [letter, SIMPLIFIED[at]]));

function folded(text) {
  return text.toLowerCase().replace(/[\u2e80-\u9fff\uf900-\ufaff]/g, (letter) => SIMPLE.get(letter) || letter);
}

// What is searched: everything that the card shows, in the language it is shown in.
function wordsOf(number) {
  if (!searched.has(number)) {
    const finding = DATA.findings[number];
    const places = finding.g.flatMap((group) => [group.t, ...group.p.flatMap(([doc, , , text]) =>
      [...Object.values(DATA.docs[doc]), text === undefined ? "" : DATA.texts[text]])]);
    searched.set(number, folded([finding.r, ruleName(finding.r), phrase(finding.m), ...finding.f, ...places].join("\n")));
  }
  return searched.get(number);
}

function fits(number) {
  const finding = DATA.findings[number];
  if (MORE.hides(number)) return false;
  if (state.off.has(finding.s) || (state.rule && finding.r !== state.rule)) return false;
  if (state.article && !articlesOf(finding).includes(Number(state.article))) return false;
  return folded(state.q).split(/\s+/).every((word) => wordsOf(number).includes(word));
}

function newest(finding) {
  return articlesOf(finding).map((doc) => DATA.docs[doc].d || "").reduce((a, b) => (a > b ? a : b), "");
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const ORDERS = {
  worst: () => 0,
  sure: (a, b) => b.c - a.c,
  rule: (a, b) => compare(a.r, b.r),
  article: (a, b) => compare(DATA.docs[a.g[0].p[0][0]].p, DATA.docs[b.g[0].p[0][0]].p),
  date: (a, b) => compare(newest(b), newest(a)),
};

function apply() {
  shown = DATA.findings.map((_, number) => number).filter(fits);
  const order = ORDERS[state.sort];
  shown.sort((a, b) => order(DATA.findings[a], DATA.findings[b]) || a - b);
  from(0);
  $("shown").textContent = t("page.shown", { n: shown.length.toLocaleString("en"), all: DATA.findings.length.toLocaleString("en") });
  $("none").hidden = shown.length > 0 || !DATA.findings.length;
  $("reset").hidden = !state.off.size && !state.q && !state.rule && !state.article;
  for (const button of $("severities").children) button.setAttribute("aria-pressed", String(!state.off.has(button.dataset.severity)));
}

function from(at) {
  first = drawn = at;
  $("list").replaceChildren();
  draw(STEP);
}

function draw(number) {
  const next = shown.slice(drawn, drawn + number);
  $("list").append(...next.map(card));
  drawn += next.length;
  drawnUp();
}

function earlier(number) {
  const start = Math.max(0, first - number);
  $("list").prepend(...shown.slice(start, first).map(card));
  first = start;
  drawnUp();
}

function drawnUp() {
  for (const [id, left] of [["earlier", first], ["more", shown.length - drawn]]) {
    $(id).hidden = left === 0;
    $(id).textContent = t("page." + id, { n: left.toLocaleString("en") });
  }
  const at = $("list").querySelector(`[data-number="${current}"]`);
  if (at) at.classList.add("current");
}

function choose(change) {
  Object.assign(state, START, { sort: state.sort, off: new Set() }, change);
  controls();
  MORE.told();
  apply();
  $("findings").scrollIntoView();
  $("findings").focus({ preventScroll: true });
}

function options(select, rows, chosen) {
  select.replaceChildren(...rows.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
  select.value = chosen;
}

// The controls say what the state is; built anew for each language.
function controls() {
  $("q").value = state.q;
  const rules = Object.keys(DATA.rules).map((code) => [code, `${code} ${ruleName(code)}`]);
  options($("rule"), [["", t("page.all-rules")], ...rules], state.rule);
  const offered = byArticles().filter(([doc], at) => at < OFFERED || String(doc) === state.article);
  const named = offered.map(([doc, counts]) => [String(doc), `${shortened(nameOf(doc), 30)} (${counts.all})`]);
  options($("article"), [["", t("page.all-articles")], ...named], state.article);
  options($("sort"), Object.keys(ORDERS).map((name) => [name, t("page.sort." + name)]), state.sort);
  const count = (severity) => DATA.findings.filter((finding) => finding.s === severity).length;
  $("severities").replaceChildren(...SEVERITIES.map((severity) => el("button", { type: "button", "data-severity": severity,
    click: () => toggle(severity) }, icon(severity), `${t(`page.${severity}s`)} ${count(severity).toLocaleString("en")}`)));
}

function toggle(severity) {
  if (!state.off.delete(severity)) state.off.add(severity);
  apply();
}

function reset() {
  choose({});
}

// Bring a finding into view, whatever the filter hides.
function show(number) {
  if (!shown.includes(number)) {
    MORE.reveal();
    choose({});
  }
  const at = shown.indexOf(number);
  if (at < 0) return;
  if (at < first - STEP || at >= drawn + STEP) from(at);
  else if (at < first) earlier(STEP);
  else if (at >= drawn) draw(STEP);
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  current = number;
  const found = $("list").children[at - first];
  found.classList.add("current");
  found.scrollIntoView({ block: "start" });
  found.focus({ preventScroll: true });
}

function step(by) {
  const at = shown.indexOf(current);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1);
  if (shown.length) show(shown[next]);
}
