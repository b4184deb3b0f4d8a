"""How large the sheets of a workbook are, before they are laid out cell by cell: one far away costs gigabytes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

MOST_PLACES = 4_000_000  # of the box from A1 to the last cell, empty ones counted: some 150 MB
_PLACE = re.compile(rb"""<(?:\w{1,20}:)?(?:c|row)\b[^>]{0,400}?\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,12})""")
_VALUE = re.compile(rb"<(?:\w{1,20}:)?v(?:\s[^>]{0,200})?>([^<]{1,40})<")
_SHARED = re.compile(rb"<(?:\w{1,20}:)?si[\s/>]")
_MOST_LETTERS = 200_000_000  # of all cells, what stands in several counted anew
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, in which no pattern of bytes is found; no program writes it
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_BINARY = re.compile(r"xl/(?:worksheets/.{0,200}|workbook)\.bin\Z", re.IGNORECASE)


def check_extents(archive: zipfile.ZipFile) -> None:
    """Raises `ReadError` where a sheet takes more places than can be held, or cannot be looked into."""
    for name in archive.namelist():
        if _BINARY.match(name):
            raise ReadError(say("error.old-office"), cure=say("cure.save-anew"))
    parts = [archive.read(name) for name in archive.namelist()]
    for part in parts:
        _check_workbook_part(part)
    _check_shared_texts(parts)
    if "content.xml" in archive.namelist():
        with archive.open("content.xml") as content:
            _check_open_document(content)


def _check_shared_texts(parts: Sequence[bytes]) -> None:
    """One long text may be that of every cell; each cell that holds it takes its room anew."""
    sizes: list[int] = []
    for part in parts:
        starts = [found.start() for found in _SHARED.finditer(part)]
        sizes += [end - start for start, end in pairwise([*starts, len(part)])]
    longest, letters = max(sizes, default=0), 0
    for part in parts:
        for value in _VALUE.findall(part) if sizes else ():
            plain = value.isdigit() and len(value) < 9
            letters += (sizes[int(value)] if int(value) < len(sizes) else 0) if plain else longest * (b"&" in value)
            if letters > _MOST_LETTERS:
                raise _refuse()


def _refuse() -> ReadError:
    return ReadError(say("error.too-many-places", n=MOST_PLACES), cure=say("cure.exclude"))


def _check_workbook_part(part: bytes) -> None:
    if part.startswith(_WIDE):
        raise _refuse()
    rows = columns = 1
    for letters, digits in _PLACE.findall(part):
        rows = max(rows, int(digits))
        columns = max(columns, _number(letters))
    if rows * columns > MOST_PLACES:
        raise _refuse()


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_open_document(content: IO[bytes]) -> None:
    """A cell or a row may stand for a million: what counts is where the last one is that holds something."""
    rows = last_row = columns = 0
    here = last_here = letters = letters_here = 0
    for _, element in ET.iterparse(content, ("end",)):  # noqa: S314 - expat bounds what entities become
        if element.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            here += _count_of(element, "number-columns-repeated")
            letters_here += sum(map(len, element.itertext())) * _count_of(element, "number-columns-repeated")
            if element.get(f"{_OFFICE}value-type") is not None or len(element) or element.text:
                last_here = here
            element.clear()
        elif element.tag == f"{_TABLE}table-row":
            rows += _count_of(element, "number-rows-repeated")
            if last_here:
                last_row, columns = rows, max(columns, last_here)
            letters += letters_here * _count_of(element, "number-rows-repeated")
            here = last_here = letters_here = 0
            element.clear()
        elif element.tag == f"{_TABLE}table":
            rows = last_row = columns = 0
            element.clear()
        if last_row * columns > MOST_PLACES or letters > _MOST_LETTERS:
            raise _refuse()


def _count_of(element: ET.Element, name: str) -> int:
    written = element.get(_TABLE + name, "1")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 13 else 1
