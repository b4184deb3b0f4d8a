"""Paragraphs that stand in too many articles to be compared: one warning for the run says so."""

from __future__ import annotations

import random

from factcheck import Document, scan
from factcheck.messages import reason

PARAGRAPH = (
    "望澜湾大桥昨天合龙，桥面铺装下月开始，两岸渡轮照常开行，市民可以在东码头的展厅里看到施工的全过程和历年的图纸。"
)
DISCLAIMER = "本文仅代表作者个人观点，不代表本网站立场，如有侵权请联系我们删除，转载请注明出处。"
LETTERS = [chr(number) for number in range(0x4E00, 0x5E00)]


def scanned(paragraph, articles, others=0):
    """A scan of articles that have a paragraph in common and nothing else, and of others."""
    invent = random.Random(7)  # noqa: S311 - made-up text, no secret
    own = ["".join(invent.choices(LETTERS, k=200)) + "。" for _ in range(articles + others)]
    texts = [f"{one}\n{paragraph}\n" if number < articles else one for number, one in enumerate(own)]
    return scan([Document(id=f"{n:03}", path=f"{n:03}.txt", text=text) for n, text in enumerate(texts)])


def told(report):
    return [one for one in report.skipped if one.phrase is not None and one.phrase.key == "skipped.crowded"]


def test_what_is_compared_or_known_as_boilerplate_or_short_is_not_warned_of():
    assert told(scanned(PARAGRAPH, 10)) == []
    assert told(scanned(DISCLAIMER, 30)) == []
    assert told(scanned(PARAGRAPH[:20], 30)) == []
    assert told(scanned("", 30)) == []


def test_one_warning_names_the_first_place_and_the_number_of_articles():
    report = scanned(PARAGRAPH, 30, others=5)
    (one,) = told(report)
    assert (one.path, one.line, one.fatal) == ("000.txt", 2, False)
    assert one.reason.endswith("is in more than 16 articles; articles with such paragraphs: 30")
    assert "共30篇" in reason(one, "zh-hans")
    assert not any(finding.rule == "FC302" for finding in report.findings)
