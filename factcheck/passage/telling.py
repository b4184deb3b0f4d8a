"""What a person should hear of a copy: names, dates and negations that changed, and words that lost their marks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Place, Quotation, Value
from factcheck.quotation.changes import Change, find_changes
from factcheck.quotation.speakers import ends_in_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.lexicon import Lexicon, PassageLexicon, QuotationLexicon
    from factcheck.model import Article, Passage

_LETTERS = 2000  # of a place; a longer one is an article, and what was edited in it is no news
_COPIES = 4  # compared with the first place
_NUMBER = re.compile(r"\d+")
_LONGEST = 10  # letters of a date; in a longer change it is not the date that matters
_AROUND = 14  # letters before a name that hold its title
_MORE = 2  # letters of a name behind the one that changed
_INSIDE = 0.8  # of a place, between quotation marks


class LostMarks(Value, frozen=True):
    """The same words between quotation marks at one place, and as the author's own at another."""

    quotation: Quotation
    narrated: Place


def find_telling_changes(
    articles: Mapping[str, Article], passage: Passage, lexicon: Lexicon
) -> tuple[tuple[str, Change], ...]:
    """The changes of names, dates and negations between the first place and the next ones, each with its kind."""
    first, *others = passage.places
    if first.end - first.start > _LETTERS:
        return ()
    found: dict[tuple[str, str, str], Change] = {}
    for other in islice((p for p in others if p.doc != first.doc and p.end - p.start <= _LETTERS), _COPIES):
        for kind, change in _find_telling(articles[first.doc], first, articles[other.doc], other, lexicon):
            found.setdefault((kind, change.before, change.after), change)
    return tuple((kind, change) for (kind, _, _), change in found.items())


def _find_telling(
    a: Article, place_a: Place, b: Article, place_b: Place, lexicon: Lexicon
) -> Iterator[tuple[str, Change]]:
    words = lexicon.quotation
    for change in find_changes(a, place_a, b, place_b, words):
        if change.kind == "negated":
            yield "negated", change
        elif _is_redated(a, b, change, lexicon.passage):
            yield "date", change
        elif not (change.before and change.after):
            continue
        elif _is_name(a, change.a[1], change.before, words) and _is_name(b, change.b[1], change.after, words):
            yield "name", change


def _is_redated(a: Article, b: Article, change: Change, lexicon: PassageLexicon) -> bool:
    """Whether another day is named; 7月24日 and 24日 are one."""
    units = lexicon.date_units
    if not (_is_date(a, change.a[1], change.before, units) and _is_date(b, change.b[1], change.after, units)):
        return False
    if max(len(change.before), len(change.after)) > _LONGEST:
        return False
    days = ([int(number) for number in _NUMBER.findall(words)] for words in (change.before, change.after))
    fewer, more = sorted(days, key=len)
    return more[-len(fewer) :] != fewer


def _is_date(article: Article, end: int, words: str, units: frozenset[str]) -> bool:
    behind = article.text.folded[end : end + 1]
    return any(letter.isdigit() for letter in words) and (words[-1] in units or (bool(behind) and behind in units))


def _is_name(article: Article, end: int, words: str, lexicon: QuotationLexicon) -> bool:
    folded = article.text.folded
    if len(words) > 1 and words.isascii() and words.isalpha():
        return True
    return any(ends_in_name(folded[max(0, end - _AROUND) : end + more], lexicon) for more in range(_MORE + 1))


def find_lost_marks(articles: Mapping[str, Article], passage: Passage) -> LostMarks | None:
    """The first place that gives the words as somebody's, if another gives them as the author's own."""
    quoted: Quotation | None = None
    narrated: Place | None = None
    for place in passage.places:
        spans = [q for q in articles[place.doc].quotations if q.start < place.end and place.start < q.end]
        around = next((q for q in spans if q.role == "speech" and _share_within(place, q) >= _INSIDE), None)
        if around is not None:
            quoted = quoted or around
        elif not any(q.role == "speech" for q in spans):
            narrated = narrated or place
    return LostMarks(quoted, narrated) if quoted is not None and narrated is not None else None


def _share_within(place: Place, quotation: Quotation) -> float:
    shared = min(place.end, quotation.end) - max(place.start, quotation.start)
    return shared / max(1, place.end - place.start)
