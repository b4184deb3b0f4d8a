"""One article and what may be said of it: shared by the formats."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError, describe_crash, with_cure
from factcheck.marker import MARKER, RDJSON_HEAD
from factcheck.messages import say, skip_input
from factcheck.model import Document, Skipped, Value
from factcheck.read import frontmatter
from factcheck.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.read.source import InputSource

MAX_SIZE = 16 * 1024 * 1024
REPORT = say("skipped.report")
HEAD = 300  # letters in which the marker is, where it is no line of its own
TAIL = 300  # letters at the end in which its line is


class Options(Value, frozen=True):
    """How to read: an encoding to insist on, and the most bytes an article or a line may have, decompressed."""

    encoding: str | None = None
    max_size: int = MAX_SIZE


def load_article(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article that all of `stored` is; nothing where it is blank."""
    data = stored.read(options.max_size + 1)
    if len(data) > options.max_size:
        yield skip_input(source.shown, say("skipped.over-size", size=write_size(options.max_size)), fatal=True)
        return
    yield from contain_crash(source, _read_article(source, data, options))


def _read_article(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    try:
        decoded = decode(data, options.encoding)
    except ReadError as error:
        yield skip_input(source.shown, with_cure(error), fatal=True)
        return
    if is_report(decoded.text):
        yield skip_input(source.shown, REPORT)
        return
    if not decoded.text.strip():
        return
    if decoded.doubt is not None:
        yield doubt_encoding(source, decoded.encoding, decoded.doubt)
    yield from check_front_matter(Document(id=source.id, text=decoded.text, path=source.shown))


def is_report(text: str) -> bool:
    """Whether factcheck has written it: the marker is near the head, or is the last line."""
    return (
        MARKER in text[:HEAD]
        or text.startswith(RDJSON_HEAD)
        or text[-TAIL:].rstrip().rpartition("\n")[2].strip() == MARKER
    )


def contain_crash(
    source: InputSource, items: Iterator[Document | Skipped], line: int | None = None
) -> Iterator[Document | Skipped]:
    """The items of one article; whatever else goes wrong is its own, and the others are read."""
    try:
        yield from items
    except Exception as error:  # noqa: BLE001 - no article ends a run
        yield skip_input(source.shown, describe_crash(error), line=line, fatal=True)


def doubt_encoding(source: InputSource, read_as: str, other: str, line: int | None = None) -> Skipped:
    """That an article was read in one encoding, and is nearly as good in another."""
    return skip_input(source.shown, say("skipped.near-encoding", a=read_as, b=other), line=line)


def check_front_matter(document: Document) -> Iterator[Document | Skipped]:
    """The document, and before it whether its front matter was refused, or the date in it is none."""
    front = frontmatter.parse(document.text)
    if front is not None and front.refused is not None:
        why = say("skipped.without", why=front.refused)
        yield skip_input(document.path or document.id, why, line=document.record)
    written = frontmatter.bad_date(front.metadata) if front is not None and document.date is None else None
    if front is not None and written is not None:
        line = document.record if document.record is not None else front.date_line
        yield doubt_date(document.path or document.id, written, line)
    yield document


def doubt_date(path: str, written: str, line: int | None) -> Skipped:
    """That an article was read without its date, since that is none."""
    why = say("skipped.bad-date", value=repr(written))
    return skip_input(path, say("skipped.with-cure", why=why, cure=say("cure.date-form")), line=line)


def write_size(limit: int) -> str:
    """A number of bytes as a person writes it: 16 MB."""
    for unit, name in ((1 << 20, "MB"), (1 << 10, "KB")):
        if limit % unit == 0:
            return f"{limit // unit} {name}"
    return f"{limit} bytes"
