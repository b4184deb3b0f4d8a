"""The same words between quotation marks in several places: which quotations belong together, and how they differ."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Quotation, Span, Value
from factcheck.once import OncePerArticle
from factcheck.quotation.light import is_light
from factcheck.text.edits import Edit, find_edits, join_edits, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def collect_wordings(
    articles: Mapping[str, Article], once: OncePerArticle[tuple[SpelledQuotation, ...]] | None = None
) -> list[Wording]:
    """What is quoted as speech, LEAST letters and more, each wording once, in the order of its first place.

    `once` is what was spelled before.
    """
    once = once or OncePerArticle()
    found: dict[str, list[Quotation]] = defaultdict(list)
    for article in articles.values():
        for letters, quotation in once.get(article, _spell_quotations):
            found[letters].append(quotation)
    rows = [Wording(letters, tuple(sorted(quoted, key=_place))) for letters, quoted in found.items()]
    return sorted(rows, key=lambda wording: (_place(wording.quotations[0]), wording.letters))


def _spell_quotations(article: Article) -> tuple[SpelledQuotation, ...]:
    spoken = (quotation for quotation in article.quotations if quotation.role == "speech")
    spelled = ((spell(article.text.folded, one.start, one.end)[0], one) for one in spoken)
    return tuple((letters, one) for letters, one in spelled if len(letters) >= LEAST)


def _place(quotation: Quotation) -> tuple[str, int]:
    return quotation.doc, quotation.start


def find_retellings(known: list[Wording]) -> Iterator[Retelling]:
    """Every two wordings of which a part is the same words."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(known):
        for gram in {wording.letters[at : at + _GRAM] for at in range(len(wording.letters) - _GRAM + 1)}:
            index[gram].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for holders in index.values():
        if 1 < len(holders) <= _OFTEN:
            for at, a in enumerate(holders):
                for b in holders[at + 1 :]:
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
