"""One source → its documents, and what of it could not be read. Pure and importable, so that a worker can do it."""

from __future__ import annotations

import codecs
import gzip
import re
import sys
import zlib
from typing import IO, TYPE_CHECKING, Any, cast

import msgspec

from factcheck.errors import ReadError, describe_crash, describe_refusal, with_cure
from factcheck.marker import MARKER
from factcheck.messages import say, skip_input
from factcheck.model import Document, Skipped, Value
from factcheck.read.decode import decode
from factcheck.text import frontmatter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.read.source import Source

MAX_SIZE = 16 * 1024 * 1024
REPORT = say("skipped.report")
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_HEAD = 300  # letters in which the marker must stand
_CHUNK = 1 << 20
_PATIENCE = 64  # times the limit that an overlong line may go on before the rest of its file is given up


class Options(Value, frozen=True):
    """How to read: an encoding to insist on, and the most bytes an article or a line may have, decompressed."""

    encoding: str | None = None
    max_size: int = MAX_SIZE


def load(source: Source, options: Options, stdin: IO[bytes] | None = None) -> Iterator[Document | Skipped]:
    """The documents of `source` in order; a `Skipped` for each that could not be read, and for each doubt."""
    read = _records if source.form == "records" else _told_by_head if source.form == "told" else _article
    try:
        if source.path == "-":
            yield from read(source, stdin if stdin is not None else sys.stdin.buffer, options)
        else:
            opened = gzip.open if source.gzipped else open
            with opened(source.path, "rb") as stored:
                yield from read(source, cast("IO[bytes]", stored), options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield skip_input(source.shown, say("skipped.broken-compression", why=str(error).lower()), fatal=True)
    except OSError as error:
        yield skip_input(source.shown, say("error.unreadable", why=describe_refusal(error)), fatal=True)


class _Rejoined:
    """A stream of which the first line has been read: it comes again."""

    def __init__(self, line: bytes, rest: IO[bytes]) -> None:
        self._line, self._rest = line, rest

    def read(self, size: int) -> bytes:
        """As many bytes, the line first."""
        line, self._line = self._line, b""
        return line + self._rest.read(max(0, size - len(line)))

    def readline(self, size: int) -> bytes:
        """The next line; the first as it was read."""
        line, self._line = self._line, b""
        return line or self._rest.readline(size)


def _told_by_head(source: Source, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """JSON lines where the first line opens an object, as no prose does; else one article."""
    line = stored.readline(options.max_size + 1)
    read = _records if _OBJECT.match(line) else _article
    yield from read(source, cast("IO[bytes]", _Rejoined(line, stored)), options)


def _whatever(
    source: Source, items: Iterator[Document | Skipped], line: int | None = None
) -> Iterator[Document | Skipped]:
    """The items of one article; whatever else goes wrong is its own, and the others are read."""
    try:
        yield from items
    except Exception as error:  # noqa: BLE001 - no article ends a run
        yield skip_input(source.shown, describe_crash(error), line=line, fatal=True)


def _article(source: Source, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    data = stored.read(options.max_size + 1)
    if len(data) > options.max_size:
        yield skip_input(source.shown, say("skipped.over-size", size=_size(options.max_size)), fatal=True)
        return
    yield from _whatever(source, _decoded(source, data, options))


def _decoded(source: Source, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    try:
        decoded = decode(data, options.encoding)
    except ReadError as error:
        yield skip_input(source.shown, with_cure(error), fatal=True)
        return
    if MARKER in decoded.text[:_HEAD]:
        yield skip_input(source.shown, REPORT)
        return
    if not decoded.text.strip():
        yield _empty(source)
        return
    if decoded.doubt is not None:
        yield _doubt(source, decoded.encoding, decoded.doubt)
    yield from _checked(Document(id=source.id, text=decoded.text, path=source.shown))


def _doubt(source: Source, read_as: str, other: str, line: int | None = None) -> Skipped:
    return skip_input(source.shown, say("skipped.near-encoding", a=read_as, b=other), line=line)


def _checked(document: Document) -> Iterator[Document | Skipped]:
    front = frontmatter.parse(document.text)
    if front is not None and front.refused is not None:
        why = say("skipped.without", why=front.refused)
        yield skip_input(document.path or document.id, why, line=document.record)
    yield document


def _size(limit: int) -> str:
    for unit, name in ((1 << 20, "MB"), (1 << 10, "KB")):
        if limit % unit == 0:
            return f"{limit // unit} {name}"
    return f"{limit} bytes"


class _Record(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: Any = None
    date: Any = None
    source: Any = None
    outlet: Any = None
    author: Any = None
    url: Any = None


def _records(source: Source, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    number, empty = 0, True
    while line := stored.readline(options.max_size + 1):
        number += 1
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        empty = empty and not line.strip()
        if len(line) > options.max_size and not line.endswith(b"\n"):
            why = say("skipped.line-over-size", size=_size(options.max_size))
            yield skip_input(source.shown, why, line=number, fatal=True)
            if not _past(line, stored, options.max_size * _PATIENCE):
                yield skip_input(source.shown, say("skipped.endless-line"), line=number, fatal=True)
                return
        elif number == 1 and MARKER.encode() in line[:_HEAD]:
            yield skip_input(source.shown, REPORT)
            return
        elif line.strip():
            yield from _whatever(source, _line(source, line, number, options), number)
    if empty:
        yield _empty(source)


def _empty(source: Source) -> Skipped:
    if source.named:
        return skip_input(source.shown, say("skipped.empty-named"), fatal=True)
    return skip_input(source.shown, say("skipped.empty"))


def _past(line: bytes, stored: IO[bytes], patience: int) -> bool:
    """Read on to the end of an overlong line, a little at a time; False where it goes on for too long."""
    while line and not line.endswith(b"\n"):
        if patience < 0:
            return False
        line = stored.readline(_CHUNK)
        patience -= len(line)
    return True


def _line(source: Source, line: bytes, number: int, options: Options) -> Iterator[Document | Skipped]:
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
            yield _doubt(source, decoded.encoding, decoded.doubt, number)
        if "\x00" in record.text:
            yield skip_input(source.shown, say("skipped.record-holds-nul"), line=number, fatal=True)
        elif record.text.strip():
            yield from _checked(_document(record, source, number))
        else:
            yield skip_input(source.shown, say("skipped.empty"), line=number)


def _document(record: _Record, source: Source, number: int) -> Document:
    fields = msgspec.structs.asdict(record)
    fields["date"] = str(record.date) if isinstance(record.date, int) else record.date
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
