// One finding: its sides beside one another, why a person should think so, and where.

const LONG = 30; // letters from which a mark is a passage, no word

function marked(text, start, end, marks) {
  const nodes = [];
  let at = start;
  for (const [first, last] of marks) {
    if (first < at || last > end) continue;
    nodes.push(text.slice(at, first), el("mark", { class: last - first > LONG ? "long" : null }, text.slice(first, last)));
    at = last;
  }
  nodes.push(text.slice(at, end));
  return nodes;
}

function sentence(place) {
  const [doc, , , number, [start, end], marks] = place;
  const text = DATA.texts[number];
  return el("blockquote", { class: DATA.docs[doc].k ? "record" : null, ...own(doc) },
    el("p", null, ...marked(text, start, end, marks)));
}

function paragraph(place) {
  const [doc, , , number, [start, end], marks] = place;
  const text = DATA.texts[number];
  if (DATA.docs[doc].k) return null;
  if (!text.slice(0, start).trim() && !text.slice(end).trim()) return null;
  return el("details", { class: "paragraph" },
    el("summary", null, t("page.paragraph")),
    el("p", own(doc), text.slice(0, start), el("span", { class: "said" }, ...marked(text, start, end, marks)), text.slice(end)));
}

function address(place) {
  const [doc, line, column] = place;
  // a file that is no plain text has places in words
  const at = column === null ? [DATA.docs[doc].p, " ", phrase(line)] : [`${DATA.docs[doc].p}:${line}:${column}`];
  return el("span", { class: "path", dir: "auto" }, ...at);
}

// The place as it is written, with the way into the article where the page has its text.
function placeIn(place, number) {
  const at = SHOWN_ARTICLES.get(place[0]);
  if (at === undefined || number === undefined) return address(place);
  return el("a", { href: `#article-${at}-${number}`, title: t("page.in-article") }, address(place));
}

function where(place, number) {
  const doc = DATA.docs[place[0]];
  const title = doc.t || doc.u ? el("span", { class: "headline", ...own(place[0]) }, nameOf(place[0])) : null;
  const link = doc.u
    ? el("a", { href: doc.u, rel: "noopener noreferrer nofollow", target: "_blank" }, title)
    : title;
  const said = [doc.s, doc.d].filter(Boolean).map((part) => el("span", own(place[0]), part));
  return el("p", { class: "where" }, link, ...said, placeIn(place, number));
}

function side(group, number) {
  const [first, ...others] = group.p;
  const named = others.length
    ? el("details", { class: "places" },
        el("summary", null, t("page.places", { n: (group.n ?? others.length).toLocaleString("en") })),
        el("ul", null, ...others.map((place) => el("li", null, where(place, number), place.length > 3 ? sentence(place) : null))))
    : null;
  return el("div", { class: `side hue${group.h % 3}` },
    group.t ? el("p", { class: "figure", ...own(first[0]) }, group.t) : null,
    first.length > 3 ? sentence(first) : null,
    where(first, number),
    first.length > 3 ? paragraph(first) : null,
    named);
}

function reasons(finding) {
  if (!finding.b.length) return null;
  const [first, ...others] = finding.b.map(phrase);
  return el("div", { class: "because" },
    el("p", null, first),
    others.length
      ? el("details", { class: "why" }, el("summary", null, t("page.why", { n: others.length })),
          el("ul", null, ...others.map((line) => el("li", null, line))))
      : null);
}

// The id that a link leads to: the fingerprint, where no earlier finding has it.
const NUMBER_OF = new Map();
DATA.findings.forEach((finding, number) => {
  for (const print of finding.f) if (!NUMBER_OF.has(print)) NUMBER_OF.set(print, number);
});

function idOf(number) {
  const print = DATA.findings[number].f[0];
  return print && NUMBER_OF.get(print) === number ? print : `finding-${number + 1}`;
}

function card(number) {
  const finding = DATA.findings[number];
  const id = idOf(number);
  const strip = finding.x && finding.x.rows.length > 2 ? stripOf(finding) : null;
  return el("article", { class: `card ${finding.s} ${MORE.mark(number)}`, id, tabindex: -1, "aria-labelledby": `${id}-says`, "data-number": number },
    el("header", null,
      el("span", { class: "badge" }, icon(finding.s), t(`severity.${finding.s}`)),
      codeLink(finding.r),
      el("span", { class: "name" }, ruleName(finding.r)),
      el("span", { class: "confidence" }, t("page.confidence", { n: finding.c.toFixed(2) })),
      el("a", { class: "permalink", href: "#" + id, "aria-label": `${t("page.link")} ${number + 1}` }, "#")),
    el("h3", { id: `${id}-says` }, phrase(finding.m)),
    el("div", { class: `sides of${Math.min(finding.g.length, 3)}` }, ...finding.g.map((group) => side(group, number))),
    strip,
    reasons(finding),
    advice(finding.r),
    MORE.part(number));
}
