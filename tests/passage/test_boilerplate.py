from __future__ import annotations

import time

import pytest

from factcheck.passage.boilerplate import boilerplate, headlines, titles
from factcheck.text import prepare


def classes(text):
    return {name for name, _ in boilerplate(prepare(text))}


@pytest.mark.parametrize(
    "text",
    [
        "云汀湾的夜航渡轮停了四年以后终于又开了。",
        "他做了三十年记者，退休以后在码头开了一家书店。",
        "编辑部的灯亮了一夜。",
        "渡轮公司的收入来源有三项，票款只是其中之一。",
    ],
)
def test_prose_is_no_boilerplate(text):
    assert classes(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("記者：林可文", "byline"),
        ("云汀晚报6月3日讯 夜航渡轮恢复。", "byline"),
        ("渡轮恢复夜航。责任编辑：周立言", "editor-tag"),
        ("（文章来源：云汀晚报）", "source-line"),
        ("●云汀湾渡轮恢复夜航首日的码头。", "caption"),
        ("游客在码头排队。本报记者 周立言 摄", "caption"),
        ("本文仅供参考，不构成投资建议。", "disclaimer"),
        ("下载云汀晚报客户端，看更多消息。", "promotion"),
        ("相关阅读：云汀湾渡轮十年", "link-list"),
    ],
)
def test_each_class_by_its_form(text, name):
    assert name in classes(text)


def test_headlines_and_titles_are_spans_of_the_text():
    text = prepare("渡轮恢复夜航\n\n今天，《云汀晚报》说渡轮恢复了夜航。")
    assert [text.stored[s:e] for s, e in headlines(text)] == ["渡轮恢复夜航"]
    assert [text.stored[s:e] for s, e in titles(text)] == ["《云汀晚报》"]


def test_no_pattern_runs_away():
    text = prepare("记者" * 20_000 + "来源" * 20_000 + "（" * 20_000 + "月日摄" * 20_000)
    began = time.perf_counter()
    boilerplate(text)
    assert time.perf_counter() - began < 5
