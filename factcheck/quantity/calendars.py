"""Calendar expressions that begin with a numeral: where they end; and the value of a numeral of the calendar.

`calendar_end` only says where such an expression ends, so that no figure is read in it; `dates` reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon.dates import CalendarNumerals, DateLexicon

_LOOK_BACK = 6  # letters


def calendar_end(folded: str, start: int, lexicon: DateLexicon, *, traditional: bool) -> int:
    """Where the calendar expression that begins at `start` ends; `start` where there is none."""
    forms = lexicon.calendar
    match = forms.anywhere.match(folded, start)
    if match:
        return match.end()
    at = start - 1 if folded.startswith(" ", start - 1) and start else start
    least = max(0, start - _LOOK_BACK)
    match = forms.time.match(folded, start) if forms.time_before.search(folded, least, at) else None
    match = match or (forms.era_year.match(folded, start) if forms.era_before.search(folded, least, at) else None)
    match = match or (forms.span.match(folded, start) if forms.span_before.search(folded, least, at) else None)
    if match is None and traditional and not forms.lasting_before.search(folded, least, at):
        match = forms.local_year.match(folded, start)
    return match.end() if match else start


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
