"""One source → its documents, and what of it could not be read. Pure and importable, so that a worker can do it."""

from __future__ import annotations

import gzip
import sys
import zlib
from codecs import BOM_UTF8
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from typing import IO, TYPE_CHECKING, cast

from factcheck.errors import describe_refusal
from factcheck.messages import say, skip_input
from factcheck.read.formats import format_of_content, format_of_line, formats, jsonl, list_suffixes
from factcheck.read.whole import ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.formats import Format
    from factcheck.read.source import InputSource

    Read = Iterator[Document | Skipped]

_HEAD = 4096  # bytes that tell a format


def load(source: InputSource, options: Options, stdin: IO[bytes] | None = None) -> Iterator[Document | Skipped]:
    """The documents of `source` in order; a `Skipped` for each that could not be read, and for each doubt."""
    read = partial(_load_by_content, formats()[source.format]) if source.format is not None else _load_by_first_line
    try:
        if source.path == "-":
            yield from _say_empty(source, read(source, stdin if stdin is not None else sys.stdin.buffer, options))
        else:
            opened = gzip.open if source.gzipped else open
            with opened(source.path, "rb") as stored:
                yield from _say_empty(source, read(source, cast("IO[bytes]", stored), options))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield skip_input(source.shown, say("skipped.broken-compression", why=str(error).lower()), fatal=True)
    except OSError as error:
        yield skip_input(source.shown, say("error.unreadable", why=describe_refusal(error)), fatal=True)


def load_bytes(source: InputSource, options: Options, data: bytes | None) -> Iterator[Document | Skipped]:
    """As `load`, of a source that holds `data` now, whatever is on the disk; None: what is on the disk."""
    if data is None or source.format is None:
        return load(source, options)
    return _say_empty(source, formats()[source.format].load(source, BytesIO(data), options))


def is_resumable(source: InputSource) -> bool:
    """Whether a file can be read on from where a line of it ended: one of lines that are each an article."""
    return source.format == jsonl.__name__.rpartition(".")[2] and not source.gzipped and source.path != "-"


def load_more(source: InputSource, options: Options, start: int, lines: int) -> Iterator[Document | Skipped]:
    """The documents of a resumable source behind its first `start` bytes, which are so many whole lines."""
    try:
        with open(source.path, "rb") as stored:
            stored.seek(start)
            yield from jsonl.load(source, stored, options, lines)
    except OSError as error:
        yield skip_input(source.shown, say("error.unreadable", why=describe_refusal(error)), fatal=True)


def _say_empty(source: InputSource, items: Iterator[Document | Skipped]) -> Iterator[Document | Skipped]:
    """The items of a source, or that it has none: an error where someone asked for it."""
    none = True
    for item in items:
        none = False
        yield item
    if none and source.named:
        yield skip_input(source.shown, say("skipped.empty-named", suffixes=list_suffixes()), fatal=True)
    elif none:
        yield skip_input(source.shown, say("skipped.empty"))


class _Rejoined:
    """A stream of which the first bytes have been read: they come again."""

    def __init__(self, head: bytes | bytearray, rest: IO[bytes]) -> None:
        self._head, self._rest = BytesIO(head), rest

    def read(self, size: int) -> bytes:
        """As many bytes, the head first."""
        head = self._head.read(size)
        return head + self._rest.read(size - len(head))

    def readline(self, size: int) -> bytes:
        """The next line; those of the head as they were read."""
        line = self._head.readline(size)
        return line if line.endswith(b"\n") or len(line) >= size else line + self._rest.readline(size - len(line))


def _load_by_content(promised: Format, source: InputSource, stored: IO[bytes], options: Options) -> Read:
    """What the bytes are, whatever the name promises; where they give nothing away, what it promises."""
    head = stored.read(_HEAD)
    if head.startswith(ARCHIVE):  # its table of contents, which tells, is at its end
        head += stored.read(max(0, options.max_size + 1 - len(head)))
    found = format_of_content(head, promised)
    yield from _load_where_installed(found, source, cast("IO[bytes]", _Rejoined(head, stored)), options)


def _load_where_installed(found: Format, source: InputSource, stored: IO[bytes], options: Options) -> Read:
    """The articles; where what reads the format is not installed, how to install it."""
    if found.needs is not None and find_spec(found.needs[0]) is None:
        cure = say("cure.install-extra", extra=found.needs[1])
        why = say("skipped.needs-extra", kind=found.suffixes[0], cure=cure)
        yield skip_input(source.shown, why, fatal=source.named)
        return
    yield from found.load(source, stored, options)


def _load_by_first_line(source: InputSource, stored: IO[bytes], options: Options) -> Read:
    line, head = b"\n", bytearray()
    # a blank line tells nothing
    while line and not line.removeprefix(BOM_UTF8).strip() and len(head) <= options.max_size:
        line = stored.readline(options.max_size + 1)
        head += line
    yield from _load_by_content(format_of_line(line), source, cast("IO[bytes]", _Rejoined(head, stored)), options)
