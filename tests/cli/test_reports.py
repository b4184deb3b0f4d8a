"""Several reports of one run, and the language they are told in."""

from __future__ import annotations

import json
import sys

import pytest

from factcheck.cli.language import choose_report_language, read_locale


def test_several_reports_at_once(run, corpus, tmp_path):
    ran = run("scan", corpus, "--report", "sarif=a.sarif", "--report", "html=b.html", "--report=csv=c=d.csv")
    assert ran.code == 1
    assert "FC201" in ran.out
    assert json.loads((tmp_path / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "c=d.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("options", "error", "cure"),
    [
        (["--report", "pdf=a.pdf"], "--report: no format is called 'pdf'", "one of terminal, concise"),
        (["--report", "htm=a.html"], "--report: no format is called 'htm'", "did you mean html?"),
        (["--report", "html"], "--report: 'html' names no file", "such as html=report.html"),
        (["--report", "html="], "--report: 'html=' names no file", "such as html=report.html"),
        (["--report", "csv=a", "--report", "json=./a"], "two reports would go to one file", "a file of its own"),
        (["--report", "csv=a", "-o", "a"], "two reports would go to one file", "a file of its own"),
        (["--report", "csv=articles/a.txt"], "articles/a.txt: the output is one of the inputs", "another file"),
        (["--report", "csv=no/such/a.csv"], "no/such/a.csv: cannot be written", "--report names another file"),
    ],
)
def test_a_report_that_cannot_be(run, corpus, options, error, cure):
    before = (corpus / "a.txt").read_bytes()
    ran = run("scan", corpus.name, *options)
    assert ran.code == 2
    assert error in ran.err
    assert cure in ran.err
    assert (corpus / "a.txt").read_bytes() == before


def test_claims_have_fewer_forms(run, corpus):
    assert "this command cannot write 'html'" in run("extract", corpus, "-f", "html").err
    assert "no format is called 'sarif'" in run("extract", corpus, "--report", "sarif=a").err


def test_a_format_whose_library_is_missing_says_how_to_get_it(run, corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ran = run("scan", corpus, "--report", "xlsx=a.xlsx")
    assert ran.code == 2
    assert "pip install 'factcheck-zh[xlsx]'" in ran.err


def test_annotations_put_a_summary_behind_what_is_there(run, corpus, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = run("scan", corpus, "-f", "github")
    assert "::error file=" in ran.out
    assert summary.read_text("utf-8").startswith("# before\n")
    assert "FC201" in summary.read_text("utf-8")
    run("scan", corpus)
    assert summary.read_text("utf-8").count("# factcheck report") == 1


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"), ({"LANG": "C.UTF-8"}, "en"), ({"LANG": "de_DE.UTF-8"}, "en"), ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_SG"}, "zh-hans"), ({"LANG": "zh_TW.UTF-8"}, "zh-hant"), ({"LANG": "zh_HK.big5"}, "zh-hant"),
        ({"LANG": "zh_CN", "LC_ALL": "en_US"}, "en"), ({"LANG": "en_US", "LC_MESSAGES": "zh_TW"}, "zh-hant"),
        ({"LANG": "zh_TW", "LC_ALL": ""}, "zh-hant"),
    ],
)  # fmt: skip
def test_the_language_of_a_locale(environment, language):
    assert read_locale(environment) == language


def test_machines_are_told_in_english_unless_a_language_is_asked_for(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    told = {
        name: choose_report_language("auto", name)
        for name in ("terminal", "markdown", "github", "json", "sarif", "csv", "html")
    }
    assert told == dict.fromkeys(("terminal", "markdown", "github"), "zh-hant") | dict.fromkeys(
        ("json", "sarif", "csv", "html")
    )
    assert choose_report_language("zh-hans", "json") == "zh-hans"


def test_a_report_by_the_locale(run, corpus, monkeypatch):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert "引語走樣" in run("scan", corpus).out
    assert "依據" in run("scan", corpus).out
    assert "altered-quotation" in run("scan", corpus, "--lang", "en").out
    assert "引語走樣" in run("rule").out
    assert "altered-quotation" in run("scan", corpus, "-f", "csv").out
    assert "A quotation changed" in run("scan", corpus, "-f", "json").out
    assert "引语在转述中被改动" in run("scan", corpus, "-f", "json", "--lang", "zh-hans").out
    (corpus / "odd.bin").write_bytes(b"\x00")
    assert run("scan", corpus).err.startswith("警告：")
