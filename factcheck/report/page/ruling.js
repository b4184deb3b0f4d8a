// Where a person rules: a part below each finding, a progress line, and the keys of the terminal.

const drafts = new Map(); // finding → the reason as it is being written
const forms = new Map(); // finding → { verdict, fault, busy }, while it is asked for
const notices = new Map(); // finding → what the person should know before going on
const answers = []; // of this window, { number, id }; a skip has no id
let view = "open";

const KEY_OF = { confirmed: "c", explained: "x", "false-alarm": "f" };

function stamp(number, id) {
  const { ruling, reason, by, date } = decided.rulings[id];
  const prints = DATA.findings[number].f;
  const on = prints.filter((print) => idOfPrint(print) === id).length;
  return el("div", { class: `stamp ${ruling}` },
    el("p", null, el("b", { class: "seal-of" }, t("web." + ruling)), " ", el("span", { class: "said-why", dir: "auto" }, reason)),
    el("p", { class: "by" }, el("bdi", null, by), ` · ${date}`, on < prints.length ? ` · ${t("web.part", { n: on, all: prints.length })}` : null,
      el("button", { type: "button", class: "plain", click: () => takeBack(number, id) }, t("web.take-back"))));
}

// What a ruling means depends on what the rule looks at: a quotation is no fact, and a sum has no two sides.
const ASKED = { FC2: "quotation", FC301: "repeated", FC302: "shared", FC303: "copy", FC404: "list", FC4: "sum" };

function asks(verdict, what, number) {
  const { r: code } = DATA.findings[number];
  const kind = ASKED[code] || ASKED[code.slice(0, 3)];
  const own = Object.hasOwn(DATA.words, ["web", verdict, what, kind].join("."));
  return own ? t(`web.${verdict}.${what}.${kind}`) : t(`web.${verdict}.${what}`);
}

function choices(number) {
  const chosen = forms.get(number);
  return el("div", { class: "verdicts", role: "group", "aria-label": t("web.question") },
    ...VERDICTS.map((verdict) => el("button", { type: "button", class: `verdict ${verdict}`, "data-verdict": verdict,
      "aria-keyshortcuts": KEY_OF[verdict], title: asks(verdict, "means", number), "aria-pressed": String(chosen?.verdict === verdict), click: () => pick(number, verdict) },
    el("kbd", null, KEY_OF[verdict]), t("web." + verdict))),
    el("button", { type: "button", class: "verdict skip-it", click: () => skip(number) }, el("kbd", null, "s"), t("web.skip")));
}

function formOf(number) {
  const { verdict, fault, busy } = forms.get(number);
  const name = `reason-${number}`;
  const field = el("textarea", { id: name, rows: 2, maxlength: 2000, dir: "auto", disabled: busy, "aria-invalid": fault ? "true" : null,
    "aria-describedby": `${name}-means ${name}-fault ${name}-keys`,
    input: () => drafts.set(number, field.value), keydown: (event) => typed(event, number) });
  field.value = drafts.get(number) || "";
  return el("form", { class: "reason", submit: (event) => { event.preventDefault(); save(number); } },
    el("label", { for: name }, asks(verdict, "why", number)),
    el("p", { class: "means", id: `${name}-means` }, asks(verdict, "means", number)),
    field,
    el("p", { class: "fault", id: `${name}-fault`, role: "alert" }, fault || ""),
    el("div", { class: "do" },
      el("button", { type: "submit", class: "save", disabled: busy }, busy ? t("web.saving") : t("web.save", { a: t("web." + verdict) })),
      el("button", { type: "button", class: "plain", disabled: busy, click: () => closed(number) }, t("web.cancel")),
      el("span", { class: "hint", id: `${name}-keys` }, t("web.keys"))));
}

function part(number) {
  const open = isOpen(number);
  const notice = notices.get(number);
  return el("div", { class: "ruling", "data-decided": stateOf(number) },
    ...idsOn(number).map((id) => stamp(number, id)),
    notice ? el("p", { class: "notice" }, notice) : null,
    open ? choices(number) : null,
    open && forms.has(number) ? formOf(number) : null);
}

const stateOf = (number) => `${standing(number)} ${idsOn(number).join(" ")}`;

function cardOf(number) {
  return $("list").querySelector(`[data-number="${number}"]`);
}

