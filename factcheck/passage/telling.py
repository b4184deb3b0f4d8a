"""What a person should hear of a copy: names, dates and negations that changed, and words that lost their marks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Place, Quotation, Value
from factcheck.quotation.changes import Change, changes
from factcheck.quotation.speakers import ends_in_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Article, Passage

_LETTERS = 2000  # of a place; a longer one is an article, and what was edited in it is no news
_COPIES = 4  # compared with the first place
_DATE = "年月日号"
_NUMBER = re.compile(r"\d+")
_LONGEST = 10  # letters of a date; in a longer change it is not the date that matters
_AROUND = 14  # letters before a name that hold its title
_MORE = 2  # letters of a name behind the one that changed
_INSIDE = 0.8  # of a place, between quotation marks


class Quoted(Value, frozen=True):
    """The same words between quotation marks at one place, and as the author's own at another."""

    quotation: Quotation
    told: Place


def told_otherwise(articles: Mapping[str, Article], passage: Passage) -> tuple[tuple[str, Change], ...]:
    """The changes of names, dates and negations between the first place and the next ones, each with its kind."""
    first, *others = passage.places
    if first.end - first.start > _LETTERS:
        return ()
    found: dict[tuple[str, str, str], Change] = {}
    for other in islice((p for p in others if p.doc != first.doc and p.end - p.start <= _LETTERS), _COPIES):
        for kind, change in _telling(articles[first.doc], first, articles[other.doc], other):
            found.setdefault((kind, change.before, change.after), change)
    return tuple((kind, change) for (kind, _, _), change in found.items())


def _telling(a: Article, place_a: Place, b: Article, place_b: Place) -> Iterator[tuple[str, Change]]:
    for change in changes(a, place_a, b, place_b):
        if change.kind == "negated":
            yield "negated", change
        elif _redated(a, b, change):
            yield "date", change
        elif change.before and change.after and _named(a, change.a[1], change.before) and _named(
            b, change.b[1], change.after
        ):  # fmt: skip
            yield "name", change


def _redated(a: Article, b: Article, change: Change) -> bool:
    """Whether another day is named; 7月24日 and 24日 are one."""
    if not (_dated(a, change.a[1], change.before) and _dated(b, change.b[1], change.after)):
        return False
    if max(len(change.before), len(change.after)) > _LONGEST:
        return False
    days = ([int(number) for number in _NUMBER.findall(words)] for words in (change.before, change.after))
    fewer, more = sorted(days, key=len)
    return more[-len(fewer) :] != fewer


def _dated(article: Article, end: int, words: str) -> bool:
    behind = article.text.folded[end : end + 1]
    return any(letter.isdigit() for letter in words) and (words[-1] in _DATE or (bool(behind) and behind in _DATE))


def _named(article: Article, end: int, words: str) -> bool:
    folded = article.text.folded
    if len(words) > 1 and words.isascii() and words.isalpha():
        return True
    return any(ends_in_name(folded[max(0, end - _AROUND) : end + more]) for more in range(_MORE + 1))


def quoted_and_told(articles: Mapping[str, Article], passage: Passage) -> Quoted | None:
    """The first place that gives the words as somebody's, if another gives them as the author's own."""
    quoted: Quotation | None = None
    told: Place | None = None
    for place in passage.places:
        spans = [q for q in articles[place.doc].quotations if q.start < place.end and place.start < q.end]
        around = next((q for q in spans if q.role == "speech" and _within(place, q) >= _INSIDE), None)
        if around is not None:
            quoted = quoted or around
        elif not any(q.role == "speech" for q in spans):
            told = told or place
    return Quoted(quoted, told) if quoted is not None and told is not None else None


def _within(place: Place, quotation: Quotation) -> float:
    shared = min(place.end, quotation.end) - max(place.start, quotation.start)
    return shared / max(1, place.end - place.start)
