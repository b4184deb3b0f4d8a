"""All documents through all stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Article, Document, Finding, Report, Skipped
from factcheck.pair import pairs
from factcheck.pair.explained import versions
from factcheck.passage import passages
from factcheck.quantity.hedge_table import hedges_from
from factcheck.rules import Evidence, select
from factcheck.run.article import read_article
from factcheck.run.engine import mapped
from factcheck.run.order import once, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.ledger import Ledger


def scan(
    documents: Iterable[Document],
    *,
    ledger: Ledger | None = None,
    chosen: Sequence[str] = (),
    ignored: Sequence[str] = (),
    min_confidence: float = 0.0,
    hedges: Path | None = None,
    jobs: int = 1,
    skipped: Iterable[Skipped] = (),
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Every place where the documents cannot all be right, worst first.

    `chosen` and `ignored` are prefixes of rule codes; `jobs` is the number of worker processes and changes
    nothing but the time; `hedges` is a file in place of `hedges.yaml`; `progress` is told after each article how
    many are read. Two documents with one id are an error; `factcheck.errors` says of what kind.
    """
    rules = select(chosen, ignored)
    with hedges_from(hedges):
        articles = _by_id(mapped(read_article, documents, jobs, progress))
        found = pairs(tuple(articles.values()), ledger.aliases if ledger is not None else ())
        shared = passages(tuple(articles.values()))
        evidence = Evidence(
            articles=articles,
            pairs=versions(found, articles, shared),
            passages=shared,
        )
        findings = [finding for rule in rules for finding in rule.find(evidence)]
    return Report(
        findings=tuple(ordered(_confident(once(findings), min_confidence))),
        documents=tuple(article.document for article in articles.values()),
        claims=tuple(claim for article in articles.values() for claim in article.claims),
        skipped=tuple(skipped),
        settings={
            "select": [rule.code for rule in rules],
            "min_confidence": min_confidence,
            **({"hedges": str(hedges)} if hedges is not None else {}),
        },
    )


def _confident(findings: Iterable[Finding], least: float) -> Iterator[Finding]:
    return (finding for finding in findings if finding.confidence >= least)


def _by_id(articles: Iterable[Article]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for article in articles:
        if article.document.id in found:
            raise UsageError(f"two documents have the id {article.document.id!r}", cure="give each document its own id")
        found[article.document.id] = article
    return dict(sorted(found.items()))
