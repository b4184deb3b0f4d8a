"""New articles against what is on file: what `scan` of both together finds, as far as a new one has a part in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from factcheck import zh
from factcheck.changed import Changed
from factcheck.errors import FactcheckError
from factcheck.evidence.known import KnownArticles
from factcheck.ledger import Ledger
from factcheck.lexicon import Grammar
from factcheck.model import Document, Report, Skipped
from factcheck.rules import RULES
from factcheck.run.arguments import choose_rules, insist_on_documents
from factcheck.run.article import read_articles
from factcheck.run.collector import pause_collector
from factcheck.run.corpus import (
    apply_overrides,
    apply_rules,
    describe_settings,
    find_cited_files,
    keep_confident,
)
from factcheck.run.facts import build_facts
from factcheck.run.inputs import order_by_id, order_skipped
from factcheck.run.isolation import isolate_failures
from factcheck.run.order import order_findings
from factcheck.run.overrides import Overrides
from factcheck.run.rulings import apply_rulings, find_stale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from factcheck.evidence import Evidence
    from factcheck.model import Article, Finding
    from factcheck.pair.rows import ViewRow
    from factcheck.progress import Progress
    from factcheck.run.arguments import Codes
    from factcheck.run.corpus import LeastConfidence


Rows = Mapping[str, "Sequence[ViewRow]"]
_NO_ROWS: Rows = MappingProxyType({})


class FiledArticles(Protocol):
    """Articles on file that were read before, such as an `Index`."""

    def articles(self, *, hedges: Path | None = None) -> Sequence[Article]:
        """Those articles; `hedges` is the table of hedges that they must have been read with."""


class HeldArticles:
    """Articles that are in memory, where `check` looks for an index."""

    def __init__(self, articles: Sequence[Article], rows: Rows = _NO_ROWS) -> None:
        """`rows` are what pairing asks of the claims of these articles, by id, as far as it is known.

        Raises `UsageError` where two articles have one id.
        """
        self._articles, self._known = articles, KnownArticles(order_by_id(articles), rows)

    def articles(self, *, hedges: Path | None = None) -> Sequence[Article]:  # noqa: ARG002 - they are read already
        """Those articles."""
        return self._articles

    def list_known(self) -> KnownArticles:
        """What is known of them, and kept from one check to the next."""
        return self._known


def check(
    documents: Iterable[Document],
    index: FiledArticles | KnownArticles | Iterable[Document],
    *,
    ledger: Ledger | None = None,
    select: Codes = (),
    ignore: Codes = (),
    chosen: Codes = (),
    ignored: Codes = (),
    min_confidence: LeastConfidence = 0.0,
    hedges: Path | None = None,
    jobs: int = 1,
    skipped: Iterable[Skipped] = (),
    progress: Progress | None = None,
    overrides: Overrides = Overrides(),  # noqa: B008 - a frozen value
) -> Report:
    """The findings that `scan` would have on the new documents and those on file, and that lie in a new one.

    `index` is an `Index`, or documents. A new document takes the place of the filed one of its id. In each finding the
    places in new articles come first; all else is as `scan` has it. The report holds the new documents, their claims,
    the facts that they state, and those documents on file that findings and facts point to. The other options are
    those of `scan`.
    """
    told: list[Skipped] = []
    grammar = Grammar(hedges=hedges)
    zh.lexicon(grammar)  # a broken table is told before anything is read
    with pause_collector():
        documents = list(insist_on_documents(documents))
        new = list(read_articles(documents, jobs, progress, skipped=told, grammar=grammar))
        return check_against(
            new,
            _read_filed(index, jobs, progress, told, grammar),
            {document.id for document in documents},
            ledger=ledger,
            select=select,
            ignore=ignore,
            chosen=chosen,
            ignored=ignored,
            min_confidence=min_confidence,
            hedges=hedges,
            skipped=(*skipped, *order_skipped(told)),
            progress=progress,
            overrides=overrides,
        )


def check_articles(
    new: Sequence[Article],
    filed: Sequence[Article],
    **options: Any,  # noqa: ANN401 - those of `check_against`
) -> Report:
    """As `check`, for articles that are read already."""
    return check_against(new, KnownArticles(order_by_id(filed)), {one.document.id for one in new}, **options)


def check_against(
    new: Sequence[Article],
    known: KnownArticles,
    replaced: Collection[str],
    *,
    ledger: Ledger | None = None,
    select: Codes = (),
    ignore: Codes = (),
    chosen: Codes = (),
    ignored: Codes = (),
    min_confidence: LeastConfidence = 0.0,
    hedges: Path | None = None,
    skipped: Iterable[Skipped] = (),
    progress: Progress | None = None,
    overrides: Overrides = Overrides(),  # noqa: B008 - a frozen value
) -> Report:
    """As `check_articles`, against what is known of articles on file; those of `replaced`, ids, count for nothing."""
    rules = choose_rules(select, ignore, chosen, ignored)
    ledger = ledger if ledger is not None else Ledger()
    told: list[Skipped] = []
    words = zh.lexicon(Grammar(hedges=hedges))
    new = order_by_id(map(overrides.tell_currency, new))
    names, gone, come = {article.document.id for article in new}, list[str](), list(new)
    for doc in replaced if not overrides.tells_currency else known.articles:
        if doc in known.articles:
            filed = known.articles[doc]
            changed = filed if doc in replaced else overrides.tell_currency(filed)
            gone += [doc] if doc in replaced or changed is not filed else []
            come += [changed] if changed is not filed else []

    def work(some: Sequence[Article] | None) -> tuple[Evidence, list[Finding]]:
        lookups = known.move(gone, come, words) if some is None else known.move_to(some, words)
        around = frozenset(names & lookups.articles.keys() if some is not None else names)
        return apply_rules(some or (), rules, ledger, progress, words, around=around, lookups=lookups)

    try:
        evidence, raised = work(None)
    except (FactcheckError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - it is told by the article at which it is raised
        articles = order_by_id(Changed(known.articles, gone, {one.document.id: one for one in come}).values())
        evidence, raised = isolate_failures(articles, work, told)
    concerned = [finding for finding in raised if _concerns(finding, names)]
    wanted, commented = apply_overrides(concerned, evidence, ledger, overrides, told)
    wanted = [finding for finding in wanted if _concerns(finding, names)]
    kept, _ = apply_rulings(wanted, evidence, ledger)
    ours = [finding for finding in kept if _concerns(finding, names)]
    findings = tuple(_new_first(finding, names) for finding in order_findings(keep_confident(ours, min_confidence)))
    facts = build_facts(evidence, names)
    shown = names | {place.doc for finding in findings for place in finding.locations}
    shown |= {place.doc for fact in facts for place in fact.locations}
    failed = {item.path for item in told if item.fatal}
    kept_on_file = (one for doc, one in known.articles.items() if doc not in replaced)  # nearly never asked for
    read = (one.document for one in chain(new, kept_on_file) if (one.document.path or one.document.id) not in failed)
    return Report(
        findings=findings,
        documents=(
            *(one.document for name, one in evidence.articles.items() if name in shown),
            *find_cited_files(findings, evidence),
        ),
        claims=tuple(claim for name, one in evidence.articles.items() if name in names for claim in one.claims),
        skipped=(*skipped, *order_skipped([*told, *evidence.skipped])),
        settings=describe_settings(rules, min_confidence, hedges) | overrides.describe(),
        silenced=len(wanted) - len(ours),
        commented=commented,
        # of a rule that did not run, or where nothing was compared, nothing can be said
        stale=find_stale(raised, read, ledger, [one.document for one in new])
        if new and len(rules) == len(RULES)
        else (),
        facts=facts,
    )


def _read_filed(
    index: FiledArticles | KnownArticles | Iterable[Document],
    jobs: int,
    progress: Progress | None,
    told: list[Skipped],
    grammar: Grammar,
) -> KnownArticles:
    if isinstance(index, HeldArticles):
        return index.list_known()
    if isinstance(index, KnownArticles):
        return index
    articles, rows = getattr(index, "articles", None), getattr(index, "rows", None)
    if articles is not None:
        held = order_by_id(articles(hedges=grammar.hedges))
        return KnownArticles(held, rows(hedges=grammar.hedges) if rows is not None else _NO_ROWS)
    documents = insist_on_documents(index)  # type: ignore[arg-type]
    return KnownArticles(order_by_id(read_articles(documents, jobs, progress, skipped=told, grammar=grammar)))


def _concerns(finding: Finding, names: Collection[str]) -> bool:
    return any(place.doc in names for place in finding.locations)


def _new_first(finding: Finding, names: Collection[str]) -> Finding:
    ranked = sorted(finding.locations, key=lambda place: place.doc not in names)
    return msgspec.structs.replace(finding, locations=tuple(ranked))