// Draw the part anew; what was in focus in it goes to the same thing again, or to the card.
function renew(number, focus) {
  const found = cardOf(number);
  if (!found) return;
  const old = found.querySelector(".ruling");
  const held = old.contains(document.activeElement);
  const fresh = part(number);
  old.replaceWith(fresh);
  found.classList.remove("open", "confirmed", "silenced");
  found.classList.add(standing(number));
  const field = fresh.querySelector("textarea");
  if (focus === "field" && field) field.focus();
  else if (held) (field && !field.disabled ? field : found).focus({ preventScroll: true });
}

// What other windows wrote: their rulings are shown, and a reason that is being written for nothing is kept in sight.
function update() {
  for (const found of $("list").children) {
    const number = Number(found.dataset.number);
    if (found.querySelector(".ruling").dataset.decided !== stateOf(number)) {
      if (!isOpen(number)) overtaken(number);
      renew(number);
    }
  }
  progress();
}

function overtaken(number) {
  const form = forms.get(number);
  if (!form) return;
  const said = (drafts.get(number) || "").trim();
  if (idsOn(number).some((id) => isOurs(decided.rulings[id], form.verdict, said))) {
    forms.delete(number);
    say(t("web.saved", { a: t("web." + form.verdict) }));
    return;
  }
  const by = decided.rulings[idsOn(number)[0]]?.by || "";
  notices.set(number, t(said ? "web.overtaken" : "web.overtaken.bare", { a: t("web." + form.verdict), reason: said, by }));
  forms.delete(number);
  say(t("web.first", { by }));
}

// Our own answer, of which the server's word was lost on the way.
function isOurs({ ruling, reason, by }, verdict, said) {
  return ruling === verdict && reason === said && by === DATA.by;
}

function pick(number, verdict) {
  if (forms.get(number)?.busy) return;
  point(number);
  if (!isOpen(number)) return say(t("web.ruled-already"));
  hushed();
  notices.delete(number);
  forms.set(number, { verdict });
  renew(number, "field");
}

function point(number) {
  if (current === number && cardOf(number)) return;
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  current = number;
  cardOf(number)?.classList.add("current");
}

function closed(number) {
  forms.delete(number);
  renew(number);
  cardOf(number)?.focus({ preventScroll: true });
}

function typed(event, number) {
  if (event.isComposing) return; // Enter and Escape belong to the input method
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    save(number);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    closed(number);
  }
}

function fault(number, words) {
  forms.set(number, { ...forms.get(number), fault: words, busy: false });
  renew(number, "field");
}

async function save(number) {
  const { verdict, busy } = forms.get(number);
  if (busy) return;
  const reason = (drafts.get(number) || "").trim();
  if (!reason) return fault(number, t("web.reason-needed"));
  forms.set(number, { verdict, busy: true });
  renew(number);
  const answer = await exchange("/rulings", { finding: idOf(number), ruling: verdict, reason, known: idsOn(number) });
  if (answer.status === 409) {
    take(answer);
    forms.set(number, { verdict });
    overtaken(number);
    if (isOpen(number)) forms.set(number, { verdict });
    update();
    renew(number);
  } else if (answer.status === 200) {
    forms.delete(number);
    answers.push({ number, id: answer.held.id });
    take(answer);
    update();
    say(t("web.saved", { a: t("web." + verdict) }), undo);
    forward(number);
  } else {
    if (!answer.held.error) trouble(answer);
    forms.set(number, { verdict });
    fault(number, answer.held.error ? failure(answer) : t("web.not-saved"));
  }
}

// To the next that is open, as in the terminal; from the last back to those that were skipped.
function forward(number) {
  const at = shown.indexOf(number);
  const next = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))].find(isOpen);
  if (next !== undefined) show(next);
  else cardOf(number)?.focus({ preventScroll: true });
}

function skip(number) {
  if (forms.get(number)?.busy) return;
  answers.push({ number, id: null });
  closed(number);
  forward(number);
}

async function undo() {
  const last = answers.pop();
  if (!last) return say(t("web.nothing"));
  if (last.id) {
    const answer = await exchange("/rulings/undo", { finding: idOf(last.number), ruling: last.id });
    after(answer, last);
  }
  if (!shown.includes(last.number)) apply(); // it is open again
  show(last.number);
}

async function takeBack(number, id) {
  const { reason } = decided.rulings[id];
  const answer = await exchange("/rulings/undo", { finding: idOf(number), ruling: id });
  if (answer.status === 200 && !drafts.get(number)) drafts.set(number, reason);
  after(answer, null);
  renew(number);
  cardOf(number)?.focus({ preventScroll: true });
}

