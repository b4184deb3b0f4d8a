"""Two texts that date one event differently. What must not be reported comes first."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

BUILT = "望澜古桥始建于{}，桥身用青石砌成，至今仍可通行。"


def found(one: str, other: str):
    documents = [Document(id=name, text=text, date="2025-03-01") for name, text in (("a", one), ("b", other))]
    return [finding for finding in scan(documents).findings if finding.rule == "FC105"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BUILT.format("1446年"), BUILT.format("1446年")),
        (BUILT.format("2005年"), BUILT.format("2005年9月26日")),  # the day lies in the year
        (BUILT.format("1446年"), BUILT.replace("望澜古桥", "岚湾老塔").format("1464年")),  # of another
        (BUILT.format("1446年"), BUILT.replace("始建", "毁").format("1464年")),  # another event
        ("望澜古桥1446年的修缮花了三千两。", "望澜古桥1464年的修缮花了五千两。"),  # the dates frame other figures
        (BUILT.format("1446年"), "望澜古桥始建于何年，没有定论。"),
    ],
)
def test_silent(one, other):
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BUILT.format("1446年"), "据记载，" + BUILT.format("1464年")),
        (BUILT.format("2005年9月26日"), "據記載，" + BUILT.format("2006年")),
    ],
)
def test_two_dates(one, other):
    (finding,) = found(one, other)
    assert {place.doc for place in finding.locations} == {"a", "b"}
    assert all(place.claim.kind == "date" for place in finding.locations)
