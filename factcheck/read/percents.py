"""Which cells of a workbook are shown as a percentage: 0.125 is 12.5% to whoever reads the sheet."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

Cells = frozenset[tuple[int, int]]  # row and column, from 0
_MOST = 200_000  # of one sheet; more that hold something are refused elsewhere
_BUILT_IN = frozenset({"9", "10"})  # the formats 0% and 0.00%, of which no workbook keeps the letters
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # what a format shows as it is written, and colours
_PLACE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


def find_percents(archive: zipfile.ZipFile) -> Mapping[str, Cells]:
    """Sheet → its cells that are shown as a percentage; nothing where the parts of the file do not fit together."""
    try:
        found = _read_open_document(archive) if "content.xml" in archive.namelist() else _read_excel(archive)
        return {name: frozenset(cells) for name, cells in found}
    except (ET.ParseError, KeyError, ValueError, StopIteration):  # the reader of values says what is wrong
        return {}


def _elements(part: IO[bytes], *names: str) -> Iterator[tuple[str, ET.Element]]:
    """The elements of these local names as they end; what they held is let go."""
    for _, element in ET.iterparse(part, ("end",)):  # noqa: S314 - expat bounds what entities become
        name = element.tag.rpartition("}")[2]
        if name in names:
            yield name, element
            element.clear()


def _attribute(element: ET.Element, name: str) -> str:
    return next((held for key, held in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _read_excel(archive: zipfile.ZipFile) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    styles = _list_percent_styles(archive)
    if not styles:
        return
    with archive.open("xl/_rels/workbook.xml.rels") as part:
        targets = {one.get("Id", ""): one.get("Target", "") for _, one in _elements(part, "Relationship")}
    with archive.open("xl/workbook.xml") as part:
        sheets = [(_attribute(one, "name"), _attribute(one, "id")) for _, one in _elements(part, "sheet")]
    for name, key in sheets:
        target = targets.get(key, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if path in archive.namelist():
            with archive.open(path) as part:
                yield name, _list_styled(part, styles)


def _list_percent_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the styles of cells, as cells name them, whose format is a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    percents, styles = set(_BUILT_IN), list[str]()
    with archive.open("xl/styles.xml") as part:
        for name, element in _elements(part, "numFmt", "cellXfs"):
            if name == "numFmt" and _is_percent(element.get("formatCode", "")):
                percents.add(element.get("numFmtId", ""))
            elif name == "cellXfs":
                styles = [one.get("numFmtId", "") for one in element]
    return frozenset(str(number) for number, style in enumerate(styles) if style in percents)


def _is_percent(code: str) -> bool:
    return "%" in _LITERAL.sub("", code).partition(";")[0]


def _list_styled(part: IO[bytes], styles: frozenset[str]) -> set[tuple[int, int]]:
    cells: set[tuple[int, int]] = set()
    for _, element in _elements(part, "c"):
        place = _PLACE.fullmatch(element.get("r", "")) if element.get("s") in styles else None
        if place is not None and len(cells) < _MOST:
            column = 0
            for letter in place[1].upper():
                column = column * 26 + ord(letter) - ord("A") + 1
            cells.add((int(place[2]) - 1, column - 1))
    return cells


def _read_open_document(archive: zipfile.ZipFile) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    cells: defaultdict[int, list[int]] = defaultdict(list)
    row = column = 0
    here: list[int] = []
    with archive.open("content.xml") as part:
        for name, element in _elements(part, "table-cell", "covered-table-cell", "table-row", "table"):
            if name == "table":
                yield _attribute(element, "name"), {(at, one) for at, held in cells.items() for one in held}
                cells, row, column, here = defaultdict(list), 0, 0, []
            elif name == "table-row":
                for _ in range(_count(element, "number-rows-repeated") if here else 0):
                    cells[row] = here
                    row += 1
                row += 0 if here else _count(element, "number-rows-repeated")
                column, here = 0, []
            else:
                count = _count(element, "number-columns-repeated")
                if _attribute(element, "value-type") == "percentage":
                    here += range(column, column + count)
                column += count


def _count(element: ET.Element, name: str) -> int:
    return min(int(_attribute(element, name) or 1), 20_000_000)
