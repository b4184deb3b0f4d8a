"""What is nobody's prose, recognised by its form: bylines, captions, disclaimers, link lists."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from factcheck.model import Span, Text

_HEADLINE = 45  # letters; a longer line without a stop is a paragraph that lost it
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_LINE = re.compile(r"[^\n\r\ufffc]+")
_STOPPED = re.compile(r"[。！？；…：，][”’\"')】\s]*$")


class _Class(msgspec.Struct, frozen=True, rename={"name": "class"}):
    name: str
    patterns: tuple[str, ...]


@cache
def _classes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    name = "boilerplate.yaml"
    text = files("factcheck.passage").joinpath("data", name).read_text("utf-8")
    classes = load(text, name, DataError).convert(tuple[_Class, ...])
    return tuple((one.name, re.compile("|".join(f"(?:{p})" for p in one.patterns), re.MULTILINE)) for one in classes)


def boilerplate(text: Text) -> tuple[tuple[str, Span], ...]:
    """Class and span of every stretch of boilerplate, as offsets into the text; spans of two classes may overlap."""
    found = [(name, match.span()) for name, pattern in _classes() for match in pattern.finditer(text.folded)]
    return tuple(sorted(found, key=lambda one: one[1]))


def titles(text: Text) -> tuple[Span, ...]:
    """Spans of title citations, 《…》, marks included."""
    return tuple(match.span() for match in _TITLE.finditer(text.folded))


def headlines(text: Text) -> tuple[Span, ...]:
    """Spans of short lines that end without punctuation: headlines, subheads, labels."""
    return tuple(
        match.span()
        for match in _LINE.finditer(text.folded)
        if len(line := match.group().strip()) <= _HEADLINE and not _STOPPED.search(line)
    )
