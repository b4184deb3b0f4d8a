"""CSV: one table, its first full row the head."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING

from factcheck.messages import skip_input
from factcheck.read.article import REPORT, doubt_encoding
from factcheck.read.decode import decode
from factcheck.read.sheets import is_report, write_sheet
from factcheck.read.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

SUFFIXES = (".csv",)
IS_TEXT = True
_DELIMITERS = ",\t;"
_SAMPLE = 20  # lines by which the delimiter is told


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one table of a file."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    decoded = decode(data, options.encoding)
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=_find_delimiter(decoded.text))
    first = next(rows, [])
    if is_report(first):
        yield skip_input(source.shown, REPORT)
        return
    written = write_sheet(_chain(first, rows), None)
    if not written.length:
        return
    if decoded.doubt is not None:
        yield doubt_encoding(source, decoded.encoding, decoded.doubt)
    yield written.make_document(source)


def _chain(first: list[str], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rows


def _find_delimiter(text: str) -> str:
    """The mark that stands most often in the line of the first ones that has fewest of it; the comma in doubt."""
    lines = [line for line in text[:100_000].split("\n")[:_SAMPLE] if line.strip()]
    return max(_DELIMITERS, key=lambda mark: (min((line.count(mark) for line in lines), default=0),
                                              sum(line.count(mark) for line in lines)))  # fmt: skip
