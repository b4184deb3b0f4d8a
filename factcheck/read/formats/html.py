"""Web pages: the article out of what surrounds it, with what the page says of itself."""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.marker import MARKER
from factcheck.messages import say, skip_input
from factcheck.read.article import HEAD, REPORT, check_front_matter
from factcheck.read.decode import decode
from factcheck.read.extracted import Cell, Extract
from factcheck.read.frontmatter import iso_date
from factcheck.read.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from configparser import ConfigParser

    from lxml.etree import _Element

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

SUFFIXES = (".html", ".htm")
NEEDS = ("trafilatura", "html")
IS_TEXT = True
_BEGINS = re.compile(
    rb"""
    (?: \xef\xbb\xbf )? \s*
    (?: <\?xml [^>]{0,200} > \s* )?
    (?: <!-- .{0,2000}? --> \s* ){0,3}
    < (?: !doctype \s+ html | html ) \b
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}  # what pages mean by these names
_XML = re.compile(r"\ufeff?\s*<\?xml[^>]{0,200}\?>")  # lxml takes no text that names its encoding
_TAG = re.compile(r"<[A-Za-z]|&")  # and references, which cost as much
_MOST = 100_000  # tags of one page: below ten seconds of work
_SHORTEST = 40  # letters of a brief item of news in Han letters, with its headline
_SCANNED = 4096  # bytes in which a page names its encoding
_HEAD = re.compile(r"<head\b.{0,200000}?</head>", re.IGNORECASE | re.DOTALL)
_LINKED_DATA = re.compile(
    r"<script\b[^>]{0,200}application/ld\+json[^>]{0,200}>.{0,100000}?</script>", re.IGNORECASE | re.DOTALL
)


def fits(head: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return _BEGINS.match(head) is not None


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article of a page."""
    return load_whole(source, stored, options, SUFFIXES, read_page)


def read_page(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    """The article of a page. Raises `ReadError` for one that is none."""
    page = _decode(data, options.encoding)
    if MARKER in page[:HEAD]:
        yield skip_input(source.shown, REPORT)
        return
    document = extract_page(source, page)
    if document is None:
        yield skip_input(source.shown, say("skipped.no-article-in-page"), fatal=source.named)
    else:
        yield from check_front_matter(document)


def _decode(data: bytes, encoding: str | None) -> str:
    named = _CHARSET.search(data[:_SCANNED]) if encoding is None else None
    if named is not None:
        name = named[1].decode("ascii", "replace").lower()
        try:
            return decode(data, _SUPERSETS.get(name, name)).text
        except (ReadError, LookupError, UnicodeError):
            return decode(data).text  # the page is wrong about itself
    return decode(data, encoding).text


def extract_page(source: InputSource, page: str) -> Document | None:
    """The article of a page in HTML, None where there is none. Raises `ReadError` for one that is too much to read."""
    from trafilatura import bare_extraction

    if sum(1 for _ in _TAG.finditer(page)) > _MOST:
        raise ReadError(say("error.too-many-elements", n=_MOST), cure=say("cure.exclude"))
    found = bare_extraction(
        _XML.sub("", page, count=1), include_comments=False, include_tables=True, with_metadata=True,
        config=_configure(),
    )  # fmt: skip
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    written = Extract()
    _Blocks(written).add_all(found.body)
    if not written.length:
        return None
    title, outlet, url = (
        value if isinstance(value, str) else None for value in (found.title, found.sitename, found.url)
    )
    return written.make_document(source, title=title, date=_find_date(page), outlet=outlet, url=url)


@cache
def _configure() -> ConfigParser:
    """What the extraction asks of an article: far fewer letters than of an English one.

    Below its own number it gives the text of the whole page, with its navigation, in one paragraph.
    """
    from trafilatura.settings import DEFAULT_CONFIG

    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST)
    return config


def _find_date(page: str) -> str | None:
    """The day on which a page says that it was published: what is only in its text is as often another."""
    from htmldate import find_date

    head = _HEAD.search(page)
    said = (head[0] if head is not None else "") + "".join(_LINKED_DATA.findall(page)[:5])
    return iso_date(find_date(f"<html>{said}</html>", original_date=True, extensive_search=False)) if said else None


class _Blocks:
    """Writes the tree that the extraction leaves: head, p, list, quote, table."""

    def __init__(self, written: Extract) -> None:
        self._written = written
        self._paragraph = self._table = 0

    def add_all(self, parent: _Element) -> None:
        """Every block below `parent`, in order."""
        for element in parent:
            if element.tag == "table":
                self._add_table(element)
            elif element.tag in {"list", "quote", "div"} and len(element):
                self._add(element.text or "")
                self.add_all(element)
            else:
                self._add(_text_of(element))
            self._add(element.tail or "")

    def _add(self, text: str) -> None:
        if text.strip():
            self._paragraph += 1
            self._written.add_paragraph(text.strip(), say("where.paragraph", n=self._paragraph))

    def _add_table(self, table: _Element) -> None:
        self._table += 1
        rows = [
            [
                Cell(_text_of(cell), say("where.cell", table=self._table, row=number, column=column))
                for column, cell in enumerate(row.iter("cell"), 1)
            ]
            for number, row in enumerate(table.iter("row"), 1)
        ]
        self._written.add_table(rows)


def _text_of(element: _Element) -> str:
    """The letters of an element, a line end for each break."""
    parts = [element.text or ""]
    for part in element:
        if part.tag == "lb":
            parts.append("\n")
        elif isinstance(part.tag, str):
            parts.append(_text_of(part))
        parts.append(part.tail or "")
    return "".join(parts)
