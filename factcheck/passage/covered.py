"""Which passages another rule reports already, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Passage, Place
    from factcheck.passage.quoted import Case

_SAME = 0.8  # of a passage's place, what a quotation must cover to stand for it


def covered_by_quotations(passage: Passage, cases: Sequence[Case]) -> bool:
    """Whether some cases stand at every place of the passage, between them."""
    if passage.whole:
        return False
    quoted = [place for case in cases for place in (*case.first, *case.second)]
    return all(any(_covers(words, place) for words in quoted) for place in passage.places)


def _covers(quoted: Place, place: Place) -> bool:
    shared = min(quoted.end, place.end) - max(quoted.start, place.start)
    return quoted.doc == place.doc and shared >= _SAME * (place.end - place.start)
