"""Which claims of the articles state a verified fact, and whether both can be right.

The comparisons, vetoes and verdicts are those between articles. But a ledger says in one line what holds, with neither
story nor company around it, and whoever contradicts it is told that he is wrong: so subject, measure, place, period,
status and aspects must each fit, whatever the sum of the weights. Where the words put subject, measure and figure
together, nothing is weighed.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.corpus.corpus import content, corpus_stats
from factcheck.evidence.fact_sentences import WordedFact, word_facts
from factcheck.evidence.wordings import (
    find_share,
    is_all,
    is_joined,
    is_of_wider_scope,
    is_sample,
    is_size,
    is_topic,
    reduce_measure,
    states_fact,
)
from factcheck.messages import say
from factcheck.model import Pair, Value
from factcheck.pair.aliases import Aliases
from factcheck.pair.compare import compare
from factcheck.pair.comparing import build_pair
from factcheck.pair.explain import may_have_run_on
from factcheck.pair.periods import bound_period, relate_periods
from factcheck.pair.signs import sign_sides
from factcheck.pair.vetoes import find_veto, tell_place
from factcheck.pair.view import PAIRED, ClaimView, view_sentence
from factcheck.pair.weights import weights
from factcheck.text.words import words
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.ledger import Ledger, LedgerFact
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim, Phrase

_UNTOLD = {"story", "company", "series", "names"}  # levels of two articles that a line of a ledger has not
_PART = frozenset({"share"})  # 望澜占59家: what one has of all is a number of one's own
_WHOLE = {"total"}  # 全社会研发投入强度, 总成本: an aspect that one may leave out


class LedgerMatch(Value, frozen=True):
    """A claim of an article beside the verified fact that it states; the ledger is side `a` of the pair."""

    fact: WordedFact
    pair: Pair


def match_ledger(
    articles: Mapping[str, Article],
    ledger: Ledger,
    aliases: Aliases,
    stats: CorpusStats,
    *,
    lexicon: Lexicon,
    around: Collection[str] | None = None,
) -> tuple[LedgerMatch, ...]:
    """Every claim that states a fact of the ledger, in the order of facts and claims; a claim states one fact at most.

    An article that confirms a fact in one place is not held against it in another: it contradicts itself. With
    `around`, ids, all articles are read only where one of these states a fact, or a ruling names it as a place.
    """
    if around is not None:
        ours = [articles[doc] for doc in sorted(around)]
        ruled = {os.path.abspath(one.document.path) for one in ours if one.document.path is not None}  # noqa: PTH100 - follows no link
        if all(ruled.isdisjoint(one.places) for one in ledger.rulings) and not any(
            _meetings(ours, articles, ledger, aliases, stats, lexicon=lexicon)
        ):
            return ()
    best: dict[tuple[str, int], LedgerMatch] = {}
    for found in _meetings(articles.values(), articles, ledger, aliases, stats, lexicon=lexicon):
        at = (found.pair.b.doc, found.pair.b.start)
        if at not in best or _rank(found.pair) > _rank(best[at].pair):
            best[at] = found
    return tuple(_drop_confirmed(best.values()))


def find_unmet(
    articles: Sequence[Article], ledger: Ledger, stats: CorpusStats, *, lexicon: Lexicon
) -> tuple[LedgerFact, ...]:
    """The facts of the ledger that no figure of the articles states or contradicts, in order."""
    aliases = Aliases(articles, ledger.aliases, lexicon=lexicon)
    taken = {article.document.id for article in articles}
    met = {found.fact.fact.id for found in _meetings(articles, taken, ledger, aliases, stats, lexicon=lexicon)}
    return tuple(fact for fact in ledger.facts if fact.id not in met)


def find_impossible(ledger: Ledger, *, lexicon: Lexicon) -> Iterator[tuple[LedgerFact, Phrase]]:
    """The facts that no sentence can meet, since not even the one that says just this does; each with the reason."""
    for fact in word_facts(ledger, lexicon=lexicon):
        seen, stats = _view_fact(fact, str, lexicon), corpus_stats([fact.article], lexicon)
        if fact.claim.kind not in PAIRED:
            yield fact.fact, say("doubt.no-unit", value=fact.fact.value)
        elif (forbidden := find_veto(seen.view, seen.view)) is not None:
            yield fact.fact, say(forbidden)
        elif _pair(seen, _read_statement(fact.article, fact.claim, str), seen.view, stats) is None:
            yield fact.fact, say("doubt.read-otherwise")


def _meetings(
    articles: Iterable[Article],
    taken: Container[str],
    ledger: Ledger,
    aliases: Aliases,
    stats: CorpusStats,
    *,
    lexicon: Lexicon,
) -> Iterator[LedgerMatch]:
    """Every claim beside each fact that it states, in the order of claims and facts; `taken` are all ids."""
    if not ledger.facts:
        return
    facts = list(word_facts(ledger, taken, lexicon=lexicon))
    if not facts:
        return
    beside = stats.beside(fact.article for fact in facts)
    seen = [_view_fact(fact, aliases.rewriter(fact.article.document.id), lexicon) for fact in facts]
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, one, measure) in enumerate(seen):
        named = set(content(words(reduce_measure(measure, lexicon))))
        if is_size(measure, lexicon):  # 长3.1公里 has no word of a measure that one could look for
            named |= set(content(words(one.subject or "")))
        for word in one.measure | named:
            by_word[word].append(number)
    for said, other in _views(articles, aliases, _compile_wanted(seen, ledger.aliases, lexicon), lexicon):
        near = {number for word in other.sentence | other.measure for number in by_word.get(word, ())}
        for number in sorted(near):
            pair = _pair(seen[number], said, other, beside)
            if pair is not None:
                yield LedgerMatch(fact=seen[number].fact, pair=pair)


def _rank(pair: Pair) -> float:
    """A fact that the figure agrees with is the one it states."""
    return pair.weight + (100 if pair.verdict.agrees else 0)


def _drop_confirmed(found: Iterable[LedgerMatch]) -> Iterator[LedgerMatch]:
    def fact_and_article(one: LedgerMatch) -> tuple[str, str]:
        return one.fact.claim.doc, one.pair.b.doc

    held = sorted(found, key=lambda one: (*fact_and_article(one), one.pair.b.start))
    for _, group in groupby(held, key=fact_and_article):
        rows = list(group)
        agreeing = [one for one in rows if one.pair.verdict.agrees]
        yield from agreeing or rows


class _FactView(NamedTuple):
    """A fact, with its view and its measure as aliases write them."""

    fact: WordedFact
    view: ClaimView
    measure: str


def _view_fact(fact: WordedFact, alike: Callable[[str], str], lexicon: Lexicon) -> _FactView:
    (seen,) = view_sentence(fact.article, (fact.claim,), {fact.claim.kind}, alike, lexicon)
    return _FactView(fact, seen, alike(fact.claim.measure or ""))


def _compile_wanted(seen: Iterable[_FactView], aliases: Sequence[Sequence[str]], lexicon: Lexicon) -> re.Pattern[str]:
    """What a sentence must hold to speak of any fact: a word of a measure, or another name for it."""
    found = {word for _, one, _ in seen for word in one.measure}
    for fact, one, _ in seen:
        measure = fact.claim.measure or ""
        found.add(reduce_measure(measure, lexicon))
        found |= set(content(words(measure))) | {measure}
        found |= {word for group in aliases if any(name in measure for name in group) for word in group}
        if is_size(measure, lexicon):
            whose = {one.subject or measure, fact.claim.subject or measure}
            found |= whose | {word for group in aliases if whose & set(group) for word in group}
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))))


def _views(
    articles: Iterable[Article], names: Aliases, wanted: re.Pattern[str], lexicon: Lexicon
) -> Iterator[tuple[_Said, ClaimView]]:
    """The claims that a fact may be about, each with its sentence, names that mean the same written alike."""
    for article in articles:
        alike = names.rewriter(article.document.id)
        for (start, end), held in groupby(article.claims, key=lambda claim: claim.sentence):
            sentence = tuple(held)
            carried = any(wanted.search(claim.measure or "") for claim in sentence)
            if carried or wanted.search(article.text.folded, start, end):
                for view in view_sentence(article, sentence, PAIRED, alike, lexicon):
                    yield _read_statement(article, view.claim, alike), view


class _Said(NamedTuple):
    """A sentence, and what of it stands before and behind a figure."""

    whole: str
    before: str
    after: str


def _read_statement(article: Article, claim: Claim, alike: Callable[[str], str]) -> _Said:
    folded, (start, end) = article.text.folded, claim.sentence
    return _Said(*map(alike, (folded[start:end], folded[start : claim.start], folded[claim.end : end])))


def _pair(fact: _FactView, said: _Said, other: ClaimView, stats: CorpusStats) -> Pair | None:
    one = fact.view
    subject, around = one.subject or "", (said.before, said.after, one.lexicon)
    worded, share = states_fact(subject, fact.measure, *around), find_share(subject, fact.measure, *around)
    exact = worded or share is not None or _reads_so(fact, said, other)
    part = _PART if (worded or share) and other.claim.kind == "count" else frozenset[str]()
    claim, other = other.claim, _as_named(one, other) if exact else _split_subject(one, other)
    when = _when(one, other)
    if when is None or find_veto(one, other) is not None or not _same_frame(one, said.whole, other, part):
        return None
    if is_joined(subject, said.before, one.lexicon) or is_of_wider_scope(subject, *around):
        return None
    # That the fact holds on the day of the article is known by now, so the two are of one date.
    same_day = msgspec.structs.replace(one, date=other.date)
    levels = tuple(
        level for level in compare(same_day, other, stats, lambda: "unknown") if level.comparison not in _UNTOLD
    )
    if not {"same", "generic", "like"} & {level.level for level in levels if level.comparison == "measure"}:
        return None
    if sum(level.weight for level in levels) < weights().threshold and not exact:
        return None
    cited = fact.fact.cited
    sides = msgspec.structs.replace(one, claim=cited), msgspec.structs.replace(other, claim=claim)
    pair = build_pair(cited, claim, levels, signed=sign_sides(*sides))
    moving = when == "later" or (when == "within" and other.running) or may_have_run_on(same_day, other)
    # some may be fewer than all are, and never more
    some = not worded and (share == "some" or is_sample(*around))
    fits = some and (claim.low is None or cited.high is None or claim.low <= cited.high)
    grown = pair.verdict == Outcome.DIFFER and (moving or fits)
    return None if grown or pair.verdict == Outcome.INCOMPARABLE else pair


def _reads_so(fact: _FactView, said: _Said, other: ClaimView) -> bool:
    """Whether the frame of a claim, as its own sentence words it, has subject and measure of the fact and no more."""
    named = other.subject is not None and other.subject == fact.view.subject and "subject" not in other.claim.inferred
    measure, lexicon = other.claim.measure or "", other.lexicon
    alike = named and reduce_measure(measure, lexicon) == reduce_measure(fact.measure, lexicon)
    return alike and is_all(measure, said.after, lexicon) and is_topic(fact.view.subject or "", said.before, lexicon)


def _as_named(fact: ClaimView, other: ClaimView) -> ClaimView:
    """The view of a claim whose sentence names subject and measure of the fact, whatever of them the claim holds."""
    theirs, inferred = other.claim, other.claim.inferred - {"subject", "measure"}
    claim = msgspec.structs.replace(theirs, subject=fact.claim.subject, measure=fact.claim.measure, inferred=inferred)
    return msgspec.structs.replace(other, claim=claim, subject=fact.subject, measure=fact.measure)


def _split_subject(fact: ClaimView, other: ClaimView) -> ClaimView:
    """The view of 海上栈道全长3.7公里 with 海上栈道 as its subject, where that is the subject of the fact."""
    ours, claim = fact.claim.subject or "", other.claim
    rest = (claim.measure or "").removeprefix(ours).removeprefix(other.lexicon.pair.facts.possessive)
    if not ours or not rest or not (claim.measure or "").startswith(ours):
        return other
    named = msgspec.structs.replace(claim, measure=rest, subject=ours, inferred=claim.inferred - {"subject"})
    return msgspec.structs.replace(other, claim=named, subject=fact.subject, measure=frozenset(content(words(rest))))


def _when(fact: ClaimView, other: ClaimView) -> str | None:
    """When the figure holds, as the fact sees it; None where that is another time.

    `stated` where the words say the fact's own period, `within` where the article is of that period, `later` where the
    figure may have moved on since.
    """
    period, claim = fact.claim.period, other.claim
    if period is None:  # what does not change
        return "within"
    if claim.period is not None and "period" not in claim.inferred:
        if claim.status == "target" == fact.claim.status:  # 到2025年 and 2025年 are one aim
            return "stated" if claim.period.removeprefix("by ") == period.removeprefix("by ") else None
        return "stated" if relate_periods(claim.period, period) == "same" else None
    first, last = bound_period(period)
    day = bound_period(other.date) if other.date is not None else None
    yearly = claim.period is not None
    if yearly and (day is None or relate_periods(claim.period or "", period) == "apart"):
        return None
    if day is not None and not period.startswith("by ") and first <= day[0] and day[1] <= last:
        return "within"
    return "later" if not yearly and (day is None or first < day[0]) else None


def _same_frame(fact: ClaimView, said: str, other: ClaimView, ignored: frozenset[str]) -> bool:
    """Whether all that frames hold fits; the aspects `ignored` are what the words of the sentence account for."""
    x, y = fact.claim, other.claim
    apart = (x.aspects ^ y.aspects) - ignored
    part = any(relation in {"part_of", "share_of"} for relation, _, _ in y.links)
    return (
        x.status == y.status
        and apart <= _WHOLE
        and not part
        and _same_place(fact, other)
        and _same_subject(fact, said, other)
        and not _is_narrowed(fact, other)
    )


def _same_place(fact: ClaimView, other: ClaimView) -> bool:
    ours, theirs = fact.claim.place, tell_place(other.claim, other.lexicon)
    if ours is None:  # one firm's shops, and its shops in one city
        return theirs is None or "place" in other.claim.inferred or theirs in (fact.subject or "")
    return theirs is None or ours == theirs


def _same_subject(fact: ClaimView, said: str, other: ClaimView) -> bool:
    ours, theirs = fact.subject or "", other.subject
    names, words = other.lexicon.frame.gazetteer.names, other.lexicon.pair.facts
    if theirs is None or ("subject" in other.claim.inferred and ours in said):
        return ours in said
    if ours == theirs or (ours in names and names[ours] == names.get(theirs)):
        return True
    if any(theirs == ours + body or ours == theirs + body for body in words.bodies):
        return True
    # 概念验证中心 in an article on 杭州 is 杭州概念验证中心
    rest = ours.removesuffix(theirs).removesuffix(words.possessive)
    return ours.endswith(theirs) and (rest == other.claim.place or rest in other.sentence)


def _is_narrowed(fact: ClaimView, other: ClaimView) -> bool:
    """新能源汽车销量 against 汽车销量: one measure is the other with something in front that narrows it."""
    short, long = sorted((fact.claim.measure or "", other.claim.measure or ""), key=len)
    rest, words = long.removesuffix(short), other.lexicon.pair.facts
    if short == long or not long.endswith(short) or words.widening.fullmatch(rest):
        return False
    return rest.removesuffix(words.possessive) not in {
        fact.claim.subject,
        other.claim.subject,
        fact.claim.place,
        other.claim.place,
    }
