"""What an editor rules on: the findings of one scan, and the rulings as they are on disk."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import msgspec

from factcheck.ledger import edit
from factcheck.ledger.rulings import places_of, rulings
from factcheck.report.escape import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from factcheck.ledger import Ruling
    from factcheck.ledger.rulings import Verdict
    from factcheck.model import Finding

_Stamp = tuple[int, int, int] | None


class Desk:
    """The findings by the names that the page gives them, and the ledger that holds what was decided.

    Every method may be called from several threads, and while other programs write to the ledger.
    """

    def __init__(self, findings: Sequence[Finding], folder: Path, by: str) -> None:
        self._folder, self._by = folder, by
        named = _name_findings(findings)
        self._prints = {name: finding.fingerprints for name, finding in named.items()}
        self._places = {name: places_of(finding) for name, finding in named.items()}
        self._lock = threading.Lock()
        self._read: tuple[_Stamp, tuple[Ruling, ...]] = (None, ())

    def knows(self, finding: str) -> bool:
        """Whether a finding of this name is on the page."""
        return finding in self._prints

    def state(self) -> dict[str, dict[str, object]]:
        """The rulings on the findings of the page; raises `LedgerError` where the file cannot be read.

        `rulings` holds what is decided, by id, every letter visible; `prints` the id that each fingerprint has.
        """
        held = self._current()
        known = {one for prints in self._prints.values() for one in prints if one in held}
        return {
            "rulings": {identity(held[one]): _make_visible(held[one]) for one in sorted(known)},
            "prints": {one: identity(held[one]) for one in sorted(known)},
        }

    def count_open(self) -> int:
        """The number of findings with a pair that nobody has ruled on."""
        held = self._current()
        return sum(any(one not in held for one in prints) for prints in self._prints.values())

    def rule(self, finding: str, verdict: Verdict, reason: str, known: Sequence[str]) -> str | None:
        """Rule on every open pair of a finding; the id of the ruling once it is on disk.

        `known` are the ids of the rulings on it that the person saw. Where there is another by now, or no pair is
        open, nothing is written and the answer is None.
        """
        held = self._current()
        prints = self._prints[finding]
        if any(one in held and identity(held[one]) not in known for one in prints):
            return None
        open_now = (one for one in prints if one not in held)
        written = rulings(open_now, verdict, reason, self._by, self._places[finding])
        return identity(written[0]) if written and edit.rule_on(self._folder, written) else None

    def take_back(self, finding: str, ruling: str) -> bool:
        """Take a ruling, by its id, off a finding; False where it does not stand any more."""
        held = self._current()
        mine = [held[one] for one in self._prints[finding] if one in held and identity(held[one]) == ruling]
        return bool(mine) and edit.take_back(self._folder, mine)

    def _current(self) -> Mapping[str, Ruling]:
        path = edit.rulings_file(self._folder)
        with self._lock:
            stamp = _read_stamp(path)  # before it is read: what is written meanwhile is read the next time
            if stamp is None or stamp != self._read[0]:
                self._read = stamp, edit.current_rulings(self._folder)
            return {ruling.fingerprint: ruling for ruling in self._read[1]}


def identity(ruling: Ruling) -> str:
    """What tells one decision from another: the same on all pairs that were decided together."""
    said = msgspec.json.encode((ruling.ruling, ruling.reason, ruling.by, ruling.date))
    return hashlib.sha256(said).hexdigest()[:16]


def _name_findings(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Name → finding: it is called by its first fingerprint, or by its number where an earlier one has that too."""
    named: dict[str, Finding] = {}
    taken: set[str] = set()
    for number, finding in enumerate(findings, 1):
        first = finding.fingerprints[0] if finding.fingerprints else None
        named[first if first is not None and first not in taken else f"finding-{number}"] = finding
        taken.update(finding.fingerprints)
    return named


def _make_visible(ruling: Ruling) -> dict[str, str]:
    reason = "\n".join(escape_invisible(line) for line in ruling.reason.splitlines())
    return {"ruling": ruling.ruling, "reason": reason, "by": escape_invisible(ruling.by), "date": ruling.date}


def _read_stamp(path: Path) -> _Stamp:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
