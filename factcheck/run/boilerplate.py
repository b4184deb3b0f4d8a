"""Which classes of boilerplate articles hold: what no passage is made of, for a person who wants to know it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.passage import boilerplate_classes
from factcheck.run.article import prepare_document
from factcheck.run.engine import map_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Document


def boilerplate(documents: Iterable[Document], jobs: int = 1) -> dict[str, int]:
    """How many stretches of each class the documents hold, the most common first; none that no document holds."""
    counts: Counter[str] = Counter()
    for held in map_parts(_classes, documents, jobs):
        counts.update(held)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _classes(document: Document) -> dict[str, int]:
    lexicon = zh.lexicon()
    try:
        return boilerplate_classes([prepare_document(document, lexicon)[1]], lexicon=lexicon)
    except Exception:  # noqa: BLE001 - the scan has said of this article that it cannot be worked through
        return {}
