"""A line a finding, and tables that count them."""

from __future__ import annotations

import re

import msgspec
import pytest

from factcheck.report import SCAN, Style, render


def shown(report, name, **style):
    return render(report, SCAN, name, Style(**style)).decode()


@pytest.mark.parametrize("name", ["concise", "statistics"])
def test_nothing_from_input_acts_on_the_terminal_or_on_a_build_server(report, name):
    output = shown(report, name)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", output)
    assert not any(line.lstrip().startswith(("::", "##[")) for line in output.splitlines())


def test_a_line_a_finding_that_editors_can_follow(report):
    *lines, counted, marker = shown(report, "concise").splitlines()
    assert lines == [
        "corpus/a.txt:6:20: FC104 error: 557.6萬 / 5576萬",
        f"corpus/q.txt:1:{report.findings[1].locations[0].column}: FC201 error: the same words, changed",
        "corpus/a.txt:4:1: FC301 warning: printed twice",
        "corpus/s0.txt:1:1: FC302 note: shared",
    ]
    assert counted == "4 findings (2 errors, 1 warning, 1 note)"
    assert marker == "factcheck:report"
    assert shown(report, "concise", terminal=True).splitlines() == [*lines, counted]
    assert "FC104 错误：" in shown(report, "concise", lang="zh-hans")


def test_findings_are_counted_by_rule_file_and_source(report):
    documents = tuple(
        msgspec.structs.replace(one, source="河灣日報") if one.id == "a.txt" else one for one in report.documents
    )
    output = shown(msgspec.structs.replace(report, documents=documents), "statistics")
    rows = {tuple(line.split()) for line in output.splitlines()}
    assert {("FC104", "magnitude-slip", "1", "0", "0"), ("FC302", "shared-passage", "0", "0", "1")} <= rows
    assert {("corpus/a.txt", "1", "1", "0"), ("corpus/s5.txt", "0", "0", "1")} <= rows
    assert {("河灣日報", "1", "1", "0"), ("(no", "source)", "2", "0", "1")} <= rows
    assert output.endswith("\n4 findings (2 errors, 1 warning, 1 note)\nfactcheck:report\n")


def test_very_many_files_are_counted_by_those_with_most_errors(report):
    slip, *_, shared = report.findings
    places = tuple(msgspec.structs.replace(shared.locations[0], path=f"corpus/m{n:03}.txt") for n in range(200))
    many = msgspec.structs.replace(shared, locations=places)
    output = shown(msgspec.structs.replace(report, findings=(slip, many)), "statistics")
    assert output.count("corpus/m") == 13
    assert "\nand 187 more\n" in output
    assert output.index("corpus/a.txt") < output.index("corpus/m000.txt")


def test_where_nothing_was_found_there_is_no_empty_table(report):
    output = shown(msgspec.structs.replace(report, findings=()), "statistics", terminal=True)
    assert output == "0 findings (0 errors, 0 warnings, 0 notes)\n"
