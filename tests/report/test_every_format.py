"""The sample articles in every format, written by one run of the command line and read by what each is meant for."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from browser import opened
from markdown_it import MarkdownIt
from rich.cells import cell_len

from factcheck.cli.app import app
from factcheck.cli.guard import run_app
from factcheck.report import PLAIN_WIDTH, SCAN

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Format → the file with the findings of corpus/ in it, told in English."""
    folder = tmp_path_factory.mktemp("reports")
    files = {name: folder / f"report.{name}" for name in SCAN}
    reports = [f"--report={name}={file}" for name, file in files.items() if name != "terminal"]
    where = ["--isolated", "--claims", str(ROOT / "claims"), "--lang", "en", "--quiet"]
    assert run_app(app, ["scan", str(ROOT / "corpus"), *where, *reports, "-o", str(files["terminal"])]) == 1
    # what a terminal leaves to be counted
    assert run_app(app, ["scan", str(ROOT / "corpus"), *where, "--severity", "note", "-o", str(files["terminal"])]) == 1
    return files


@pytest.fixture(scope="module")
def whole(written):
    """The findings as the JSON has them, which fits its schema."""
    value = json.loads(written["json"].read_bytes())
    jsonschema.validate(value, json.loads((ROOT / "docs/schema/report.schema.json").read_bytes()))
    assert len(value["findings"]) == value["summary"]["findings"] > 15
    return value


def places(whole):
    return [(number, place) for number, one in enumerate(whole["findings"], 1) for place in one["locations"]]


def test_every_line_of_jsonl_is_a_finding(written, whole):
    lines = [json.loads(line) for line in written["jsonl"].read_text("utf-8").splitlines()]
    assert [line["fingerprints"] for line in lines] == [one["fingerprints"] for one in whole["findings"]]


def test_csv_and_the_workbook_have_a_row_a_place(written, whole):
    with written["csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = [tuple(row.values()) for row in csv.DictReader(file)]
    book = openpyxl.load_workbook(written["xlsx"])
    sheet = [tuple("" if value is None else str(value) for value in row) for row in book["findings"].values]
    assert [(int(row[0]), row[7].removeprefix("'"), int(row[10])) for row in rows] == [  # '-3.2亿元 is no formula
        (number, " ".join(place["text"].split()), place["line"]) for number, place in places(whole)
    ]
    assert [row[:4] for row in sheet[1:]] == [row[:4] for row in rows]


def test_sarif_fits_the_schema_of_its_standard(written, whole):
    value = json.loads(written["sarif"].read_bytes())
    schema = json.loads(Path(__file__).with_name("vendor").joinpath("sarif-2.1.0-rtm.5.json").read_bytes())
    jsonschema.Draft4Validator(schema).validate(value)
    assert [one["ruleId"] for one in value["runs"][0]["results"]] == [one["rule"] for one in whole["findings"]]


def test_a_runner_reads_every_annotation(written, whole):
    *lines, marker = written["github"].read_text("utf-8").splitlines()
    kinds = [re.fullmatch(r"::(error|warning|notice) [^:]+::.+", line)[1] for line in lines]
    assert marker == "factcheck:report"
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [
        min(10, whole["summary"]["errors"]), min(10, whole["summary"]["warnings"]), 1,
    ]  # fmt: skip


def test_markdown_has_a_heading_a_finding(written, whole):
    shown = MarkdownIt("commonmark").render(written["markdown"].read_text("utf-8"))
    assert re.findall(r"<h2>\S+ (FC\d+) ", shown) == [one["rule"] for one in whole["findings"]]
    assert shown.count("<blockquote>") >= len(whole["findings"])


def test_the_terminal_tells_every_finding_in_lines_that_fit(written, whole):
    lines = written["terminal"].read_text("utf-8").splitlines()
    told = [found[1] for line in lines if (found := re.match(r"(FC\d+) ", line))]
    assert sorted(told) == sorted(one["rule"] for one in whole["findings"])
    assert [line for line in lines if cell_len(line) > PLAIN_WIDTH and "/" not in line] == []


def test_the_page_shows_every_finding_in_a_browser(written, whole, browser):
    with opened(browser, written["html"]) as page:
        cards = page.locator("#list > .card")
        assert cards.locator(".code").all_inner_texts() == [one["rule"] for one in whole["findings"]]
