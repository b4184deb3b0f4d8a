"""What of the findings is shown: by severity, by confidence, and how many."""

from __future__ import annotations

import json

import pytest
from invented import ALTERED, FIRST

NOTE = "云汀港务集团昨天公布，夜航码头的候船厅本月重新开放，首日接待旅客一千二百余人次，秩序良好。"


@pytest.fixture
def noted(corpus):
    """Articles with an error and a note."""
    (corpus / "a.txt").write_text(f"{FIRST}\n\n{NOTE}", "utf-8")
    (corpus / "b.txt").write_text(f"{ALTERED}\n\n{NOTE}", "utf-8")
    return corpus


def findings(ran):
    return [one["rule"] for one in json.loads(ran.out)["findings"]]


def test_the_terminal_counts_notes_and_other_formats_have_them(run, noted):
    ran = run("scan", noted)
    assert ran.code == 1
    assert "FC302" not in ran.out
    assert "Not shown: 1 note; --severity note shows them" in ran.out
    assert "FC302" in run("scan", noted, "--severity", "note").out
    assert findings(run("scan", noted, "-f", "json")) == ["FC201", "FC302"]
    assert "FC302 note: " in run("scan", noted, "-f", "concise").out


def test_a_severity_that_was_asked_for_holds_in_every_format_and_changes_no_exit_code(run, noted):
    ran = run("scan", noted, "--severity", "error", "-f", "json", "--fail-on", "note", "--ignore", "FC201")
    assert ran.code == 1
    assert findings(ran) == []
    assert json.loads(ran.out)["settings"]["severity"] == "error"
    assert "severity" not in json.loads(run("scan", noted, "-f", "json").out)["settings"]


def test_the_least_confidence_may_be_that_of_one_severity(run, noted, tmp_path, monkeypatch):
    assert findings(run("scan", noted, "-f", "json", "--min-confidence", "note=1")) == ["FC201"]
    assert findings(run("scan", noted, "-f", "json", "--min-confidence", "1,note=0")) == ["FC302"]
    assert findings(run("scan", noted, "-f", "json", "--min-confidence", "1")) == []
    (tmp_path / "factcheck.toml").write_text("min-confidence = {error = 1}\n", "utf-8")
    ran = run("scan", noted, "-f", "json")
    assert findings(ran) == ["FC302"]
    assert json.loads(ran.out)["settings"]["min_confidence"] == {"error": 1.0}
    monkeypatch.setenv("FACTCHECK_MIN_CONFIDENCE", "note=1")
    assert findings(run("scan", noted, "-f", "json")) == ["FC201"]


@pytest.mark.parametrize(
    ("options", "error", "cure"),
    [
        (["--min-confidence", "warning"], "min-confidence: not between 0 and 1: warning", "such as 0.7, warning=0.8"),
        (["--min-confidence", "warning=2"], "min-confidence: not between 0 and 1: 2.0", "such as 0.7"),
        (["--min-confidence", "bad=0.5"], "min-confidence: no severity is called 'bad'", "error, warning, note"),
        (["--max-findings", "-1"], "max-findings: less than zero: -1", "0 shows every finding"),
        (["--statistics", "-f", "json"], "--statistics and another format exclude each other", "one of the two"),
    ],
)
def test_what_cannot_be_asked_for_is_told(run, noted, options, error, cure):
    ran = run("scan", noted, *options)
    assert ran.code == 2
    assert error in ran.err
    assert cure in ran.err


@pytest.mark.parametrize("written", ["min-confidence = {bad = 1}", "min-confidence = true", 'severity = "bad"'])
def test_a_setting_that_cannot_be_is_told_with_its_line(run, noted, tmp_path, written):
    (tmp_path / "factcheck.toml").write_text(f"{written}\n", "utf-8")
    ran = run("scan", noted)
    assert ran.code == 2
    assert "factcheck.toml:1: " in ran.err
    assert "help: " in ran.err


def test_statistics_are_counts_instead_of_findings(run, noted):
    ran = run("scan", noted, "--statistics", "--report", "json=all.json")
    assert ran.code == 1
    assert "FC201" in ran.out
    assert "fingerprint" not in ran.out
    assert ran.out == run("scan", noted, "-f", "statistics").out


def test_a_report_that_was_redirected_is_no_article(run, noted):
    for options in ([], ["-f", "concise"], ["--statistics"]):
        (noted / "report.txt").write_text(run("scan", noted, *options).out, "utf-8")
        ran = run("scan", noted, "-v")
        assert "report.txt: a report of factcheck, not an article" in ran.err
        (noted / "report.txt").unlink()
