"""All documents through all stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.errors import UsageError
from factcheck.evidence import Evidence, gather_evidence
from factcheck.ledger import Baselined, Ledger
from factcheck.lexicon import Grammar
from factcheck.messages import say
from factcheck.model import Article, Document, Finding, Report, Skipped
from factcheck.progress import counted
from factcheck.rules import RULES, Rule, select
from factcheck.run.article import read_articles
from factcheck.run.collector import paused
from factcheck.run.isolated import isolated
from factcheck.run.order import keep_first, ordered
from factcheck.run.rulings import baseline, explained, settled, stale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.lexicon import Lexicon
    from factcheck.progress import Progress


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
    progress: Progress | None = None,
) -> Report:
    """Every place where the documents cannot all be right, worst first.

    `chosen` and `ignored` are prefixes of rule codes; `jobs` is the number of worker processes and changes
    nothing but the time; `hedges` is a file in place of `hedges.yaml`; `progress` is told after
    each step how far a stage has come. Two documents with one id are an error; `factcheck.errors` says of what kind.
    """
    rules = select(chosen, ignored)
    ledger = ledger if ledger is not None else Ledger()
    told: list[Skipped] = []
    with paused():
        grammar = Grammar(hedges=hedges)
        words = zh.lexicon(grammar)
        articles = by_id(read_articles(documents, jobs, progress, skipped=told, grammar=grammar))
        evidence, raised = isolated(articles, lambda some: found(some, rules, ledger, progress, words), told)
    kept, silenced = settled(raised, evidence, ledger)
    findings = tuple(ordered(confident(kept, min_confidence)))
    return Report(
        findings=findings,
        documents=(*(article.document for article in evidence.articles.values()), *cited(findings, evidence)),
        claims=tuple(claim for article in evidence.articles.values() for claim in article.claims),
        skipped=(*skipped, *by_place(told)),
        settings=settings_of(rules, min_confidence, hedges),
        silenced=silenced,
        # of a rule that did not run nothing can be said
        stale=stale(raised, evidence, ledger) if len(rules) == len(RULES) else (),
    )


def stands(
    documents: Iterable[Document],
    *,
    ledger: Ledger,
    hedges: Path | None = None,
    jobs: int = 1,
    skipped: list[Skipped] | None = None,
    progress: Progress | None = None,
) -> tuple[Baselined, ...]:
    """What every rule finds today and no person has ruled on: the baseline of these documents.

    What could not be looked at is put into `skipped`.
    """
    told: list[Skipped] = []
    with paused():
        grammar = Grammar(hedges=hedges)
        words = zh.lexicon(grammar)
        articles = by_id(read_articles(documents, jobs, progress, skipped=told, grammar=grammar))
        evidence, raised = isolated(articles, lambda some: found(some, select(), ledger, progress, words), told)
    if skipped is not None:
        skipped += by_place(told)
    return baseline(raised, evidence, ledger)


def settings_of(rules: Iterable[Rule], min_confidence: float, hedges: Path | None) -> dict[str, object]:
    """What changes findings, as a report holds it."""
    held: dict[str, object] = {"select": [rule.code for rule in rules], "min_confidence": min_confidence}
    return held | ({"hedges": str(hedges)} if hedges is not None else {})


def found(
    articles: Sequence[Article],
    rules: Sequence[Rule],
    ledger: Ledger,
    progress: Progress | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Evidence, list[Finding]]:
    """What the rules look at, and what they find in it, each pair of places once."""
    lexicon = lexicon if lexicon is not None else zh.lexicon()
    evidence = gather_evidence(articles, ledger, lexicon=lexicon, silenced=explained(ledger), progress=progress)
    return evidence, keep_first(raised_by(rules, evidence, progress), RULES.values())


def raised_by(rules: Sequence[Rule], evidence: Evidence, progress: Progress | None = None) -> Iterator[Finding]:
    """What the rules find, one rule after the other."""
    return (finding for rule in counted(rules, "rule", progress, len(rules)) for finding in rule.find(evidence))


def confident(findings: Iterable[Finding], least: float) -> Iterator[Finding]:
    """The findings of at least this confidence."""
    return (finding for finding in findings if finding.confidence >= least)


def cited(findings: Iterable[Finding], evidence: Evidence) -> Iterator[Document]:
    """The files of the ledger that findings point into, by id."""
    named = {place.doc for finding in findings for place in finding.locations}
    files = {one.fact.file.id: one.fact.file for one in evidence.ledger_matches}
    return (files[name] for name in sorted(named & files.keys()))


def by_id(articles: Iterable[Article]) -> list[Article]:
    """The articles in the order of their ids. Raises `UsageError` where two have the same."""
    held: dict[str, Article] = {}
    for article in articles:
        if article.document.id in held:
            what = say("error.id-twice", name=repr(article.document.id))
            raise UsageError(what, cure=say("cure.own-document-id"))
        held[article.document.id] = article
    return [held[name] for name in sorted(held)]


def by_place(skipped: Iterable[Skipped]) -> list[Skipped]:
    """What was passed over, in one order, whatever the order of the documents."""
    return sorted(dict.fromkeys(skipped), key=lambda item: (item.path, item.line or 0, item.reason))