function after(answer, last) {
  take(answer);
  update();
  if (answer.status === 200) return say(t("web.taken-back"));
  if (answer.status === 409) return say(t("web.changed"));
  if (last) answers.push(last);
  return say(failure(answer));
}

let hush = 0;

function say(words, revoke) {
  // Read out by a screen reader: it stays in the page, and is emptied.
  const button = revoke ? el("button", { type: "button", class: "plain", click: revoke }, t("web.undo"), " ", el("kbd", null, "u")) : "";
  $("told").textContent = words;
  $("revoke").replaceChildren(button);
  $("toast").classList.add("up");
  clearTimeout(hush);
  hush = setTimeout(hushed, 8000);
}

function hushed() {
  $("toast").classList.remove("up");
  $("told").textContent = "";
  $("revoke").replaceChildren();
}

// What is left to rule on, the worst first, and what goes on failing.
function left() {
  const open = (severity) => DATA.findings.filter((finding, number) => finding.s === severity && isOpen(number)).length;
  const parts = SEVERITIES.map((one) => [one, open(one)]).filter(([, number]) => number).map(([one, number]) =>
    el("span", { class: `count ${one}` }, icon(one), t("web.left", { a: counted(one, number) })));
  const confirmed = DATA.findings.filter((_, number) => standing(number) === "confirmed").length;
  if (!parts.length) parts.push(el("span", { class: "count clean" }, t("web.none-left")));
  return confirmed ? [...parts, el("span", { class: "count" }, t("web.left.confirmed", { n: confirmed.toLocaleString("en") }))] : parts;
}

function progress() {
  $("verdict").replaceChildren(...left().flatMap((part) => [part, " "]));
  renewChips();
  const all = DATA.findings.length;
  const counts = { open: 0, confirmed: 0, silenced: 0 };
  DATA.findings.forEach((_, number) => { counts[standing(number)] += 1; });
  const ruled = all - counts.open;
  const n = (number) => number.toLocaleString("en");
  $("ruled").textContent = counts.open ? t("web.progress", { n: n(ruled), all: n(all), by: DATA.by }) : t("web.done", { all: n(all), by: DATA.by });
  const focused = $("standings").contains(document.activeElement) ? document.activeElement.dataset.view : null;
  const end = 1000 * counts.confirmed / (all || 1);
  $("done").replaceChildren(
    svg("rect", { class: "confirmed", x: 0, y: 0, width: end, height: 6 }),
    svg("rect", { class: "silenced", x: end, y: 0, width: 1000 * counts.silenced / (all || 1), height: 6 }));
  $("standings").replaceChildren(...[["open", counts.open], ["ruled", ruled], ["all", all]].map(([name, number]) =>
    el("button", { type: "button", "data-view": name, "aria-pressed": String(view === name), click: () => look(name) },
      `${t("web.view." + name)} ${n(number)}`)));
  if (focused) $("standings").querySelector(`[data-view=${focused}]`).focus({ preventScroll: true });
}

function look(name) {
  view = name;
  progress();
  apply();
  $("findings").scrollIntoView();
  $("standings").querySelector("[aria-pressed=true]").focus({ preventScroll: true });
}

// That the server is gone, or cannot read: said above the list until it is over.
function trouble(answer) {
  const well = answer.status === 200 || answer.status === 304;
  $("trouble").hidden = well;
  if (!well) $("trouble").textContent = failure(answer, "web.unread");
}

async function refresh() {
  const answer = await exchange("/rulings");
  trouble(answer);
  const before = tag;
  take(answer);
  return tag !== before;
}

async function watch() {
  if (!document.hidden && (await refresh())) update();
  setTimeout(watch, LOOK);
}

const onCurrent = (what) => () => {
  if (current < 0) step(1);
  if (current >= 0) what(current);
};

Object.assign(MORE, {
  part,
  mark: standing,
  hides: (number) => view !== "all" && (view === "open") !== (standing(number) === "open"),
  reveal: () => { view = "all"; },
  told: progress,
  headline: left,
});
Object.assign(KEYS, {
  c: onCurrent((number) => pick(number, "confirmed")),
  x: onCurrent((number) => pick(number, "explained")),
  f: onCurrent((number) => pick(number, "false-alarm")),
  s: onCurrent(skip),
  u: undo,
  r: reset,
});

async function begin() {
  await refresh();
  start();
  document.addEventListener("visibilitychange", async () => { if (!document.hidden && (await refresh())) update(); });
  setTimeout(watch, LOOK);
}

begin();
