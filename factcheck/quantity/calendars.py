"""The value of a numeral of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon.dates import CalendarNumerals


def calendar_number(letters: str, lexicon: CalendarNumerals) -> int:
    """The value of a numeral of the calendar: 5, 十五, 廿五, 一百一十四, digit by digit 二〇二五; 元 is one."""
    if letters.isdecimal():
        return int(letters)
    if letters == lexicon.first:
        return 1
    total, number, behind = 0, "", 1
    for letter in letters:
        if letter in lexicon.digits:
            number += str(lexicon.digits[letter])
        elif letter in lexicon.magnitudes:
            behind = lexicon.magnitudes[letter]
            total, number = total + behind * int(number or 1), ""
        else:
            total += lexicon.sums[letter]
    if len(number) == 1:  # 一百一 is 110, 一百零一 is 101
        return total + int(number) * max(behind // 10, 1)
    return total + int(number or 0)
