"""What tells a finding from all others of a report, for programs that keep a list of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Finding


def name_findings(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with 32 letters that no other has: of its first pair, so that moved lines change nothing."""
    before = Counter[str]()
    for one in findings:
        own = one.fingerprints[0] if one.fingerprints else "\x1f".join(sorted(place.text for place in one.locations))
        before[own] += 1
        yield one, hashlib.sha256(f"{one.rule}\x1f{own}\x1f{before[own]}".encode("utf-8", "replace")).hexdigest()[:32]
