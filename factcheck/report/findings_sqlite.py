"""The whole report as a SQLite database: documents, claims, findings, facts, their places, and ids that join."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from factcheck import __version__
from factcheck.marker import MARKER
from factcheck.report.columns import tell_where
from factcheck.report.context import Context
from factcheck.report.identity import name_findings
from factcheck.report.wire import bound, claim_id
from factcheck.report.wire_forms import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim, Fact, Report
    from factcheck.report.style import Style

BINARY = True  # what a terminal cannot show
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, path TEXT, record INTEGER, title TEXT, date TEXT, source TEXT, url TEXT, role TEXT NOT NULL
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, doc TEXT NOT NULL REFERENCES documents (id), path TEXT, line INTEGER NOT NULL,
  "column" INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
  low TEXT, high TEXT, low_number REAL, high_number REAL, unit TEXT NOT NULL, qualifier TEXT NOT NULL, subject TEXT,
  measure TEXT, aspects TEXT NOT NULL, place TEXT, period TEXT, status TEXT NOT NULL, attribution TEXT,
  inferred TEXT NOT NULL, sentence TEXT NOT NULL, part TEXT, scope TEXT NOT NULL, basis TEXT, time TEXT, "where" TEXT
);
CREATE TABLE findings (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, rule TEXT NOT NULL, name TEXT NOT NULL, severity TEXT NOT NULL,
  confidence REAL NOT NULL, message TEXT NOT NULL, because TEXT NOT NULL
);
CREATE TABLE fingerprints (
  fingerprint TEXT NOT NULL, finding TEXT NOT NULL REFERENCES findings (id), PRIMARY KEY (fingerprint, finding)
);
CREATE TABLE places (
  id INTEGER PRIMARY KEY, finding TEXT NOT NULL REFERENCES findings (id), "group" INTEGER NOT NULL,
  doc TEXT NOT NULL REFERENCES documents (id), path TEXT, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, sentence TEXT NOT NULL,
  claim TEXT REFERENCES claims (id), "where" TEXT
);
CREATE TABLE facts (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, state TEXT NOT NULL, measure TEXT, subject TEXT, place TEXT,
  period TEXT, independent INTEGER NOT NULL
);
CREATE TABLE fact_values (
  fact TEXT NOT NULL REFERENCES facts (id), number INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, low TEXT,
  high TEXT, unit TEXT NOT NULL, articles INTEGER NOT NULL, independent INTEGER NOT NULL, first TEXT, last TEXT,
  sources TEXT NOT NULL, PRIMARY KEY (fact, number)
);
CREATE TABLE fact_places (
  id INTEGER PRIMARY KEY, fact TEXT NOT NULL, number INTEGER NOT NULL, doc TEXT NOT NULL REFERENCES documents (id),
  path TEXT, line INTEGER NOT NULL, "column" INTEGER NOT NULL, text TEXT NOT NULL, sentence TEXT NOT NULL,
  claim TEXT REFERENCES claims (id), "where" TEXT, FOREIGN KEY (fact, number) REFERENCES fact_values (fact, number)
);
CREATE TABLE skipped (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL, fatal INTEGER NOT NULL
);
CREATE INDEX claims_doc ON claims (doc);
CREATE INDEX fingerprints_finding ON fingerprints (finding);
CREATE INDEX fact_places_fact ON fact_places (fact, number);
CREATE INDEX fact_places_doc ON fact_places (doc);
CREATE INDEX places_finding ON places (finding);
CREATE INDEX places_doc ON places (doc);
CREATE INDEX places_claim ON places (claim);
"""


