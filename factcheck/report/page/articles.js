// An article as it is written: its figures, quotations and passages marked, and at each finding a link to it. What is
// shown is drawn when it is opened; a closed one costs nothing.

const SHOWN_ARTICLES = new Map(DATA.articleTexts.map((article, at) => [article.d, at]));

// The stretches between all ends of marks, each with the marks that it lies in.
function stretches(text, marks) {
  const breaks = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1]);
  const cuts = [...new Set([0, text.length, ...breaks, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  let held = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, number) => {
    held = held.filter((mark) => mark.end > start);
    while (next < waiting.length && waiting[next].start <= start) held.push(waiting[next++]);
    return { start, end: cuts[number + 1], held };
  });
}

function marksOf(article) {
  const marks = (rows, kind) => rows.map(([start, end, number]) => ({ start, end, kind, number }));
  return [...marks(article.q, "quoted"), ...marks(article.v, "number"), ...marks(article.x, "stated"), ...marks(article.f, "finding")];
}

const worse = (a, b) => (SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b);

function stretch(text, { held }) {
  if (!held.length) return text;
  const of = (kind) => held.filter((mark) => mark.kind === kind);
  const found = of("finding").map((mark) => DATA.findings[mark.number].s);
  const kinds = ["quoted", "number", "stated"].filter((kind) => of(kind).length);
  const name = [...kinds, ...(found.length ? ["found", found.reduce(worse)] : [])].join(" ");
  const read = of("number").map((mark) => DATA.texts[mark.number]).find(Boolean);
  const fact = of("stated")[0];
  const shape = { class: name, title: read || null };
  return fact ? el("a", { ...shape, href: "#fact-" + DATA.facts[fact.number].i }, text) : el(found.length ? "mark" : "span", shape, text);
}

// Behind the place of a finding, the way to it.
function chip(number) {
  const finding = DATA.findings[number];
  return el("a", { class: `chip ${finding.s} ${MORE.mark(number)}`, href: "#" + idOf(number), title: phrase(finding.m), "data-finding": number }, finding.r);
}

function written(article) {
  const marks = marksOf(article);
  const lines = [[]];
  for (const one of stretches(article.t, marks)) {
    const text = article.t.slice(one.start, one.end);
    if (text === "\n") lines.push([]);
    else lines.at(-1).push(stretch(text, one), ...article.f.filter(([, end]) => end === one.end).map(([, , number]) => chip(number)));
  }
  return lines.map((line, at) => [line, article.n === null ? null : article.n + at])
    .filter(([line]) => line.some((part) => typeof part !== "string" || part.trim()))
    .map(([line, number]) => el("p", null, number === null ? null : el("span", { class: "line", "aria-hidden": "true" }, String(number)), ...line));
}

function findingsIn(article) {
  return [...new Set(article.f.map(([, , number]) => number))].sort((a, b) => a - b);
}

function articleBody(article) {
  const found = findingsIn(article);
  return [
    found.length ? el("ul", { class: "found-here" }, ...found.map((number) => el("li", null, chip(number), " ", phrase(DATA.findings[number].m)))) : null,
    el("div", { class: "text", ...own(article.d) }, ...written(article)),
    article.c ? el("p", { class: "hint" }, t("page.text.cut")) : null,
  ].filter(Boolean);
}

function articleRow(article, at) {
  const doc = DATA.docs[article.d];
  const counts = SEVERITIES.map((one) => [one, findingsIn(article).filter((number) => DATA.findings[number].s === one).length]);
  const said = [doc.s, doc.d].filter(Boolean).map((part) => el("span", own(article.d), part));
  const row = el("details", { class: "article-text", id: "article-" + at },
    el("summary", null, el("span", { class: "headline", ...own(article.d) }, nameOf(article.d)), " ",
      ...counts.filter(([, number]) => number).map(([one, number]) => el("span", { class: "few" }, icon(one), String(number), el("span", { class: "unseen" }, counted(one, number)))),
      el("span", { class: "where" }, ...said, el("span", { class: "path", dir: "auto" }, doc.r ? `${doc.p}:${doc.r}` : doc.p))));
  row.addEventListener("toggle", () => {
    if (row.open && row.children.length === 1) row.append(...articleBody(article));
  });
  return row;
}

function tellArticles() {
  const all = DATA.articleTexts;
  $("articles").hidden = !all.length;
  $("articles-shown").textContent = t("page.shown", { n: all.length, all: DATA.allArticleTexts.toLocaleString("en") });
  const open = new Set([...$("article-texts").querySelectorAll("[open]")].map((row) => row.id));
  $("article-texts").replaceChildren(...all.map(articleRow));
  for (const id of open) $(id).open = true;
}

// Bring an article into view, at the place of a finding where one is named: article-3, article-3-17.
function showArticle(id) {
  const [, at, number] = id.split("-");
  const row = $("article-" + at);
  if (!row) return;
  row.open = true;
  if (row.children.length === 1) row.append(...articleBody(DATA.articleTexts[at])); // the event comes later
  const place = number ? row.querySelector(`.text [data-finding="${Number(number)}"]`) : null;
  (place || row).scrollIntoView({ block: place ? "center" : "start" });
  (place || row.firstElementChild).focus({ preventScroll: true });
}

// What people decide meanwhile is seen here too.
function renewChips() {
  for (const one of document.querySelectorAll(".chip")) {
    const number = Number(one.dataset.finding);
    one.className = `chip ${DATA.findings[number].s} ${MORE.mark(number)}`;
  }
}
