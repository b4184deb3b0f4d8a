from __future__ import annotations

import pytest
from framed import framed

from factcheck import Document, extract


@pytest.mark.parametrize(
    "text",
    [
        "云汀港每周二开船3班。",
        "云汀港周一至周五开船3班。",
        "云汀市当时有学校85所。",
        "云汀港目前预计明年扩建码头3座。",
        "岚光公司近日招聘员工36名。",
        "岚光公司周二公布，利润增长了3%。",
    ],
)
def test_what_is_repeated_or_has_no_day_is_none(text):
    found = extract(Document(id="a", text=text, date="2025-05-09"))
    said = [one.period for one in found if one.period and "period" not in one.inferred]
    assert not [period for period in said if period.startswith(("by", "2025-05"))]


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("云汀市目前有学校85所。", "85所", "by 2025-05-09"),
        ("目前雲汀市有學校85所。", "85所", "by 2025-05-09"),
        ("事故至今已造成3人死亡。", "3人", "by 2025-05-09"),
        ("5月6日，船队抵达云汀港。当天有船52艘进港。", "52艘", "2025-05-06"),
        ("5月6日，船队抵达云汀港。次日有船52艘进港。", "52艘", "2025-05-07"),
        ("周二有船52艘进港。", "52艘", "2025-05-06"),
        ("周六有船52艘进港。", "52艘", "2025-05-03"),
    ],
)
def test_a_time_in_words_is_read_against_the_article(text, figure, period):
    claim = framed(text, date="2025-05-09")[figure]
    assert (claim.period, "period" in claim.inferred) == (period, False)


@pytest.mark.parametrize("text", ["云汀市目前有学校85所。", "当天有船85所。", "周二有学校85所。"])
def test_without_a_day_to_point_at_it_is_unknown(text):
    assert framed(text)["85所"].period is None


def test_an_article_of_a_month_has_no_present_day():
    assert framed("云汀市目前有学校85所。", date="2025-05")["85所"].period is None


def test_a_day_of_two_paragraphs_before_is_not_meant():
    text = "5月6日，船队抵达云汀港。\n港口很大。\n天气很好。\n当天有船52艘进港。"
    assert framed(text, date="2025-05-09")["52艘"].period is None
