"""The same words between quotation marks in several places: which quotations belong together, and how they differ."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.changed import Changed
from factcheck.holders import Holders
from factcheck.model import Quotation, Span, Value
from factcheck.quotation.light import is_light
from factcheck.text.edits import Edit, find_edits, join_edits, spell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factcheck.lexicon import QuotationLexicon
    from factcheck.model import Article

LEAST = 12  # letters on each side, from which two quotations can be the same words
_GRAM = 6
_OFTEN = 40  # wordings that hold a gram; more, and it is a stock phrase
_GRAMS = 3  # shared grams that make two wordings worth aligning
_CHANCE = 4  # letters that may agree by chance behind something left out
_RAGGED = 4  # letters at either end that may have been replaced


SpelledQuotation = tuple[str, Quotation]


class Wording(Value, frozen=True):
    """Words as somebody quoted them: `letters`, and every quotation that gives just these."""

    letters: str
    quotations: tuple[Quotation, ...]

    def stands_in(self, docs: Collection[str]) -> bool:
        """Whether one of some articles has it."""
        return any(quotation.doc in docs for quotation in self.quotations)


class Retelling(Value, frozen=True):
    """Two wordings of the same words. `a` and `b` are the aligned parts, as indices into their letters.

    `edits` are where these parts differ, indices into the whole letters; `equal` counts the letters that agree.
    """

    first: Wording
    second: Wording
    a: Span
    b: Span
    edits: tuple[Edit, ...]
    equal: int

    @property
    def likeness(self) -> float:
        """The share of the two aligned parts that agrees."""
        return 2 * self.equal / (self.a[1] - self.a[0] + self.b[1] - self.b[0])

    def weighty_edits(self, lexicon: QuotationLexicon) -> tuple[Edit, ...]:
        """The edits that change more than a particle or a spelling."""
        one, other = self.first.letters, self.second.letters
        return tuple(e for e in self.edits if not is_light(one[e.a : e.a_end], other[e.b : e.b_end], lexicon))


def collect_wordings(articles: Mapping[str, Article]) -> list[Wording]:
    """What is quoted as speech, LEAST letters and more, each wording once, in the order of its first place."""
    return _gather_wordings(spelled for article in articles.values() for spelled in spell_quotations(article))


def _gather_wordings(spelled: Iterable[SpelledQuotation]) -> list[Wording]:
    found: dict[str, list[Quotation]] = defaultdict(list)
    for letters, quotation in spelled:
        found[letters].append(quotation)
    rows = [Wording(letters, tuple(sorted(quoted, key=_place))) for letters, quoted in found.items()]
    return sorted(rows, key=lambda wording: (_place(wording.quotations[0]), wording.letters))


class HeldQuotations:
    """What articles quote as speech, looked up by the grams of its letters."""

    def __init__(self, spelled: Mapping[str, tuple[SpelledQuotation, ...]], holders: Holders | None = None) -> None:
        """`spelled` is what each article quotes, by id; `holders` of their grams, where they are known."""
        self._spelled = spelled
        self._holders = holders or Holders({doc: list_grams(held) for doc, held in spelled.items()})

    def move(self, gone: Collection[str], come: Mapping[str, tuple[SpelledQuotation, ...]]) -> HeldQuotations:
        """The same without some articles, and with others; these stay as they are."""
        holders = self._holders.move(gone, {doc: list_grams(held) for doc, held in come.items()})
        return HeldQuotations(Changed(self._spelled, gone, come), holders)

    def find_near(self, docs: Iterable[str]) -> list[Wording]:
        """Every wording that has a gram in common with one that some articles have, and these, as all are ordered."""
        grams = {gram for doc in docs for gram in list_grams(self._spelled[doc])}
        return _gather_wordings(
            spelled
            for doc in sorted(self._holders.find(grams))
            for spelled in self._spelled[doc]
            if not grams.isdisjoint(_iter_grams(spelled[0]))
        )


def list_grams(spelled: Iterable[SpelledQuotation]) -> set[str]:
    """What quotations are looked up by."""
    return {gram for letters, _ in spelled for gram in _iter_grams(letters)}


def _iter_grams(letters: str) -> Iterator[str]:
    return (letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1))


def spell_quotations(article: Article) -> tuple[SpelledQuotation, ...]:
    """What an article quotes as speech, by its letters."""
    spoken = (quotation for quotation in article.quotations if quotation.role == "speech")
    spelled = ((spell(article.text.folded, one.start, one.end)[0], one) for one in spoken)
    return tuple((letters, one) for letters, one in spelled if len(letters) >= LEAST)


def _place(quotation: Quotation) -> tuple[str, int]:
    return quotation.doc, quotation.start


def find_retellings(known: list[Wording], docs: Collection[str] | None = None) -> Iterator[Retelling]:
    """Every two wordings of which a part is the same words; with `docs`, articles, one of the two stands in these."""
    index: dict[str, list[int]] = defaultdict(list)
    asked = {number for number, wording in enumerate(known) if docs is None or wording.stands_in(docs)}
    for number, wording in enumerate(known):
        for gram in set(_iter_grams(wording.letters)):
            index[gram].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for holders in index.values():
        if 1 < len(holders) <= _OFTEN:
            for at, a in enumerate(holders):
                for b in holders[at + 1 :]:
                    if a in asked or b in asked:
                        shared[a, b] += 1
    for (a, b), grams in sorted(shared.items()):
        if grams >= _GRAMS and (retelling := align(known[a], known[b])) is not None:
            yield retelling


def align(first: Wording, second: Wording) -> Retelling | None:
    """The part that two wordings have in common, ends that have nothing to do with one another left off."""
    a, b = first.letters, second.letters
    blocks = _find_equal_blocks(a, b)
    _drop_first(blocks)
    _drop_last(blocks)
    if not blocks:
        return None
    start_a, start_b = blocks[0][:2]
    end_a, end_b = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
    if max(start_a, start_b) <= _RAGGED and min(start_a, start_b) > 0:
        start_a = start_b = 0
    if max(len(a) - end_a, len(b) - end_b) <= _RAGGED and min(len(a) - end_a, len(b) - end_b) > 0:
        end_a, end_b = len(a), len(b)
    if min(end_a - start_a, end_b - start_b) < LEAST:
        return None
    found = tuple(
        Edit(e.a + start_a, e.a_end + start_a, e.b + start_b, e.b_end + start_b)
        for e in join_edits(find_edits(a[start_a:end_a], b[start_b:end_b]))
    )
    equal = end_a - start_a - sum(e.a_end - e.a for e in found)
    return Retelling(first, second, (start_a, end_a), (start_b, end_b), found, equal)


Block = tuple[int, int, int]  # start in a, start in b, letters


def _find_equal_blocks(a: str, b: str) -> list[Block]:
    blocks, at_a, at_b = [], 0, 0
    for edit in [*join_edits(find_edits(a, b)), Edit(len(a), len(a), len(b), len(b))]:
        if edit.a > at_a:
            blocks.append((at_a, at_b, edit.a - at_a))
        at_a, at_b = edit.a_end, edit.b_end
    return blocks


def _drop_first(blocks: list[Block]) -> None:
    """Leave off first blocks that do not belong to the next."""
    while len(blocks) > 1:
        (a, b, size), (next_a, next_b, _) = blocks[:2]
        if _stays(size, next_a - a - size, next_b - b - size):
            return
        blocks.pop(0)


def _drop_last(blocks: list[Block]) -> None:
    while len(blocks) > 1:
        (a, b, size), (last_a, last_b, last) = blocks[-2:]
        if _stays(last, last_a - a - size, last_b - b - size):
            return
        blocks.pop()


def _stays(size: int, gap_a: int, gap_b: int) -> bool:
    """Whether a block at an end belongs to the others: a few letters behind a long gap agree by chance."""
    return size >= max(gap_a, gap_b) or (size > _CHANCE and not (gap_a and gap_b))
