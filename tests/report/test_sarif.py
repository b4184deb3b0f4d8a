"""SARIF: valid by the schema of its standard, and what a forge needs in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import msgspec
import pytest

from factcheck.ledger import Ledger, Ruling
from factcheck.model import Document, Report, Skipped
from factcheck.read import read
from factcheck.report import SCAN, Style, render
from factcheck.rules import RULES
from factcheck.run import scan

SCHEMA = json.loads((Path(__file__).parent / "vendor" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def sarif(report):
    value = json.loads(render(report, SCAN, "sarif", Style()))
    jsonschema.Draft4Validator(SCHEMA).validate(value)
    return value["runs"][0]


def test_the_place_to_mend_and_the_other_side_with_a_link_to_it(report):
    (result, *_) = sarif(report)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "corpus/a.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {
        "startLine": 6, "startColumn": 20, "endLine": 6, "endColumn": 28, "snippet": {"text": "557.6萬美元"},
    }  # fmt: skip
    assert result["relatedLocations"][0]["id"] == 1
    assert "](1)" in result["message"]["text"]
    assert result["partialFingerprints"] == {"primaryLocationLineHash": "0123456789abcdef:1"}
    assert (result["level"], result["rank"]) == ("error", 97.0)


def test_columns_are_letters(report):
    assert sarif(report)["columnKind"] == "unicodeCodePoints"


def test_a_record_of_json_lines_has_a_line_and_no_column(report):
    related = sarif(report)["results"][0]["relatedLocations"][0]
    assert set(related["physicalLocation"]["region"]) == {"startLine", "snippet"}


def test_rules_carry_their_pages(report):
    rules = {rule["id"]: rule for rule in sarif(report)["tool"]["driver"]["rules"]}
    assert set(rules) == {"FC104", "FC201", "FC301", "FC302"}
    assert rules["FC302"]["properties"]["problem.severity"] == "recommendation"
    assert {code: rule["properties"]["precision"] for code, rule in rules.items()} == {
        code: RULES[code].precision.grade for code in rules
    }
    assert {rule["properties"]["precision"] for rule in rules.values()} <= {"very-high", "high", "medium", "low"}
    assert {rule["properties"]["problem.severity"] for rule in rules.values()} <= {"error", "warning", "recommendation"}
    assert len(rules["FC104"]["help"]["markdown"]) > 200
    for result in sarif(report)["results"]:
        assert sarif(report)["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    "path", ["新聞/第 1 篇#?.md", "a%20b.txt", "x[1](javascript:alert).txt", "a\nb.txt", "../c.txt"]
)
def test_addresses_are_escaped_and_lead_back_to_the_file(report, path):
    first = report.findings[0]
    named = tuple(msgspec.structs.replace(place, path=path) for place in first.locations)
    run = sarif(msgspec.structs.replace(report, findings=(msgspec.structs.replace(first, locations=named),)))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == path
    assert "](javascript" not in run["results"][0]["message"]["text"].replace("\\]", "")


def test_a_passage_over_several_lines(report):
    document = Document(id="m", text="一\r\n二三\r\n四五六", path="m.txt")
    place = msgspec.structs.replace(
        report.findings[-1].locations[0], doc="m", path="m.txt", text="三\r\n四五", start=4, end=9, line=2, column=2
    )
    finding = msgspec.structs.replace(report.findings[-1], locations=(place,))
    run = sarif(Report(findings=(finding,), documents=(document,), claims=(), skipped=(), settings={}))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (3, 3)


@pytest.mark.slow
def test_what_a_forge_would_not_show_is_counted(report):
    run = sarif(msgspec.structs.replace(report, findings=report.findings[:1] * 5_002))
    assert len(run["results"]) == 5_000
    assert "2 more findings" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    hashes = {result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]}
    assert len(hashes) == 5_000


def test_what_was_passed_over_is_told(report):
    fatal = msgspec.structs.replace(report, skipped=(Skipped(path="x", reason="no text", fatal=True),))
    assert sarif(report)["invocations"][0]["executionSuccessful"]
    assert not sarif(fatal)["invocations"][0]["executionSuccessful"]


def test_every_other_place_is_related_and_the_links_in_the_message_lead_to_it(report):
    for result in sarif(report)["results"]:
        ids = [place["id"] for place in result["relatedLocations"]]
        linked = [int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])]
        assert ids == list(range(1, len(ids) + 1))
        assert linked == ids[:3]


def test_all_paths_are_relative_to_one_base(report):
    run = sarif(report)
    assert set(run["originalUriBaseIds"]) == {"%SRCROOT%"}
    for result in run["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            where = place["physicalLocation"]["artifactLocation"]
            assert where["uriBaseId"] == "%SRCROOT%"
            assert not where["uri"].startswith(("/", "file:"))


def test_what_is_silenced_is_left_out_and_the_hash_outlives_moved_lines(run_corpus):
    whole, moved, ruled = run_corpus
    hashes = {result["partialFingerprints"]["primaryLocationLineHash"] for result in sarif(whole)["results"]}
    assert len(hashes) > 10
    assert {r["partialFingerprints"]["primaryLocationLineHash"] for r in sarif(moved)["results"]} == hashes
    left = {result["partialFingerprints"]["primaryLocationLineHash"] for result in sarif(ruled)["results"]}
    assert left == hashes - {f"{whole.findings[0].fingerprints[0]}:1"}
    assert "suppressions" not in json.dumps(sarif(ruled)["results"])


@pytest.fixture(scope="module")
def run_corpus():
    """The sample articles: as they are, with every line moved down, and with one finding ruled to be explained."""
    documents = [one for one in read([str(Path(__file__).parents[2] / "corpus")]) if isinstance(one, Document)]
    below = [_lower(one) for one in documents]
    whole = scan(documents)
    one = Ruling(
        fingerprint=whole.findings[0].fingerprints[0], ruling="explained", reason="x", by="y", date="2025-01-01"
    )
    return whole, scan(below), scan(documents, ledger=Ledger(rulings=(one,)))


def _lower(document):
    head, mark, body = document.text.partition("---\n\n")
    return msgspec.structs.replace(document, text=f"{head}{mark}\n\n\n{body}")
