"""Chinese: the words and patterns of frames, from their files."""

from __future__ import annotations

import msgspec

from factcheck.lexicon.frame_words import FrameWords
from factcheck.zh.tables import read_table


class Alternatives(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"from_": "from"}):
    """The rows of `words/frame_patterns.yaml`: alternatives of patterns."""

    joiners: list[str]
    rank_scopes: str
    openers: list[str]
    target: str
    forecast: str
    estimate: str
    rule: str
    denied: str
    denied_before: str
    denied_after: str
    corrected: str
    done: str
    change: str
    change_not: str
    change_hedges: str
    change_behind: str
    total: str
    new: str
    share: str
    per_unit: str
    extreme: str
    from_: str
    to: str
    count_measures: str
    money_measures: str
    money_verbs: str
    money_verbs_open: str
    money_verb_hedges: str
    money_goes_on: str
    attribution: str
    attribution_trim: str
    published: str
    publishes: str
    publishes_trim: str
    flow: str
    no_flow: str
    events: str


def frame_words() -> FrameWords:
    """The classes of plain words. Raises `DataError` naming the line of a broken one."""
    return read_table("words/frame.yaml", FrameWords)


def alternatives() -> Alternatives:
    """The classes that are patterns. Raises `DataError` naming the line of a broken one."""
    return read_table("words/frame_patterns.yaml", Alternatives)
