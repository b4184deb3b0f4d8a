"""`factcheck diff`: what changed between two reports."""

from __future__ import annotations

import json

import pytest
from invented import ALTERED, FIRST

SLIP = "红石新闻：望澜二桥全长3.1公里，总投资20亿元，由望澜路桥公司承建。"


def report(run, corpus, name):
    run("scan", corpus.name, "-f", "json", "-o", name, "--ignore", "FC3")
    return name


@pytest.fixture
def both(run, corpus, tmp_path):
    """Reports before and after a second altered quotation came; the first moved by two lines."""
    old = report(run, corpus, "old.json")
    (corpus / "a.txt").write_text(f"新的一段。\n\n{FIRST}", "utf-8")
    for name, text in (("c.txt", SLIP), ("d.txt", SLIP.replace("20亿", "200亿"))):
        (corpus / name).write_text(text, "utf-8")
    return tmp_path / old, tmp_path / report(run, corpus, "new.json")


def test_nothing_new_exits_with_0_whatever_moved_or_went(run, both):
    old, new = both
    same = run("diff", old, old)
    assert (same.code, same.err) == (0, "")
    assert "0 new (0 errors, 0 warnings, 0 notes), 0 gone, 0 moved, 1 as before" in same.out
    gone = run("diff", new, old)
    assert gone.code == 0
    assert "Gone" in gone.out
    assert "New" not in gone.out


def test_a_new_error_exits_with_1_and_what_moved_is_told_with_its_lines(run, both):
    ran = run("diff", *both)
    assert (ran.code, ran.err) == (1, "")
    new, moved, *_ = ran.out.split("\n\n")
    assert new.startswith("New\n  FC104 magnitude-slip  error")
    assert "articles/c.txt:1, articles/d.txt:1" in new
    assert moved.startswith("Moved\n  FC201 ")
    assert " → " in moved
    assert "1 new (1 error, 0 warnings, 0 notes), 0 gone, 1 moved, 0 as before" in ran.out
    assert run("diff", *both, "--fail-on", "never").code == 0


def test_a_finding_with_one_more_pair_is_new(run, corpus, tmp_path):
    old = report(run, corpus, "old.json")
    (corpus / "c.txt").write_text(ALTERED.replace("科技", "产业").replace("创新", "制造"), "utf-8")
    new = report(run, corpus, "new.json")
    grown = [one for one in json.loads((tmp_path / new).read_text("utf-8"))["findings"] if one["severity"] == "error"]
    before = json.loads((tmp_path / old).read_text("utf-8"))["findings"]
    known = {name for one in before for name in one["fingerprints"]}
    fresh = [one for one in grown if not set(one["fingerprints"]) <= known]
    found = json.loads(run("diff", old, new, "-f", "json").out)["new"]
    assert [one["fingerprints"] for one in found if one["severity"] == "error"] == [
        one["fingerprints"] for one in fresh
    ]


def test_the_json_holds_the_findings_whole(run, both):
    value = json.loads(run("diff", *both, "-f", "json").out)
    assert list(value) == ["generator", "schema_version", "new", "gone", "moved", "same"]
    assert value["new"][0]["locations"][0]["path"] == "articles/c.txt"
    assert value["moved"][0]["finding"]["rule"] == "FC201"
    lines = {spot["line"] for spot in value["moved"][0]["before"] if spot["path"] == "articles/a.txt"}
    assert lines == {
        place["line"] - 2 for place in value["moved"][0]["finding"]["locations"] if place["path"] == "articles/a.txt"
    }


def test_markdown_is_for_a_comment_and_nothing_in_it_is_markup(run, both, tmp_path):
    old, new = both
    value = json.loads(new.read_text("utf-8"))
    value["findings"][0]["message"] = "<img src=x> **bold** [link](http://x)"
    value["findings"] += [value["findings"][0] | {"fingerprints": [f"{n:016x}"]} for n in range(1000)]
    (tmp_path / "many.json").write_text(json.dumps(value), "utf-8")
    out = run("diff", old, "many.json", "-f", "markdown", "--lang", "en").out
    assert "<img" not in out.replace("\\<", "")
    assert "**bold**" not in out
    assert len(out.encode()) < 61_000
    assert "more findings are not shown here" in out.splitlines()[-1]
    run("diff", old, new, "-f", "markdown", "-o", "comment.md")
    assert (tmp_path / "comment.md").read_text("utf-8").startswith("<!-- factcheck:report -->")


def test_messages_follow_the_language_and_are_no_articles(run, both, corpus):
    ran = run("diff", *both, "--lang", "zh-hans")
    assert "新增1处（1处错误，0处警告，0处提示），消失0处，位置有变1处，未变0处" in ran.out
    (corpus / "diff.txt").write_text(ran.out, "utf-8")
    assert "diff.txt: a report of factcheck" in run("scan", corpus).err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("正文36家。", "not a report: "),
        ("{}", "not a report: "),
        ('{"generator": "factcheck:report", "schema_version": 2}', "not a report: "),
        ("[" * 100_000, "not a report: "),
        (None, "cannot be read: no such file"),
    ],
)
def test_a_file_that_is_no_report_is_an_error_with_its_name(run, both, tmp_path, content, why):
    if content is not None:
        (tmp_path / "no.json").write_text(content, "utf-8")
    for files in ((both[0], "no.json"), ("no.json", both[0])):
        ran = run("diff", *files)
        assert ran.code == 2
        assert f"no.json: {why}" in ran.err
        assert "help: " in ran.err


def test_what_cannot_be_written_is_an_error(run, both):
    old, new = both
    kept = new.read_bytes()
    assert "the output is one of the inputs" in run("diff", old, new, "-o", new).err
    assert new.read_bytes() == kept
    ran = run("diff", old, new, "-f", "html")
    assert (ran.code, "one of terminal, json, markdown" in ran.err) == (2, True)


def test_a_report_of_an_older_version_is_read(run, both, tmp_path):
    value = json.loads(both[1].read_text("utf-8"))
    del value["tool_version"], value["summary"]["commented"]
    for finding in value["findings"]:
        for place in finding["locations"]:
            if place["claim"] is not None:
                del place["claim"]["id"]
    (tmp_path / "older.json").write_text(json.dumps(value), "utf-8")
    ran = run("diff", "older.json", both[1])
    assert (ran.code, ran.err) == (0, "")
    assert "0 new" in ran.out
