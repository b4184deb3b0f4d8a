"""Claims made by hand, with what the recogniser leaves on a figure: its printed step and its reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity.precision import with_precision

if TYPE_CHECKING:
    from factcheck import Claim


def precise(claim: Claim) -> Claim:
    return with_precision(claim)
