from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import quantities, zh
from factcheck.quantity import dates, recognise
from factcheck.quantity.numerals import MAX_DIGITS
from factcheck.text import prepare

HAN = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
PLACES = (("千", 1000), ("百", 100), ("十", 10), ("", 1))
FORMAL_PLACES = (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1))


def _four_digits(number: int, digits: str, places: tuple[tuple[str, int], ...]) -> str:
    """一千零五十: a number below 10,000 as it is said."""
    said, gap = "", False
    for word, place in places:
        digit = number // place % 10
        if digit:
            said += ("零" if gap else "") + digits[digit] + word
            gap = False
        elif said:
            gap = True
    return said


def said(number: int, digits: str = HAN, places: tuple[tuple[str, int], ...] = PLACES) -> str:
    """The number as it is said in Chinese, up to 兆."""
    if not number:
        return "零"
    groups = ""
    gap = False
    for word, group in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("", 1)):
        part = number // group % 10**4
        if part:
            groups += ("零" if groups and (gap or part < 1000) else "") + _four_digits(part, digits, places) + word
            gap = False
        else:
            gap = True
    return groups


NUMBERS = st.one_of(st.integers(0, 200), st.integers(0, 10**6), st.integers(0, 10**12 - 1))
NOTATIONS = st.sampled_from(
    [
        str,
        lambda n: f"{n:,}",
        lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        said,
        lambda n: said(n, FORMAL, FORMAL_PLACES),
    ]
)
UNITS = st.sampled_from([("吨", 1000), ("公里", 1000), ("平方米", 1), ("美元", 1), ("歲", 1), ("小時", 1), ("%", 1)])


@settings(deadline=None)  # the first one loads the tables
@given(NUMBERS, NOTATIONS, UNITS)
def test_a_value_is_read_back_exactly(number: int, notation: Any, unit: tuple[str, int]) -> None:
    word, factor = unit
    if notation(number) in {"伍", "陆"}:  # alone, they are a name or the land
        return
    (found,) = quantities("共有" + notation(number) + word)
    assert found.low == found.high == number * factor
    assert found.text == notation(number) + word


@given(st.integers(1, 10**6), st.integers(0, 9999), st.sampled_from([("万", 4), ("亿", 8), ("萬億", 12), ("", 0)]))
def test_a_decimal_and_its_magnitude(whole: int, part: int, magnitude: tuple[str, int]) -> None:
    word, power = magnitude
    (found,) = quantities(f"投入{whole}.{part:04}{word}美元")
    assert found.low == Decimal(f"{whole}.{part:04}").scaleb(power)
    assert "E" not in str(found.low)


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_range_keeps_both_ends(first: int, step: int) -> None:
    (found,) = quantities(f"每年{first}至{first + step}万吨")
    assert (found.low, found.high, found.qualifier) == (first * 10**7, (first + step) * 10**7, "range")


MINUS = st.sampled_from("-－−–负")
HEADS = st.sampled_from(["净利润为", "归母净利润约", "净利润", "净利润由", "增速达", "净额："])
SIGNED = st.sampled_from([("万元", 10**4), ("亿美元", 10**8), ("%", 1), ("个百分点", 1), ("pct", 1)])
JOINTS = st.sampled_from("～~至到")
DECIMALS = st.integers(1, 99_999).map(lambda n: Decimal(n) / 100)


@given(DECIMALS, MINUS, HEADS, SIGNED)
def test_a_negative_value_is_read_back(number: Decimal, minus: str, head: str, unit: tuple[str, int]) -> None:
    word, factor = unit
    (found,) = quantities(f"{head}{minus}{number}{word}，后文")
    assert found.low == found.high == -number * factor
    assert found.text == f"{minus}{number}{word}"


@given(DECIMALS, DECIMALS, st.booleans(), st.booleans(), MINUS, JOINTS, SIGNED, st.booleans())
def test_each_bound_has_its_own_sign(
    one: Decimal, other: Decimal, below: bool, both: bool, minus: str, joint: str, unit: tuple[str, int], twice: bool
) -> None:
    word, factor = unit
    first, last = (-one, -other) if below and both else (-one, other) if below else (one, one + other)
    if first == last:
        return
    ends = [f"{minus if end < 0 else ''}{abs(end)}" for end in (first, last)]
    told = f"{ends[0]}{word if twice else ''}{joint}{ends[1]}{word}"
    (found,) = quantities(f"预计变动为{told}，后文")
    assert (found.low, found.high) == (min(first, last) * factor, max(first, last) * factor)
    assert (found.text, found.qualifier) == (told, "range")


