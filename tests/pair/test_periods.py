from __future__ import annotations

import pytest

from factcheck.pair.periods import find_quarter_before, relate_periods


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("2025", "2025", "same"),
        ("2025", "2024", "apart"),
        ("2025-02", "2025", "meets"),
        ("2025-02-07", "2025-02", "meets"),
        ("2025-01/2025-06", "2025-07/2025-12", "apart"),
        ("2025-01/2025-06", "2025-01/2025-07", "apart"),
        ("2025-01/2025-06", "2025-04/2025-06", "apart"),
        ("2025-01/2025-06", "2025", "apart"),
        ("2025-01/2025-06", "2025-05", "meets"),
        ("2021/2025", "2021/2024", "meets"),
        ("by 2025-11", "2025-12", "apart"),
        ("by 2025-11", "2025-03", "meets"),
        ("since 2022", "2021", "apart"),
        ("since 2022", "2024-05", "meets"),
    ],
)
def test_relation(a, b, found):
    assert relate_periods(a, b) == found
    assert relate_periods(b, a) == found


@pytest.mark.parametrize("period", ["2025", "2025-07", "2025-02/2025-04", "2025-01/2025-06", "by 2025-06", ""])
def test_what_is_no_quarter_has_none_before_it(period):
    assert find_quarter_before(period) is None


def test_the_quarter_before() -> None:
    assert find_quarter_before("2025-07/2025-09") == "2025-04/2025-06"
    assert find_quarter_before("2025-01/2025-03") == "2024-10/2024-12"
