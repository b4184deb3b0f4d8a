"""What a language says of speakers, of quoted words that were changed, and of what changes no words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.lexicon.section import Section


class QuotationLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

    # Who speaks
    heralds: tuple[str, ...]  # words before a quotation that make it a title
    saying: re.Pattern[str]  # the verb at the end of a clause that reports words
    longest_saying: int  # letters of what `saying` matches, at most
    saying_end: str  # what a verb of saying may end with, and without
    adjunct: re.Pattern[str]  # what stands between a speaker and the verb, at the end of a phrase
    opening: re.Pattern[str]  # what stands before a speaker
    titled: re.Pattern[str]  # a title and a name at the end of a phrase: group `name`
    addressed: re.Pattern[str]  # a name with its form of address at the end of a phrase: group `name`
    called: re.Pattern[str]  # a phrase that is a name and a title: group `name`
    person: re.Pattern[str]  # a phrase that is a name
    foreign_person: re.Pattern[str]  # a foreign name at the end of a phrase: group `name`
    pronoun: re.Pattern[str]  # a phrase that stands for whoever spoke last
    # Words that were spoken in another language
    foreign_source: re.Pattern[str]  # a foreign country, or its press
    sounds: frozenset[str]  # letters that write foreign names by their sound
    # What changed
    negation: re.Pattern[str]
    numeral: re.Pattern[str]  # a letter of a number
    digit: re.Pattern[str]  # a letter that makes it one
    # What changes no words
    alike: Mapping[int, str]  # letters that stand for one another, as `str.translate` takes them
    particles: re.Pattern[str]  # nothing but words whose coming or going leaves the sense as it was
    spelled_number: re.Pattern[str]  # nothing but a number in words
    masked_name: re.Pattern[str]  # letters that hide a name
    until: frozenset[str]  # words that a dash stands for
