"""RTF: its paragraphs, one after the other."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say
from factcheck.read.article import check_front_matter
from factcheck.read.extracted import Cell, Extract
from factcheck.read.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

SUFFIXES = (".rtf",)
NEEDS = ("striprtf", "rtf")
IS_TEXT = True
_BEGINS = b"{\\rtf"
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_MOST_GROUPS = 1_000_000  # braces and control words, of which a Han letter takes two: ten seconds of work


def fits(head: bytes) -> bool:
    """Whether bytes begin as RTF does."""
    return head.lstrip().startswith(_BEGINS)


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article of a file."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, _: Options) -> Iterator[Document | Skipped]:
    from striprtf.striprtf import rtf_to_text

    if not fits(data):
        raise ReadError(say("error.not-of-kind"))
    if data.count(b"{") + data.count(b"\\") > _MOST_GROUPS:
        raise ReadError(say("error.too-many-groups", n=_MOST_GROUPS), cure=say("cure.exclude"))
    page = _CODE_PAGE.search(data[:1000])
    encoding = f"cp{page[1].decode()}" if page is not None else "cp1252"
    text = rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")  # type: ignore[no-untyped-call] # half of it is typed
    written = Extract()
    rows: list[list[Cell]] = []
    number = 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
        where = say("where.paragraph", n=number)
        if line.rstrip().endswith("|"):  # how the reader ends a cell
            rows.append([Cell(cell, where) for cell in line.rstrip().removesuffix("|").split("|")])
            continue
        _end_table(written, rows)
        written.add_paragraph(line, where)
    _end_table(written, rows)
    if written.length:
        yield from check_front_matter(written.make_document(source))


def _end_table(written: Extract, rows: list[list[Cell]]) -> None:
    if rows:
        written.add_table(rows)
        rows.clear()
