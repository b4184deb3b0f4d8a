"""What holds a numeral in English and is no quantity: names, sections, times, phone numbers, years, ordinals."""

from __future__ import annotations

import re

from factcheck.en.tables import NameWords, either_case, read_table, verbose
from factcheck.lexicon.spelled import SpelledExclusions


def read_exclusions() -> SpelledExclusions:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/names.yaml", NameWords)
    # Articles 5, 7 and 9; ISO 9001
    called = rf"""
        (?<![A-Za-z]) (?:{either_case(words.called)}|[A-Z]{{2,6}}) s?\.?[ ]
        (?:\d{{1,4}}(?:[ ]?[-–,，][ ]?|[ ](?:and|to|or)[ ])){{0,3}}$
    """
    return SpelledExclusions(
        called_before=verbose(called),
        name_before=re.compile(r"(?<![A-Za-z’'-])([A-Za-z’'-]{0,30}[A-Z][A-Za-z’'-]{0,30})(?<![’']s) $"),
        no_name=frozenset(words.no_name),
        glued_before=re.compile(r"[A-Za-z][A-Za-z0-9]{0,20}[-/.&+]?$"),
        glued=verbose(r"\d[\d.,]{0,20}(?:[A-Za-z]|-[A-Z]|-\d{1,6}[A-Z])[A-Za-z0-9-]{0,20}"),
        code=_CODE,
        numbering=verbose(r"\d{1,2}[.)）](?!\d)"),
        numbering_before=verbose(r"(?:^|[\n\r]|[:：。；][ ]?|[.][ ])[ ]{0,4}[(（]?$"),
        bracketed=verbose(r"\d{1,6}(?:[ ]?[,，–-][ ]?\d{1,6}){0,4}[\])）]"),
        brackets=frozenset("[（("),
        year=verbose(r"(?:1[5-9]|20)\d\d(?![\d.,]\d|\d|[%‰])"),
        in_words_before=verbose(rf"(?:(?<![A-Za-z])(?:{either_case(words.not_before)})|[A-Za-z]-|[’'])[ ]?$"),
        in_words_behind=_BEHIND_WORDS,
    )


_CODE = verbose(
    r"""
    \d{1,2}(?::\d\d){1,2}(?:[ ]?[ap]\.?m(?![a-z])\.?)?           # 15:30, 3:30 pm
  | \d{1,2}(?:\.\d\d)?[ ]?(?:[ap]\.?m(?![a-z])\.?|[AP]\.?M(?![A-Za-z])\.?|o['’]clock|noon)
  | (?:00|\+)?\d{1,4}[ -]\(?\d{2,4}\)?[ -]\d{3,4}(?:[ -]\d{2,4}){0,2}(?!\d)  # a phone
  | \d{3,4}[ -]\d{4}(?![\d-])(?![ ][a-z])
  | \d{1,4}-\d{1,5}-[\d-]{1,20}
  | \d{1,3}(?:\.\d{1,4}){2,5}(?!\d)                              # a version, an address
  | \d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)(?![A-Za-z])               # an ordinal
  | \d{1,4}['’]?s(?![A-Za-z])                                    # the 90s
  | 24/7 | 9/11 | 50[-/]50
  | \d{1,2}-\d{1,2}(?=[ ](?:win|victory|defeat|loss|draw|vote|lead)(?![a-z]))
    """
)
# One of them, two way, Two Sessions, two-time champion.
_BEHIND_WORDS = verbose(
    r"""
    [ -](?:of[ ](?:the[ ])?(?:us|them|these|those|its|his|her|my|our|their)(?![a-z])|[A-Z][a-z]|or[ ]two|way)
  | -(?:time|man|person|[a-z]{1,20}-) | ['’]s
    """
)
