"""Moments that a sentence names beside its figure: hours, sessions of an exchange, days of record, fiscal years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantity.numerals import small_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.pair import MomentPatterns
    from factcheck.lexicon.quantity import NumeralLexicon
    from factcheck.model import Span

Stamps = frozenset[tuple[str, str]]

_NOON, _DAY = 12, 24
_SPACE = re.compile(r"\s+")


def find_stamps(folded: str, span: Span, lexicon: Lexicon) -> Stamps:
    """The moments named within a span of folded text, as (class, value)."""
    text, patterns = folded[slice(*span)], lexicon.pair.moments
    return frozenset((*_hours(text, patterns, lexicon.quantity.numerals), *_named(text, patterns)))


def _hours(text: str, patterns: MomentPatterns, numerals: NumeralLexicon) -> Iterator[tuple[str, str]]:
    for match in patterns.hour.finditer(text):
        hour = small_number(match["hour"], numerals)
        first, last = patterns.afternoon.get(match["half"], (_DAY, _DAY))
        hour += _NOON if first <= hour <= last else 0
        if 0 < hour < _DAY:  # 24时 and 0时 end and begin a day, and its date says which
            yield "hour", f"{hour}:{patterns.parts.get(match['part'], int(match['minute'] or 0)):02}"


def _named(text: str, patterns: MomentPatterns) -> Iterator[tuple[str, str]]:
    for match in patterns.session.finditer(text):
        yield "session", match.group()
    for match in patterns.record.finditer(text):
        yield "record", _SPACE.sub("", match["day"])
    for match in patterns.fiscal.finditer(text):
        year = match["year"] or match["fy"] or match["before"] or match["behind"]
        yield "fiscal", year + (match["unit"] or (match["part"] or "")[::-1])


def are_apart(one: Stamps, other: Stamps) -> bool:
    """Whether both name moments of a class, and neither names all those of the other."""
    for name in {kind for kind, _ in one} & {kind for kind, _ in other}:
        left, right = ({value for kind, value in side if kind == name} for side in (one, other))
        if not left <= right and not right <= left:
            return True
    return False
