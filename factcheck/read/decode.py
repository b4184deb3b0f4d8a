"""Bytes → text: UTF-8 and UTF-16, then GB18030 and Big5-HKSCS, whichever reads more like Chinese."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from factcheck.errors import ReadError, UsageError
from factcheck.messages import say
from factcheck.model import Phrase, Value
from factcheck.zh.encoding import PLAIN, common_letters

if TYPE_CHECKING:
    import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_CHINESE = ("gb18030", "big5hkscs")
_SAMPLE = 100_000  # letters that a score looks at
_READABLE = 0.3  # a score below this is mojibake or no Chinese
_PLAINLY_WIDE = 0.9  # the share of letters that must be Han, ASCII or punctuation before UTF-16 is believed
_NEAR = 0.6  # a runner-up with this share of the winner's score makes a tie
_BINARY = say("error.binary")
_CURE = say("cure.name-encoding")


class Decoded(Value, frozen=True):
    """The text, the encoding it was read in, and the other one it nearly was."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`, without its byte order mark, newlines untouched.

    Raises `ReadError` where no encoding fits, or where the text holds NUL.
    """
    decoded = _as_named(data, encoding) if encoding is not None else _as_found(data)
    if "\x00" in decoded.text:
        raise ReadError(_BINARY, cure=say("cure.exclude"))
    return decoded


def check_encoding(name: str) -> str:
    """The name, if Python knows a text encoding by it; `UsageError` otherwise."""
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError) as error:
        cure = say("cure.such-as", name="gb18030, big5hkscs")
        raise UsageError(say("error.unknown-encoding", name=repr(name)), where="--encoding", cure=cure) from error
    return name


def _as_named(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except UnicodeError as error:
        raise ReadError(say("error.not-in-encoding", encoding=f"{encoding}{_at(error)}"), cure=_CURE) from error


def _at(error: UnicodeError) -> str:
    return f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""


def _as_found(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _as_named(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        why = _BINARY if b"\x00" in data else say("error.no-encoding-fits", at=_at(error))
        return _best(data, _WIDE + _CHINESE, why)
    return _best(data, _WIDE, _BINARY) if "\x00" in text else Decoded(text, "utf-8")


def _best(data: bytes, encodings: tuple[str, ...], otherwise: Phrase) -> Decoded:
    ranked = sorted(
        ((_score(text), encoding, text) for encoding in encodings if (text := _strictly(data, encoding)) is not None),
        key=lambda found: -found[0],
    )
    if not ranked or ranked[0][0] < _READABLE:
        raise ReadError(otherwise, cure=_CURE)
    (score, encoding, text), *others = ranked
    doubt = next((other for near, other, _ in others if near >= _NEAR * score), None)
    return Decoded(text, encoding, doubt)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if encoding in _WIDE and ("\x00" in text or _share(PLAIN, text) < _PLAINLY_WIDE):
        return None
    return text


def _share(pattern: re.Pattern[str], text: str) -> float:
    sample = text[:_SAMPLE]
    return len(pattern.findall(sample)) / len(sample) if sample else 0.0


def _score(text: str) -> float:
    """The share of common Han letters and Chinese punctuation among the letters that are not ASCII."""
    sample = [letter for letter in text[:_SAMPLE] if not letter.isascii()]
    if not sample:
        return 1.0 if text else 0.0
    common = common_letters()
    return sum(letter in common for letter in sample) / len(sample)
