"""What a language says of the words around a figure: whom it is about, what it measures, where, and how it is told."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from factcheck.lexicon.frame_patterns import (
    AdditionPatterns,
    ChangePatterns,
    EventPatterns,
    LifePatterns,
    ListPatterns,
    NamePatterns,
    PartPatterns,
    PeriodPatterns,
    PlacePatterns,
    RatePatterns,
    SlotPatterns,
    StatusPatterns,
    TablePatterns,
)
from factcheck.lexicon.frame_words import FrameWords
from factcheck.lexicon.gazetteer import Gazetteer
from factcheck.lexicon.memory import WordMemory
from factcheck.lexicon.section import Section
from factcheck.lexicon.weights import BearerWeights, NoClaimWeights


class FrameLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text. The last seven fields remember words that were looked at."""

    words: FrameWords
    gazetteer: Gazetteer
    joiners: re.Pattern[str]  # a whole word between a measure and its figure
    rank_scopes: re.Pattern[str]  # a whole word between a measure and a rank
    openers: re.Pattern[str]  # a whole word at the head of a clause, before its topic
    count_measures: re.Pattern[str]  # at the end of a measure: a bare number behind it is a count
    counted_persons: re.Pattern[str]  # the same, where the number is large
    counted_things: frozenset[str]  # what a list counts beside the money that it began with; to persons money goes
    money_measures: re.Pattern[str]  # and here an amount of money
    paid: re.Pattern[str]  # ends right before a bare figure that is money; group `open` where what follows decides
    paid_goes_on: frozenset[str]  # letters behind such a figure that it does not count
    magnitudes: re.Pattern[str]  # a magnitude that no digit counts
    large: re.Pattern[str]  # at the end of a figure of 万, 亿
    names: NamePatterns
    places: PlacePatterns
    slots: SlotPatterns
    events: EventPatterns
    lives: LifePatterns
    periods: PeriodPatterns
    status: StatusPatterns
    changes: ChangePatterns
    parts: PartPatterns
    additions: AdditionPatterns
    rates: RatePatterns
    lists: ListPatterns
    tables: TablePatterns
    labels: Path  # a model of what states the fields of a frame (docs/models.md)
    groups: Path  # classes of words by the company that they keep; a word a line
    bearers: BearerWeights | None = None
    no_claims: NoClaimWeights | None = None
    joining: WordMemory[bool] = msgspec.field(default_factory=WordMemory)
    opening: WordMemory[bool] = msgspec.field(default_factory=WordMemory)
    nouns: WordMemory[bool] = msgspec.field(default_factory=WordMemory)
    name_kinds: WordMemory[str] = msgspec.field(default_factory=WordMemory)
    nobodies: WordMemory[bool] = msgspec.field(default_factory=WordMemory)
    mention_codes: WordMemory[str] = msgspec.field(default_factory=WordMemory)
    heads: WordMemory[tuple[str, bool, bool]] = msgspec.field(default_factory=WordMemory)

    def joins(self, word: str) -> bool:
        """Whether a word joins a measure to its figure."""
        known = self.joining.get(word)
        return known if known is not None else self.joining.keep(word, self.joiners.match(word) is not None)

    def opens(self, word: str) -> bool:
        """Whether a word opens a clause before its topic."""
        known = self.opening.get(word)
        return known if known is not None else self.opening.keep(word, self.openers.match(word) is not None)
