"""What a corpus asks of each view: the keys of its blocks, what tells a reprint, what is counted of its wording.

A row is small. Views are made and compared by workers, an article at a time; what looks at all of a corpus has rows.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.corpus.frequency import weigh_word
from factcheck.model import Article, Value
from factcheck.pair.vetoes import is_unpaired
from factcheck.pair.view import view_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim, Number
    from factcheck.pair.view import ClaimView

_WORDS = 6  # of the rarest words of a sentence that become keys
_NEAR = 2  # of the rarest words of a measure that do, each with a name
_NO_LETTER = re.compile(r"[\W_]+")
_TWIN = 12  # letters of a sentence, above which the same words with the same figure are a reprint
_DIGEST, _HASH = 16, 8  # bytes
_TELLING = 3  # digits of a figure that two texts do not share by chance


class ViewRow(Value, frozen=True):
    """A view in short; `number` is its place among the views of its article, `claim` that of its claim there.

    Its words are those of the text as they stand.
    """

    doc: str
    number: int
    claim: int
    kind: str
    unpaired: bool
    near: tuple[str, ...]  # the rarest words of the measure, or around the figure
    sentence: tuple[str, ...]  # the rarest words of the sentence
    figures: frozenset[tuple[str, str]]  # the other figures of the sentence
    date: str
    part: tuple[bool, bool, bool]  # of the article
    wording: int  # a hash of what is the same in every copy of a form letter
    bounds: str
    reprint: bytes | None  # the same for the same words with the same figure; None: too few to tell


class WordingCount(NamedTuple):
    """What the corpus says of the wording of a view: as `ClaimView` has it."""

    values: int
    own: frozenset[tuple[str, str]]


_ALONE = WordingCount(1, frozenset())  # of a wording that no other figure has: those beside it are the form's


def outline_corpus(views: Iterable[ClaimView], articles: Mapping[str, Article], lexicon: Lexicon) -> list[ViewRow]:
    """The rows of some views of articles, which are given by id."""
    found: list[ViewRow] = []
    for doc, held in groupby(views, key=lambda view: view.claim.doc):
        article = articles[doc]
        rows = {article.claims[row.claim].start: row for row in outline_article(article, lexicon)}
        found += [rows[view.claim.start] for view in held]
    return found


def outline_article(article: Article, lexicon: Lexicon, views: Iterable[ClaimView] | None = None) -> Iterator[ViewRow]:
    """The rows of all views of an article, in order. No other article decides on them, nor what names mean the same.

    `views` are these with the words of the text as they stand, where they are known.
    """
    numbers = {claim.start: number for number, claim in enumerate(article.claims)}
    letters, rarest = _Letters(article), _Rarest()
    for number, view in enumerate(views if views is not None else view_article(article, _leave_as_is, lexicon)):
        claim = view.claim
        unpaired = is_unpaired(view)
        near, sentence = ((), ()) if unpaired else rarest.of_view(view)
        yield ViewRow(
            doc=claim.doc, number=number, claim=numbers[claim.start], kind=claim.kind, unpaired=unpaired,
            near=near, sentence=sentence,
            figures=view.other_figures, date=view.date or "", part=view.part[1:],
            wording=_hash_wording(view), bounds=f"{_spell_bound(claim.low)}/{_spell_bound(claim.high)}",
            reprint=letters.tell_reprint(claim),
        )  # fmt: skip


def outline_held(article: Article, lexicon: Lexicon) -> tuple[ViewRow, ...]:
    """The same, all of them, as they are held."""
    return tuple(outline_article(article, lexicon))


def share_row(row: ViewRow) -> ViewRow:
    """The row with each of its words kept in memory once for all rows that hold it."""
    return msgspec.structs.replace(
        row, kind=sys.intern(row.kind), near=tuple(map(sys.intern, row.near)),
        sentence=tuple(map(sys.intern, row.sentence)), date=sys.intern(row.date), bounds=sys.intern(row.bounds),
    )  # fmt: skip


def _leave_as_is(text: str) -> str:
    return text


def _spell_bound(bound: Number | None) -> str:
    """The same for 10 and 10.0."""
    return "" if bound is None else str(Fraction(bound))


def _hash_wording(view: ClaimView) -> int:
    said = "\x1e".join((view.claim.kind, *sorted(view.measure), "\x1f", *view.left[-1:], "\x1f", *view.right[:1]))
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest(), "big")


class _Rarest:
    """The rarest words by the language at large; the claims of one sentence have the same."""

    def __init__(self) -> None:
        self._sentence: tuple[object, tuple[str, ...]] = (None, ())

    def of_view(self, view: ClaimView) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those of the measure, or of what stands around the figure, and those of the sentence."""
        measured = view.measure or frozenset((*view.left, *view.right))
        if view.claim.sentence != self._sentence[0]:
            self._sentence = view.claim.sentence, tuple(list_rarest(view.sentence, _WORDS))
        return tuple(list_rarest(measured, _NEAR)), self._sentence[1]


