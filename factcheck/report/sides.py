"""The sides of a finding: which places stand together, and what is marked in the sentence of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.model import Article, Document, Place
from factcheck.quotation.changes import find_changes
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Location, Span

_DIFFERENT = 400  # letters up to which two wordings are compared letter by letter


def group_places(locations: Iterable[Location]) -> list[list[Location]]:
    """The places that agree with one another, group by group."""
    groups: dict[int, list[Location]] = {}
    for place in locations:
        groups.setdefault(place.group, []).append(place)
    return list(groups.values())


def find_changed_spans(place: Location, other: Location) -> list[Span]:
    """The stretches of a wording that the other one has not; all of it where they are long."""
    if max(len(place.text), len(other.text)) > _DIFFERENT:
        return [(place.start, place.end)]
    spans = [change.a for change in find_changes(*_alone(place), *_alone(other), zh.lexicon().quotation)]
    return [(place.start + start, place.start + end) for start, end in spans if start < end]


def _alone(place: Location) -> tuple[Article, Place]:
    """The wording of a place as an article of its own."""
    document = Document(id=place.doc, text=place.text)
    return Article(document, prepare(place.text, lexicon=zh.lexicon()), (), ()), Place(place.doc, 0, len(place.text))
