"""`factcheck explain`: everything behind one finding, from articles or from a report."""

from __future__ import annotations

import json

import pytest

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"


@pytest.fixture
def disputed(run, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a", TOLD.format("超过36家")), ("b", "据了解，" + TOLD.format("63家"))):
        (folder / f"{name}.txt").write_text(f"---\ndate: 2025-03-01\n---\n{text}\n", "utf-8")
    run("scan", "articles", "-f", "json", "-o", "report.json", "--select", "FC1")
    return json.loads((tmp_path / "report.json").read_text("utf-8"))["findings"][0]


def test_frames_levels_vetoes_and_intervals_from_articles_and_from_a_report(run, disputed):
    (one,) = disputed["fingerprints"]
    ran = run("explain", one[:6], "articles")
    assert ran.code == 0
    for told in (
        "36家",
        "63家",
        "measure",
        "weight (bits)",
        "of 17 that are needed",
        "another period",
        "36 to …",
        "differ",
    ):
        assert told in ran.out
    told = run("explain", one, "--from", "report.json").out
    assert ran.out.startswith(told)  # a report has no articles to lay side by side
    assert "Left over" not in told
    assert "Left over: what the other article never says" in ran.out
    assert "A scan takes the two for one fact, by their words and frames." in ran.out


def test_a_veto_is_told_in_the_language_by_its_name_and_as_written_where_the_name_is_not_known(run, disputed, tmp_path):
    (one,) = disputed["fingerprints"]
    comparison = disputed["comparison"]
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))

    def explained(**fields):
        report["findings"][0]["comparison"] = comparison | fields
        (tmp_path / "other.json").write_text(json.dumps(report), "utf-8")
        return run("explain", one, "--from", "other.json", "--lang", "zh-hans").out

    here = explained()
    assert "another period" not in here
    assert explained(vetoes=["words of another release"], veto_names=["period"]).count("words of another release") == 0
    assert "another planet" in explained(vetoes=["another planet"], veto_names=["planet"])
    for names in ([], ["period"]):  # of a release that had no names, and names that are too few
        assert "another planet" in explained(vetoes=["another period", "another planet"], veto_names=names)


def test_a_finding_without_a_comparison_has_its_places_and_reasons(run, corpus):
    one = json.loads(run("scan", corpus, "-f", "json").out)["findings"][0]["fingerprints"][0]
    ran = run("explain", one, corpus)
    assert ran.code == 0
    assert "a.txt:5" in ran.out
    assert "because" in ran.out
    assert "weight (bits)" not in ran.out


def test_the_terminal_names_the_fingerprint(run, corpus):
    one = json.loads(run("scan", corpus, "-f", "json").out)["findings"][0]["fingerprints"][0]
    assert f"  fingerprint {one}\n" in run("scan", corpus).out


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("abcd",), "give either articles or a report"),
        (("abcd", "articles", "--from", "report.json"), "give either articles or a report"),
        (("ab", "--from", "report.json"), "too short"),
        (("abcdabcd\x1b", "--from", "report.json"), "no finding has the fingerprint 'abcdabcd\\x1b'"),
        (("abcd", "--from", "none.json"), "none.json: cannot be read"),
        (("abcd", "--from", "articles/a.txt"), "not a report"),
    ],
)
@pytest.mark.usefixtures("disputed")
def test_what_cannot_be_explained_is_said(run, arguments, what):
    ran = run("explain", *arguments)
    assert ran.code == 2
    assert what in ran.err
    assert "\x1b" not in ran.err


def test_a_hostile_report_does_the_terminal_no_harm(run, disputed, tmp_path):
    (one,) = disputed["fingerprints"]
    written = (tmp_path / "report.json").read_text("utf-8")
    hostile = written.replace("another period", "x\\u001b[31m").replace('"a.txt"', '"a\\u202e.txt"')
    hostile = (
        hostile.replace("differing-figure", "y\\u001b]8;;")
        .replace("articles/a", "z\\u001b/a")
        .replace("36家", "\\u001b家")
        .replace('"period",', '"w\\u001b",')
    )
    (tmp_path / "hostile.json").write_text(hostile, "utf-8")
    ran = run("explain", one, "--from", "hostile.json")
    assert ran.code == 0
    assert "\\x1b[31m" in ran.out
    assert not {"\x1b", "\u202e"} & set(ran.out)
