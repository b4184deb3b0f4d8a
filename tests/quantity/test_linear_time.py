from __future__ import annotations

import time

import pytest

from factcheck import zh
from factcheck.quantity import dates, recognise
from factcheck.text import prepare

pytestmark = pytest.mark.slow

HOSTILE = [
    *(
        "1",
        "一",
        "万亿",
        "，",
        "1,",
        "1,000",
        "十",
        "一百",
        "半",
        "第1",
        "百分之",
        "1-",
        "1~",
        "1:",
        "3比",
        "1/",
        "1又",
    ),
    *("1.", "年", "2025年", "1月", "1个", "1元", "1%", "超过", "约1", "A1", "几十", "两", "$1", "翻一番", "零", "一点"),
    *("two and three ", "a hundred and ", "one million to ", "from 5 to ", "March 2024, ", "HK$3 ", "The ", "ab cd。"),
    *("(", "[", "人民币，下同1元", "最高给予", "二分", "上半年", "民国1", "8时", "  1"),
]
SMALL, LARGE = 2000, 16000


def _seconds(text: str) -> float:
    prepared = prepare(text, lexicon=zh.lexicon())
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        recognise(prepared, zh.lexicon())
        dates(prepared, "2025-02-05", zh.lexicon().dates)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_length_and_no_faster(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (SMALL, LARGE))
    _seconds(small)
    allowed = 3 * LARGE / SMALL * (_seconds(small) + 0.002)
    assert _seconds(large) < allowed


@pytest.mark.parametrize("unit", ["1", "一", "万亿", "十", ",", "("])
def test_a_megabyte_is_read_in_seconds(unit: str) -> None:
    assert _seconds(unit * (1_000_000 // len(unit))) < 30
