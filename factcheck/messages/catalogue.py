"""Reads the catalogue of phrases, and tells one in a language.

A phrase is a key and its values; the words are in `data/`. Traditional Chinese is the Simplified text in the other
script, in the words and marks that Hong Kong and Taiwan use, unless the row has its own.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from factcheck.model import Phrase, Skipped, say
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    import opencc

    from factcheck.model import Finding

Language = Literal["en", "zh-hans", "zh-hant"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_FILES = ("phrases.yaml", "levels.yaml", "report.yaml", "names.yaml", "messages.yaml")
_WORDS, _HELP = "traditional.yaml", "help.yaml"
_FOLDED = "folded"
_MARKS = {"“": "「", "”": "」", "‘": "『", "’": "』"}  # of quotations, Simplified → Traditional


class BrokenCatalogueError(Exception):
    """A row that breaks the form of the catalogue: told by keys, since there are no words to tell it in."""

    def __init__(self, phrase: Phrase, *, where: str, cure: Phrase) -> None:
        super().__init__(f"{where}: {phrase.key} {dict(phrase.values)}; {cure.key} {dict(cure.values)}")


class Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename="kebab"):
    """One text in each language; `{name}` stands for a value."""

    en: str
    zh_hans: str
    zh_hant: str | None = None


@cache
def _rows() -> dict[str, Row]:
    """The catalogue by key. Raises `BrokenCatalogueError` naming the line of a broken row, or of a key used twice."""
    rows: dict[str, Row] = {}
    for name in _FILES:
        loaded = load(_read(name), f"factcheck/messages/data/{name}", BrokenCatalogueError)
        held = loaded.convert(dict[str, Row])
        for key in held.keys() & rows.keys():
            raise loaded.error(
                say("error.key-twice", name=key),
                where=f"{loaded.where}:{loaded.lines[key,]}",
                cure=say("cure.keep-one"),
            )
        rows |= held
    return rows


def keys() -> tuple[str, ...]:
    """Every key of the catalogue, sorted."""
    return tuple(sorted(_rows()))


def has(key: str) -> bool:
    """Whether the catalogue has a key."""
    return key in _rows()


def tell(phrase: Phrase, language: Language = "en") -> str:
    """The phrase in words. Raises `KeyError` for a key that the catalogue has not."""
    told = {name: _tell_value(value, language) for name, value in phrase.values}
    if phrase.key == _FOLDED:
        return write_folded(told["text"], language)
    return _template(phrase.key, language).format_map(told)


def write_folded(words: str, language: Language = "en") -> str:
    """Words of an article that were folded into Simplified, such as a measure, in the script of a language."""
    return str(_traditional()[1].convert(words)) if language == "zh-hant" else words


def text(key: str, language: Language = "en", **values: str | int) -> str:
    """The words of one key."""
    return tell(say(key, **values), language)


def head_line(head: str, rest: str, language: Language = "en") -> str:
    """A line that says what it is about before it says it: `error: a.txt: empty`, `错误：a.txt：空文件`."""
    return text("line.headed", language, head=head, rest=rest)


def name(group: str, key: str, language: Language = "en") -> str:
    """What one of a group (kind, status, aspect …) is called; the key itself where the catalogue has none."""
    return text(f"{group}.{key}", language) if has(f"{group}.{key}") else key


def skip_input(path: str, why: Phrase, *, line: int | None = None, fatal: bool = False) -> Skipped:
    """An input that is passed over, with the reason in English and as a phrase."""
    return Skipped(path=path, reason=tell(why), line=line, fatal=fatal, phrase=why)


def reason(skipped: Skipped, language: Language = "en") -> str:
    """Why an input was passed over; in English where nothing else is known of it."""
    return tell(skipped.phrase, language) if skipped.phrase is not None else skipped.reason


def rule_page(code: str, page: str, language: Language = "en") -> str:
    """The documentation of a rule in Markdown; its own `page` in English, and where no other is written."""
    file = files("factcheck.messages").joinpath("data", "rules", f"{code.lower()}.md")
    if language == "en" or not file.is_file():
        return page
    written = file.read_text(encoding="utf-8").rstrip()
    return _in_traditional(written) if language == "zh-hant" else written


def help_text(english: str, language: Language = "en") -> str:
    """What a page of help says in a language; in English where the catalogue has nothing else."""
    told = _help().get(english) if language != "en" else None
    if told is None:
        return english
    return _in_traditional(told) if language == "zh-hant" else told


def rule_name(code: str, name: str, language: Language = "en") -> str:
    """What a rule is called; by its own `name` in English, and where the catalogue has none."""
    return name if language == "en" or not has(f"rule.{code}") else text(f"rule.{code}", language)


def message(finding: Finding, language: Language = "en") -> str:
    """What a finding says, in one line."""
    return tell(finding.phrases[0], language) if finding.phrases else finding.message


def because(finding: Finding, language: Language = "en") -> tuple[str, ...]:
    """Why a finding says it, line by line."""
    return tuple(tell(phrase, language) for phrase in finding.phrases[1:]) if finding.phrases else finding.because


def _tell_value(value: str | int | Phrase | tuple[Phrase, ...], language: Language) -> str:
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
        return row.zh_hant or _in_traditional(row.zh_hans)
    return row.zh_hans


def _in_traditional(written: str) -> str:
    """A Simplified text in the script, the words and the marks of Hong Kong and Taiwan."""
    own, script = _traditional()
    traditional: str = script.convert(re.sub("|".join(own), lambda found: own[found[0]], written))
    return traditional


@cache
def _traditional() -> tuple[dict[str, str], opencc.OpenCC]:
    """Words and marks that go into others, the longest first; and what writes all else in the other script."""
    from opencc import OpenCC

    words = _table(_WORDS) | _MARKS
    return {word: words[word] for word in sorted(words, key=lambda word: (-len(word), word))}, OpenCC("s2tw")


@cache
def _help() -> dict[str, str]:
    return _table(_HELP)


def _table(name: str) -> dict[str, str]:
    return load(_read(name), f"factcheck/messages/data/{name}", BrokenCatalogueError).convert(dict[str, str])


def _read(name: str) -> str:
    return files("factcheck.messages").joinpath("data", name).read_text(encoding="utf-8")
