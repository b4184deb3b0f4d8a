"""Everything a rule may look at, worked out once from what the stages before have found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus import CorpusStats, corpus_stats
from factcheck.evidence.changed_figures import ChangedFigure, find_changed_figures, find_counters, leave_counters
from factcheck.evidence.circle import gather_circle
from factcheck.evidence.disputes import Disputes, gather_disputes
from factcheck.evidence.known import KnownArticles
from factcheck.evidence.ledger_matches import LedgerMatch, match_ledger
from factcheck.evidence.titles import TitleMatch, match_titles
from factcheck.facts import Strand, gather_facts, mark_steps
from factcheck.here import Here
from factcheck.lexicon import Lexicon
from factcheck.messages import say, skip_input
from factcheck.model import Article, Passage, Skipped, Value
from factcheck.pair import pairs
from factcheck.pair.aliases import Aliases
from factcheck.pair.events import EventFinder
from factcheck.pair.explain import mark_revised_pages
from factcheck.passage import passages
from factcheck.progress import count_progress
from factcheck.quotation.cases import QuotationCase, find_cases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.carrier import Carrier
    from factcheck.ledger import Ledger
    from factcheck.model import Document, Pair
    from factcheck.progress import Progress


class Evidence(Value, frozen=True):
    """All that a rule may look at."""

    articles: Mapping[str, Article]  # by id, in the order of ids
    lexicon: Lexicon
    stats: CorpusStats | None = None  # None: how rare a word is is not known, and rules nothing out
    passages: tuple[Passage, ...] = ()
    disputes: Disputes = Disputes()
    facts: tuple[Strand, ...] = ()  # what two articles and more state, agreeing or not
    changed_figures: tuple[ChangedFigure, ...] = ()
    quotation_cases: tuple[QuotationCase, ...] = ()
    ledger_matches: tuple[LedgerMatch, ...] = ()  # claims beside the verified facts that they state
    title_matches: tuple[TitleMatch, ...] = ()  # titles of the metadata against the text
    skipped: tuple[Skipped, ...] = ()  # what was not compared
    silenced: frozenset[str] = frozenset()  # fingerprints of pairs that a person has explained


def gather_evidence(
    articles: Sequence[Article],
    ledger: Ledger,
    *,
    lexicon: Lexicon,
    silenced: frozenset[str] = frozenset(),
    progress: Progress | None = None,
    carrier: Carrier | None = None,
    around: Collection[str] | None = None,
    known: KnownArticles | None = None,
) -> Evidence:
    """The evidence of articles, which stand in the order of their ids; `carrier` carries the stages that it can.

    With `around`, ids of articles, it is that of all as far as a rule finds anything in one of these: what is not
    joined to them by any pair, fact or passage is not compared. `known` is what is known already of some.
    """
    read, by_id = tuple(articles), {article.document.id: article for article in articles}
    counts = known.count_words() if known is not None else None
    stats = corpus_stats(count_progress(read, "count", progress, len(read)), lexicon, counts)
    carrier, known = carrier or Here(), known or KnownArticles()
    passed_over: tuple[Skipped, ...] = ()
    if around is None:
        elsewhere = carrier.jobs > 1
        find = partial(_find_passages, lexicon=lexicon, progress=None if elsewhere else progress)
        if elsewhere and progress is not None:
            progress("passages", 0, None)  # a worker tells nothing until it is done
        printed = carrier.start(find, [_leave_text(article) for article in read] if elsewhere else read)
    aliases = Aliases(read, ledger.aliases, lexicon=lexicon, once=known.aliases)
    events, lost = EventFinder(read, stats), list[str]()
    if around is None:
        circle = None
        matched = pairs(
            read, aliases, stats, progress, lexicon=lexicon, carrier=carrier, lost=lost.append, events=events
        )
        shared, passed_over = printed()
        if elsewhere and progress is not None:
            progress("passages", 1, 1)
    else:
        near = gather_circle(
            read, aliases, stats, around, lexicon=lexicon, known=known, events=events, progress=progress
        )
        circle, matched, shared = near.docs, near.pairs, near.passages
    paired = mark_revised_pages(matched, by_id, shared)
    apart = {doc for pair in paired if not pair.verdict.agrees for doc in (pair.a.doc, pair.b.doc)}
    standing = [one for one in shared if len(apart & {place.doc for place in one.places}) > 1]
    paired = leave_counters(paired, find_counters(standing, by_id, lexicon))
    facts = gather_facts(read, paired, stats, lexicon=lexicon, around=circle, events=events)
    paired = mark_steps(paired, facts)
    cases = find_cases(by_id, lexicon, known.quoted)
    matches = match_ledger(read, ledger, aliases, stats, lexicon=lexicon)
    return Evidence(
        articles=by_id if circle is None else _select(by_id, circle, shared, paired, facts, cases, matches),
        lexicon=lexicon,
        stats=stats,
        passages=shared,
        disputes=gather_disputes(paired, by_id),
        facts=facts,
        changed_figures=tuple(find_changed_figures(shared, by_id, paired, stats, lexicon=lexicon)),
        quotation_cases=cases,
        ledger_matches=matches,
        title_matches=match_titles(
            read if around is None else [by_id[doc] for doc in sorted(around)], aliases, stats, lexicon=lexicon
        ),
        skipped=(*passed_over, *(_skip_lost(by_id[doc].document) for doc in sorted(set(lost)))),
        silenced=silenced,
    )


def _leave_text(article: Article) -> Article:
    """An article with nothing but what passages are found by, as it is sent elsewhere."""
    return msgspec.structs.replace(article, claims=(), words=None)


def _find_passages(
    articles: Sequence[Article], *, lexicon: Lexicon, progress: Progress | None
) -> tuple[tuple[Passage, ...], tuple[Skipped, ...]]:
    """The passages of articles, and what of them was not compared."""
    passed_over: list[Skipped] = []
    found = passages(articles, progress, lexicon=lexicon, skipped=passed_over)
    return found, tuple(passed_over)


def _select(
    articles: Mapping[str, Article],
    docs: Collection[str],
    passages: Iterable[Passage],
    pairs: Iterable[Pair],
    facts: Iterable[Strand],
    *found: Sequence[QuotationCase] | Sequence[LedgerMatch],
) -> dict[str, Article]:
    """The articles of a circle, and those in which anything of it has a place, in their order."""
    wanted = {*docs, *(place.doc for passage in passages for place in passage.places)}
    wanted |= {claim.doc for pair in pairs for claim in (pair.a, pair.b)}
    wanted |= {one.claim.doc for strand in facts for one in strand.statements}
    for one in (one for held in found for one in held):
        if isinstance(one, QuotationCase):
            wanted |= {place.doc for place in (*one.first, *one.second)}
        else:
            wanted.add(one.pair.b.doc)
    return {doc: article for doc, article in articles.items() if doc in wanted}


def _skip_lost(document: Document) -> Skipped:
    return skip_input(str(document.path or document.id), say("error.worker-died"), line=document.record, fatal=True)
