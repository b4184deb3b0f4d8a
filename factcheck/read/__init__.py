"""Files, folders, globs, JSON lines, standard input → documents with their metadata."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING

import msgspec

from factcheck.marker import MARKER
from factcheck.messages import say, skip_input
from factcheck.model import Document, Skipped
from factcheck.read.article import MAX_SIZE, Options
from factcheck.read.decode import check_encoding, decode
from factcheck.read.find import find
from factcheck.read.library import read_documents
from factcheck.read.load import load
from factcheck.read.source import InputSource, StdinFormat, set_stdin_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.progress import Progress

__all__ = [
    "MARKER",
    "MAX_SIZE",
    "InputSource",
    "Options",
    "StdinFormat",
    "check_encoding",
    "decode",
    "documents",
    "find",
    "load",
    "read",
    "read_documents",
    "set_stdin_format",
]


def read(
    paths: Iterable[str],
    *,
    encoding: str | None = None,
    exclude: Sequence[str] = (),
    max_file_size: int = MAX_SIZE,
    stdin_format: StdinFormat | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Document | Skipped]:
    """Every article that `paths` name (files, folders, globs, `-`), one at a time, in the order of real paths.

    `max_file_size` is in bytes, decompressed, of one article or one line of a JSON-lines file. JSON lines on standard
    input are told by their first line, or by `stdin_format`. What is passed over comes as `Skipped`, fatal where it
    should have been an article. Ids are unique: the second document of one id is numbered `#2`, with a `Skipped` that
    says so.
    """
    sources, skipped = find(paths, exclude)
    yield from skipped
    yield from documents(
        set_stdin_format(sources, stdin_format), Options(encoding=encoding, max_size=max_file_size), stdin
    )


def documents(
    sources: Sequence[InputSource], options: Options, stdin: IO[bytes] | None = None, progress: Progress | None = None
) -> Iterator[Document | Skipped]:
    """As `read`, for files already found; `progress` is told how many bytes are read."""
    if options.encoding is not None:
        check_encoding(options.encoding)
    times: dict[str, int] = {}
    for source in _count_sizes(sources, progress):
        for item in load(source, options, stdin):
            yield from (item,) if isinstance(item, Skipped) else _number_repeated(item, times)


def _count_sizes(sources: Sequence[InputSource], progress: Progress | None) -> Iterable[InputSource]:
    """The sources, each counted by its size once it has been read."""
    if progress is None:
        yield from sources
        return
    sizes = [_size(source) for source in sources]
    done, total = 0, sum(sizes)
    for source, size in zip(sources, sizes, strict=True):
        progress("read", done, total)
        yield source
        done += size
    progress("read", done, total)


def _size(source: InputSource) -> int:
    try:
        return Path(source.path).stat().st_size
    except OSError:  # standard input, or a file that has gone: `load` says so
        return 0


def _number_repeated(document: Document, times: dict[str, int]) -> Iterator[Document | Skipped]:
    name = document.id
    while name in times:
        times[document.id] += 1
        name = f"{document.id}#{times[document.id]}"
    times[name] = 1
    if name != document.id:
        why = say("skipped.taken-id", a=repr(document.id), b=repr(name))
        yield skip_input(document.path or document.id, why, line=document.record)
        document = msgspec.structs.replace(document, id=name)
    yield document


class _Room(ModuleType):
    """The room, which can be called: `factcheck.read(paths)` is what people type who know nothing of rooms."""

    __call__ = staticmethod(read_documents)


sys.modules[__name__].__class__ = _Room
