from __future__ import annotations

import pytest
from framed import framed


@pytest.mark.parametrize(
    "text",
    [
        "云汀港有泊位36个。",
        "云汀港务局5日发布消息，港口有泊位36个。",
        "据云汀晚报近日报道，港口有泊位36个。",
        "云汀市统计局8日公布，港口有泊位36个。",
    ],
)
def test_what_says_no_time_of_a_figure_words_none(text):
    found = framed(text, date="2025-05-09")
    assert [claim.time for claim in found.values() if claim.text.startswith("36")] == [None]


@pytest.mark.parametrize(
    ("text", "figure", "worded"),
    [
        ("岚光公司近日招聘员工36名。", "36名", "近日"),
        ("暴雨发生后，云汀市转移群众3600人。", "3600人", "暴雨发生后"),
        ("報告期內，嵐光公司營業收入36億元。", "36億元", "报告期内"),
    ],
)
def test_a_time_without_a_calendar_is_kept_as_worded(text, figure, worded):
    claim = framed(text, date="2025-05-09")[figure]
    assert (claim.time, "time" in claim.inferred) == (worded, False)
    assert claim.period is None or "period" in claim.inferred  # no day is made of it


@pytest.mark.parametrize(
    ("text", "figure", "worded", "period"),
    [
        ("云汀市目前有学校85所。", "85所", "目前", "by 2025-05-09"),
        ("截至5月6日下午3时，云汀市转移群众3600人。", "3600人", "截至5月6日下午3时", "by 2025-05-06"),
        ("这些孵化器去年吸引的投资近45亿元。", "45亿元", "去年", "2024"),
        ("去年，岚光公司营业收入36亿元，净利润3亿元。", "3亿元", "去年", "2024"),
    ],
)
def test_a_time_with_a_period_is_kept_as_worded_too(text, figure, worded, period):
    claim = framed(text, date="2025-05-09")[figure]
    assert (claim.time, claim.period) == (worded, period)


def test_a_date_is_worded_where_no_day_of_the_article_tells_its_year():
    claim = framed("6月底，云汀市有学校85所。")["85所"]
    assert (claim.time, claim.period) == ("6月底", None)
