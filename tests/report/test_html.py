"""The page as bytes: one file, its policy, its size, nothing in it that could become markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from pathlib import Path

import msgspec
import pytest

import factcheck.report
from factcheck.messages import keys
from factcheck.model import Document, Report
from factcheck.read import MARKER
from factcheck.report import SCAN, Style, render
from factcheck.report.page.excerpts import make_excerpt
from factcheck.report.page.names import name_article
from factcheck.report.page.shared import matrix

PAGE = Path(factcheck.report.__file__).parent / "page"
EMPTY = Report(findings=(), documents=(), claims=(), skipped=(), settings={})


def html(report, **style):
    return render(report, SCAN, "html", Style(**style)).decode()


def data(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_the_policy_lets_run_the_one_script_and_the_one_style_alone(report):
    page = html(report)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; ")
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<[a-z][^<>]*\s(?:style|on[a-z]+)=", page.replace("<style>", ""))


def test_the_page_names_no_other_place(report):
    page = html(report)
    assert not re.search(r"<link|<img|<iframe|@import|url\(|<script src|//cdn", page)


def test_it_says_near_its_head_that_it_is_no_article(report):
    assert MARKER in html(report)[:300]


def test_the_same_report_gives_the_same_bytes(report):
    assert html(report) == html(report)


def test_nothing_from_input_is_markup(report):
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!--\u2028\u202e"
    changed = msgspec.structs.replace(
        report,
        documents=tuple(
            msgspec.structs.replace(one, title=hostile, source=hostile, url="javascript:alert(3)", path=hostile)
            for one in report.documents
        ),
        findings=tuple(
            msgspec.structs.replace(
                one, message=hostile, because=(hostile,),
                locations=tuple(msgspec.structs.replace(place, path=hostile) for place in one.locations),
            )
            for one in report.findings
        ),
    )  # fmt: skip
    page = html(changed)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("</script>") == 2
    assert page.count("<!--") == 1
    assert "\u202e" not in page
    assert "javascript:" not in page
    assert not any("u" in one for one in data(page)["docs"])
    assert r"\u202e" in data(page)["docs"][0]["t"]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True), ("http://example.org", True), ("javascript:alert(1)", False),
        (" javascript:alert(1)", False), ("data:text/html,x", False), ("//example.org", False), ("file:///etc", False),
        ("https:", False), ("http://[", False), ("JaVaScRiPt:x", False), ("java\nscript:x", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(report, url, kept):
    documents = tuple(msgspec.structs.replace(one, url=url) for one in report.documents)
    shown = data(html(msgspec.structs.replace(report, documents=documents)))["docs"]
    assert all(("u" in one) == kept for one in shown)


def test_every_word_that_the_page_asks_for_is_in_the_catalogue():
    said = "".join((PAGE / name).read_text("utf-8") for name in ("page.html", *(p.name for p in PAGE.glob("*.js"))))
    asked = set(re.findall(r'(?:data-(?:t|label|hint)="|t\(")([a-z][a-z.-]*[a-z])"', said))
    assert len(asked) > 40
    assert asked <= set(keys())


def test_without_scripts_the_page_is_a_list(report):
    plain = re.search(r"<noscript>(.*?)</noscript>", html(report), re.DOTALL)[1]
    assert plain.count("<li><p>") == len(report.findings)
    assert "城北園區的訓練成本僅為557.6萬美元" in plain


def test_a_page_in_the_language_asked_for(report):
    assert '<html lang="zh-Hant">' in html(report, lang="zh-hant")
    assert data(html(report, lang="zh-hant"))["lang"] == "zh-hant"
    assert data(html(report))["lang"] is None


def test_an_empty_report():
    assert data(html(EMPTY))["findings"] == []


def test_marks_are_counted_as_a_browser_counts():
    text = "前𠮷\u202e\n𠮷價36家。\n"
    shown = make_excerpt(text, (4, 10), [(6, 9)])
    units = shown.text.encode("utf-16-le")
    assert units[2 * shown.marks[0][0] : 2 * shown.marks[0][1]].decode("utf-16-le") == "36家"
    assert shown.text == "𠮷價36家。"
    hidden = "第一句\u202e。36家。"
    shown = make_excerpt(hidden, (5, 9), [(5, 8)])
    assert shown.text[shown.marks[0][0] : shown.marks[0][1]] == "36家"
    assert r"\u202e" in shown.text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"text": "正文一句。", "title": "夜校"}, "夜校"),
        ({"text": "2023-08-16 18:24\n\n## 渡轮恢复夜航\n\n正文。"}, "渡轮恢复夜航"),
        ({"text": "---\nsource: 云汀晚报\n---\n渡轮恢复夜航\n"}, "渡轮恢复夜航"),
        ({"text": "原標題：渡輪復航的消息\n"}, "渡輪復航的消息"),
        ({"text": "长" * 40}, "长" * 21 + "…"),
        ({"text": "36 days"}, "b.txt"),
        ({"text": "36 days", "record": 7}, "b.txt:7"),
        ({"text": "- id: 渡轮恢复夜航", "role": "ledger"}, "b.txt"),
    ],
)
def test_an_article_is_called_by_its_title_or_by_how_it_begins(said, name):
    assert name_article(Document(id="x", path="a/b.txt", **said)) == name


def test_no_beginning_takes_long():
    began = time.perf_counter()
    name_article(Document(id="x", text="长 ab" * 500_000))
    name_article(Document(id="x", text="长\n" * 500_000))
    assert time.perf_counter() - began < 1


def test_a_line_of_ten_thousand_letters_is_cut_around_the_mark():
    text = "長" * 5000 + "36家" + "長" * 5000
    shown = make_excerpt(text, (0, len(text)), [(5000, 5003)])
    assert len(shown.text) < 2000
    assert shown.text[slice(*shown.marks[0])] == "36家"


def test_the_matrix_has_the_articles_that_share_most_with_copies_side_by_side(report):
    note = report.findings[-1]

    def shared(*docs, letters):
        places = tuple(msgspec.structs.replace(note.locations[0], doc=doc, text="文" * letters) for doc in docs)
        return msgspec.structs.replace(note, locations=places)

    found = matrix([shared("a", "x", letters=90), shared("b", "y", letters=50), shared("a", "z", letters=20)], str)
    assert found["docs"] == ["a", "x", "z", "b", "y"]
    assert found["cells"] == [[0, 1, 90], [0, 2, 20], [3, 4, 50]]
    many = matrix([shared(f"{n:02}", f"{n + 1:02}", letters=n + 1) for n in range(60)], str)
    assert len(many["docs"]) == 30
    assert many["all"] == 61
    assert matrix([], str) is None


def test_a_fact_on_file_is_shown_line_by_line_and_an_article_is_not():
    text = "- id: a\n  subject: 城北園區\u202e\n  value: 36家\n"
    at = text.index("36家")
    shown = make_excerpt(text, (2, len(text) - 1), [(at, at + 3)], lines=True)
    start, end = shown.sentence
    assert shown.text[start:end].split("\n") == ["id: a", "  subject: 城北園區\\u202e", "  value: 36家"]
    assert shown.text[slice(*shown.marks[0])] == "36家"
    assert "\n" not in make_excerpt(text, (2, len(text) - 1), [(at, at + 3)]).text
