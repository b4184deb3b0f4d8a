// The first screen, and everything that a reader does.

function headline() {
  const counts = Object.fromEntries(SEVERITIES.map((one) => [one, DATA.findings.filter((finding) => finding.s === one).length]));
  const parts = SEVERITIES.filter((one) => counts[one]).map((one) =>
    el("span", { class: `count ${one}` }, icon(one), counted(one, counts[one])));
  const clean = el("span", { class: "count clean" }, t("page.clean"));
  return parts.length ? parts : [clean];
}

const IN_FULL = 50; // findings, and facts, that are printed with everything about them

function verdict() {
  $("verdict").replaceChildren(...(MORE.headline() || headline()).flatMap((part) => [part, " "]));
  const touched = new Set(DATA.findings.filter((finding) => finding.s !== "note").flatMap(articlesOf)).size;
  const read = t("page.read", { articles: DATA.articles.toLocaleString("en"), claims: DATA.claims.toLocaleString("en") });
  const gap = language === "en" ? " " : "";
  const unread = DATA.skipped.filter(([, , , fatal]) => fatal).length;
  $("read").replaceChildren(read, touched ? gap + t("page.touched", { n: touched.toLocaleString("en") }) : "",
    ...(unread ? [gap, el("a", { href: "#skipped", click: () => { $("skipped").open = true; } }, t("page.unread", { n: unread.toLocaleString("en") }))] : []));
  $("worst").replaceChildren(...worst());
  $("worst").hidden = !DATA.findings.length;
}

function worst() {
  const finding = DATA.findings[0];
  if (!finding) return [];
  const figures = finding.g.slice(0, 3).map((group) => el("li", { class: `hue${group.h % 3}` },
    group.t ? el("span", { class: "figure", ...own(group.p[0][0]) }, group.t) : null,
    el("span", own(group.p[0][0]), nameOf(group.p[0][0])), address(group.p[0])));
  return [
    el("p", { class: "eyebrow" }, icon(finding.s), `${t("page.worst")} · ${finding.r} ${ruleName(finding.r)}`),
    el("p", { class: "says" }, el("a", { href: "#" + idOf(0) }, phrase(finding.m))),
    el("ul", null, ...figures),
  ];
}

function tell() {
  document.documentElement.lang = HTML_LANGUAGE[language];
  document.title = t("page.title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = t(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = t(node.dataset.hint);
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === language));
  searched.clear();
  verdict();
  $("charts").replaceChildren(...(DATA.findings.length ? [byRule(), byArticle(), disputed(), matrix()].filter(Boolean) : []));
  $("overview").hidden = $("findings").hidden = !DATA.findings.length;
  $("skipped").hidden = !DATA.skipped.length;
  $("skipped").firstElementChild.textContent = t("page.skipped", { n: DATA.skipped.length.toLocaleString("en") });
  $("skipped").lastElementChild.replaceChildren(...DATA.skipped.map(([path, line, reason, fatal]) =>
    el("li", null, icon(fatal ? "error" : "note"), " ", el("span", { class: "path", dir: "auto" }, line === null ? path : `${path}:${line}`), " ", phrase(reason))));
  controls();
  MORE.told();
  apply();
  tellFacts();
  tellArticles();
}

const PREFERS = matchMedia("(prefers-color-scheme: dark)");

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : PREFERS.matches;
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const plain = /^finding-(\d+)$/.exec(id);
  const number = plain ? Number(plain[1]) - 1 : NUMBER_OF.get(id);
  if (number !== undefined && DATA.findings[number]) show(number);
  else if (id.startsWith("fact-")) showFact(id);
  else if (/^article-\d+(-\d+)?$/.test(id)) showArticle(id);
  else if (id.startsWith("rule-FC")) showRule(id.slice("rule-".length));
}

function expand() {
  const found = $("list").querySelector(".current");
  if (!found) return;
  const parts = [...found.querySelectorAll("details")];
  const open = parts.some((part) => !part.open);
  for (const part of parts) part.open = open;
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: expand,
  Enter: expand,
  "/": () => $("q").focus(),
  e: () => toggle("error"),
  w: () => toggle("warning"),
  n: () => toggle("note"),
  x: reset,
  "?": () => $("help").showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  const field = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && field) field.blur();
  const busy = field || (event.key === "Enter" && event.target.closest("a, button, summary"));
  if (busy || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
}

function start() {
  const theme = remembered("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  language = readersLanguage();
  $("app").hidden = false;
  startFacts();
  tell();
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => { language = button.dataset.lang; remember("lang", language); tell(); });
  }
  $("theme").addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    remember("theme", next);
  });
  $("rule-page").addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
  $("keys").addEventListener("click", KEYS["?"]);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["q", "rule", "article", "sort"]) {
    $(name).addEventListener("input", () => { state[name] = $(name).value.trim(); apply(); });
  }
  $("reset").addEventListener("click", reset);
  $("more").addEventListener("click", () => draw(STEP));
  $("earlier").addEventListener("click", () => earlier(STEP));
  new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting) && drawn < shown.length) draw(STEP); },
    { rootMargin: "600px" }).observe($("more"));
  addEventListener("hashchange", follow);
  addEventListener("keydown", pressed);
  addEventListener("beforeprint", () => {
    const dense = shown.length > IN_FULL;
    document.body.classList.toggle("dense", dense);
    earlier(shown.length);
    draw(shown.length);
    if (!dense) drawFacts(Math.max(0, IN_FULL - factsDrawn));
    for (const part of document.querySelectorAll("#list .why, #list .places")) part.open = !dense;
  });
  follow();
}

if (!DATA.by) start(); // where a person rules, once it is known what is decided
