"""One format, one file. Each says by which endings it is known, and how its articles are loaded.

A module holds SUFFIXES and `load(source, stored, options)`, which yields a `Document` or a `Skipped` and never raises
but for what the system refuses; where its first line gives it away, also `begins(line)`; where its bytes do, also
`fits(head)`, which is given the first 4 KB, or all of an archive. IS_TEXT: its files are text that a person can read
as it is. ALSO are endings under which such files are found too, and others that cannot be read. NEEDS is the module
that reads it, and the extra that installs that.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache, reduce
from typing import IO, TYPE_CHECKING

from factcheck.messages import say
from factcheck.model import Document, Phrase, Skipped, Value
from factcheck.read.article import Options
from factcheck.read.source import InputSource

if TYPE_CHECKING:
    from types import ModuleType

PLAIN = "text"  # what standard input holds where nothing gives away another


class Format(Value, frozen=True):
    """A format as the registry knows it, by the name of its module."""

    name: str
    suffixes: tuple[str, ...]
    also: tuple[str, ...]
    load: Callable[[InputSource, IO[bytes], Options], Iterator[Document | Skipped]]
    begins: Callable[[bytes], bool] | None = None
    fits: Callable[[bytes], bool] | None = None
    needs: tuple[str, str] | None = None
    is_text: bool = False


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name, plain text first."""
    names = sorted((module.name for module in pkgutil.iter_modules(__path__)), key=lambda name: (name != PLAIN, name))
    return {name: _format(name, importlib.import_module(f"{__name__}.{name}")) for name in names}


def _format(name: str, module: ModuleType) -> Format:
    return Format(
        name=name, suffixes=module.SUFFIXES, also=getattr(module, "ALSO", ()), load=module.load,
        begins=getattr(module, "begins", None), fits=getattr(module, "fits", None),
        needs=getattr(module, "NEEDS", None), is_text=getattr(module, "IS_TEXT", False),
    )  # fmt: skip


def format_of(name: str) -> tuple[Format, bool] | None:
    """The format that a file name promises and whether it is compressed; None for a kind that is not read."""
    stem, gzipped = (name[:-3], True) if name.lower().endswith(".gz") else (name, False)
    suffix = os.path.splitext(stem)[1].lower()
    found = next((one for one in formats().values() if suffix in (*one.suffixes, *one.also)), None)
    return (found, gzipped) if found is not None else None


def format_of_line(line: bytes) -> Format:
    """The format that a first line gives away."""
    known = formats()
    return next((one for one in known.values() if one.begins is not None and one.begins(line)), known[PLAIN])


def format_of_content(head: bytes, promised: Format) -> Format:
    """The format that bytes give away, else the one promised; what is promised as text is not taken for other text.

    A page in a `.txt` is read as it is written, as it always was; a PDF in one could not be.
    """
    others = (one for one in formats().values() if one.fits is not None and not (promised.is_text and one.is_text))
    found = (one for one in others if one.fits is not None and one.fits(head))
    return promised if promised.fits is not None and promised.fits(head) else next(found, promised)


@cache
def list_suffixes() -> Phrase:
    """All endings, as messages name them."""
    suffixes = [say("plain", text=suffix) for one in formats().values() for suffix in one.suffixes]
    return reduce(lambda before, one: say("suffix.and", a=before, b=one), suffixes)
