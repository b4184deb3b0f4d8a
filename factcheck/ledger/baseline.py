"""What was accepted as it stood on one day: `claims/baseline.jsonl`, a pair of places a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from factcheck.errors import LedgerError
from factcheck.ledger.file import Fingerprint, read
from factcheck.messages import say
from factcheck.model import Severity, Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BASELINE = "baseline.jsonl"


class Baselined(Value, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A pair that was in `places` places when the baseline was written; in more it is new.

    The rest is for a person to review, and decides nothing: severity and message of its finding, and where it was, each
    `path:line`, the path as seen from the folder around the ledger. A baseline of an older version lacks it.
    """

    fingerprint: Fingerprint
    rule: str
    places: Annotated[int, msgspec.Meta(ge=1)]
    severity: Severity | None = None
    message: str | None = None
    where: tuple[str, ...] = ()


def read_baseline(folder: Path) -> tuple[Baselined, ...]:
    """The baseline of a ledger; none where it has no such file. Raises `LedgerError` with file, line and cure."""
    path = folder / BASELINE
    if not path.exists():
        return ()
    found: dict[str, Baselined] = {}
    for number, line in enumerate(read(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=Baselined)
        except msgspec.DecodeError as error:
            what = say("plain", text=str(error).partition(" - at ")[0])
            raise LedgerError(what, where=f"{path}:{number}", cure=say("cure.baseline-anew")) from error
        if one.fingerprint in found:
            what = say("error.fingerprint-twice", one=one.fingerprint)
            raise LedgerError(what, where=f"{path}:{number}", cure=say("cure.more-places"))
        found[one.fingerprint] = one
    return tuple(found.values())


def as_lines(baseline: Iterable[Baselined]) -> str:
    """The file's text: by rule and fingerprint, so that a new baseline differs where findings do."""
    held = sorted(baseline, key=lambda one: (one.rule, one.fingerprint))
    return "".join(msgspec.json.encode(one).decode() + "\n" for one in held)
