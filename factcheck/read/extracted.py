"""Text taken out of a file that is no text: paragraphs and tables, each with its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Document, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Phrase
    from factcheck.read.source import InputSource

# Controls but line end and tab, what is no letter at all, and halves of pairs: nothing that a reader sees.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAK = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_SPACES = re.compile(r"[\s|]*\n[\s|]*")
_LONG = 120  # letters; a cell beyond them holds prose, and its table only lays out a page
_FEWEST = 2  # rows and columns of a table


class Cell(NamedTuple):
    """What a cell holds, and where it stands."""

    text: str
    where: Phrase


def clean_text(text: str) -> str:
    r"""The text without controls, its line ends as \n."""
    return _CONTROL.sub("", _BREAK.sub("\n", text))


def clean_name(name: str, most: int = 60) -> str:
    """A name out of a file on one line, without controls, cut short."""
    line = " ".join(clean_text(name).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


class Extract:
    """The text as it grows; every stretch is marked with its place."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    @property
    def length(self) -> int:
        """How many letters there are."""
        return self._length

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def add_paragraph(self, text: str, where: Phrase) -> None:
        """A paragraph, and the empty line behind it; nothing where it is blank."""
        text = clean_text(text).strip("\n")
        if text.strip():
            self._write(text, where)
            self._write("\n\n")

    def add_lines(self, lines: Sequence[Cell]) -> None:
        """A paragraph made of stretches that follow one another, each with a place of its own."""
        lines = [Cell(clean_text(line.text), line.where) for line in lines]
        if any(line.text.strip() for line in lines):
            for line in lines:
                self._write(line.text, line.where)
            self._write("\n\n")

    def add_table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """A table between pipes, its first row the head; paragraphs where the table only lays out a page."""
        rows = [[Cell(clean_text(cell.text).strip(), cell.where) for cell in row] for row in rows]
        width = max(map(len, rows), default=0)
        cells = [cell for row in rows for cell in row]
        if len(rows) < _FEWEST or width < _FEWEST or any(len(cell.text) > _LONG for cell in cells):
            for cell in cells:
                self.add_paragraph(cell.text, cell.where)
            return
        for number, row in enumerate(rows):
            for cell in row:
                self._write("| ")
                self._write(_on_one_line(cell.text), cell.where)
                self._write(" ")
            self._write("|  " * (width - len(row)) + "|\n")
            if number == 0:
                self._write("| --- " * width + "|\n")
        self._write("\n")

    def _write(self, text: str, where: Phrase | None = None) -> None:
        if where is not None and text and (not self._marks or self._marks[-1].where != where):
            self._marks.append(Mark(start=self._length, where=where))
        self._parts.append(text)
        self._length += len(text)

    def make_document(
        self,
        source: InputSource,
        *,
        part: str | None = None,
        title: str | None = None,
        date: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Document:
        """The document; `part` names the one of several in its file."""
        return Document(
            id=source.id if part is None else f"{source.id}:{part}",
            text=self.text.rstrip("\n") + ("\n" if self._parts else ""),
            title=title, date=date, source=outlet, url=url, path=source.shown, marks=tuple(self._marks),
        )  # fmt: skip


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).replace("|", "｜").replace("\t", " ")
