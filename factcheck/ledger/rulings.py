"""What a person decided about a pair of places: `claims/rulings.yaml`."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.errors import LedgerError
from factcheck.ledger.file import Day, Fingerprint, Words, load, rows
from factcheck.messages import say
from factcheck.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Finding

Verdict = Literal["confirmed", "explained", "false-alarm"]
_MOST = 12  # articles that a ruling names


class _Entry(Value, frozen=True, forbid_unknown_fields=True):
    """A ruling as the file holds it."""

    fingerprint: Fingerprint
    ruling: Verdict
    reason: Words
    by: Words
    date: Day
    places: tuple[Words, ...] = ()


class Ruling(Value, frozen=True):
    """What a person decided about a pair of places: `confirmed` goes on failing, the others are silenced.

    `where` is the file and line that hold it; `places` are the absolute paths of the articles that it is about, as far
    as they are known. The file holds them as seen from the folder around the ledger.
    """

    fingerprint: str
    ruling: Verdict
    reason: str
    by: str
    date: str
    where: str = ""
    places: tuple[str, ...] = ()


def read_rulings(path: Path) -> Iterator[Ruling]:
    """The rulings of a file, in order. Raises `LedgerError` with file, line and cure."""
    loaded, _ = load(path)
    seen: dict[str, int] = {}
    for index, entry in enumerate(rows(loaded, list[_Entry])):
        line = loaded.lines[index,]
        if entry.fingerprint in seen:
            what = say("error.ruled-twice", one=entry.fingerprint, n=str(seen[entry.fingerprint]))
            raise LedgerError(what, where=f"{path}:{line}", cure=say("cure.one-ruling"))
        seen[entry.fingerprint] = line
        fields = msgspec.structs.asdict(entry) | {
            "places": tuple(make_absolute(place, path.parent) for place in entry.places)
        }
        yield Ruling(**fields, where=f"{path}:{line}")


def rulings(
    fingerprints: Iterable[str], ruling: Verdict, reason: str, by: str, places: tuple[str, ...] = ()
) -> tuple[Ruling, ...]:
    """What `by` decides today about each of these pairs, which stand in the articles at `places`."""
    today = dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    return tuple(
        Ruling(fingerprint=one, ruling=ruling, reason=reason, by=by, date=today, places=places) for one in fingerprints
    )


def places_of(finding: Finding) -> tuple[str, ...]:
    """The absolute paths of the articles that a finding stands in; none where they are too many to be written down."""
    paths = {os.path.abspath(place.path) for place in finding.locations if place.path not in {None, "-"}}  # noqa: PTH100
    return tuple(sorted(paths)) if len(paths) <= _MOST else ()


def make_absolute(place: str, folder: Path) -> str:
    """A path that the ledger in `folder` names, as an absolute one.

    It is seen from the folder around the ledger; from the current one where only that has it, as with the ledger of a
    pull request's base, which a build lays aside.
    """
    around = os.path.abspath(folder / os.pardir / place)  # noqa: PTH100 - follows no link
    here = os.path.abspath(place)  # noqa: PTH100 - the same
    return here if not os.path.lexists(around) and os.path.lexists(here) else around


def make_relative(place: str, folder: Path) -> str:
    """An absolute path as the ledger in `folder` names it, the same on every machine where it lies in the project."""
    try:
        return Path(os.path.relpath(place, folder.absolute().parent)).as_posix()
    except ValueError:  # on another drive
        return place
