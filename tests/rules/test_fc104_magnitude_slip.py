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
        (WOOD, "4,456萬7千餘立方公尺", "4,465萬7千餘立方公尺", "swapped"),
        (WOOD, "4,456萬7千餘立方公尺", "44,567萬立方公尺", "ten"),
    ],
)
def test_a_slip(form, one, other, named):
    (finding,) = found(form, one, other)
    assert finding.rule == "FC104"
    assert any(named in reason for reason in finding.because), finding.because
