"""Named sources that estimate differently are a note; sources that counted differently are an error."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

FORECAST = "{}预计，2026年望澜市海洋经济增加值增速为{}。"
COUNTED = "{}说，2024年望澜市海洋经济增加值增速为{}。"


def rules(a: str, b: str) -> list[str]:
    report = scan([Document(id="a", text=a, date="2025-03-01"), Document(id="b", text=b, date="2025-03-02")])
    return [finding.rule for finding in report.findings if finding.rule.startswith("FC1")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (FORECAST.format("岚光证券", "4.8%"), FORECAST.format("云岫研究院", "4.8%")),
        (FORECAST.format("岚光证券", "4.8%"), FORECAST.format("岚光证券", "5.6%")),
        (COUNTED.format("岚光证券", "4.8%"), COUNTED.format("云岫研究院", "5.6%")),
    ],
    ids=["equal", "one source", "counted"],
)
def test_no_spread(a, b):
    assert "FC111" not in rules(a, b)


def test_two_houses_forecast_differently():
    a, b = FORECAST.format("岚光证券", "4.8%"), "另一边，" + FORECAST.format("雲岫研究院", "5.6%")
    assert rules(a, b) == ["FC111"]
