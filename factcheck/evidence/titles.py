"""Titles that stand only in the metadata, against the text: what is compared where no headline is printed."""

from __future__ import annotations

import math
import re
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from factcheck.evidence.grounds import Ground, ground_of
from factcheck.frame import claims
from factcheck.model import Article, Claim, Pair, Value
from factcheck.pair.compare import compare
from factcheck.pair.comparing import build_pair
from factcheck.pair.explain import explain_difference
from factcheck.pair.headed import Heads, is_headed
from factcheck.pair.likeness import measure_likeness
from factcheck.pair.signs import sign_sides
from factcheck.pair.vetoes import find_veto
from factcheck.pair.view import ClaimView, view_sentence
from factcheck.pair.weights import weights
from factcheck.pair.within import reaches, require_in_one_article
from factcheck.quantity import recognise
from factcheck.text import prepare
from factcheck.verdict import Outcome, are_compatible, compare_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Kind
    from factcheck.pair.aliases import Aliases

_NO_LETTER = re.compile(r"[\W_]+")
_UNPAIRED = {"number", "other", "date"}
_TELLING = 3  # digits that a headline and its lead do not share by chance
_TOLD_OF_EACH = frozenset({"per_unit", "change", "share"})
_HEAD = 2000  # letters at the top of a text in which its headline stands, if it is printed


class TitleMatch(Value, frozen=True):
    """A figure of a title against one of the text. `title` is the title as an article of its own.

    `pair.a` is the figure of the title, `claim` the same in `title`; `printed` tells whether the title stands in the
    front matter of the document, and `pair.a` has its offsets there. `ground` says why the two are
    of one fact.
    """

    title: Article
    claim: Claim
    pair: Pair
    printed: bool
    ground: Ground


def match_titles(
    articles: Sequence[Article], aliases: Aliases, stats: CorpusStats, *, lexicon: Lexicon
) -> tuple[TitleMatch, ...]:
    """Every figure of a title that the text gives otherwise and nowhere confirms, in the order of the articles."""
    return tuple(
        found
        for article in articles
        if _is_missing(article, lexicon)
        for found in _matches(article, aliases.rewriter(article.document.id), stats, lexicon)
    )


def _is_missing(article: Article, lexicon: Lexicon) -> bool:
    """Whether the article has a title that is not printed at the head of its text."""
    letters = _NO_LETTER.sub("", lexicon.text.fold(article.document.title or ""))
    return bool(letters) and letters not in _NO_LETTER.sub("", article.text.folded[:_HEAD])


def _matches(
    article: Article, alike: Callable[[str], str], stats: CorpusStats, lexicon: Lexicon
) -> Iterator[TitleMatch]:
    document = article.document
    text = prepare(document.title or "", lexicon=lexicon)
    head = msgspec.structs.replace(document, text=text.stored)
    figures = claims(head, text, recognise(text, lexicon), lexicon)
    title = Article(document=head, text=text, claims=figures, quotations=())
    kinds = {claim.kind for claim in figures} - _UNPAIRED
    body = list(_views(article, kinds, alike, lexicon)) if kinds else []
    heads = Heads(body, article, stats)
    for one in _views(title, kinds, alike, lexicon):
        headed = msgspec.structs.replace(one, head=True, title=True)
        if any(other.claim.unit == one.claim.unit and _confirms(one.claim, other.claim) for other in body):
            continue
        found = _best(headed, body, stats) or _find_slip(headed, body, stats) or heads.pair_title(title, headed)
        if found is not None and found.verdict.disputes:
            at = _offset(article)
            a = found.a if at is None else _shift_claim(found.a, at)
            yield TitleMatch(
                title=title,
                claim=found.a,
                pair=msgspec.structs.replace(found, a=a),
                printed=at is not None,
                ground=_ground(title, article, found),
            )


def _ground(title: Article, article: Article, found: Pair) -> Ground:
    """As for a headline and a sentence of its text."""
    if is_headed(found):
        return "event"
    (one, a), (other, b) = (title.text.folded, found.a), (article.text.folded, found.b)
    alike = measure_likeness(one, (a.start, a.end), other, (b.start, b.end))
    return ground_of(found, alike, (one, other[slice(*b.sentence)]))


def _views(article: Article, kinds: set[Kind], alike: Callable[[str], str], lexicon: Lexicon) -> Iterator[ClaimView]:
    for _, held in groupby(article.claims, key=lambda claim: claim.sentence):
        yield from view_sentence(article, tuple(held), kinds, alike, lexicon)


def _best(one: ClaimView, body: Sequence[ClaimView], stats: CorpusStats) -> Pair | None:
    """The likeliest partner of a figure of the title; None where there is none, or one agrees."""
    pairs = [pair for other in body if (pair := _pair(one, other, stats)) is not None]
    if any(pair.verdict.agrees for pair in pairs):
        return None
    return max(pairs, key=lambda pair: (pair.weight, -pair.b.start), default=None)


def _find_slip(one: ClaimView, body: Sequence[ClaimView], stats: CorpusStats) -> Pair | None:
    """12.5兆 above 1.25兆: the figure of the lead with the digits of the title's, in whatever words, at another power.

    Two figures of so many digits hardly share them by chance; one for each is no figure for all of them.
    """
    slipped = [
        other
        for other in body
        if other.head
        and other.figure == one.figure
        and len(one.figure[1]) >= _TELLING
        and one.claim.aspects & _TOLD_OF_EACH == other.claim.aspects & _TOLD_OF_EACH
        and find_veto(one, other) is None
        and compare_figures(one.claim, other.claim).outcome == Outcome.SLIP
    ]
    if len(slipped) != 1:
        return None
    levels = compare(one, slipped[0], stats, lambda: "same", -math.inf)
    weight = max(math.fsum(level.weight for level in levels), weights().threshold)
    return build_pair(one.claim, slipped[0].claim, levels, weight)


def _confirms(a: Claim, b: Claim) -> bool:
    stated = b.qualifier in {"exact", a.qualifier} and a.low is not None and b.low == a.low
    return stated and a.kind == b.kind and are_compatible(a, b)


def _pair(one: ClaimView, other: ClaimView, stats: CorpusStats) -> Pair | None:
    least = require_in_one_article(one, other, stats)
    if find_veto(one, other) is not None or least is None:
        return None
    levels = compare(one, other, stats, lambda: "same", least)
    if not reaches(levels, least):
        return None
    pair = build_pair(one.claim, other.claim, levels, signed=sign_sides(one, other))
    return None if pair.verdict == Outcome.INCOMPARABLE else explain_difference(pair, one, other)


def _offset(article: Article) -> int | None:
    """Where the title stands in the front matter, which is masked in the folded text; None where it does not."""
    at = article.document.text.find(article.document.title or "")
    return at if at >= 0 and article.text.folded[at] == "\ufffc" else None


def _shift_claim(claim: Claim, at: int) -> Claim:
    start, end = claim.sentence
    return msgspec.structs.replace(
        claim, start=claim.start + at, end=claim.end + at, sentence=(start + at, end + at), links=()
    )