def render(report: Report, style: Style) -> bytes:
    """The bytes of a database file. Numbers are exact in `low` and `high`, as text, and near in `low_number`."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(_TABLES)
        for name, rows in _rows(report, style).items():
            base.executemany(f"INSERT INTO {name} VALUES ({_marks(name, base)})", rows)  # noqa: S608 - our own names
        base.commit()
        return base.serialize()


def _marks(table: str, base: sqlite3.Connection) -> str:
    columns = base.execute(f"SELECT * FROM {table} LIMIT 0").description  # noqa: S608 - as above
    return ", ".join("?" * len(columns))


def _rows(report: Report, style: Style) -> dict[str, Iterator[tuple[object, ...]]]:
    context = Context(report.documents, style.language)
    # of an article on file only what a finding points to is there
    held = {claim_id(one): one for one in report.claims}
    shown = [place for one in report.findings for place in one.locations]
    shown += [place for one in report.facts for place in one.locations]
    held |= {claim_id(place.claim): place.claim for place in shown if place.claim is not None}
    named = {place.doc for place in shown} | {one.doc for one in held.values()}
    unknown = sorted(named - {one.id for one in report.documents})
    findings = list(name_findings(report.findings))
    return {
        "meta": iter(
            [("generator", MARKER), ("schema_version", str(SCHEMA_VERSION)), ("tool_version", __version__),
             ("settings", _json(report.settings)), ("silenced", str(report.silenced))]
        ),
        "documents": iter(
            [(one.id, one.path, one.record, one.title, one.date, one.source, one.url, one.role)
             for one in report.documents]
            + [(name, None, None, None, None, None, None, "article") for name in unknown]
        ),
        "claims": (_claim(one, context) for one in held.values()),
        "findings": (
            (name, number, one.rule, one.name, one.severity, round(one.confidence, 4), one.message, _json(one.because))
            for number, (one, name) in enumerate(findings, 1)
        ),
        "fingerprints": ((print_, name) for one, name in findings for print_ in dict.fromkeys(one.fingerprints)),
        "places": (
            (None, name, place.group, place.doc, place.path, place.line, place.column, place.start, place.end,
             place.text, context.text(place)[slice(*place.sentence)],
             claim_id(place.claim) if place.claim is not None else None,
             tell_where(place.where, context.language))
            for one, name in findings for place in one.locations
        ),
        **_fact_rows(report, context),
        "skipped": ((None, one.path, one.line, one.reason, one.fatal) for one in report.skipped),
    }  # fmt: skip


def _fact_rows(report: Report, context: Context) -> dict[str, Iterator[tuple[object, ...]]]:
    """The facts, their values, numbered as the places name them, and where each stands."""
    seen: Counter[str] = Counter()
    named: list[tuple[str, Fact]] = []
    for fact in report.facts:
        seen[fact.id] += 1
        named.append((fact.id if seen[fact.id] == 1 else f"{fact.id}#{seen[fact.id]}", fact))
    return {
        "facts": (
            (name, number, one.state, one.measure, one.subject, one.place, one.period, one.independent)
            for number, (name, one) in enumerate(named, 1)
        ),
        "fact_values": (
            (name, number, one.text, one.kind, bound(one, one.low), bound(one, one.high), one.unit,
             one.articles, one.independent, one.first, one.last, _json(one.sources))
            for name, fact in named for number, one in enumerate(fact.values)
        ),
        "fact_places": (
            (None, name, place.group, place.doc, place.path, place.line, place.column, place.text,
             context.text(place)[slice(*place.sentence)],
             claim_id(place.claim) if place.claim is not None else None, tell_where(place.where, context.language))
            for name, fact in named for place in fact.locations
        ),
    }  # fmt: skip


def _claim(one: Claim, context: Context) -> tuple[object, ...]:
    path, line, column = context.place(one) if one.doc in context.documents else (None, 1, one.start + 1)
    low, high = (None if value is None or one.kind == "date" else float(value) for value in (one.low, one.high))
    return (
        claim_id(one), one.doc, path, line, column, one.start, one.end, one.text, one.kind, bound(one, one.low),
        bound(one, one.high), low, high, one.unit, one.qualifier, one.subject, one.measure, _json(sorted(one.aspects)),
        one.place, one.period, one.status, one.attribution, _json(sorted(one.inferred)),
        context.text(one)[slice(*one.sentence)], one.part, _json(sorted(one.scope)), one.basis, one.time,
        tell_where(context.where(one), context.language),
    )  # fmt: skip


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
