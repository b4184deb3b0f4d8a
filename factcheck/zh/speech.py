"""Chinese: the patterns that find who speaks, made from `words/speech.yaml`."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from factcheck.zh.tables import any_of

_HAN = "\u4e00-\u9fff"
_NAMING = ("称", "称道")  # verbs that give a name, too: 简称


class SpeechWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `words/speech.yaml` holds."""

    verbs: tuple[str, ...]
    adverbs: tuple[str, ...]
    audience: tuple[str, ...]
    circumstances: tuple[str, ...]
    titles: tuple[str, ...]
    address: tuple[str, ...]
    openings: tuple[str, ...]
    pronouns: tuple[str, ...]
    heralds: tuple[str, ...]
    named_by: str
    surnames: str
    compound_surnames: tuple[str, ...]


class SpeakerPatterns(NamedTuple):
    """The forms of a name, as `QuotationLexicon` holds them."""

    titled: re.Pattern[str]
    addressed: re.Pattern[str]
    called: re.Pattern[str]
    person: re.Pattern[str]
    foreign_person: re.Pattern[str]


def compile_saying(words: SpeechWords) -> re.Pattern[str]:
    """The verb at the end of a clause that reports words."""
    verb = any_of(word for word in words.verbs if word not in _NAMING)
    return re.compile(
        rf"""
        (?: (?<![{words.named_by}]) 称道?  # 简称 and 被称 report nothing
          | {verb}
        )
        (?:了|过)? $
        """,
        re.VERBOSE,
    )


def adjunct(words: SpeechWords) -> re.Pattern[str]:
    """What stands between a speaker and the verb: 也, 激动地, 8日, 对晚报记者, 在接受采访时."""
    return re.compile(
        rf"""
        (?: {any_of(words.adverbs)}
          | [{_HAN}]{{1,3}} 地
          | [0-9]{{1,2}} [日月]
          | (?:对|向|跟|给|同) [^，。；]{{0,20}} (?:{any_of(words.audience)})
          | (?:在|于|当|就) [^，。；]{{1,40}} (?:{any_of(words.circumstances)})
        ) $
        """,
        re.VERBOSE,
    )


def name_patterns(words: SpeechWords) -> SpeakerPatterns:
    """The forms of a name: a surname and one or two letters, or a foreign name with its dot."""
    title, address = any_of(words.titles), any_of(words.address)
    person, foreign = person_forms(words)
    return SpeakerPatterns(
        titled=re.compile(rf"(?:{title})(?P<name>{foreign}|{person})$"),
        addressed=re.compile(rf"(?P<name>[{words.surnames}][{_HAN}]{{0,2}}(?:{address}))$"),
        called=re.compile(rf"^(?P<name>{foreign}|{person})(?:{title})$"),
        person=re.compile(rf"^(?:{foreign}|{person})$"),
        foreign_person=re.compile(rf"(?P<name>{foreign})$"),
    )


def person_forms(words: SpeechWords) -> tuple[str, str]:
    """As patterns: a surname and one or two letters; and a foreign name with its dot."""
    person = f"(?:(?:{any_of(words.compound_surnames)})[{_HAN}]{{1,2}}|[{words.surnames}][{_HAN}]{{1,2}})"
    return person, f"[{_HAN}A-Za-z.]{{1,12}}(?:·[{_HAN}A-Za-z.]{{1,12}})+"
