"""Paragraphs that so many articles print that they are not compared; whoever reads the report should know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.messages import say, skip_input
from factcheck.passage.reuse import find_neutral
from factcheck.passage.seeds import stock_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import Lexicon
    from factcheck.model import Skipped
    from factcheck.passage.letters import Bytes, Letters

_PARAGRAPH = 36  # weight; what is shorter may be a common phrase, and nobody misses those


def tell_crowded(letters: Letters, common: Bytes, lexicon: Lexicon) -> Skipped | None:
    """A warning on the first of these paragraphs that says how many articles hold any; None without them.

    `common` is 1 for each letter of what too many articles hold. Boilerplate that is known as such counts nothing.
    """
    found: dict[int, int] = {}  # number of an article → where its first such paragraph begins
    for doc, start, end in _stretches(letters, common):
        if doc not in found and _weigh_prose(letters, doc, start, end, lexicon) >= _PARAGRAPH:
            found[doc] = start
    if not found:
        return None
    doc, start = next(iter(found.items()))
    document = letters.articles[doc].document
    line = document.record or document.text.count("\n", 0, letters.span(start, start + 1)[0]) + 1
    most = stock_limit(len(letters.articles))
    return skip_input(document.path or document.id, say("skipped.crowded", n=len(found), most=most), line=line)


def _stretches(letters: Letters, common: Bytes) -> Iterator[tuple[int, int, int]]:
    """Article, start and end of all that `common` marks and that may be long enough, in order."""
    marked = np.concatenate(([0], np.frombuffer(common, np.int8), [0]))
    edges = np.flatnonzero(np.diff(marked)).reshape(-1, 2)
    for start, end in edges[edges[:, 1] - edges[:, 0] >= _PARAGRAPH].tolist():
        for doc in range(letters.doc(start), letters.doc(end - 1) + 1):
            first, last = int(letters.first[doc]), int(letters.first[doc + 1])
            yield doc, max(start, first), min(end, last)


def _weigh_prose(letters: Letters, doc: int, start: int, end: int, lexicon: Lexicon) -> int:
    """The weight of a stretch without its boilerplate."""
    inside = ((max(start, a), min(end, b)) for a, b in find_neutral(letters, lexicon, doc))
    return letters.weigh(start, end) - sum(letters.weigh(a, b) for a, b in inside if a < b)
