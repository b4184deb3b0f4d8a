"""The heads and values of spreadsheets, in the language of who opens them; in English they are the keys of the JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.messages import name, tell, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.messages import Language
    from factcheck.model import Claim, Phrase

_OPEN = re.compile(r"(since|by) (\S+)")  # a period of which one end is open

_KEYS = {"path": "file", "doc": "document"}  # what the JSON and Python call it → the column


def heads(columns: Iterable[str], language: Language) -> tuple[str, ...]:
    """What the columns are called."""
    return tuple(text(f"column.{column}", language) for column in columns)


def add_keys(header: Sequence[str], rows: Iterable[Sequence[object]], language: Language) -> Iterator[Sequence[object]]:
    """A table with its heads; in English, which programs read, `file` and `document` under their JSON names as well."""
    if language != "en":
        yield heads(header, language)
        yield from rows
        return
    yield (*heads(header, language), *_KEYS)
    for row in rows:
        yield (*row, *(row[header.index(column)] for column in _KEYS.values()))


def tell_where(where: Phrase | None, language: Language) -> str | None:
    """The place in a file that is no plain text, in words."""
    return tell(where, language) if where is not None else None


def word(group: str, key: str, language: Language) -> str:
    """What one of a group (kind, status …) is called; in English its key, as programs read it."""
    return key if language == "en" else name(group, key, language)


def period_in_words(period: str | None, language: Language) -> str | None:
    """A period; of an open one, which end is open, in words."""
    found = _OPEN.fullmatch(period or "")
    return text(f"period.{found[1]}", language, day=found[2]) if found is not None else period


def join_scope(claim: Claim, language: Language) -> str:
    """The words that narrow what is measured, as one text."""
    return text("count.join", language).join(sorted(claim.scope))
