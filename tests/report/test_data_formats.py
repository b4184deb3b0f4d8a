"""JSON, JSON lines, CSV: their schema, their exact numbers, nothing that runs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from factcheck.read import MARKER
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.report.schema import schema

ROOT = Path(__file__).parents[2]


def test_the_schema_on_file_is_that_of_the_values():
    stored = (ROOT / "docs/schema/report.schema.json").read_bytes()
    assert stored == schema(), "write it anew: python -m factcheck.report.schema > docs/schema/report.schema.json"


@pytest.mark.parametrize("with_claims", [False, True])
def test_json_fits_its_schema(report, with_claims):
    output = render(report, SCAN, "json", Style(with_claims=with_claims))
    value = json.loads(output)
    jsonschema.Draft202012Validator(json.loads(schema())).validate(value)
    assert ("claims" in value) == with_claims
    assert output.endswith(b"}\n")


def test_json_holds_everything_but_the_texts(report):
    value = json.loads(render(report, SCAN, "json", Style(with_claims=True)))
    assert value["schema_version"] == 1
    assert value["summary"] == {
        "articles": 4,
        "claims": 4,
        "findings": 4,
        "facts": 0,
        "errors": 2,
        "warnings": 1,
        "notes": 1,
        "silenced": 0,
        "commented": 0,
    }
    assert value["documents"][0] == {
        "id": "a.txt", "path": "corpus/a.txt", "record": None, "title": "年報", "date": "2025-02",
        "source": None, "url": None, "role": "article",
    }  # fmt: skip
    assert value["skipped"] == [
        {"path": "corpus/x\x1b[0m.bin", "line": 3, "reason": "unsupported file type", "fatal": False}
    ]
    assert value["settings"] == {"select": ["FC1"]}
    place = value["findings"][0]["locations"][0]
    assert (place["path"], place["line"], place["column"], place["text"]) == ("corpus/a.txt", 6, 20, "557.6萬美元")
    assert place["sentence"].startswith("據河灣日報報道")
    assert place["sentence"][place["start"] - place["sentence_start"] :].startswith("557.6萬美元")


def test_numbers_are_exact_and_dates_are_dates(report):
    claims = json.loads(render(report, SCAN, "json", Style(with_claims=True)))["claims"]
    assert [claim["low"] for claim in claims] == ["5576000", "1/11", "2021-07-29", "55760000"]
    assert [(claim["line"], claim["column"]) for claim in claims] == [(6, 20), (6, 34), (7, 1), (7, 16)]


@pytest.mark.parametrize("formats", [SCAN, EXTRACT])
@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_no_line_is_a_command_and_nothing_acts_on_a_terminal(report, formats, name):
    lines = render(report, formats, name, Style(with_claims=True)).decode("utf-8-sig").splitlines()
    assert not any(line.lstrip().startswith(("::", "##[")) for line in lines)
    assert not any(letter in "".join(lines) for letter in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(("formats", "key"), [(SCAN, "rule"), (EXTRACT, "qualifier")])
def test_a_line_of_json_is_one_thing_and_says_that_it_is_no_article(report, formats, key):
    lines = render(report, formats, "jsonl", Style()).decode().splitlines()
    values = [json.loads(line) for line in lines]
    assert len(values) == 4
    assert all(list(value)[:2] == ["generator", "schema_version"] for value in values)
    assert all(MARKER in line[:300] for line in lines)
    assert all(key in value for value in values)


def rows(report, formats):
    data = render(report, formats, "csv", Style())
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_worksheet_has_a_row_a_figure_and_a_column_to_tick(report):
    sheet = rows(report, EXTRACT)
    first = ["checked", "figure", "sentence", "file", "line", "subject", "part", "measure", "scope", "basis", "period"]
    assert list(sheet[0])[: len(first)] == first
    assert {row["checked"] for row in sheet} == {""}
    assert [row["figure"] for row in sheet] == ["557.6萬美元", "三成", "第二句", "5576萬美元"]
    assert [row["low"] for row in sheet] == ["5576000", "1/11", "2021-07-29", "55760000"]


def test_findings_have_a_row_a_place(report):
    sheet = rows(report, SCAN)
    assert [row["finding"] for row in sheet] == ["1"] * 7 + ["2"] * 2 + ["3"] * 2 + ["4"] * 6
    assert (sheet[0]["rule"], sheet[0]["text"], sheet[0]["because"]) == (
        "FC104", "557.6萬美元", "the same measure: 训练成本; ten times as much",
    )  # fmt: skip


@pytest.mark.parametrize("formats", [SCAN, EXTRACT])
def test_no_cell_is_a_formula(report, formats):
    hostile = msgspec.structs.replace(
        report,
        documents=tuple(msgspec.structs.replace(one, path="\t=cmd|' /C calc'!A0.txt") for one in report.documents),
        claims=tuple(
            msgspec.structs.replace(one, subject="@SUM(1)", measure="-2+3", period="\r+1+1") for one in report.claims
        ),
        findings=tuple(msgspec.structs.replace(one, message="=1+1", because=("+1+1",)) for one in report.findings),
    )
    for row in rows(hostile, formats):
        assert not any(value.lstrip().startswith(("=", "+", "-", "@")) for value in row.values())


def test_an_empty_report():
    from factcheck.model import Report

    empty = Report(findings=(), documents=(), claims=(), skipped=(), settings={})
    assert render(empty, SCAN, "jsonl", Style()) == b""
    assert render(empty, SCAN, "csv", Style()).count(b"\r\n") == 1
    assert (
        render(empty, SCAN, "terminal", Style(terminal=True)).decode()
        == "0 articles, 0 claims, 0 findings (0 errors, 0 warnings, 0 notes)\n"
    )
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(render(empty, SCAN, "json", Style())))
