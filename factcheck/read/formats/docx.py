"""Word: paragraphs, tables, footnotes and text boxes as a reader sees them once all changes are accepted."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say
from factcheck.read.article import check_front_matter
from factcheck.read.whole import list_archive, load_whole, open_archive
from factcheck.read.word import read_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

SUFFIXES = (".docx",)
ALSO = (".doc",)  # as often a newer document, RTF or a page under its old name
NEEDS = ("docx", "docx")
_BODY = "word/document.xml"
_UNTITLED = frozenset({"", "word document"})  # what programs write where nobody has named it
_MADE_BY_TEMPLATE = "2013-12-23"  # the day of the template of python-docx, whose files all bear it


def fits(head: bytes) -> bool:
    """Whether an archive holds the body of a Word document."""
    return _BODY in list_archive(head)


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article of a Word document."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    import io

    import docx

    with open_archive(data, options) as archive:
        if _BODY not in archive.namelist():
            raise ReadError(say("error.no-part", name=_BODY))
    opened = docx.Document(io.BytesIO(data))
    written = read_body(opened)
    if not written.length:
        return
    properties = opened.core_properties
    title = " ".join((properties.title or "").split())
    created = properties.created.date().isoformat() if properties.created is not None else None
    document = written.make_document(
        source,
        title=title if title.lower() not in _UNTITLED else None,
        date=created if created != _MADE_BY_TEMPLATE else None,
    )
    yield from check_front_matter(document)
