// What a rule says, and what to do about what it found.

function inline(text) {
  return text.split(/(\*\*.+?\*\*|`.+?`|FC\d{3})/).map((part) => {
    if (part.startsWith("**")) return el("b", null, part.slice(2, -2));
    if (part.startsWith("`")) return el("code", null, part.slice(1, -1));
    return Object.hasOwn(DATA.pages, part) ? codeLink(part) : part;
  });
}

function ruleParts(parts) {
  const tags = { h: "h3", q: "blockquote", e: "pre", p: "p" };
  return parts.map(([kind, words]) => el(tags[kind], null, ...(kind === "e" ? [words] : inline(words))));
}

function codeLink(code) {
  return Object.hasOwn(DATA.pages, code)
    ? el("a", { class: "code", href: "#rule-" + code, title: t("page.rule.page") }, code)
    : el("span", { class: "code" }, code);
}

function advice(code) {
  const told = Object.hasOwn(DATA.pages, code) ? inLanguage(DATA.pages[code]).advice : [];
  return told.length ? el("details", { class: "advice" }, el("summary", null, t("page.advice")), ...ruleParts(told)) : null;
}

// Closed, the address is again that of what was looked at before: the same link opens it once more.
function showRule(code) {
  if (!Object.hasOwn(DATA.pages, code)) return;
  $("rule-title").textContent = `${code} ${ruleName(code)}`;
  $("rule-text").replaceChildren(...ruleParts(inLanguage(DATA.pages[code]).page));
  if (!$("rule-page").open) $("rule-page").showModal();
  $("rule-title").focus(); // and no link in the middle of the text
}
