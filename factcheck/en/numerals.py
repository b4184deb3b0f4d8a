"""English numerals: 1,170.1 million, 3.2bn, twelve, two hundred and fifty, two-thirds, dozens of."""

from __future__ import annotations

from factcheck.en.tables import EnglishNumeralWords, any_of, either_case, read_table, verbose
from factcheck.lexicon.spelled import SpelledNumerals


def read_numerals() -> SpelledNumerals:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/numerals.yaml", EnglishNumeralWords)
    small = (*words.ones, *words.tens)
    powers = {words.hundred: 100, words.dozen: 12, **words.powers}
    some = f"(?P<some>{either_case(words.some)})[ ](?P<power>{any_of(powers)})"
    start = rf"""
        (?<![A-Za-z0-9_'’-])
        (?: (?:{either_case((*small, *words.many, *words.some, *words.multiples))})
          | [Hh]alf
          | [Aa]n?[ ](?:half|{any_of((*powers, *words.parts))})
        )
        (?![A-Za-z])
    """
    # A third of, one third, two-thirds, half of.
    part = rf"""
        (?:[Aa]n?[ ](?={any_of(words.parts)})(?=[a-z]{{1,12}}[ ]of[ ])|(?P<over>{either_case(words.ones)})[ -])
        (?P<under>{any_of(words.parts)})s?(?![A-Za-z])
      | (?:[Aa][ ]|one[ -])?[Hh]alf(?=[ ](?:of|the|its|their)[ ])
    """
    # 2/3 of, one in five.
    slash = rf"""
        (?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})(?=[ ]of[ ])
      | (?:1|[Oo]ne)[ ](?:in|out[ ]of)[ ](?:every[ ])?
        (?:(?P<of>\d{{1,3}})(?![\d.,]\d|\d)|(?P<of_word>{any_of(words.ones)}))(?![A-Za-z%])
    """
    return SpelledNumerals(
        start=verbose(start),
        sign=verbose(r"(?:(?<![\w)\]%.-])-|(?<![A-Za-z])(?:[Mm]inus|[Nn]egative)[ ])$"),
        digits=verbose(
            r"""
            \d{1,3}(?:,\d{3}){1,6}(?!,?\d)(?:\.\d{1,12})?  # 1,170.1
          | \d{1,15}(?:\.\d{1,12})?
            """
        ),
        power=verbose(rf"[ -]?(?P<word>{any_of(powers)})s?(?![A-Za-z])"),
        short_power=verbose(rf"[ ]?({any_of(words.short_powers)})(?![A-Za-z0-9])"),
        of_money=frozenset(words.of_money),
        token=verbose(r"(?:(?P<and>[ ]and[ ])|[ -])?(?P<word>[A-Za-z]{2,12})(?![A-Za-z])"),
        ones=words.ones,
        tens=words.tens,
        hundred=words.hundred,
        powers=powers,
        short_powers=words.short_powers,
        one=verbose(rf"(?:{either_case(words.a)})(?=[ ](?:{any_of(powers)})(?![A-Za-z]))"),
        half=verbose(r"[Hh]alf(?:[ ]an?)?(?=[ -])|[Aa][ ]half(?=[ -])"),
        and_a_half=verbose(r"[ ]and[ ](?:a[ ])?half(?![A-Za-z])"),
        parts=words.parts,
        part=verbose(part),
        slash=verbose(slash),
        multiple=verbose(f"(?P<word>{either_case(words.multiples)})(?![A-Za-z])"),
        multiples=words.multiples,
        vague=verbose(rf"(?:(?P<many>{either_case(words.many)})(?=[ ]of[ ])|{some})(?![A-Za-z])"),
        many=words.many,
        of=" of",
        rounded=verbose(rf"(?<![A-Za-z])(?:{any_of(powers)})(?![A-Za-z])"),
    )
