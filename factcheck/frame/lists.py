"""Lists that a number announces or sums up: 五大产业：汽车、钢铁…; 汽车、钢铁等五大产业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Claim, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article

_LETTERS = {"字", "词", "句"}  # of a saying, not of a list
_LETTERS_BEHIND = re.compile(r"(?:大|关键|汉)?(?:字|词|句)")  # 6个字：…
_TWO_NUMBERS = re.compile(r"[一二两三四五六七八九十\d][^\W\d]{1,2}$")  # 一厅五区: one list for both
# Points in sentences of their own, of which only the first is in sight.
_NUMBERED = re.compile(r"[“”\s]*(?:第?[一二三1-3](?:[是、.．）)]|方面|个)|首先|其一|①)")
_NEAR_MISS = 1  # items; a list that is off by more is of something else: ten persons, and the kinds they are of
_MOST = 12  # items; nobody counts on in a sentence
_LONGEST = 10  # letters of an item
_NOUN = r"[^，。；：:、的是都在\s\d]{0,6}?"
# The list must end its sentence: one that a semicolon or a line breaks goes on in another form.
_ANNOUNCED = re.compile(
    rf"{_NOUN}(?:[:：]|，?(?:即|也就是|分别是|分别为|依次是|依次为)[:：]?)(?P<list>[^。；！？\n，:：]+)(?=[。！？])"
)
_SUMMED = re.compile(r"(?:^|[，。；：:\n])(?P<list>[^。；！？\n，:：]*、[^。；！？\n，:：]*?)等(?:共|在内的)?$")
_JOINS = re.compile(r"和|与|及|以及|或")
_BRACKETS = re.compile(r"[()（）“”‘’《》「」\[\]\d%]")  # what is in them may hold a list of its own
# “水乡”“渔歌”“归帆”: between marks of quotation none is needed, and what is quoted is one item.
_QUOTED = re.compile(r"(?:(?:“[^“”]+”|「[^「」]+」|《[^《》]+》)(?:、|和|与|及|以及)?)+")
_ITEM = re.compile(r"“[^“”]+”|「[^「」]+」|《[^《》]+》")
_OPEN = re.compile(r"等|包括|例如|诸如|如|其中|省略|…")


class Listed(Value, frozen=True):
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


def lists(article: Article) -> Iterator[Listed]:
    """The lists of an article with their numbers, in order."""
    folded = article.text.folded
    for claim in article.claims:
        if not _counts(claim):
            continue
        start, end = claim.sentence
        if _LETTERS_BEHIND.match(folded, claim.end) or _TWO_NUMBERS.search(folded[start : claim.start]):
            continue
        if match := _ANNOUNCED.match(folded, claim.end, end):
            if not _OPEN.search(match["list"]) and not _NUMBERED.match(match["list"]):
                yield from _listed(folded, claim, match.span("list"), closed=True)
        elif match := _SUMMED.search(folded[start : claim.start]):
            span = (start + match.start("list"), start + match.end("list"))
            yield from _listed(folded, claim, span, closed=False)


def _counts(claim: Claim) -> bool:
    if claim.kind != "count" or claim.unit in _LETTERS or claim.qualifier != "exact" or claim.low is None:
        return False
    return claim.low == claim.high and 2 <= claim.low <= _MOST and claim.low % 1 == 0


def _listed(folded: str, claim: Claim, span: Span, *, closed: bool) -> Iterator[Listed]:
    words = folded[slice(*span)]
    if _QUOTED.fullmatch(words):
        count = len(_ITEM.findall(words))
        if count > 1:
            yield Listed(number=claim, list=span, least=count, most=count, closed=closed)
        return
    items = words.split("、")
    if len(items) < 2 or _BRACKETS.search(words) or any(not 0 < len(item) <= _LONGEST for item in items[1:]):
        return
    joined = sum(len(_JOINS.findall(item)) for item in items)
    yield Listed(number=claim, list=span, least=len(items), most=len(items) + joined, closed=closed)
