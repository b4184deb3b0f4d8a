"""What explains that two figures of one fact differ: it moved on, it was corrected, or two sources estimate it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus.versions import are_one_page
from factcheck.messages import say
from factcheck.verdict import Outcome, significant_digits, stated_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Article, Claim, Pair, Passage, Phrase
    from factcheck.pair.view import ClaimView

_RUNS_UP_TO = 3
_FALLING = frozenset({"missing", "trapped"})  # outcomes that grow less as an event goes on
_COUNTED_ANEW = 1.1  # times a toll, up to which it may also have fallen
_KEPT = 3  # digits that a slip leaves behind it; what grows hardly ever has the last three again
_DAY = len("2025-01-01")
_GUESSES = {"estimate", "forecast"}


def explain_difference(pair: Pair, a: ClaimView, b: ClaimView) -> Pair:
    """The pair with the verdict `revision` or `spread` where words and dates explain the difference."""
    if pair.verdict == Outcome.DIFFER and may_have_run_on(a, b):
        return _as(pair, Outcome.REVISION, say("revision.running"))
    if pair.verdict.disputes and _is_corrected(a, b, slip=pair.verdict == Outcome.SLIP):
        return _as(pair, Outcome.REVISION, say("revision.corrected"))
    if pair.verdict.disputes and _two_estimate(a, b):
        sources = {"a": a.claim.attribution or "", "b": b.claim.attribution or ""}
        return _as(pair, Outcome.SPREAD, say("spread.sources", **sources))
    return pair


def mark_revised_pages(
    pairs: Iterable[Pair], articles: Mapping[str, Article], passages: Iterable[Passage]
) -> tuple[Pair, ...]:
    """The pairs; a difference between two versions of one page is a revision, a slip of the pen stays one."""
    pairs = tuple(pairs)
    shared: dict[tuple[str, str], list[Passage]] = {}
    apart = {tuple(sorted((pair.a.doc, pair.b.doc))) for pair in pairs if pair.verdict == Outcome.DIFFER}
    for passage in passages:
        docs = sorted({place.doc for place in passage.places})
        for at, one in enumerate(docs):
            for other in docs[at + 1 :]:
                if (one, other) in apart:
                    shared.setdefault((one, other), []).append(passage)
    same = {
        docs
        for docs, held in shared.items()
        if any(are_one_page(articles[docs[0]].document, articles[docs[1]].document, passage) for passage in held)
    }
    return tuple(
        _as(pair, Outcome.REVISION, say("revision.page"))
        if pair.verdict == Outcome.DIFFER and tuple(sorted((pair.a.doc, pair.b.doc))) in same
        else pair
        for pair in pairs
    )


def _as(pair: Pair, verdict: Outcome, why: Phrase) -> Pair:
    return msgspec.structs.replace(pair, verdict=verdict, reasons=(why, *pair.reasons))


def may_have_run_on(a: ClaimView, b: ClaimView) -> bool:
    """Whether the measure runs on with time and the figures may be those of two moments.

    A toll grows by steps: what is over three times as much, or less at a later date, is no later state of it, unless
    it is a little less (of fourteen hurt one has died), or counts who is missing or trapped: they are found. The day
    that both name is that of the event. What moves on does not keep its last digits: 26.39亿 and 66.39亿 are a slip.
    """
    if not (a.running and b.running):
        return False
    x, y = stated_value(a.claim), stated_value(b.claim)
    if not x or not y or max(x / y, y / x) > _RUNS_UP_TO or _keep_their_end(a.claim, b.claim):
        return False
    if _later(a, b) is not None and _is_of_a_toll(a) and _is_of_a_toll(b):
        falls = a.outcomes & b.outcomes & _FALLING
        if falls or max(x / y, y / x) <= _COUNTED_ANEW:
            return True
    if _of_one_period(a, b):
        return False
    if a.claim.doc == b.claim.doc:  # one page tells the last state of it, unless its words go back
        return (a if x < y else b).earlier
    later = _later(a, b)
    return later is None or (later is b) == (x < y)


def _keep_their_end(a: Claim, b: Claim) -> bool:
    """Whether one digit of two figures is another, and three and more behind it are the same."""
    one, other = significant_digits(a), significant_digits(b)
    if len(one) != len(other) or a.step != b.step:
        return False
    apart = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(apart) == 1 and len(one) - 1 - apart[0] >= _KEPT


def _is_of_a_toll(view: ClaimView) -> bool:
    """Whether people or things are counted that an event struck, and not what one day added."""
    return view.claim.kind == "count" and bool(view.outcomes) and "new" not in view.claim.aspects


def _of_one_period(a: ClaimView, b: ClaimView) -> bool:
    return name_one_period(a.claim, b.claim, (a.date, b.date))


def are_of_a_past_period(a: ClaimView, b: ClaimView) -> bool:
    """Whether both name one month or year that was over on the days on which they were printed."""
    return len((a.claim.period or "").rpartition("/")[2]) < _DAY and _of_one_period(a, b)


def name_one_period(a: Claim, b: Claim, days: Iterable[str | None]) -> bool:
    """Whether both name one day, or one year or month that was over on the days on which they were printed."""
    period = a.period
    if period is None or period != b.period or period.startswith(("by ", "since ")):
        return False
    if "period" in a.inferred | b.inferred:
        return False
    last = period.rpartition("/")[2]
    return len(last) >= _DAY or not any((day or last).startswith(last) for day in days)


def _is_corrected(a: ClaimView, b: ClaimView, *, slip: bool) -> bool:
    """Whether the later text says that it corrects; either, where the dates do not tell which is later.

    Where both say so in the same words, neither corrects the other. A slip is corrected, but nothing moves on by a
    power of ten.
    """
    later = _later(a, b)
    if a.corrects == b.corrects:
        return later is not None and later.moved and not slip
    if later is None:
        return True
    return bool(later.corrects) or (later.moved and not slip)


def _later(a: ClaimView, b: ClaimView) -> ClaimView | None:
    """The one whose article is of a later day; None where that is not known."""
    first, second = a.date or "", b.date or ""
    if len(first) != _DAY or len(second) != _DAY or first == second:
        return None
    return b if first < second else a


def _two_estimate(a: ClaimView, b: ClaimView) -> bool:
    """Whether two named sources differ, and one of them at least only estimates."""
    one, other = a.claim.attribution, b.claim.attribution
    if not one or not other or one in other or other in one:
        return False
    return bool({a.claim.status, b.claim.status} & _GUESSES) or (a.guessed and b.guessed)
