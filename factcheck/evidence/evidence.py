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
from factcheck.evidence.known import KnownArticles, Lookups
from factcheck.evidence.ledger_matches import LedgerMatch, match_ledger
from factcheck.evidence.titles import TitleMatch, match_titles
from factcheck.facts import Strand, gather_facts, mark_steps
from factcheck.facts.gather import Statements
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
from factcheck.quotation.cases import QuotationCase, find_cases, find_cases_around

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.carrier import Carrier, Shared
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
    lookups: Lookups | None = None,
) -> Evidence:
    """The evidence of articles, which stand in the order of their ids; `carrier` carries the stages that it can.

    With `around`, ids of articles, it is that of all as far as a rule finds anything in one of these: what is not
    joined to them by any pair, fact or passage is not compared. `lookups` are then of all articles, if they are known.
    """
    carrier = carrier or Here()
    passed_over: tuple[Skipped, ...] = ()
    lost = list[str]()
    if around is None:
        read = tuple(articles)
        by_id: Mapping[str, Article] = {article.document.id: article for article in read}
        circle = None
        stats = corpus_stats(count_progress(read, "count", progress, len(read)), lexicon)
        elsewhere = carrier.jobs > 1
        find = partial(_find_passages, lexicon=lexicon, progress=None if elsewhere else progress)
        if elsewhere and progress is not None:
            progress("passages", 0, None)  # a worker tells nothing until it is done
        printed = carrier.start(find, carrier.share_each(map(_leave_text, read)))
        aliases, events = Aliases(read, ledger.aliases, lexicon=lexicon), EventFinder(by_id, stats)
        statements = Statements(by_id, lexicon)
        matched = pairs(
            read, aliases, stats, progress, lexicon=lexicon, carrier=carrier, lost=lost.append, events=events
        )
        shared, passed_over = printed()
        if elsewhere and progress is not None:
            progress("passages", 1, 1)
    else:
        lookups = lookups or KnownArticles().move_to(articles, lexicon)
        by_id, stats = lookups.articles, lookups.stats
        aliases = Aliases((), ledger.aliases, lexicon=lexicon, counts=lookups.aliases)
        events, statements = EventFinder(by_id, stats, lookups.events), Statements(by_id, lexicon)
        near = gather_circle(
            lookups, aliases, around, lexicon=lexicon, events=events, statements=statements, progress=progress
        )
        circle, matched, shared = near.docs, near.pairs, near.passages
    paired = mark_revised_pages(matched, by_id, shared)
    apart = {doc for pair in paired if not pair.verdict.agrees for doc in (pair.a.doc, pair.b.doc)}
    standing = [one for one in shared if len(apart & {place.doc for place in one.places}) > 1]
    paired = leave_counters(paired, find_counters(standing, by_id, lexicon))
    facts = gather_facts(by_id, paired, stats, lexicon=lexicon, around=circle, events=events, statements=statements)
    del statements  # of all articles; those of facts are held by these
    paired = mark_steps(paired, facts, by_id, lexicon)
    matches = match_ledger(by_id, ledger, aliases, stats, lexicon=lexicon, around=around)
    if circle is None or lookups is None:
        cases = find_cases(by_id, lexicon)
    else:  # a figure in a quotation is that quotation's, whomever else it is told of
        docs = _list_docs(circle, shared, paired, facts, matches)
        cases = find_cases_around(by_id, lexicon, docs, lookups.quoted)
        by_id = {doc: by_id[doc] for doc in sorted(_list_docs(docs, cases))}
    return Evidence(
        articles=by_id,
        lexicon=lexicon,
        stats=stats,
        passages=shared,
        disputes=gather_disputes(paired, by_id, facts),
        facts=facts,
        changed_figures=tuple(find_changed_figures(shared, by_id, paired, stats, lexicon=lexicon)),
        quotation_cases=cases,
        ledger_matches=matches,
        title_matches=match_titles(
            [by_id[doc] for doc in sorted(by_id if around is None else around)], aliases, stats, lexicon=lexicon
        ),
        skipped=(*passed_over, *(_skip_lost(by_id[doc].document) for doc in sorted(set(lost)))),
        silenced=silenced,
    )


def _leave_text(article: Article) -> Article:
    """An article with nothing but what passages are found by, as it is sent elsewhere."""
    return msgspec.structs.replace(article, claims=(), words=None)


def _find_passages(
    texts: Shared[Sequence[Article]], *, lexicon: Lexicon, progress: Progress | None
) -> tuple[tuple[Passage, ...], tuple[Skipped, ...]]:
    """The passages of articles, and what of them was not compared."""
    passed_over: list[Skipped] = []
    found = passages(texts.get(), progress, lexicon=lexicon, skipped=passed_over)
    return found, tuple(passed_over)


def _list_docs(
    docs: Collection[str],
    *found: Sequence[Passage] | Sequence[Pair] | Sequence[Strand] | Sequence[QuotationCase] | Sequence[LedgerMatch],
) -> frozenset[str]:
    """Articles, and those in which anything of what was found has a place."""
    return frozenset(docs).union(doc for held in found for one in held for doc in _iter_docs(one))


def _iter_docs(one: Passage | Pair | Strand | QuotationCase | LedgerMatch) -> Iterator[str]:
    if isinstance(one, Passage):
        return (place.doc for place in one.places)
    if isinstance(one, Strand):
        return (held.claim.doc for held in one.statements)
    if isinstance(one, QuotationCase):
        return (place.doc for place in (*one.first, *one.second))
    return iter((one.pair.b.doc,) if isinstance(one, LedgerMatch) else (one.a.doc, one.b.doc))


def _skip_lost(document: Document) -> Skipped:
    return skip_input(str(document.path or document.id), say("error.worker-died"), line=document.record, fatal=True)
