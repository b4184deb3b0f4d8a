"""Formats that other programs read: each is read here as its program does."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest
from lxml import etree
from pyarrow import parquet

from factcheck import Document, scan
from factcheck.model import Skipped
from factcheck.read.article import is_report
from factcheck.report import EXTRACT, SCAN, Style, render

HOSTILE = "a<b>&\"'\x00\x1b]8;;x\x07\ufffe]]>\u202e::error::x"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def written(report, name, formats=SCAN):
    return render(report, formats, name, Style())


def hostile(report):
    """The report with a finding in which every text is hostile."""
    first = report.findings[0]
    place = msgspec.structs.replace(first.locations[0], path=HOSTILE, text=HOSTILE)
    changed = msgspec.structs.replace(
        first, message=HOSTILE, because=(HOSTILE,), locations=(place, *first.locations[1:])
    )
    return msgspec.structs.replace(report, findings=(changed, *report.findings[1:]))


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "junit", "sqlite", "parquet"])
def test_the_same_report_gives_the_same_bytes(report, name):
    assert written(report, name) == written(report, name)


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "junit"])
def test_none_is_read_as_an_article_and_nothing_acts_on_a_terminal(report, name):
    for one in (report, hostile(report)):
        text = written(one, name).decode()
        assert is_report(text)
        assert not set(text) & set("\x00\x1b\x07\u202e")
        assert not any(line.lstrip().startswith(("::", "##[")) for line in text.splitlines())


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
def test_it_fits_the_schema_of_who_reads_it(report, name):
    schema = jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_bytes()))
    tried = [report, msgspec.structs.replace(report, findings=())]
    for one in [*tried, hostile(report)] if name == "rdjson" else tried:  # GitLab takes no path like that
        schema.validate(json.loads(written(one, name)))
    broken = json.loads(written(report, name))
    (broken[0] if name == "gitlab" else broken["diagnostics"][0])["location"] = {"line": 1}
    assert not schema.is_valid(broken)


def test_results_of_tests_fit_their_schema(report):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    unread = Skipped(path="c.txt", reason="binary <&>", fatal=True, line=3)
    nothing = msgspec.structs.replace(report, findings=(), skipped=())
    for one in (report, hostile(report), msgspec.structs.replace(report, skipped=(unread,)), nothing):
        schema.assertValid(etree.fromstring(written(one, "junit")))
    assert not schema.validate(etree.fromstring(b"<testsuites name='a'/>"))


def test_gitlab_takes_every_finding_once_and_keeps_it_where_lines_move(report):
    issues = json.loads(written(report, "gitlab"))
    assert [(one["check_name"], one["severity"]) for one in issues] == [
        ("FC104", "major"), ("FC201", "major"), ("FC301", "minor"), ("FC302", "info"),
    ]  # fmt: skip
    assert issues[0]["location"] == {"path": "corpus/a.txt", "lines": {"begin": 6}}
    twice = msgspec.structs.replace(report, findings=report.findings * 2)
    assert len({one["fingerprint"] for one in json.loads(written(twice, "gitlab"))}) == 8
    first = report.findings[0]
    moved = tuple(msgspec.structs.replace(place, line=place.line + 3) for place in first.locations)
    changed = msgspec.structs.replace(report, findings=(msgspec.structs.replace(first, locations=moved),))
    assert json.loads(written(changed, "gitlab"))[0]["fingerprint"] == issues[0]["fingerprint"]


def test_reviewdog_counts_columns_in_bytes(report):
    first, second, *_ = json.loads(written(report, "rdjson"))["diagnostics"]
    document = report.documents[0].text.split("\n")[5]
    assert first["location"]["range"] == {
        "start": {"line": 6, "column": 1 + len(document[:19].encode())},
        "end": {"line": 6, "column": 1 + len(document[: 19 + len("557.6萬美元")].encode())},
    }
    assert first["related_locations"][0]["location"]["range"] == {"start": {"line": 1}}  # a record of JSON lines
    assert second["message"].split("\n") == ["the same words, changed", "25 of 27 letters agree"]


def test_a_build_server_reads_suites_cases_failures_and_errors(report):
    unread = Skipped(path="c.txt", reason="binary <&>", fatal=True, line=3)
    root = ET.fromstring(written(msgspec.structs.replace(hostile(report), skipped=(unread,)), "junit"))  # noqa: S314 - our own
    assert (root.tag, root.attrib) == (
        "testsuites",
        {"name": "factcheck", "tests": "5", "failures": "3", "errors": "1"},
    )
    for suite in root:
        assert suite.tag == "testsuite"
        assert {"name", "tests", "failures", "errors"} == set(suite.attrib)
        assert int(suite.get("tests")) == len(suite)
        assert len({case.get("name") for case in suite}) == len(suite)
        assert {case.tag for case in suite} == {"testcase"}
        assert all({"classname", "name", "file"} <= set(case.attrib) for case in suite)
        assert {child.tag for case in suite for child in case} <= {"failure", "error", "system-out"}
    types = [one.get("type") for one in root.iter("failure")]
    assert sorted(types) == ["error", "error", "warning"]
    (note,) = root.iter("system-out")
    assert note.text.startswith("shared\n")
    (error,) = root.iter("error")
    assert error.get("message") == "binary <&>"


def test_where_nothing_was_found_a_case_has_passed(report):
    root = ET.fromstring(written(msgspec.structs.replace(report, findings=(), skipped=()), "junit"))  # noqa: S314 - our own
    (case,) = root.iter("testcase")
    assert (len(case), root.get("failures")) == (0, "0")


@pytest.fixture
def base(report):
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(written(report, "sqlite"))
        yield opened


def test_the_database_is_whole_and_every_id_joins(base, report):
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = base.execute(
        "SELECT findings.rule, documents.title, claims.low, claims.low_number FROM places"
        " JOIN findings ON findings.id = places.finding JOIN documents ON documents.id = places.doc"
        " LEFT JOIN claims ON claims.id = places.claim ORDER BY findings.position, places.id"
    ).fetchall()
    assert rows[:2] == [("FC104", "年報", "5576000", 5576000.0), ("FC104", None, "55760000", 55760000.0)]
    assert len(rows) == sum(len(one.locations) for one in report.findings)
    assert dict(base.execute("SELECT name, value FROM meta"))["generator"] == "factcheck:report"
    assert base.execute("SELECT low, low_number FROM claims WHERE kind = 'date'").fetchall() == [("2021-07-29", None)]
    assert base.execute("SELECT low, round(low_number, 4) FROM claims WHERE kind = 'fraction'").fetchall() == [
        ("1/11", 0.0909)
    ]
    assert base.execute("SELECT path, line, fatal FROM skipped").fetchall() == [("corpus/x\x1b[0m.bin", 3, 0)]


def test_what_a_finding_points_to_is_in_the_database_though_it_is_not_among_the_articles(report):
    lone = msgspec.structs.replace(report, claims=(), documents=report.documents[:1])
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(written(lone, "sqlite"))
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("SELECT count(*) FROM claims").fetchone() == (2,)


def test_the_database_has_the_facts_with_their_values_and_places():
    texts = {"a.txt": "观澜夜校今年共招收240名学员，课程安排在周末，学费全部由街道承担。"}
    texts |= {"b.txt": f"街道办介绍，{texts['a.txt'].replace('240', '520')}"}
    told = scan([Document(id=name, text=text, date="2025-03-01", source=name) for name, text in texts.items()])
    (fact,) = told.facts
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(written(told, "sqlite"))
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("SELECT id, state, measure FROM facts").fetchall() == [
            (fact.id, "disputed", fact.measure)
        ]
        rows = opened.execute(
            "SELECT fact_values.low, fact_places.doc, claims.text"
            " FROM fact_values JOIN fact_places USING (fact, number)"
            " JOIN claims ON claims.id = fact_places.claim ORDER BY fact_places.doc"
        ).fetchall()
        assert rows == [("240", "a.txt", "240名"), ("520", "b.txt", "520名")]


def test_parquet_has_a_row_a_place_with_types(report):
    table = parquet.read_table(io.BytesIO(written(report, "parquet")))
    rows = table.to_pylist()
    assert len(rows) == sum(len(one.locations) for one in report.findings)
    assert (rows[0]["rule"], rows[0]["line"], rows[0]["confidence"]) == ("FC104", 6, 0.97)
    assert rows[0]["because"] == ["the same measure: 训练成本", "ten times as much"]
    assert rows[0]["claim"] == f"a.txt#char={rows[0]['start']},{rows[0]['end']}"
    assert table.schema.metadata[b"generator"] == b"factcheck:report"
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(written(report, "sqlite"))
        assert {row["finding"] for row in rows} == {one for (one,) in opened.execute("SELECT id FROM findings")}


def test_claims_are_a_parquet_file_too_with_the_keys_of_the_json(report):
    rows = parquet.read_table(io.BytesIO(written(report, "parquet", EXTRACT))).to_pylist()
    claims = json.loads(render(report, EXTRACT, "json", Style(with_claims=True)))["claims"]
    for row, claim in zip(rows, claims, strict=True):
        del claim["links"]
        assert {name: row[name] for name in claim} == claim
    assert [row["low_number"] for row in rows] == [5576000.0, pytest.approx(1 / 11), None, 55760000.0]


def test_a_claim_has_one_id_wherever_it_is_and_the_report_says_by_which_version(report):
    from factcheck import __version__

    value = json.loads(render(report, SCAN, "json", Style(with_claims=True)))
    assert value["tool_version"] == __version__
    ids = {claim["id"] for claim in value["claims"]}
    assert len(ids) == len(value["claims"])
    assert {
        place["claim"]["id"] for one in value["findings"] for place in one["locations"] if place["claim"] is not None
    } <= ids
