from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.pair.stamps import are_apart, find_stamps


def of(text):
    return find_stamps(text, (0, len(text)), zh.lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "时间3小时",
        "指数收于3200点",
        "三点五个百分点",
        "第5点说明",
        "唐时十里",
        "2022年",
        "7月24日",
        "自24时起",
        "从0时起",
        "晚上12点",
        "提出两点，一是停航",
        "晚上营业",
        "早上的菜市场",
        "上午场",
    ],
)
def test_no_moment(text):
    assert of(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("截至27日13时", ("hour", "13:00")),
        ("今早05时", ("hour", "5:00")),
        ("下午3点30分", ("hour", "15:30")),
        ("晚上八点半", ("hour", "20:30")),
        ("10点半", ("hour", "10:30")),
        ("早上9点一刻", ("hour", "9:15")),
        ("中午1点", ("hour", "13:00")),
        ("中午12时", ("hour", "12:00")),
        ("中午11时", ("hour", "11:00")),
        ("午后2时", ("hour", "14:00")),
        ("夜间11时", ("hour", "23:00")),
        ("夜里2点", ("hour", "2:00")),
        ("下午两点半", ("hour", "14:30")),
        ("10:30公布", ("hour", "10:30")),
        ("昨晚", ("part", "evening")),
        ("周三傍晚", ("part", "evening")),
        ("4日上午", ("part", "morning")),
        ("今晨", ("part", "morning")),
        ("当天下午", ("part", "afternoon")),
        ("午盘报", ("session", "午盘")),
        ("净值0.8992元（7月24日）", ("day", "24")),
        ("截至7月24日", ("month", "7")),
        ("截至七月廿四日", ("day", "24")),
        ("截至24日", ("day", "24")),
        ("2022财年", ("fiscal", "2022")),
        ("FY2023", ("fiscal", "2023")),
        ("2022财年第三季度", ("fiscal", "2022-07/2022-09")),
        ("FY22 Q3", ("fiscal", "2022-07/2022-09")),
        ("上财年", ("unread", "上财年")),
        ("第三财季", ("unread", "第三财季")),
    ],
)
def test_a_moment(text, stamp):
    assert stamp in of(text)


@pytest.mark.parametrize(
    ("one", "other", "told_apart"),
    [
        ("27日8时", "27日", False),
        ("8时和14时", "8时", False),  # one names all those of the other
        ("8时", "14时", True),
        ("2022财年", "2023财年", True),
        ("2022财年", "FY22", False),
        ("2022财年第三季度", "FY22Q3", False),
        ("2022财年第三季度", "2022财年", True),
        ("截至7月24日", "截至24日", False),
        ("截至7月24日", "截至七月二十四日", False),
        ("截至7月24日", "截至8月24日", True),
        ("早盘", "8时", False),
        ("昨晚", "当晚", False),
        ("今晨", "4日上午", False),
        ("昨天下午", "8时", False),
        ("周三傍晚", "周三中午", True),
    ],
)
def test_apart(one, other, told_apart):
    assert are_apart(of(one), of(other)) is told_apart
    assert are_apart(of(other), of(one)) is told_apart
