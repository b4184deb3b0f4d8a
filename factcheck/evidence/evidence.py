"""Everything a rule may look at, worked out once from what the stages before have found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.corpus import CorpusStats, corpus_stats
from factcheck.evidence.changed_figures import ChangedFigure, find_changed_figures, find_counters, leave_counters
from factcheck.evidence.disputes import Disputes, gather_disputes
from factcheck.evidence.ledger_matches import LedgerMatch, match_ledger
from factcheck.evidence.titles import TitleMatch, match_titles
from factcheck.facts import Strand, gather_facts, mark_steps
from factcheck.lexicon import Lexicon
from factcheck.messages import say, skip_input
from factcheck.model import Article, Passage, Skipped, Value
from factcheck.pair import pairs
from factcheck.pair.aliases import Aliases
from factcheck.pair.explain import mark_revised_pages
from factcheck.passage import passages
from factcheck.progress import count_progress
from factcheck.quotation.cases import QuotationCase, find_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.carrier import Carrier
    from factcheck.ledger import Ledger
    from factcheck.model import Document
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
) -> Evidence:
    """The evidence of articles, which stand in the order of their ids; `carrier` carries the stages that it can."""
    read, by_id = tuple(articles), {article.document.id: article for article in articles}
    stats = corpus_stats(count_progress(read, "count", progress, len(read)), lexicon)
    passed_over: list[Skipped] = []
    shared = passages(read, progress, lexicon=lexicon, skipped=passed_over)
    aliases = Aliases(read, ledger.aliases, lexicon=lexicon)
    lost: list[str] = []
    matched = pairs(read, aliases, stats, progress, lexicon=lexicon, carrier=carrier, lost=lost.append)
    paired = mark_revised_pages(matched, by_id, shared)
    apart = {doc for pair in paired if not pair.verdict.agrees for doc in (pair.a.doc, pair.b.doc)}
    standing = [one for one in shared if len(apart & {place.doc for place in one.places}) > 1]
    paired = leave_counters(paired, find_counters(standing, by_id, lexicon))
    facts = gather_facts(read, paired, stats, lexicon=lexicon)
    paired = mark_steps(paired, facts)
    return Evidence(
        articles=by_id,
        lexicon=lexicon,
        stats=stats,
        passages=shared,
        disputes=gather_disputes(paired, by_id),
        facts=facts,
        changed_figures=tuple(find_changed_figures(shared, by_id, paired, stats, lexicon=lexicon)),
        quotation_cases=find_cases(by_id, lexicon),
        ledger_matches=match_ledger(read, ledger, aliases, stats, lexicon=lexicon),
        title_matches=match_titles(read, aliases, stats, lexicon=lexicon),
        skipped=(*passed_over, *(_skip_lost(by_id[doc].document) for doc in sorted(set(lost)))),
        silenced=silenced,
    )


def _skip_lost(document: Document) -> Skipped:
    return skip_input(str(document.path or document.id), say("error.worker-died"), line=document.record, fatal=True)
