"""The body of a Word document → text, in the order in which it is read.

Elements are those of WordprocessingML (ECMA-376, part 1, 17); python-docx gives the tree. Its own `text` leaves out
what was inserted, so the letters are gathered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.read.extracted import Cell, Extract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from lxml.etree import _Element


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What is no letter of the text once changes are accepted; of the two ways to draw a thing the older; ruby's reading.
_LEFT_OUT = frozenset((
    f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delText", f"{_W}rt", f"{_MC}Fallback",
    f"{_W}sdtPr", f"{_W}tblPr", f"{_W}tcPr", f"{_W}trPr",
))  # fmt: skip
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = {"footnotes": "where.footnote", "endnotes": "where.endnote"}
_LONG = 120  # letters; what has more is prose, and is not repeated
_WIDEST = 64  # columns that one merged cell is taken to cover: Word has no more


def read_body(opened: WordDocument) -> Extract:
    """The text of the body, then its footnotes and endnotes."""
    reader = _Reader()
    reader.add_blocks(opened.element.body)
    for part in _note_parts(opened):
        reader.add_notes(*part)
    return reader.written


def _note_parts(opened: WordDocument) -> Iterator[tuple[str, _Element]]:
    from docx.oxml import parse_xml

    kinds = {relation.reltype.rpartition("/")[2]: relation for relation in opened.part.rels.values()}
    for kind, key in _NOTES.items():
        if kind in kinds and not kinds[kind].is_external:
            yield key, parse_xml(kinds[kind].target_part.blob)


class _Reader:
    def __init__(self) -> None:
        self.written = Extract()
        self._paragraph = self._table = self._box = 0
        self._open = ""  # a paragraph whose end was deleted: the next one goes on with it

    def add_blocks(self, parent: _Element) -> None:
        """The paragraphs and tables below `parent`, content controls opened."""
        for element in parent:
            if element.tag == f"{_W}p":
                self._add_paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._add_table(element)
            elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
                self.add_blocks(element)

    def _add_paragraph(self, element: _Element) -> None:
        boxes: list[_Element] = []
        text = self._open + _text_of(element, boxes)
        if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            self._open = text
        else:
            self._open = ""
            if text.strip():
                self._paragraph += 1
                self.written.add_paragraph(text, say("where.paragraph", n=self._paragraph))
        for box in boxes:
            self._box += 1
            where = say("where.text-box", n=self._box)
            for text in _paragraphs_of(box):
                self.written.add_paragraph(text, where)

    def _add_table(self, table: _Element) -> None:
        self._table += 1
        rows: list[list[Cell]] = []
        for row in _children(table, f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            written: list[Cell] = []
            number = len(rows) + 1
            for cell in _children(row, f"{_W}tc"):
                at = len(written)
                where = say("where.cell", table=self._table, row=number, column=at + 1)
                text = "\n".join(_paragraphs_of(cell))
                if _goes_on(cell) and rows and at < len(rows[-1]):
                    text = rows[-1][at].text[:_LONG]  # merged with the one above
                written += [Cell(text, where)] * (_width_of(cell) if len(text) <= _LONG else 1)
            rows.append(written)
        self.written.add_table(rows)

    def add_notes(self, key: str, notes: _Element) -> None:
        """Footnotes or endnotes, each under the number that a reader sees."""
        number = 0
        for note in notes:
            if isinstance(note.tag, str) and note.get(f"{_W}type") in {None, "normal"}:
                number += 1
                for text in _paragraphs_of(note):
                    self.written.add_paragraph(text.strip(), say(key, n=number))


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children of this kind, content controls and insertions opened."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _children(element, tag)


def _paragraphs_of(parent: _Element) -> list[str]:
    """The paragraphs of a cell, a box or a note, those of what is nested in it too."""
    nested: list[_Element] = []
    texts = [_text_of(element, nested) for element in _own_paragraphs(parent)]
    return [text for text in texts if text.strip()]


def _own_paragraphs(parent: _Element) -> Iterator[_Element]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield element
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            yield from _own_paragraphs(element)


def _text_of(element: _Element, boxes: list[_Element]) -> str:
    """The letters of a paragraph; the text boxes that are anchored in it are put into `boxes`."""
    parts: list[str] = []
    for part in element:
        if part.tag in {f"{_W}t", f"{_M}t"}:
            parts.append(part.text or "")
        elif part.tag in _BREAKS:
            parts.append(_BREAKS[part.tag])
        elif part.tag == f"{_W}txbxContent":
            boxes.append(part)
        elif isinstance(part.tag, str) and part.tag not in _LEFT_OUT and not _is_hidden(part):
            parts.append(_text_of(part, boxes))
    return "".join(parts)


def _is_hidden(run: _Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return mark is not None and mark.get(f"{_W}val") not in {"0", "false", "off"}


def _goes_on(cell: _Element) -> bool:
    """Whether a cell is the lower part of a merged one."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val") in {None, "continue"}


def _width_of(cell: _Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    written = (span.get(f"{_W}val") or "") if span is not None else ""
    return min(max(int(written), 1), _WIDEST) if written.isascii() and written.isdigit() and len(written) < 5 else 1
