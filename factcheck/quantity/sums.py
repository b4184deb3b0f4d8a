"""The sum of a numeral's parts, in the order in which they are said."""

from __future__ import annotations

from decimal import Decimal

GROUP = 10**4  # magnitudes from 万 on multiply all that stands before them
_ZERO, _ONE, _TEN = Decimal(0), Decimal(1), Decimal(10)
_HUNDREDS = (100, 1000)


class Sum:
    """Takes numbers and magnitudes one by one; each method says whether what was said so far can be a numeral.

    A magnitude below 万 multiplies the digit before it; one from 万 on multiplies all smaller parts before it.
    A lone digit behind a magnitude counts its next lower place: 二十三万五, 一百二万.
    """

    def __init__(self) -> None:
        self._groups: list[tuple[Decimal, Decimal]] = []  # value, magnitude
        self._section, self._lowest = _ZERO, Decimal(GROUP)
        self._current: Decimal | None = None
        self._place = _ONE  # that a lone digit behind a magnitude counts
        self._last = _ZERO  # the magnitude before, if nothing stands between
        self._begun = False

    @property
    def value(self) -> Decimal:
        """What has been said so far."""
        return sum((value for value, _ in self._groups), self._section) + (self._current or 0) * self._place

    def number(self, value: Decimal, *, lone: bool) -> bool:
        """A number; `lone` is a single digit, which may count the next lower place."""
        if self._current is not None or (self._last and value > self._last):
            return False
        self._place = self._last / 10 if lone and self._last > _TEN else _ONE
        self._current, self._last, self._begun = value, _ZERO, True
        return True

    def more(self, value: int) -> bool:
        """So much more of the number just said: 20几."""
        self._current = (self._current or _ZERO) + value
        return True

    def zero(self) -> bool:
        """A zero that says that places are empty."""
        self._last, self._begun = _ZERO, True
        return True

    def fraction(self, value: Decimal) -> bool:
        """Digits behind 点."""
        self._current = self.value + value
        self._groups, self._section, self._place, self._last = [], _ZERO, _ONE, _ZERO
        return True

    def magnitude(self, value: Decimal) -> bool:
        """十 to 兆."""
        accepted = self._small(value) if value < GROUP else self._large(value)
        self._current = None
        self._last, self._begun = value, True
        return accepted

    def _small(self, value: Decimal) -> bool:
        ones = self._current
        if ones is None:
            # 一百十五 needs no 一; other magnitudes do not follow one another.
            if self._last and not (value == _TEN and self._last in _HUNDREDS):
                return False
            ones = _ONE
        if value >= self._lowest:
            return False
        self._section, self._lowest = self._section + ones * value, value
        return True

    def _large(self, value: Decimal) -> bool:
        if self._current is None and not self._section and self._last >= GROUP:
            before, magnitude = self._groups.pop()
            self._groups.append((before * value, magnitude * value))
            return True
        place = self._place if self._place < _HUNDREDS[-1] else _ONE
        group = self._section + (self._current or 0) * place if self._begun else _ONE
        while self._groups and self._groups[-1][1] < value:
            group += self._groups.pop()[0]
        if not group or (self._groups and group * value >= self._groups[-1][1]):
            return False
        self._groups.append((group * value, value))
        self._section, self._lowest = _ZERO, Decimal(GROUP)
        return True
