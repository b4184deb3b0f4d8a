"""Annotations and Markdown: what a build server and a forge make of them."""

from __future__ import annotations

import re

import msgspec
import pytest

from factcheck.messages import say, skip_input
from factcheck.model import Skipped
from factcheck.report import SCAN, Style, render
from factcheck.report.findings_markdown import MOST, plain

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*?)::(.*)")


def annotations(report, **style):
    lines = render(report, SCAN, "github", Style(**style)).decode().splitlines()
    return [_COMMAND.fullmatch(line) for line in lines[:-1]]


def decoded(words):
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        words = words.replace(code, letter)
    return words


def test_ten_errors_ten_warnings_and_a_notice_with_the_count(report):
    error, _, warning, note = report.findings
    many = msgspec.structs.replace(report, findings=(error,) * 13 + (warning,) * 12 + (note,) * 3)
    kinds = [found[1] for found in annotations(many)]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert annotations(many)[-1][3] == "13 errors, 12 warnings, 3 notes"


def test_what_could_not_be_read_stands_first_in_its_file(report):
    unread = Skipped(path="a,b.txt", reason="100% binary\n::error::x", fatal=True, line=3)
    passed_over = Skipped(path="c.txt", reason="unsupported file type")
    found = annotations(msgspec.structs.replace(report, skipped=(passed_over, unread) * 6))
    assert [one[2].partition(",title")[0] for one in found[:6]] == ["file=a%2Cb.txt,line=3"] * 6
    assert decoded(found[0][3]) == "100% binary ::error::x"
    assert sum(one[1] == "error" for one in found) == 8  # and two findings
    assert not any("c.txt" in one[0] for one in found)


def test_every_line_is_one_command_whatever_the_input(report):
    hostile = "100%,a:b\n::error::x\r%0A##[group]"
    first = report.findings[0]
    place = msgspec.structs.replace(first.locations[0], path=hostile)
    changed = msgspec.structs.replace(
        first, message=hostile, because=(hostile,), locations=(place, *first.locations[1:])
    )
    found = annotations(msgspec.structs.replace(report, findings=(changed,)))
    assert len(found) == 2
    assert None not in found
    assert dict(part.split("=", 1) for part in found[0][2].split(","))["line"] == "6"
    assert decoded(found[0][3]).startswith("100%,a:b ::error::x %0A##[group]\n")


def test_annotations_in_the_language_asked_for(report):
    assert annotations(report, lang="zh-hant")[-1][3] == "2處錯誤，1處警告，1處提示"


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", "![x](http://example.org)", "`x` *b* _i_ ~~s~~",
     "@someone", "# head", "- item", "1. item", "| a | b |", "&lt;b&gt;", "https://example.org",
     "www.example.org", "> quote", "$x$"],
)  # fmt: skip
def test_markdown_shows_words_as_they_are(words):
    from markdown_it import MarkdownIt

    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(words))
    assert re.fullmatch(r"<p>[^<]*</p>\n", shown)
    for code, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(code, letter)
    assert shown == f"<p>{words}</p>\n"


def test_a_summary_stays_below_what_a_build_server_takes(report):
    many = msgspec.structs.replace(report, findings=report.findings * 800)
    output = render(many, SCAN, "markdown", Style())
    assert len(output) < MOST
    assert re.search(rb"\d+ more findings are not shown here\n\Z", output)


@pytest.mark.parametrize(
    ("lang", "first", "other", "rest"),
    [
        ("en", "- error: a\\_b.txt:7: binary, not text: it holds NUL", "- warning: 0.png: no", "- and 2 more"),
        ("zh-hans", "- 错误：a\\_b.txt:7：是二进制内容，不是文本（含有 NUL）", "- 警告：0.png：no", "- 另有2项"),
    ],
)
def test_a_summary_names_what_was_passed_over_what_is_fatal_first(report, lang, first, other, rest):
    others = tuple(Skipped(path=f"{n}.png", reason="no") for n in range(11))
    unread = skip_input("a_b.txt", say("skipped.record-holds-nul"), line=7, fatal=True)
    bare = msgspec.structs.replace(report, findings=(), skipped=(*others, unread))
    lines = render(bare, SCAN, "markdown", Style(lang=lang)).decode().splitlines()
    named = [line for line in lines if line.startswith("- ")]
    assert (named[0], named[1], named[-1], len(named)) == (first, other, rest, 11)
    hostile = msgspec.structs.replace(bare, skipped=(Skipped(path="<b>\u202e", reason="[x](y)"),))
    assert "- warning: \\<b\\>\\\\u202e: \\[x\\]\\(y\\)" in render(hostile, SCAN, "markdown", Style()).decode()
    assert "Passed over" not in render(msgspec.structs.replace(bare, skipped=()), SCAN, "markdown", Style()).decode()


def test_markdown_of_nothing(report):
    assert b"Nothing contradicts." in render(msgspec.structs.replace(report, findings=()), SCAN, "markdown", Style())
