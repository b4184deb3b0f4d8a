"""The values as they leave the program: numbers as strings, dates as ISO, articles without their text."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from factcheck import __version__
from factcheck.messages import tell
from factcheck.report.context import Context
from factcheck.report.wire_forms import (
    SCHEMA_VERSION,
    Link,
    Summary,
    WireClaim,
    WireComparison,
    WireDocument,
    WireFact,
    WireFactValue,
    WireFinding,
    WireLevel,
    WireLocation,
    WireReport,
    WireSide,
    WireSkipped,
    WireStale,
)

if TYPE_CHECKING:
    from factcheck.messages import Language
    from factcheck.model import (
        Claim,
        ComparedPair,
        Document,
        Fact,
        FactValue,
        Finding,
        Kind,
        Landing,
        Location,
        Number,
        Report,
        Side,
        Skipped,
    )


def report(whole: Report, *, with_claims: bool, language: Language = "en") -> WireReport:
    """The report as it is written; `claims` only where asked for."""
    context = Context(whole.documents, language)
    return WireReport(
        generator="factcheck:report",
        schema_version=SCHEMA_VERSION,
        tool_version=__version__,
        summary=summary(whole),
        findings=[finding(one, context) for one in whole.findings],
        facts=[fact(one, context) for one in whole.facts],
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
        facts=len(whole.facts),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
        silenced=whole.silenced,
        commented=whole.commented,
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


def fact(one: Fact, context: Context) -> WireFact:
    """A fact as it is written."""
    return WireFact(
        id=one.id,
        state=one.state,
        measure=one.measure,
        subject=one.subject,
        place=one.place,
        period=one.period,
        values=[_fact_value(value) for value in one.values],
        locations=[_location(place, context) for place in one.locations],
    )


def _fact_value(one: FactValue) -> WireFactValue:
    low, high = (None if end is None else exact(end, one.kind) for end in (one.low, one.high))
    return WireFactValue(
        text=one.text, kind=one.kind, low=low, high=high, unit=one.unit, articles=one.articles,
        independent=one.independent, first=one.first, last=one.last, sources=list(one.sources),
    )  # fmt: skip


def comparison(one: ComparedPair) -> WireComparison:
    """A comparison as it is written."""
    return WireComparison(
        levels=[level(held) for held in one.levels],
        weight=one.weight,
        threshold=one.threshold,
        vetoes=list(one.vetoes),
        verdict=one.verdict,
        kind=one.kind,
        unit=one.unit,
        sides=[side(held, one.kind) for held in one.sides],
        veto_names=list(one.veto_names),
    )


def level(one: Landing) -> WireLevel:
    """A level as it is written."""
    return WireLevel(one.comparison, one.level, one.weight, one.label)


def side(one: Side, kind: Kind) -> WireSide:
    """A figure of a comparison as it is written."""
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
        where=_where(place, context),
    )


def claim(one: Claim, context: Context) -> WireClaim:
    """A claim as it is written."""
    path, line, column = context.place(one)
    first, last = one.sentence
    return WireClaim(
        id=claim_id(one),
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
        time=one.time,
        where=_where(one, context),
    )


def claim_id(one: Claim) -> str:
    """The article and the offsets, as RFC 5147 writes a place in a text; claims of an article never overlap."""
    return f"{one.doc}#char={one.start},{one.end}"


def _where(place: Location | Claim, context: Context) -> str | msgspec.UnsetType:
    where = context.where(place)
    return tell(where, context.language) if where is not None else msgspec.UNSET


def bound(one: Claim | FactValue, value: Number | None) -> str | None:
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
