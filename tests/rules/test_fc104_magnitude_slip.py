"""Which difference is a slip of the pen, and that the message names it. What is no slip comes first."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

BRIDGE = "望澜市跨江大桥总投资{}，全长3公里。"
WOOD = "望瀾縣林場歷年採伐材積則達{}，砍伐面積逾34萬公頃。"


def found(form: str, one: str, other: str):
    articles = [Document(id=str(n), text=form.format(figure)) for n, figure in enumerate((one, other))]
    return scan(articles, chosen=["FC101", "FC104"]).findings


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        (BRIDGE, "23.68亿元", "23.7亿元"),
        (BRIDGE, "逾23億元", "23億6800萬元"),
        (BRIDGE, "23亿6800万元", "236800万元"),
        (WOOD, "4,456萬7千餘立方公尺", "4,456萬立方公尺"),  # cut off
        (WOOD, "4,456萬7千餘立方公尺", "4,456萬餘立方公尺"),
        (WOOD, "4,456萬7千餘立方公尺", "4456.7萬立方公尺"),
        (WOOD, "4,456 萬 7 千餘立方公尺", "逾 4,400 萬立方公尺"),
    ],
)
def test_no_difference(form, one, other):
    assert found(form, one, other) == ()


@pytest.mark.parametrize(("one", "other"), [("23.68亿元", "2.5亿元"), ("12亿元", "1.3万元"), ("2368万元", "23.9万元")])
def test_more_than_a_rounding_apart(one, other):
    assert all(finding.rule != "FC104" for finding in found(BRIDGE, one, other))


def test_no_slip():
    (finding,) = found(BRIDGE, "23.6亿元", "41亿元")
    assert finding.rule == "FC101"


@pytest.mark.parametrize(
    ("form", "one", "other", "named"),
    [
        (BRIDGE, "23.6亿元", "236亿元", "ten"),
        (BRIDGE, "23.6亿元", "23.6万元", "ten thousand"),
        (BRIDGE, "23.6亿元人民币", "23.6亿美元", "currenc"),
        (BRIDGE, "23.68亿元", "23.86亿元", "swapped"),
        (BRIDGE, "2368万元", "23668万元", "digit"),
        (BRIDGE, "236,825万元", "23.68万元", "ten thousand"),
        (BRIDGE, "12.352亿元", "123.5亿元", "ten"),
        (WOOD, "4,456萬立方公尺", "4,456萬立方千米", "a thousand million"),
        (WOOD, "4,456萬7千餘立方公尺", "4,465萬7千餘立方公尺", "swapped"),
        (WOOD, "4,456萬7千餘立方公尺", "44,567萬立方公尺", "ten"),
    ],
)
def test_a_slip(form, one, other, named):
    (finding,) = found(form, one, other)
    assert finding.rule == "FC104"
    assert any(named in reason for reason in finding.because), finding.because


def headed(title: str, text: str):
    return scan([Document(id="a", title=title, text=text)], chosen=["FC102", "FC104"]).findings


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("跨江大桥预算125亿元", "市长昨天说，桥的总投资为125亿元，首期1250亿元是误传。"),
        ("日均客流1250万人次", "车站方面说，十天里客流为125万人次。"),
        ("跨江大桥预算12亿元", "市长昨天说，桥头公园要花1.2亿元。"),  # two digits are shared by chance
        ("跨江大桥预算1250亿元", "市长昨天去了工地。工人在搭桥架。桥头的公园开放了。公园花费125亿元。"),  # no lead
    ],
)
def test_a_headline_in_other_words_is_no_slip(title, text):
    assert headed(title, text) == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("八年國防特別預算12.5兆元", "行政當局昨天提出八年期的國防特別預算，總金額是新台幣1.25兆元。"),
        ("跨江大桥预算1250亿元", "市长昨天说，桥的总投资为125亿元。"),
    ],
)
def test_a_headline_with_the_digits_of_its_lead(title, text):
    (finding,) = headed(title, text)
    assert (finding.rule, finding.severity) == ("FC104", "warning")