def list_rarest(words: Iterable[str], most: int) -> list[str]:
    """The words that are the rarest in the language at large, at most so many: what brings claims together.

    By the corpus it would be others with every article that it gets.
    """
    return [word for _, word in sorted((-weigh_word(word), word) for word in words)[:most]]


class _Letters:
    """The letters of the sentences of an article, without marks."""

    def __init__(self, article: Article) -> None:
        self._folded = article.text.folded
        self._known: dict[tuple[int, int], str] = {}

    def tell_reprint(self, claim: Claim) -> bytes | None:
        start, end = claim.sentence
        letters = self._known.get(claim.sentence)
        if letters is None:
            letters = self._known[claim.sentence] = _NO_LETTER.sub("", self._folded[start:end])
        if len(letters) <= _TWIN:
            return None
        # 3.5 and 35 have the same letters
        said = f"{letters}\x1e{claim.start - start}\x1e{claim.low}\x1e{claim.high}\x1e{claim.unit}"
        return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def count_wordings(rows: Sequence[ViewRow]) -> list[WordingCount]:
    """With how many figures the wording of each row stands, counted once a document at the most.

    The figures beside it that less than half the documents of the wording hold are its own; the others are the form's.
    """
    figures: defaultdict[int, set[str]] = defaultdict(set)
    documents: defaultdict[int, set[str]] = defaultdict(set)
    beside: defaultdict[int, defaultdict[tuple[str, str], set[str]]]
    beside = defaultdict(lambda: defaultdict(set))
    times = Counter(row.wording for row in rows)
    for row in rows:
        if times[row.wording] == 1:
            continue  # as nearly all are; nothing need be held of them
        figures[row.wording].add(row.bounds)
        documents[row.wording].add(row.doc)
        for one in row.figures:
            beside[row.wording][one].add(row.doc)

    def count(row: ViewRow) -> WordingCount:
        if times[row.wording] == 1:
            return _ALONE
        stated_in, held = len(documents[row.wording]), beside[row.wording]
        own = (one for one in row.figures if len(one[1]) >= _TELLING and 2 * len(held[one]) <= stated_in)
        return WordingCount(min(len(figures[row.wording]), stated_in), frozenset(own))

    return [count(row) for row in rows]


def tell_counted(view: ClaimView, count: WordingCount) -> ClaimView:
    """The view with what the corpus says of its wording."""
    return msgspec.structs.replace(view, values=count.values, own=count.own)


def find_twins(rows: Sequence[ViewRow]) -> tuple[list[int], list[tuple[int, int]]]:
    """Which rows stand for all claims of the same words with the same figure; and each of these with its twins."""
    first: dict[bytes, int] = {}
    kept: list[int] = []
    twins: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if row.reprint is not None and first.setdefault(row.reprint, at) != at:
            twins.append((first[row.reprint], at))
        else:
            kept.append(at)
    return kept, twins
