"""How far the errors of each rule are to be trusted: measured where they were read, else classed by their ground.

Where findings were read one by one on news that nobody had tuned to, `true` of `read` were real, as docs/precision.md
tells; the class then follows from the share: from 0.95 on very-high (of twenty and more), from 0.8 high, from 0.5
medium, below low. A rule of which none was read is medium, or high where it says no more than that words stand twice.
"""

from __future__ import annotations

from typing import Literal

from factcheck.model import Value

Class = Literal["very-high", "high", "medium", "low"]


class Precision(Value, frozen=True):
    """The class of a rule; of `read` errors `true` were real, counted together with those of the rules `beside` it."""

    grade: Class
    true: int | None = None
    read: int | None = None
    beside: tuple[str, ...] = ()


UNMEASURED = Precision("medium")  # of a rule that nobody has measured or classed
