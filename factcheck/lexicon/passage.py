"""What a language says of stock phrases, of forms that are filled in anew, and of the figures and dates in a copy."""

from __future__ import annotations

import re

from factcheck.lexicon.section import Section


class PassageLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text; tags are those of the segmenter."""

    # Forms
    numeral: re.Pattern[str]  # a number, in digits or in words
    date_number: re.Pattern[str]  # the number of a year, month or day with its unit
    company: re.Pattern[str]  # the letters of a company's name that stand before its legal form
    company_mark: str  # what stands in every legal form, so that most texts need no search
    # Dates that changed in a copy
    date_units: frozenset[str]  # letters behind the number of a year, month or day
    dated: re.Pattern[str]  # a number before the unit of a date
    # Units that changed in a copy
    counted: dict[str, str]  # units of counts that nobody takes for another: the class of what they count
    loose: frozenset[frozenset[str]]  # two classes that texts count the same things in
    # Phrases
    figure: re.Pattern[str]  # a figure or a Latin letter, or a number in words of two letters
    task: re.Pattern[str]  # the beginning of a clause that says in office language what is to be done
    saying_tag: re.Pattern[str]  # tags of verbs, adjectives, adverbs, idioms: what says something, as figures do
    proper_tags: frozenset[str]  # tags of names
    place_tags: frozenset[str]  # tags of places and bodies
