// The summary in pictures. Lengths are attributes in per cent: the page's policy allows no style in the markup.

function tally(pairs) {
  const rows = new Map();
  for (const [name, severity] of pairs) {
    if (!rows.has(name)) rows.set(name, { error: 0, warning: 0, note: 0, all: 0 });
    rows.get(name)[severity] += 1;
    rows.get(name).all += 1;
  }
  const order = (a, b) => SEVERITIES.map((one) => b[1][one] - a[1][one]).find(Boolean) || (String(a[0]) < String(b[0]) ? -1 : 1);
  return [...rows].sort(order);
}

const ARTICLES = new Map();

function articlesOf(finding) {
  if (!ARTICLES.has(finding)) ARTICLES.set(finding, [...new Set(finding.g.flatMap((group) => group.p.map((place) => place[0])))]);
  return ARTICLES.get(finding);
}

// Every article with its findings, the worst first.
let tallied = null;

function byArticles() {
  tallied ??= tally(DATA.findings.flatMap((finding) => articlesOf(finding).map((doc) => [doc, finding.s])));
  return tallied;
}

function stack(counts, most) {
  let at = 0;
  const rects = SEVERITIES.filter((severity) => counts[severity]).map((severity) => {
    const width = Math.max(1.5, (98.5 * counts[severity]) / most); // few beside many are still seen
    const rect = svg("rect", { x: `${at}%`, y: 0, width: `${width}%`, height: 10, class: severity });
    at += width;
    return rect;
  });
  return svg("svg", { class: "stack", height: 10, "aria-hidden": "true" }, ...rects);
}

function bars(title, rows, most, label, choose) {
  const list = rows.map(([name, counts]) => {
    const told = SEVERITIES.filter((one) => counts[one]).map((one) => counted(one, counts[one])).join(t("count.join"));
    return el("li", null, el("button", { type: "button", class: "row", title: told, click: () => choose(name) },
      label(name), stack(counts, most), el("span", { class: "number" }, counts.all.toLocaleString("en")),
      el("span", { class: "unseen" }, told)));
  });
  return [el("h3", null, title), el("ul", { class: "bars" }, ...list)];
}

const MOST_ARTICLES = 8;

function byRule() {
  const rows = tally(DATA.findings.map((finding) => [finding.r, finding.s]));
  const most = Math.max(...rows.map((row) => row[1].all));
  const label = (code) => el("span", { class: "label" }, el("b", null, code), " ", ruleName(code));
  return el("div", { class: "chart" }, ...bars(t("page.by-rule"), rows, most, label, (code) => choose({ rule: code })));
}

function byArticle() {
  const rows = byArticles();
  const shown = rows.slice(0, MOST_ARTICLES);
  const most = Math.max(...shown.map((row) => row[1].all));
  const label = (doc) => el("span", { class: "label", ...own(doc) }, nameOf(doc));
  const pick = (doc) => choose({ article: String(doc) });
  const rest = rows.length - shown.length;
  return el("div", { class: "chart" }, ...bars(t("page.by-article"), shown, most, label, pick),
    rest > 0 ? el("p", { class: "hint" }, t("page.by-article.more", { n: rest.toLocaleString("en") })) : null);
}

// One mark a source; shape and colour are those of the side it is on.
function mark(row) {
  const [low, high, group] = row;
  const x = `${(low ?? high) / 10}%`;
  const hue = `hue${group % 3}`;
  if (low !== null && low === high) {
    const shape = [
      () => svg("circle", { cx: 0, cy: 9, r: 5.5 }),
      () => svg("path", { d: "M0 2.5 6.5 9 0 15.5-6.5 9z" }),
      () => svg("rect", { x: -5, y: 4, width: 10, height: 10 }),
    ][group % 3]();
    return [svg("svg", { x, class: "point " + hue, overflow: "visible" }, shape)];
  }
  const from = low === null ? 0 : low / 10;
  const to = high === null ? 100 : high / 10;
  const bar = svg("rect", { x: `${from}%`, y: 5, width: `${to - from}%`, height: 8, class: "range " + hue });
  const ends = [low, high].filter((at) => at !== null)
    .map((at) => svg("line", { x1: `${at / 10}%`, x2: `${at / 10}%`, y1: 2, y2: 16, class: "end " + hue }));
  return [bar, ...ends];
}

