"""Lists that a number announces or sums up: 五大产业：汽车、钢铁…; 汽车、钢铁等五大产业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Claim, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Article

_NEAR_MISS = 1  # items; a list that is off by more is of something else: ten persons, and the kinds they are of
_MOST = 12  # items; nobody counts on in a sentence
_LONGEST = 10  # letters of an item
_BRACKETS = re.compile(r"[()（）“”‘’《》「」\[\]\d%]")  # what is in them may hold a list of its own
_ITEM = re.compile(r"“[^“”]+”|「[^「」]+」|《[^《》]+》")


class NumberedList(Value, frozen=True):
    """A number and the list that goes with it. `least` to `most` items: 和 may join two items or be part of one."""

    number: Claim
    list: Span
    least: int
    most: int
    closed: bool  # whether the words say that the list is whole; 等 before the number leaves it open at its end

    @property
    def fits(self) -> bool:
        """Whether the number may be that of the items."""
        number = self.number.low or 0
        return self.least <= number and (number <= self.most or not self.closed)

    @property
    def may_belong(self) -> bool:
        """Whether the list may be the one that the number speaks of: as long, or off by one."""
        number = self.number.low or 0
        return self.least - _NEAR_MISS <= number and (number <= self.most + _NEAR_MISS or not self.closed)


def find_lists(article: Article, lexicon: FrameLexicon) -> Iterator[NumberedList]:
    """The lists of an article with their numbers, in order."""
    folded, patterns = article.text.folded, lexicon.lists
    for claim in article.claims:
        if not _is_count_of_list(claim, lexicon):
            continue
        start, end = claim.sentence
        if patterns.saying.match(folded, claim.end) or patterns.two_numbers.search(folded[start : claim.start]):
            continue
        if match := patterns.announced.match(folded, claim.end, end):
            if not patterns.open.search(match["list"]) and not patterns.numbered.match(match["list"]):
                yield from _make_list(folded, claim, match.span("list"), lexicon, closed=True)
        elif match := patterns.summed.search(folded[start : claim.start]):
            span = (start + match.start("list"), start + match.end("list"))
            yield from _make_list(folded, claim, span, lexicon, closed=False)


def _is_count_of_list(claim: Claim, lexicon: FrameLexicon) -> bool:
    counted = claim.kind == "count" and claim.unit not in lexicon.words.saying_units | lexicon.words.kind_units
    if not counted or claim.qualifier != "exact" or claim.low is None:
        return False
    return claim.low == claim.high and 2 <= claim.low <= _MOST and claim.low % 1 == 0


def _make_list(folded: str, claim: Claim, span: Span, lexicon: FrameLexicon, *, closed: bool) -> Iterator[NumberedList]:
    words = folded[slice(*span)]
    if lexicon.lists.quoted.fullmatch(words):
        count = len(_ITEM.findall(words))
        if count > 1:
            yield NumberedList(number=claim, list=span, least=count, most=count, closed=closed)
        return
    items = words.split("、")
    if len(items) < 2 or _BRACKETS.search(words) or any(not 0 < len(item) <= _LONGEST for item in items[1:]):
        return
    joined = sum(len(lexicon.lists.joins.findall(item)) for item in items)
    yield NumberedList(number=claim, list=span, least=len(items), most=len(items) + joined, closed=closed)
