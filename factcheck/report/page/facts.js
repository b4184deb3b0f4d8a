// What two articles and more state: each fact with its values, its places as a strip, and the findings about it.

const FACT_STEP = 30;
let factsShown = [];
let factsDrawn = 0;

function factFits(fact) {
  if ($("fact-state").value && fact.s !== $("fact-state").value) return false;
  const words = folded($("fact-q").value).split(/\s+/);
  const said = folded([fact.m, fact.w, fact.i, ...fact.v.map(([text]) => text)].join("\n"));
  return words.every((word) => said.includes(word));
}

function factValue(fact, at) {
  const [text, independent, articles, first, last] = fact.v[at];
  const place = fact.p[at];
  const days = first === last ? first : `${first} – ${last}`;
  return el("li", null,
    el("span", { class: `figure hue${at % 3}`, ...own(place[0]) }, text), " ",
    el("span", { class: "hint" }, t("page.fact.sources", { n: independent, articles }), first ? ` · ${days}` : ""), " ",
    address(place), place.length > 3 ? sentence(place) : null);
}

function factCard(fact) {
  const links = fact.l.map((number) => el("a", { href: "#" + idOf(number) }, DATA.findings[number].r));
  return el("article", { class: `card fact-card ${fact.s}`, id: "fact-" + fact.i, tabindex: -1, "aria-label": fact.m || t("page.fact.unnamed") },
    el("h3", null, el("span", { class: `state ${fact.s}` }, t("fact.state." + fact.s)), " ",
      el("span", { dir: "auto" }, fact.m || t("page.fact.unnamed")), fact.w ? el("span", { class: "hint" }, " " + fact.w) : null),
    fact.x && fact.x.rows.length > 1 ? stripOf(fact) : null,
    el("details", { class: "places" }, el("summary", null, t("page.fact.values", { n: fact.v.length })),
      el("ul", null, ...fact.v.map((_, at) => factValue(fact, at)))),
    el("p", { class: "where" }, links.length ? el("span", null, t("page.fact.findings"), " ", ...links.flatMap((link) => [link, " "])) : null,
      el("code", { class: "path" }, fact.i)));
}

function drawFacts(number) {
  const next = factsShown.slice(factsDrawn, factsDrawn + number);
  $("fact-list").append(...next.map(factCard));
  factsDrawn += next.length;
  const left = factsShown.length - factsDrawn;
  $("more-facts").hidden = left === 0;
  $("more-facts").textContent = t("page.more", { n: left.toLocaleString("en") });
}

function applyFacts() {
  factsShown = DATA.facts.filter(factFits);
  factsDrawn = 0;
  $("fact-list").replaceChildren();
  drawFacts(FACT_STEP);
  $("facts-shown").textContent = t("page.shown", { n: factsShown.length.toLocaleString("en"), all: DATA.allFacts.toLocaleString("en") });
  $("no-fact").hidden = factsShown.length > 0;
}

function tellFacts() {
  $("facts").hidden = !DATA.facts.length;
  if (!DATA.facts.length) return;
  const states = ["disputed", "spread", "revised", "differing", "confirmed"].filter((state) => DATA.facts.some((fact) => fact.s === state));
  options($("fact-state"), [["", t("page.fact.all")], ...states.map((state) => [state, t("fact.state." + state)])], $("fact-state").value);
  applyFacts();
}

function startFacts() {
  $("fact-filters").addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["fact-q", "fact-state"]) $(id).addEventListener("input", applyFacts);
  $("more-facts").addEventListener("click", () => drawFacts(FACT_STEP));
}

// Bring a fact into view, however far down it is.
function showFact(id) {
  const at = factsShown.findIndex((fact) => "fact-" + fact.i === id);
  if (at < 0) return;
  drawFacts(Math.max(0, at + 1 - factsDrawn));
  $(id).scrollIntoView({ block: "start" });
  $(id).focus({ preventScroll: true });
}
