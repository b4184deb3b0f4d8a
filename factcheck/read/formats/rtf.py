"""RTF: its paragraphs, one after the other."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say
from factcheck.read import frontmatter
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
_TITLE = re.compile(r"\{\\title\b([^{}]{0,4000})\}")  # programs write it once more for letters of all languages, behind
_MADE = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
# a brace that opens or closes a group, or where what was deleted begins or ends; an escaped brace is none
_TOKEN = re.compile(r"\\[\\{}]|[{}]|\\deleted0(?!\d)|\\deleted(?![a-z0-9])")
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
    stored = data.decode("latin-1")

    def read_text(markup: str) -> str:
        return str(rtf_to_text(markup, encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call] # half of it is typed

    text = read_text(_take_deleted(stored))
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
        titles, made = _TITLE.findall(stored), _MADE.search(stored)
        title = " ".join(read_text(f"{{\\rtf1 {titles[-1]}}}").split()) if titles else ""
        date = frontmatter.iso_date("-".join(f"{int(part):02}" for part in made.groups())) if made is not None else None
        yield from check_front_matter(written.make_document(source, title=title or None, date=date))


def _take_deleted(markup: str) -> str:
    """The markup without what was deleted while changes were tracked."""
    kept: list[str] = []
    at, depth = 0, 0
    since: int | None = None  # the depth of the group in which something deleted began
    for token in _TOKEN.finditer(markup):
        opens, closes = token[0] == "{", token[0] == "}"
        if since is None and token[0] == "\\deleted":
            kept.append(markup[at : token.start()])
            since = depth
        elif since is not None and depth == since and (closes or token[0] == "\\deleted0"):
            at, since = token.start(), None
        depth += opens - closes
    return "".join((*kept, markup[at:] if since is None else ""))


def _end_table(written: Extract, rows: list[list[Cell]]) -> None:
    if rows:
        written.add_table(rows)
        rows.clear()
