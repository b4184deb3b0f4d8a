"""What a person decided about a pair of places: `claims/rulings.yaml`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.errors import LedgerError
from factcheck.ledger.file import Day, Fingerprint, Words, load, rows
from factcheck.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Verdict = Literal["confirmed", "explained", "false-alarm"]


class _Entry(Value, frozen=True, forbid_unknown_fields=True):
    """A ruling as the file holds it."""

    fingerprint: Fingerprint
    ruling: Verdict
    reason: Words
    by: Words
    date: Day


class Ruling(Value, frozen=True):
    """What a person decided about a pair of places: `confirmed` goes on failing, the others are silenced.

    `where` is the file and line that hold it.
    """

    fingerprint: str
    ruling: Verdict
    reason: str
    by: str
    date: str
    where: str = ""


def read_rulings(path: Path) -> Iterator[Ruling]:
    """The rulings of a file, in order. Raises `LedgerError` with file, line and cure."""
    loaded, _ = load(path)
    seen: dict[str, int] = {}
    for index, entry in enumerate(rows(loaded, list[_Entry])):
        line = loaded.lines[index,]
        if entry.fingerprint in seen:
            raise LedgerError(
                f"{entry.fingerprint} is ruled on in line {seen[entry.fingerprint]} already",
                where=f"{path}:{line}",
                cure="keep one ruling of a fingerprint",
            )
        seen[entry.fingerprint] = line
        yield Ruling(**msgspec.structs.asdict(entry), where=f"{path}:{line}")


def rulings(fingerprints: Iterable[str], ruling: Verdict, reason: str, by: str) -> tuple[Ruling, ...]:
    """What `by` decides today about each of these pairs."""
    today = dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    return tuple(Ruling(fingerprint=one, ruling=ruling, reason=reason, by=by, date=today) for one in fingerprints)
