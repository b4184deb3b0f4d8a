"""The values as they leave the program: numbers as strings, dates as ISO, articles without their text."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from factcheck.model import Kind, Qualifier, Severity, Status
from factcheck.report.context import Context

if TYPE_CHECKING:
    from factcheck.model import Claim, ComparedPair, Document, Finding, Location, Number, Report, Side, Skipped

SCHEMA_VERSION: Literal[1] = 1
Exact = Annotated[str, msgspec.Meta(description='A number ("5576000", "3.9", "1/11"), or an ISO date for kind date.')]


class Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root of what is written."""


class Link(Wire, frozen=True):
    """What a claim leads to: a figure (part_of, share_of, rate_of, change_of, item_of), or cell_of a table."""

    relation: str
    start: int
    end: int


class WirePlace(Wire, frozen=True):
    """Where something stands; offsets as those of a claim."""

    doc: str
    path: str | None
    line: int
    column: int
    start: int
    end: int
    text: str


class WireClaim(WirePlace, frozen=True):
    """A figure with its frame. Offsets are code points of the text as stored, end exclusive; null is an open end.

    `inferred` names the fields that come from outside the sentence.
    """

    kind: Kind
    low: Exact | None
    high: Exact | None
    unit: str
    qualifier: Qualifier
    subject: str | None
    measure: str | None
    aspects: list[str]
    place: str | None
    period: str | None
    status: Status
    attribution: str | None
    inferred: list[str]
    links: list[Link]
    sentence_start: int
    sentence_end: int
    sentence: str
    part: str | None = None
    scope: list[str] = []
    basis: str | None = None


class WireLocation(WirePlace, frozen=True):
    """A place of a finding, with the sentence around it. Places of one group agree; groups disagree."""

    group: int
    sentence_start: int
    sentence_end: int
    sentence: str
    claim: WireClaim | None


class WireLevel(Wire, frozen=True):
    """Where one comparison of two frames landed; the weight is in bits."""

    comparison: str
    level: str
    weight: float
    label: str


class WireSide(Wire, frozen=True):
    """One figure of a comparison, in its unit: as written, as far as a hedge lets it go, and the last digit's size."""

    doc: str
    start: int
    end: int
    text: str
    low: Exact | None
    high: Exact | None
    reach_low: Exact | None
    reach_high: Exact | None
    step: Exact


class WireComparison(Wire, frozen=True):
    """Why two claims were taken for the same fact: every level, their sum, what it had to reach, the arithmetic.

    `vetoes` were tested and did not apply; `veto_names` are their names, in the same order, whatever the language.
    `unit` is null where the figures do not convert.
    """

    levels: list[WireLevel]
    weight: float
    threshold: float
    vetoes: list[str]
    verdict: str
    kind: Kind
    unit: str | None
    sides: list[WireSide]
    veto_names: list[str] = []


class WireFinding(Wire, frozen=True):
    """What cannot all be right."""

    rule: str
    name: str
    severity: Severity
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)]
    message: str
    because: list[str]
    locations: list[WireLocation]
    fingerprints: list[str]
    comparison: WireComparison | None


class WireDocument(Wire, frozen=True):
    """An article, or a file of the ledger that a finding points into; without its text."""

    id: str
    path: str | None
    record: int | None
    title: str | None
    date: str | None
    source: str | None
    url: str | None
    role: Literal["article", "ledger"]


class WireSkipped(Wire, frozen=True):
    """What was not scanned, or only in part. A fatal one makes the exit code 2."""

    path: str
    line: int | None
    reason: str
    fatal: bool


class WireStale(Wire, frozen=True):
    """A ruling on a pair of places that no longer stands; `where` is its file and line."""

    fingerprint: str
    ruling: str
    where: str


class Summary(Wire, frozen=True):
    """How many of each; `silenced` findings were explained by a person or accepted in a baseline, and are left out."""

    articles: int
    claims: int
    findings: int
    errors: int
    warnings: int
    notes: int
    silenced: int


class WireReport(Wire, frozen=True):
    """The whole report. `claims` is there when asked for."""

    generator: Literal["factcheck:report"]
    schema_version: Literal[1]
    summary: Summary
    findings: list[WireFinding]
    documents: list[WireDocument]
    skipped: list[WireSkipped]
    stale: list[WireStale]
    settings: dict[str, Any]
    claims: list[WireClaim] | msgspec.UnsetType = msgspec.UNSET


