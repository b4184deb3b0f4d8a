"""What a language says of the words that move the bounds of a figure; and the shape of one row of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import msgspec

from factcheck.lexicon.section import Section
from factcheck.messages import say
from factcheck.model import Qualifier
from factcheck.strict_yaml import BadValueError

_ENDS = {"step", "unlimited"}


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that set one qualifier, parted by spaces, and how far the open bound really goes.

    `reach` is `step`, `unlimited` or a factor above one.
    """

    qualifier: Qualifier
    reach: str
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        """Refuse a reach that is none."""
        if self.reach not in _ENDS and not _is_factor(self.reach):
            raise BadValueError(say("error.no-reach", value=repr(self.reach)))


def _is_factor(written: str) -> bool:
    whole, _, part = written.partition(".")
    return whole.isdecimal() and (not part or part.isdecimal()) and float(written) > 1


class HedgeLexicon(Section, frozen=True, eq=False):
    """Hedges before and behind a figure, how far each reaches, and what looks like one and is none."""

    before: Mapping[str, Qualifier]
    after: Mapping[str, Qualifier]
    behind: re.Pattern[str]  # a hedge that begins where a figure ends, in group 1
    factors: Mapping[str, Fraction | None]  # qualifier to the share that its open bound reaches, None without end
    stepping: tuple[str, ...]  # words behind which a figure ends at the next step of its last digit
    fillers: frozenset[str]  # between a hedge and its figure
    part_of: Mapping[str, str]  # letters before a hedge that make it part of another word
    only_bare: frozenset[str]  # hedges only before a magnitude that no digit counts, and before a half
    behind_measures: frozenset[str]  # of those, the ones that are hedges behind `measured` as well
    measured: frozenset[str]
    superlatives: frozenset[str]
    of: str  # a superlative and this: what was reached
    gap: re.Pattern[str]  # a bound, words of what is paid or done, and the figure; groups `most`, `least`
    after_guard: Mapping[str, re.Pattern[str]]  # what makes a hedge behind a figure another word
    prices_only: frozenset[str]  # hedges only behind money and shares
    inside: re.Pattern[str]  # within a stretch of time or way
    negations: tuple[str, ...]  # longest first
    turned: frozenset[str]  # hedges that a negation turns round
