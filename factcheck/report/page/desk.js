// What is decided, as it is on disk, and how an answer gets there.

const VERDICTS = ["confirmed", "explained", "false-alarm"];
const PATIENCE = 20_000; // milliseconds until a silent server counts as gone
const LOOK = 3000; // milliseconds between two looks at what other windows have written
let decided = { rulings: {}, prints: {} }; // rulings by id, and the id that each fingerprint has
let tag = null;
let asked = Promise.resolve();

const idOfPrint = (print) => (Object.hasOwn(decided.prints, print) ? decided.prints[print] : null);

function idsOn(number) {
  return [...new Set(DATA.findings[number].f.map(idOfPrint).filter(Boolean))];
}

function isOpen(number) {
  return DATA.findings[number].f.some((print) => !idOfPrint(print));
}

// open: something of it is to be ruled on; confirmed: it goes on failing; silenced: it is no longer reported.
function standing(number) {
  if (isOpen(number)) return "open";
  return idsOn(number).some((id) => decided.rulings[id].ruling === "confirmed") ? "confirmed" : "silenced";
}

// One request at a time, so that no older answer arrives after a newer one. Status 0: nobody answered.
function exchange(path, body) {
  const told = body
    ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }
    : { headers: tag ? { "If-None-Match": tag } : {} };
  asked = asked.then(() => answered(path, told));
  return asked;
}

async function answered(path, told) {
  try {
    const answer = await fetch(path, { ...told, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    return { status: answer.status, tag: answer.headers.get("ETag"), held: json ? await answer.json() : {} };
  } catch {
    return { status: 0, tag: null, held: {} };
  }
}

function take(answer) {
  if (!answer.held.prints) return;
  decided = { rulings: answer.held.rulings, prints: answer.held.prints };
  tag = answer.tag;
}

// Why nothing was written or read, in words.
function failure({ status, held }, key = "web.unsaved") {
  if (status === 0) return t("web.gone");
  if (status === 403) return t("web.closed");
  return t(key, { reason: held.error || String(status) });
}