def report(whole: Report, *, with_claims: bool) -> WireReport:
    """The report as it is written; `claims` only where asked for."""
    context = Context(whole.documents)
    return WireReport(
        generator="factcheck:report",
        schema_version=SCHEMA_VERSION,
        summary=summary(whole),
        findings=[finding(one, context) for one in whole.findings],
        documents=[_document(one) for one in whole.documents],
        skipped=[_encode_skipped(one) for one in whole.skipped],
        stale=[WireStale(one.fingerprint, one.ruling, one.where) for one in whole.stale],
        settings=whole.settings,
        claims=[claim(one, context) for one in whole.claims] if with_claims else msgspec.UNSET,
    )


def summary(whole: Report) -> Summary:
    """The counts of a report."""
    severities = [finding.severity for finding in whole.findings]
    return Summary(
        articles=sum(document.role == "article" for document in whole.documents),
        claims=len(whole.claims),
        findings=len(severities),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
        silenced=whole.silenced,
    )


def finding(one: Finding, context: Context) -> WireFinding:
    """A finding as it is written."""
    return WireFinding(
        rule=one.rule,
        name=one.name,
        severity=one.severity,
        confidence=round(one.confidence, 4),
        message=one.message,
        because=list(one.because),
        locations=[_location(place, context) for place in one.locations],
        fingerprints=list(one.fingerprints),
        comparison=comparison(one.comparison) if one.comparison is not None else None,
    )


def comparison(one: ComparedPair) -> WireComparison:
    """A comparison as it is written."""
    return WireComparison(
        levels=[WireLevel(level.comparison, level.level, level.weight, level.label) for level in one.levels],
        weight=one.weight,
        threshold=one.threshold,
        vetoes=list(one.vetoes),
        verdict=one.verdict,
        kind=one.kind,
        unit=one.unit,
        sides=[_side(side, one.kind) for side in one.sides],
        veto_names=list(one.veto_names),
    )


def _side(one: Side, kind: Kind) -> WireSide:
    low, high, reach_low, reach_high = (
        None if end is None else exact(end, kind) for end in (one.low, one.high, one.reach_low, one.reach_high)
    )
    return WireSide(
        doc=one.doc,
        start=one.start,
        end=one.end,
        text=one.text,
        low=low,
        high=high,
        reach_low=reach_low,
        reach_high=reach_high,
        step=exact(one.step, "number"),
    )


def _location(place: Location, context: Context) -> WireLocation:
    first, last = place.sentence
    return WireLocation(
        doc=place.doc,
        path=place.path,
        line=place.line,
        column=place.column,
        start=place.start,
        end=place.end,
        text=place.text,
        group=place.group,
        sentence_start=first,
        sentence_end=last,
        sentence=context.text(place)[first:last],
        claim=claim(place.claim, context) if place.claim is not None else None,
    )


def claim(one: Claim, context: Context) -> WireClaim:
    """A claim as it is written."""
    path, line, column = context.place(one)
    first, last = one.sentence
    return WireClaim(
        doc=one.doc,
        path=path,
        line=line,
        column=column,
        start=one.start,
        end=one.end,
        text=one.text,
        kind=one.kind,
        low=bound(one, one.low),
        high=bound(one, one.high),
        unit=one.unit,
        qualifier=one.qualifier,
        subject=one.subject,
        measure=one.measure,
        aspects=sorted(one.aspects),
        place=one.place,
        period=one.period,
        status=one.status,
        attribution=one.attribution,
        inferred=sorted(one.inferred),
        links=[Link(relation, start, end) for relation, start, end in one.links],
        sentence_start=first,
        sentence_end=last,
        sentence=context.text(one)[first:last],
        part=one.part,
        scope=sorted(one.scope),
        basis=one.basis,
    )


def bound(one: Claim, value: Number | None) -> str | None:
    """A bound exactly, as text: a plain number, a fraction, or the ISO date of a day."""
    return None if value is None else exact(value, one.kind)


def exact(value: Number, kind: Kind) -> str:
    """A number without loss, as text; of a date its day."""
    if kind == "date":
        return dt.date.fromordinal(int(value)).isoformat()
    if isinstance(value, Fraction):
        return str(value)
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _document(one: Document) -> WireDocument:
    return WireDocument(
        id=one.id, path=one.path, record=one.record, title=one.title, date=one.date, source=one.source, url=one.url,
        role=one.role,
    )  # fmt: skip


def _encode_skipped(one: Skipped) -> WireSkipped:
    return WireSkipped(path=one.path, line=one.line, reason=one.reason, fatal=one.fatal)
