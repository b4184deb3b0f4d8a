"""Claims made by hand, with what the recogniser leaves on a figure: its printed step and its reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.quantity.precision import with_precision

if TYPE_CHECKING:
    from factcheck import Claim


def precise(claim: Claim) -> Claim:
    lexicon = zh.lexicon()
    return with_precision(claim, lexicon.text.fold(claim.text), lexicon.quantity)
