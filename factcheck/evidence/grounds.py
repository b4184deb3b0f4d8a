"""What says that two differing figures are of one fact: like words, or the whole frame in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.pair.comparisons import is_lasting
from factcheck.pair.differences import find_form
from factcheck.pair.headed import is_headed
from factcheck.pair.likeness import count_pairs, measure_likeness, share_held
from factcheck.pair.retelling_weights import is_held_in_event, is_retelling
from factcheck.pair.vetoes import is_in_words
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Claim, Pair

_LIKE_WORDS = 0.5  # likeness of the letters around two figures; below it hardly a difference was true
_HELD = 2 / 3  # of a headline's pairs of letters, from where the sentence repeats it
_RESTATED = 0.8  # of the pairs of letters of a sentence, from where another says it all
_ENOUGH = 6  # pairs of letters that make a statement
_ONE_MEASURE = frozenset({"same", "concept"})  # levels
_OTHER_MEASURES = frozenset({"part", "like", "narrowed", "apart", "unknown"})
_OTHER_STORIES = frozenset({"apart", "loose", "others"})
_FAR = "far"
_UNLIKE = frozenset({"fair", "wide", _FAR})  # forms of a difference
_OTHERS = frozenset({"other", "others", "alone"})  # figures beside the two, none of them in both, if there are any
Ground = Literal["words", "frame", "event", "none"]


def find_ground(pair: Pair, articles: Mapping[str, Article]) -> Ground:
    """The ground of a pair of claims in articles."""
    if is_headed(pair):
        return "event"
    sides = [(articles[claim.doc], claim) for claim in (pair.a, pair.b)]
    (one, a), (other, b) = ((article.text.folded, claim) for article, claim in sides)
    alike = measure_likeness(one, (a.start, a.end), other, (b.start, b.end))
    said = [text[slice(*claim.sentence)] for text, claim in ((one, a), (other, b))]
    heads = [article.text.headline == claim.sentence for article, claim in sides]
    headline = None if a.doc != b.doc or not any(heads) else said if heads[0] else said[::-1]
    ground = ground_of(pair, alike, headline)
    restated = a.doc != b.doc and is_restated(*map(_leave_figure, (one, other), (a, b)))
    if ground == "none" and restated and not _is_of_two_bulletins(pair):
        ground = "frame"
    if is_retelling(pair) and (ground != "words" or alike < _LIKE_WORDS):
        return "event"
    return "event" if ground == "none" and is_held_in_event(pair) else ground


def is_restated(one: str, other: str) -> bool:
    """Whether one of two folded sentences, without their figures, says hardly anything that the other does not."""
    poorer, richer = sorted((one, other), key=count_pairs)
    return count_pairs(poorer) >= _ENOUGH and share_held(poorer, richer) >= _RESTATED


def _leave_figure(text: str, claim: Claim) -> str:
    """The sentence of a claim without its figure."""
    first, last = claim.sentence
    return f"{text[first : claim.start]} {text[claim.end : last]}"


def ground_of(pair: Pair, alike: float, headline: Sequence[str] | None) -> Ground:
    """What says that two differing figures are of one fact: like words (a slip included), or the whole frame in words.

    `alike` is the likeness of the letters around them, `headline` the folded headline and sentence where a headline
    stands against its own text: these are about one bearer and one time, and need the measure in words, or a sentence
    that holds most of the headline's.
    """
    lists = pair.a.doc == pair.b.doc and headline is None  # one article words unlike things alike, one after the other
    if pair.verdict == Outcome.SLIP or (alike >= _LIKE_WORDS and not lists):
        return "words"
    if headline is not None and share_held(*headline) >= _HELD:
        return "frame"
    fields = _fields(pair, headed=headline is not None)
    if pair.a.doc == pair.b.doc and pair.a.is_cell != pair.b.is_cell:
        fields = "measure", "period"  # a table is of the bearer that its article is about
    said = all(is_in_words(claim, field) for claim in (pair.a, pair.b) for field in fields)
    return "frame" if said and not _is_of_two_bulletins(pair) else "none"


def _is_of_two_bulletins(pair: Pair) -> bool:
    """Whether no figure agrees beside two, and the reports are of unlike things, or only alike and of two measures.

    负压隔离病房使用量 of one day is not 负压病床使用量 of the next, though each says what it measures.
    """
    landed = {level.comparison: level.level for level in pair.levels}
    story, others = landed.get("story"), landed.get("measure") in _OTHER_MEASURES
    return landed.get("company") == "alone" and (story in _OTHER_STORIES or (story == "like" and others))


def has_full_frame(pair: Pair) -> bool:
    """Whether two articles say in words of whom a figure is, what it measures and when, and all three are the same."""
    landed = {level.comparison: level.level for level in pair.levels}
    same = landed.get("subject") == landed.get("period") == "same" and landed.get("measure") in _ONE_MEASURE
    said = all(is_in_words(claim, field) for claim in (pair.a, pair.b) for field in ("subject", "measure", "period"))
    # what is a piece of the measure's own words bears nothing
    borne = all((claim.subject or "") not in (claim.measure or "") for claim in (pair.a, pair.b))
    return same and said and borne and pair.a.doc != pair.b.doc


def is_of_a_form(pair: Pair) -> bool:
    """Whether like words say nothing of two figures, since they stand around many others: a form that is filled in.

    A figure that differs by little, or in a digit, may still be one that went wrong where the other figures of the
    sentences are the same. Of reports of alike events, which nothing says are of one, so may only such a figure. What
    is many times the other, with other figures beside it too, is of another case, however few cases the corpus has.
    """
    landed = {level.comparison: level.level for level in pair.levels}
    form = find_form(pair)
    if form == _FAR and landed.get("company") in _OTHERS - {"alone"} and not is_held_in_event(pair):
        return True
    unlike = form in _UNLIKE
    if landed.get("series") == "many":
        return unlike or landed.get("company") in _OTHERS
    return unlike and landed.get("story") == "loose"


def _fields(pair: Pair, *, headed: bool) -> tuple[str, ...]:
    """What both sentences must say of a pair that is told in other words."""
    if headed:
        return ("measure",)
    once = any((level.comparison, level.level) == ("measure", "event") for level in pair.levels)
    lasting = all(is_lasting(claim) for claim in (pair.a, pair.b))
    return ("subject", "measure") if once or lasting else ("subject", "measure", "period")
