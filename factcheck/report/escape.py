"""Everything that comes from an article, its metadata or its file name, made harmless for where it is shown."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_NOTHING = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
# Marks that turn the direction of writing, controls (ANSI and OSC 8 begin with one), tags, halves of letters.
_INVISIBLE = (
    r"\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2061-\u206f\ufff9-\ufffc"
    r"\ud800-\udfff\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(rf"[\x00-\x1f{_INVISIBLE}]")
_UNSEEN_IN_JSON = re.compile(rf"[{_INVISIBLE}]|#(?=#\[)")
# A build server takes a line that begins so, white space aside, for a command.
_COMMAND = re.compile(r"::|##\[")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?%?")


def visible(text: str) -> str:
    r"""The text on one line, with what the eye cannot see as \x1b, \u202e; no build server finds a command in it."""
    return _COMMAND.sub(lambda found: found[0][:-1] + _escape(found[0][-1]), escape_invisible(text))


def escape_invisible(text: str) -> str:
    r"""The text on one line, with what the eye cannot see as \x1b, \u202e: for a page, where no build server reads."""
    text = _NOTHING.sub("", _SPACE.sub(" ", text))
    return _UNSEEN.sub(lambda found: _escape(found[0]), text)


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cell(value: object) -> str:
    """A cell that no spreadsheet runs as a formula; None is empty."""
    text = "" if value is None else visible(str(value)).strip()
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def json_text(encoded: bytes) -> bytes:
    r"""Encoded JSON with invisible letters as \uNNNN: the same values, and nothing a terminal would act on."""
    return _UNSEEN_IN_JSON.sub(_units, encoded.decode("utf-8")).encode("utf-8")


def _units(found: re.Match[str]) -> str:
    pairs = found[0].encode("utf-16-be")
    return "".join(f"\\u{pairs[at]:02x}{pairs[at + 1]:02x}" for at in range(0, len(pairs), 2))
