"""JSON lines: a record a line, with the text and what is known of it."""

from __future__ import annotations

import codecs
import re
from typing import IO, TYPE_CHECKING, Any

import msgspec

from factcheck.errors import ReadError, with_cure
from factcheck.marker import MARKER
from factcheck.messages import say, skip_input
from factcheck.model import Document, Skipped
from factcheck.read import frontmatter
from factcheck.read.article import (
    HEAD,
    REPORT,
    Options,
    check_front_matter,
    contain_crash,
    doubt_date,
    doubt_encoding,
    write_size,
)
from factcheck.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.read.source import InputSource

SUFFIXES = (".jsonl",)
IS_TEXT = True
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_CHUNK = 1 << 20
_PATIENCE = 64  # times the limit that an overlong line may go on before the rest of its file is given up


def begins(line: bytes) -> bool:
    """Whether a first line opens an object, as no prose does."""
    return _OBJECT.match(line) is not None


class _Record(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: Any = None
    date: Any = None
    source: Any = None
    outlet: Any = None
    author: Any = None
    url: Any = None


def load(source: InputSource, stored: IO[bytes], options: Options, lines: int = 0) -> Iterator[Document | Skipped]:
    """A document a line, with the number of its line; `lines` have been read of the file before."""
    number = lines
    while line := stored.readline(options.max_size + 1):
        number += 1
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if len(line) > options.max_size and not line.endswith(b"\n"):
            why = say("skipped.line-over-size", size=write_size(options.max_size))
            yield skip_input(source.shown, why, line=number, fatal=True)
            if not _skip_line(line, stored, options.max_size * _PATIENCE):
                yield skip_input(source.shown, say("skipped.endless-line"), line=number, fatal=True)
                return
        elif number == 1 and MARKER.encode() in line[:HEAD]:
            yield skip_input(source.shown, REPORT)
            return
        elif line.strip():
            yield from contain_crash(source, _read_record(source, line, number, options), number)


def _skip_line(line: bytes, stored: IO[bytes], patience: int) -> bool:
    """Read on to the end of an overlong line, a little at a time; False where it goes on for too long."""
    while line and not line.endswith(b"\n"):
        if patience < 0:
            return False
        line = stored.readline(_CHUNK)
        patience -= len(line)
    return True


def _read_record(source: InputSource, line: bytes, number: int, options: Options) -> Iterator[Document | Skipped]:
    try:
        decoded = decode(line, options.encoding)
        record = msgspec.json.decode(decoded.text, type=_Record)
    except ReadError as error:
        yield skip_input(source.shown, with_cure(error), line=number, fatal=True)
    except (msgspec.MsgspecError, RecursionError) as error:
        why = say("error.nested") if isinstance(error, RecursionError) else str(error)
        yield skip_input(source.shown, say("skipped.no-record", why=why), line=number, fatal=True)
    else:
        if decoded.doubt is not None:
            yield doubt_encoding(source, decoded.encoding, decoded.doubt, number)
        if "\x00" in record.text:
            yield skip_input(source.shown, say("skipped.record-holds-nul"), line=number, fatal=True)
        elif record.text.strip():
            if isinstance(record.date, int) and not isinstance(record.date, bool):
                record.date = str(record.date)
            if (written := frontmatter.bad_date(msgspec.structs.asdict(record))) is not None:
                yield doubt_date(source.shown, written, number)
            yield from check_front_matter(_document(record, source, number))
        else:
            yield skip_input(source.shown, say("skipped.empty"), line=number)


def _document(record: _Record, source: InputSource, number: int) -> Document:
    fields = msgspec.structs.asdict(record)
    named = record.id is not None and str(record.id).strip()
    return Document(
        id=str(record.id) if named else f"{source.id}:{number}",
        text=record.text,
        title=frontmatter.first_text(fields, "title"),
        date=frontmatter.iso_date(frontmatter.first_text(fields, "date")),
        source=frontmatter.first_text(fields, "source", "outlet", "author"),
        url=frontmatter.first_text(fields, "url"),
        path=source.shown,
        record=number,
    )
