"""The forms of values as they leave the program: what the JSON Schema is made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from factcheck.model import FactState, Kind, Qualifier, Severity, Status

SCHEMA_VERSION: Literal[1] = 1
Exact = Annotated[str, msgspec.Meta(description='A number ("5576000", "3.9", "1/11"), or an ISO date for kind date.')]

Where = Annotated[
    str | msgspec.UnsetType,
    msgspec.Meta(description="The place in a file that is no plain text: a paragraph, a cell, a line of a page."),
]


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


class WireClaim(WirePlace, frozen=True, kw_only=True):
    """A figure with its frame. Offsets are code points of the text as stored, end exclusive; null is an open end.

    `inferred` names the fields that come from outside the sentence. `id` is made of the article and the offsets, and is
    the same wherever the claim is; a report of an older version lacks it.
    """

    id: str = ""

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
    time: str | None = None
    where: Where = msgspec.UNSET


class WireLocation(WirePlace, frozen=True):
    """A place of a finding, with the sentence around it. Places of one group agree; groups disagree."""

    group: int
    sentence_start: int
    sentence_end: int
    sentence: str
    claim: WireClaim | None
    where: Where = msgspec.UNSET


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


class WireFactValue(Wire, frozen=True):
    """One value of a fact: in how many articles, from how many independent sources, from when to when."""

    text: str
    kind: Kind
    low: Exact | None
    high: Exact | None
    unit: str
    articles: int
    independent: int
    first: str | None
    last: str | None
    sources: list[str]


class WireFact(Wire, frozen=True):
    """What two articles and more state. The `group` of a location is the number of its value, from 0.

    `state` is confirmed: one value; revised: it moved on, values in the order of time; spread: sources estimate;
    differing: the values differ, and too little says that they are of one thing; disputed: not all can be right.
    """

    id: str
    state: FactState
    measure: str | None
    subject: str | None
    place: str | None
    period: str | None
    values: list[WireFactValue]
    locations: list[WireLocation]


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
    """How many of each; `silenced` findings were explained by a person or accepted in a baseline, and are left out.

    `commented` are those that a comment in an article silences, wholly or in part.
    """

    articles: int
    claims: int
    findings: int
    facts: int
    errors: int
    warnings: int
    notes: int
    silenced: int
    commented: int = 0


class WireReport(Wire, frozen=True, kw_only=True):
    """The whole report. `claims` is there when asked for; `tool_version` is that of factcheck."""

    generator: Literal["factcheck:report"]
    schema_version: Literal[1]
    tool_version: str = ""
    summary: Summary
    findings: list[WireFinding]
    facts: list[WireFact]
    documents: list[WireDocument]
    skipped: list[WireSkipped]
    stale: list[WireStale]
    settings: dict[str, Any]
    claims: list[WireClaim] | msgspec.UnsetType = msgspec.UNSET