function stripOf(finding) {
  const { rows, log, more } = finding.x;
  const lines = rows.map((row) => {
    const [, , group, doc, text, others] = row;
    const said = DATA.docs[doc];
    const axis = svg("line", { x1: "0%", x2: "100%", y1: 9, y2: 9, class: "axis" });
    return el("li", null,
      el("span", { class: "label", ...own(doc) }, said.d ? el("span", { class: "date" }, said.d, " ") : null, said.s || nameOf(doc)),
      svg("svg", { class: "track", height: 18, "aria-hidden": "true" }, axis, ...mark(row)),
      el("span", { class: `value hue${group % 3}`, ...own(doc) }, text, others ? ` ×${others + 1}` : ""));
  });
  return el("div", { class: "strip" }, el("ul", null, ...lines),
    log || more ? el("p", { class: "hint" }, [log ? t("page.log") : "", more ? t("page.rest", { n: more }) : ""].filter(Boolean).join(" · ")) : null);
}

const FIRST_FACTS = 4;

function disputed() {
  const facts = DATA.findings.map((finding, number) => [finding, number]).filter(([finding]) => finding.x);
  if (!facts.length) return null;
  const draw = ([finding, number]) => el("li", { class: "fact" },
    el("p", null, icon(finding.s), " ", el("a", { href: "#" + idOf(number) }, phrase(finding.m))), stripOf(finding));
  const list = el("ul", { class: "facts" }, ...facts.slice(0, FIRST_FACTS).map(draw));
  const all = facts.length > FIRST_FACTS
    ? el("button", { type: "button", class: "plain", click: () => { list.append(...facts.slice(FIRST_FACTS, 200).map(draw)); all.remove(); } },
        t("page.disputed.all", { n: Math.min(facts.length, 200) }))
    : null;
  return el("div", { class: "chart wide" }, el("h3", null, t("page.disputed")), el("p", { class: "hint" }, t("page.disputed.help")), list, all);
}

const CELL = 20;

function matrix() {
  if (!DATA.matrix) return null;
  const { docs, cells, all } = DATA.matrix;
  const most = Math.max(...cells.map((cell) => cell[2]));
  const narrow = matchMedia("(max-width: 52rem)").matches;
  const LABEL = narrow ? 130 : 230;
  const square = (row, column, letters) => {
    const level = Math.ceil(5 * Math.sqrt(letters / most));
    const told = t("page.matrix.cell", { a: nameOf(docs[row]), b: nameOf(docs[column]), n: letters.toLocaleString("en") });
    return svg("rect", { x: LABEL + column * CELL + 1, y: (row + 1) * CELL + 1, width: CELL - 2, height: CELL - 2, rx: 3,
      class: "cell level" + level, click: () => choose({ article: String(docs[row]), q: DATA.docs[docs[column]].p }) },
      svg("title", null, told));
  };
  const rows = docs.map((doc, row) => svg("g", null,
    svg("text", { x: LABEL - 30, y: (row + 1) * CELL + 14, "text-anchor": "end", ...own(doc) }, shortened(nameOf(doc), narrow ? 8 : 15)),
    svg("text", { x: LABEL - 8, y: (row + 1) * CELL + 14, "text-anchor": "end", class: "index" }, String(row + 1)),
    svg("text", { x: LABEL + row * CELL + CELL / 2, y: 13, "text-anchor": "middle", class: "index" }, String(row + 1)),
    svg("rect", { x: LABEL + row * CELL + 1, y: (row + 1) * CELL + 1, width: CELL - 2, height: CELL - 2, rx: 3, class: "self" })));
  const size = { width: LABEL + docs.length * CELL + 4, height: (docs.length + 1) * CELL + 4 };
  const picture = svg("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: "matrix", role: "img", "aria-label": t("page.matrix") },
    ...rows, ...cells.flatMap(([a, b, letters]) => [square(a, b, letters), square(b, a, letters)]));
  return el("div", { class: "chart wide" }, el("h3", null, t("page.matrix")), el("p", { class: "hint" }, t("page.matrix.help")),
    el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": t("page.matrix") }, picture),
    all > docs.length ? el("p", { class: "hint" }, t("page.matrix.more", { n: docs.length, all })) : null);
}

// A record of JSON lines is told by the end of its name.
function shortened(text, letters) {
  if (/^[\x20-\x7e]+:\d+$/.test(text) && text.length > 1.8 * letters) return "…" + text.slice(-Math.floor(1.6 * letters));
  let cells = 0;
  let end = 0;
  for (const letter of text) {
    cells += letter.codePointAt(0) > 0x2e7f ? 1 : 0.55;
    if (cells > letters - 1 && text.length > end + letter.length) return text.slice(0, end) + "…";
    end += letter.length;
  }
  return text;
}
