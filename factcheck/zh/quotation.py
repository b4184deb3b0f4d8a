"""Chinese: speakers, quoted words that were changed, and what changes no words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from factcheck.lexicon import QuotationLexicon
from factcheck.zh.speech import SpeechWords, adjunct, compile_saying, name_patterns
from factcheck.zh.tables import any_of, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence


NEGATION = re.compile(r"(?:并?不(?:是|会|能|再|得)?|没有?|未曾?|并?非|无|勿|莫|否|别|不曾)")
NUMERAL = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿兆两半%.,]")
DIGIT = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿两]")
SPELLED_NUMBER = re.compile(r"^[零〇一二三四五六七八九十百千万亿两半点分之]+$")
MASKED_NAME = re.compile(r"^(?:某{1,3}|[x×]{1,3}|〇{2,3})$")
UNTIL = frozenset("至到")


class _Foreign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `words/foreign.yaml` holds."""

    press: tuple[str, ...]
    countries: tuple[str, ...]
    sounds: str


class _Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `words/light.yaml` holds."""

    same: tuple[str, ...]
    particles: tuple[str, ...]


def quotation() -> QuotationLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    speech = read_table("words/speech.yaml", SpeechWords)
    foreign = read_table("words/foreign.yaml", _Foreign)
    light = read_table("words/light.yaml", _Light)
    names = name_patterns(speech)
    return QuotationLexicon(
        heralds=speech.heralds,
        saying=compile_saying(speech),
        longest_saying=max(map(len, speech.verbs)) + 1,  # 过 behind it
        saying_end="道",
        adjunct=adjunct(speech),
        opening=re.compile(f"^(?:{any_of(speech.openings)}|[0-9年月日]+日)"),
        titled=names.titled,
        addressed=names.addressed,
        called=names.called,
        person=names.person,
        foreign_person=names.foreign_person,
        pronoun=re.compile(f"^(?:{any_of(speech.pronouns)})$"),
        foreign_source=re.compile(any_of((*foreign.press, *foreign.countries))),
        sounds=frozenset(foreign.sounds) - frozenset(" \n"),
        negation=NEGATION,
        numeral=NUMERAL,
        digit=DIGIT,
        alike={ord(letter): letters[0] for letters in light.same for letter in letters[1:]},
        particles=re.compile(f"^(?:{any_of(_find_simple(light.particles))})*$"),
        spelled_number=SPELLED_NUMBER,
        masked_name=MASKED_NAME,
        until=UNTIL,
    )


def _find_simple(words: tuple[str, ...]) -> list[str]:
    """The words that are not others in a row (也是 is 也 and 是): said over and over, those can be read in 2^n ways."""
    simple: list[str] = []
    for word in sorted(words, key=len):
        if not _is_row_of(simple, word):
            simple.append(word)
    return simple


def _is_row_of(parts: Sequence[str], word: str) -> bool:
    ends = [True] + [False] * len(word)  # whether the word up to there is a row of the parts
    for end in range(1, len(word) + 1):
        ends[end] = any(len(part) <= end and ends[end - len(part)] and word.endswith(part, 0, end) for part in parts)
    return ends[-1]
