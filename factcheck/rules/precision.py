"""How far the errors of each rule are to be trusted: measured where they were read, else classed by their ground.

Where errors were read one by one, `true` of `read` were real, as docs/precision.md tells; the class then follows from
the share: from 0.95 on very-high (of twenty errors and more), from 0.8 high, from 0.5 medium, below low. Rules of which
none was read are classed by their ground: arithmetic and copies rest on the text alone, two sentences taken for one
fact on a judgement.
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
