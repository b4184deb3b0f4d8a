"""All documents through all stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.evidence import Evidence, gather_evidence
from factcheck.ledger import Baselined, Ledger
from factcheck.lexicon import Grammar
from factcheck.model import Article, Document, Finding, Report, Skipped
from factcheck.progress import count_progress
from factcheck.rules import RULES, Rule
from factcheck.run.arguments import choose_rules, insist_on_documents
from factcheck.run.article import read_articles
from factcheck.run.collector import pause_collector
from factcheck.run.comments import apply_comments, find_comments
from factcheck.run.engine import open_carrier
from factcheck.run.facts import build_facts
from factcheck.run.inputs import order_by_id, order_skipped
from factcheck.run.isolation import isolate_failures
from factcheck.run.order import keep_first, order_findings
from factcheck.run.overrides import Overrides
from factcheck.run.rulings import apply_rulings, baseline, find_explained, find_stale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.carrier import Carrier
    from factcheck.evidence.known import Lookups
    from factcheck.lexicon import Lexicon
    from factcheck.model import Severity
    from factcheck.progress import Progress
    from factcheck.run.arguments import Codes

    LeastConfidence = float | Mapping[Severity, float]


def scan(
    documents: Iterable[Document],
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
    carrier: Carrier | None = None,
) -> Report:
    """Every place where the documents cannot all be right, worst first.

    `select` and `ignore` are prefixes of rule codes, as on the command line: a list, or "FC1,FC201" (`chosen` and
    `ignored` are their older names); `jobs` is the number of worker processes and changes
    nothing but the time, and where a `carrier` is given (`factcheck.run.spark`), that carries the stages;
    `min_confidence` is from 0 to 1, for all findings or by severity; `hedges` is a file in place of `hedges.yaml`;
    `progress` is told after each step how far a stage has come. Two documents with one id are an
    error; `factcheck.errors` says of what kind.
    """
    rules = choose_rules(select, ignore, chosen, ignored)
    ledger = ledger if ledger is not None else Ledger()
    told: list[Skipped] = []
    with pause_collector(), open_carrier(jobs, carrier) as carried:
        grammar = Grammar(hedges=hedges)
        words = zh.lexicon(grammar)
        articles = order_by_id(
            read_articles(
                insist_on_documents(documents), progress=progress, skipped=told, grammar=grammar, carrier=carried
            )
        )
        articles = [overrides.tell_currency(article) for article in articles]
        evidence, raised = isolate_failures(
            articles, lambda some: apply_rules(some, rules, ledger, progress, words, carrier=carried), told
        )
    wanted, commented = apply_overrides(raised, evidence, ledger, overrides, told)
    kept, silenced = apply_rulings(wanted, evidence, ledger)
    findings = tuple(order_findings(keep_confident(kept, min_confidence)))
    return Report(
        findings=findings,
        documents=(
            *(article.document for article in evidence.articles.values()),
            *find_cited_files(findings, evidence),
        ),
        claims=tuple(claim for article in evidence.articles.values() for claim in article.claims),
        skipped=(*skipped, *order_skipped([*told, *evidence.skipped])),
        settings=describe_settings(rules, min_confidence, hedges) | overrides.describe(),
        silenced=silenced,
        commented=commented,
        # of a rule that did not run nothing can be said
        stale=find_stale(raised, [one.document for one in evidence.articles.values()], ledger)
        if len(rules) == len(RULES)
        else (),
        facts=build_facts(evidence),
    )


def collect_baseline(
    documents: Iterable[Document],
    *,
    ledger: Ledger,
    hedges: Path | None = None,
    jobs: int = 1,
    skipped: list[Skipped] | None = None,
    progress: Progress | None = None,
    overrides: Overrides = Overrides(),  # noqa: B008 - a frozen value
) -> tuple[Baselined, ...]:
    """What every rule finds today and no person has ruled on: the baseline of these documents.

    What could not be looked at is put into `skipped`.
    """
    told: list[Skipped] = []
    with pause_collector(), open_carrier(jobs) as carrier:
        grammar = Grammar(hedges=hedges)
        words = zh.lexicon(grammar)
        articles = order_by_id(
            read_articles(documents, progress=progress, skipped=told, grammar=grammar, carrier=carrier)
        )
        articles = [overrides.tell_currency(article) for article in articles]
        evidence, raised = isolate_failures(
            articles,
            lambda some: apply_rules(some, tuple(RULES.values()), ledger, progress, words, carrier=carrier),
            told,
        )
    wanted, _ = apply_overrides(raised, evidence, ledger, overrides, told)
    if skipped is not None:
        skipped += order_skipped(told)
    return baseline(wanted, evidence, ledger)


def apply_overrides(
    raised: Sequence[Finding], evidence: Evidence, ledger: Ledger, overrides: Overrides, told: list[Skipped]
) -> tuple[list[Finding], int]:
    """The findings as paths and comments have it, and how many a comment touches; what is wrong with one is told."""
    wanted = overrides.apply(raised, evidence.articles)
    if not overrides.honour_comments:
        return wanted, 0
    confirmed = {one.fingerprint for one in ledger.rulings if one.ruling == "confirmed"}
    return apply_comments(wanted, evidence, find_comments(evidence.articles.values(), told), confirmed)


def describe_settings(rules: Iterable[Rule], min_confidence: LeastConfidence, hedges: Path | None) -> dict[str, object]:
    """What changes findings, as a report holds it."""
    least = dict(sorted(min_confidence.items())) if isinstance(min_confidence, Mapping) else min_confidence
    held: dict[str, object] = {"select": [rule.code for rule in rules], "min_confidence": least}
    return held | ({"hedges": str(hedges)} if hedges is not None else {})


def apply_rules(
    articles: Sequence[Article],
    rules: Sequence[Rule],
    ledger: Ledger,
    progress: Progress | None = None,
    lexicon: Lexicon | None = None,
    *,
    carrier: Carrier | None = None,
    around: Collection[str] | None = None,
    lookups: Lookups | None = None,
) -> tuple[Evidence, list[Finding]]:
    """What the rules look at, and what they find in it, each pair of places once.

    With `around`, ids of articles, all that they find in these, and some of what they find elsewhere. `lookups` are
    then of all articles, if they are known.
    """
    lexicon = lexicon if lexicon is not None else zh.lexicon()
    evidence = gather_evidence(
        articles,
        ledger,
        lexicon=lexicon,
        silenced=find_explained(ledger),
        progress=progress,
        carrier=carrier,
        around=around,
        lookups=lookups,
    )
    return evidence, keep_first(run_rules(rules, evidence, progress), RULES.values())


def run_rules(rules: Sequence[Rule], evidence: Evidence, progress: Progress | None = None) -> Iterator[Finding]:
    """What the rules find, one rule after the other."""
    return (finding for rule in count_progress(rules, "rule", progress, len(rules)) for finding in rule.find(evidence))


def keep_confident(findings: Iterable[Finding], least: LeastConfidence) -> Iterator[Finding]:
    """The findings of at least this confidence, or of at least that of their severity."""
    if not isinstance(least, Mapping):
        return (finding for finding in findings if finding.confidence >= least)
    return (finding for finding in findings if finding.confidence >= least.get(finding.severity, 0.0))


def find_cited_files(findings: Iterable[Finding], evidence: Evidence) -> Iterator[Document]:
    """The files of the ledger that findings point into, by id."""
    named = {place.doc for finding in findings for place in finding.locations}
    files = {one.fact.file.id: one.fact.file for one in evidence.ledger_matches}
    return (files[name] for name in sorted(named & files.keys()))
