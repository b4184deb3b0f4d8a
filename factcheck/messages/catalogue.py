"""Reads the catalogue of phrases, and tells one in a language.

A phrase is a key and its values; the words are in `data/`. Traditional Chinese is the Simplified text in the other
script, unless the row has its own.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from factcheck.errors import DataError
from factcheck.model import Phrase
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    import opencc

    from factcheck.model import Finding

Language = Literal["en", "zh-hans", "zh-hant"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_FILES = ("phrases.yaml", "report.yaml", "names.yaml", "levels.yaml")
_MESSAGES = "messages.yaml"
_VALUE = re.compile(r"\{(\w+)\}")


class Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename="kebab"):
    """One text in each language; `{name}` stands for a value."""

    en: str
    zh_hans: str
    zh_hant: str | None = None


@cache
def _rows() -> dict[str, Row]:
    """The catalogue by key. Raises `DataError` naming the line of a broken row."""
    rows: dict[str, Row] = {}
    for name in _FILES:
        written = files("factcheck.messages").joinpath("data", name).read_text(encoding="utf-8")
        rows |= load(written, f"factcheck/messages/data/{name}", DataError).convert(dict[str, Row])
    return rows


def keys() -> tuple[str, ...]:
    """Every key of the catalogue, sorted."""
    return tuple(sorted(_rows()))


def say(key: str, **values: str | int | Phrase | tuple[Phrase, ...]) -> Phrase:
    """A phrase to be told in any language."""
    return Phrase(key=key, values=tuple(values.items()))


def tell(phrase: Phrase, language: Language = "en") -> str:
    """The phrase in words. Raises `KeyError` for a key that the catalogue has not."""
    told = {name: _told(value, language) for name, value in phrase.values}
    return _template(phrase.key, language).format_map(told)


def text(key: str, language: Language = "en", **values: str | int) -> str:
    """The words of one key."""
    return tell(say(key, **values), language)


def name(group: str, key: str, language: Language = "en") -> str:
    """What one of a group (kind, status, aspect …) is called; the key itself where the catalogue has none."""
    return text(f"{group}.{key}", language) if f"{group}.{key}" in _rows() else key


def translated(said: str, language: Language = "en") -> str:
    """What code says in English (an error, a cure, a reason), in another language; as it is where nobody has put it.

    What stands for `{why}` is translated itself; other values, which may come from outside, are not.
    """
    if language == "en":
        return said
    for pattern, row in _messages():
        if (found := pattern.fullmatch(said)) is not None:
            values = found.groupdict()
            if "why" in values:
                values["why"] = translated(values["why"], language)
            return _in(row, language).format_map(values)
    return said


@cache
def _messages() -> tuple[tuple[re.Pattern[str], Row], ...]:
    """What code says in English, as patterns, those with most words of their own first."""
    written = files("factcheck.messages").joinpath("data", _MESSAGES).read_text(encoding="utf-8")
    rows = load(written, f"factcheck/messages/data/{_MESSAGES}", DataError).convert(list[Row])
    ranked = sorted(rows, key=lambda row: -len(_VALUE.sub("", row.en)))
    return tuple((re.compile(_as_pattern(row.en), re.DOTALL), row) for row in ranked)


def _as_pattern(said: str) -> str:
    parts = _VALUE.split(said)  # words and names of values in turn
    return "".join(re.escape(part) if number % 2 == 0 else f"(?P<{part}>.+)" for number, part in enumerate(parts))


def rule_page(code: str, page: str, language: Language = "en") -> str:
    """The documentation of a rule in Markdown; its own `page` in English, and where no other is written."""
    file = files("factcheck.messages").joinpath("data", "rules", f"{code.lower()}.md")
    if language == "en" or not file.is_file():
        return page
    written = file.read_text(encoding="utf-8").rstrip()
    return _traditional().convert(written) if language == "zh-hant" else written


def rule_name(code: str, name: str, language: Language = "en") -> str:
    """What a rule is called; by its own `name` in English, and where the catalogue has none."""
    return name if language == "en" or f"rule.{code}" not in _rows() else text(f"rule.{code}", language)


def message(finding: Finding, language: Language = "en") -> str:
    """What a finding says, in one line."""
    return tell(finding.phrases[0], language) if finding.phrases else finding.message


def because(finding: Finding, language: Language = "en") -> tuple[str, ...]:
    """Why a finding says it, line by line."""
    return tuple(tell(phrase, language) for phrase in finding.phrases[1:]) if finding.phrases else finding.because


def _told(value: str | int | Phrase | tuple[Phrase, ...], language: Language) -> str:
    if isinstance(value, Phrase):
        return tell(value, language)
    if isinstance(value, tuple):
        return _template("list", language).join(tell(part, language) for part in value)
    return f"{value:,}" if isinstance(value, int) else value


@cache
def _template(key: str, language: Language) -> str:
    return _in(_rows()[key], language)


def _in(row: Row, language: Language) -> str:
    if language == "en":
        return row.en
    if language == "zh-hant":
        return row.zh_hant or _traditional().convert(row.zh_hans)
    return row.zh_hans


@cache
def _traditional() -> opencc.OpenCC:
    from opencc import OpenCC

    return OpenCC("s2tw")