@given(
    DECIMALS,
    DECIMALS,
    st.sampled_from(["同比下降{}%～{}%", "预计亏损{}亿元至{}亿元", "预计减少{}%—{}%", "降幅{}%-{}%"]),
)
def test_a_range_may_be_told_from_its_larger_end(one: Decimal, more: Decimal, form: str) -> None:
    (found,) = quantities(form.format(one + more, one))
    factor = 10**8 if "亿" in form else 1
    assert (found.low, found.high, found.qualifier) == (one * factor, (one + more) * factor, "range")


@given(DECIMALS, st.sampled_from("至到-—"))
def test_two_moments_are_no_range(number: Decimal, joint: str) -> None:
    found = quantities(f"利率由{number + 1}%{joint}{number}%")
    assert [one.low for one in found] == [number + 1, number]


@given(
    DECIMALS,
    st.sampled_from([("亿元", "money", 10**8), ("%", "percent", 1), ("万吨", "mass", 10**7), ("℃", "temperature", 1)]),
)
def test_a_unit_in_brackets_governs_its_figure(number: Decimal, unit: tuple[str, str, int]) -> None:
    word, kind, factor = unit
    for form in ("数额（{}）：{}", "数额({})为{}", "数额（单位：{}）{}"):
        (found,) = quantities(form.format(word, number))
        assert (found.kind, found.low) == (kind, number * factor)


@given(st.integers(1, 99), st.integers(2, 99))
def test_a_fraction_is_exact(over: int, under: int) -> None:
    (found,) = [q for q in quantities(f"占{said(under)}分之{said(over)}") if q.kind == "fraction"] or [None]
    if under != 100:
        assert found is not None
        assert Fraction(found.low) == Fraction(over, under)


LETTERS = (
    "0123456789零〇一二两三十百千万亿兆半几数多余来点分之成倍岁年月日元块角%‰-—~至到第前个名家人吨米度超近约不到上下"
)
MARKS = "，。、（）/:.$¥ \n"
WORDS = ["億", "萬", "餘", "兩", "百分之", "以上", "以内", "左右", "2025", "1,000", "下同", "人民币", "GPT-4", "１２"]
PIECES = st.sampled_from([*LETTERS, *MARKS, *WORDS, "去年同期", "十四五"])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=400)
@given(st.one_of(TEXTS, st.text(max_size=60)))
def test_spans_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.low is None or found.high is None or Fraction(found.low) <= Fraction(found.high)
        assert not re.search("[Ee]", f"{found.low}{found.high}".replace("None", ""))
        end = found.end


@settings(max_examples=400)
@given(st.one_of(TEXTS, st.text(max_size=60)), st.one_of(st.none(), st.text(max_size=10), st.dates().map(str)))
def test_dates_are_in_order_and_never_overlap(text: str, published: str | None) -> None:
    end = 0
    for found in dates(prepare(text, lexicon=zh.lexicon()), published, zh.lexicon().dates):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.first is None or found.last is None or found.first <= found.last
        end = found.end


@cache
def _traditional(text: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text))


LOCAL = re.compile("[斤两兩磅亩畝呎担擔元块塊圆圓角毛¥$里裡只隻台臺颱千个]|年")


@settings(deadline=None)
@given(TEXTS)
def test_both_scripts_read_alike(text: str) -> None:
    hans, hant = zh.lexicon().text.folding.simplify(text), _traditional(zh.lexicon().text.folding.simplify(text))
    if len(hans) != len(hant) or LOCAL.search(hans) or zh.lexicon().text.folding.simplify(hant) != hans:
        return
    assert [_shape(found) for found in quantities(hans)] == [_shape(found) for found in quantities(hant)]


def _shape(found: Any) -> tuple[Any, ...]:
    return found.start, found.end, found.kind, found.low, found.high, found.unit, found.qualifier


def test_a_number_of_too_many_digits_is_none() -> None:
    assert quantities("9" * (MAX_DIGITS + 1) + "吨") == ()


def test_recognise_and_quantities_agree() -> None:
    text = "近500家企业投资超过11亿元"
    assert quantities(text) == recognise(prepare(text, lexicon=zh.lexicon()), zh.lexicon())
