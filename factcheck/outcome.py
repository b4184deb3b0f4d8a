"""How two figures stand to one another."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What two figures of one fact are to one another. Only `DIFFER` and `SLIP` are a contradiction."""

    EQUAL = "equal"
    ROUNDING = "rounding"  # one rounds to the other
    REACH = "reach"  # one lies where the hedge of the other lets it go
    DIFFER = "differ"
    SLIP = "slip"  # they differ as slips of the pen do: by a power of ten, a dropped or swapped digit, the currency
    REVISION = "revision"  # the figure moved on, or was corrected
    SPREAD = "spread"  # named sources estimate differently
    INCOMPARABLE = "incomparable"  # their units do not convert

    @property
    def agrees(self) -> bool:
        """Whether both figures can be right as they stand."""
        return self in {Outcome.EQUAL, Outcome.ROUNDING, Outcome.REACH}

    @property
    def disputes(self) -> bool:
        """Whether they cannot, and nothing explains it."""
        return self in {Outcome.DIFFER, Outcome.SLIP}
