"""Versions of one page: the same article, published again with changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Document, Passage

_SHARED = 0.8  # of both texts


def day(date: str | None) -> dt.date | None:
    """An ISO date as such; None where it is partial, not one, or missing."""
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        return None


def days_apart(a: Document, b: Document) -> int | None:
    """The days between the dates of two articles, None where one is not known to the day."""
    first, second = day(a.date), day(b.date)
    return None if first is None or second is None else abs((second - first).days)


def one_page(a: Document, b: Document, passage: Passage) -> bool:
    """Whether two articles that share `passage` are versions of one page.

    They are with the same URL, or from the same source with four fifths of both texts in common; what is unknown is
    never the same.
    """
    if a.url is not None and a.url == b.url:
        return True
    if a.source is None or a.source != b.source or not passage.whole:
        return False
    shares = dict(zip((place.doc for place in passage.places), passage.shares, strict=False))
    return min(shares.get(a.id, 0.0), shares.get(b.id, 0.0)) >= _SHARED
