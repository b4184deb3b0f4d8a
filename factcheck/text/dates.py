"""The dates of documents, as days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Document


def parse_day(date: str | None) -> dt.date | None:
    """An ISO date as such; None where it is partial, not one, or missing."""
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        return None


def days_apart(a: Document, b: Document) -> int | None:
    """The days between the dates of two articles, None where one is not known to the day."""
    first, second = parse_day(a.date), parse_day(b.date)
    return None if first is None or second is None else abs((second - first).days)
