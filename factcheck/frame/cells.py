"""The cells of a table as claims: each says of its row and its column what a sentence would."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.frame.sentence import read_sentence
from factcheck.frame.subject import find_heading
from factcheck.model import CELL
from factcheck.quantity import dates, recognise
from factcheck.text import prepare
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim, Document, Quantity, Span, Text
    from factcheck.text.tables import TableCell, TextTable

    Reader = Callable[[Document, Text, Sequence[Quantity], Lexicon], Sequence[Claim]]


_CAPTION = 40  # letters of a line above a table that tells what it is about; a longer one is a paragraph

_HEDGE = 3  # letters
_NEGATIVE = ("-", "(")  # before a loss; in brackets as accounts have it, which no reader of figures takes for one


class _Head(NamedTuple):
    """What the head of a row or a column says: its words without the unit, the unit, and whether it is a time."""

    words: str
    unit: str
    time: bool


class _Statement(NamedTuple):
    """What a cell says, in the words of a sentence that ends with its figure."""

    bearer: str
    time: str
    measure: str
    unit: str
    change: str = ""

    def put_in_words(self, figure: str, join: str) -> str:
        """The sentence; `join` stands between a measure and its figure."""
        return f"{self.bearer}{self.time}{self.measure}{self.change or join}{figure}{self.unit}"


def read_cells(
    document: Document, text: Text, tables: Sequence[TextTable], lexicon: Lexicon, read: Reader
) -> Iterator[Claim]:
    """The claims of the cells that hold a figure. `read` are the claims of a text; `text` is clean."""
    for table in tables:
        reader = _TableReader(document, text, table, lexicon, read)
        for row in table.rows:
            for at, cell in enumerate(row.cells[1:], 1):
                if (claim := reader.claim(row.cells[0], at, cell, (row.start, row.end))) is not None:
                    yield claim


def outside_tables(
    claims: Iterable[Claim], text: Text, tables: Sequence[TextTable], lexicon: Lexicon
) -> Iterator[Claim]:
    """The claims that stand in no table, and not where the unit of one is told above it; `text` is clean."""
    spans = [(table.head.start, table.rows[-1].end) for table in tables]
    for start, end in {line for table in tables for line in table.before}:
        spans += [match.span() for match in lexicon.frame.tables.unit_line.finditer(text.folded, start, end)]
    for claim in claims:
        if not any(start < claim.end and claim.start < end for start, end in spans):
            yield claim


class _TableReader:
    """One table with what its heads and its caption say."""

    def __init__(self, document: Document, text: Text, table: TextTable, lexicon: Lexicon, read: Reader) -> None:
        self._document, self._text, self._lexicon, self._read = document, text, lexicon, read
        self._corner, *heads = [self._head(cell.text) for cell in table.head.cells]
        self._heads, self._head_span = heads, (table.head.start, table.head.end)
        self._bears, self._latest = self._rows_bear(), self._latest_time()
        caption = [text.folded[slice(*span)] for span in table.before]
        found = [match for line in caption if (match := lexicon.frame.tables.unit_line.search(line))]
        self._unit = found[0]["unit"] if found else ""
        self._bearer, self._time = "", ""
        captions = [lexicon.frame.tables.unit_line.sub("", line).strip() for line in caption]
        for told in (line for line in captions if len(line) <= _CAPTION):
            self._time = self._time or self._time_in(told)
            self._bearer = self._bearer or self._bearer_in(told)
        self._outside = frozenset[str]()  # what is told neither in the table nor right above it
        if not self._bearer and text.headline is not None:
            self._bearer = self._bearer_in(text.folded[slice(*text.headline)])
            self._outside = frozenset({"subject"} if self._bearer else ())

    def _rows_bear(self) -> bool:
        """Whether the rows are of bearers, by the corner; where it does not say, by a column that is a measure."""
        words = self._lexicon.frame.tables
        if words.bearers.search(self._corner.words) or words.measures.fullmatch(self._corner.words):
            return words.bearers.search(self._corner.words) is not None
        return any(head.unit and not head.time and not words.change.search(head.words) for head in self._heads)

    def _latest_time(self) -> str:
        """The head of the latest time, of which a column of changes tells; empty where no column is of a time."""
        times = []
        for head in (head.words for head in self._heads if head.time):
            found = dates(prepare(head, lexicon=self._lexicon), self._document.date, self._lexicon.dates)
            times += [(one.last, head) for one in found[:1] if one.last is not None]
        return max(times)[1] if times else ""

    def claim(self, first: TableCell, column: int, cell: TableCell, row: Span) -> Claim | None:
        """The claim of one cell; None where it holds no figure, or nothing says whose it is or what it measures."""
        if not any(map(str.isdigit, cell.text)):
            return None
        said = self._statement(self._head(first.text), column - 1)
        if not said.bearer and not said.measure:
            return None
        if self._is_unit(cell.text, ""):
            said = said._replace(unit="")
        join = self._lexicon.frame.tables.join
        told = prepare(said.put_in_words(cell.text, join), lexicon=self._lexicon)
        claims = self._read(self._document, told, recognise(told, self._lexicon), self._lexicon)
        claim = claims[-1] if claims and claims[-1].end == len(told.stored) else None
        if claim is None or claim.kind == "date" or not self._is_of_unit(claim, said):
            return None
        # The figure fills the cell, but for a hedge: 约35.2.
        before = max(0, claim.start - (len(told.stored) - len(cell.text) - len(said.unit)))
        unsigned = cell.text.startswith(_NEGATIVE) and (claim.low is None or claim.low >= 0)
        if unsigned or before > (0 if claim.qualifier == "exact" else _HEDGE):
            return None
        start, end = cell.start + before, cell.end
        outside = self._outside if said.bearer == self._bearer else frozenset[str]()
        return msgspec.structs.replace(
            claim, start=start, end=end, text=self._text.stored[start:end],
            sentence=row, links=((CELL, *self._head_span),), subject=said.bearer or None, measure=said.measure or None,
            inferred=(claim.inferred - {"measure", "subject"}) | outside,
        )  # fmt: skip

    def _is_of_unit(self, claim: Claim, said: _Statement) -> bool:
        """Whether the figure is of a kind that its measure has: 毛利率 is none of money, and 人数 neither."""
        words = self._lexicon.frame
        return claim.kind != "money" or not (
            words.tables.ratio.search(said.measure) or words.count_measures.search(said.measure)
        )

    def _statement(self, row: _Head, at: int) -> _Statement:
        """What the cells of a row say in a column: one head is the measure, the other a bearer, a time or a change."""
        words, column = self._lexicon.frame.tables, self._heads[at]
        unit = column.unit or row.unit or self._unit
        if row.time:
            return _Statement(self._bearer, row.words, column.words, unit)
        if self._bears and not row.unit:
            if column.time or self._is_generic(column):
                return _Statement(row.words, column.words if column.time else self._time, "", unit)
            change = column.words if words.change.search(column.words) else ""
            measured = self._measured_before(at) if change else column
            time = self._time_in(measured.words)
            measure = measured.words.removeprefix(time)
            return _Statement(row.words, time or self._time, measure, column.unit if change else unit, change)
        if column.time or self._is_generic(column):
            return _Statement(self._bearer, column.words if column.time else self._time, row.words, unit)
        if words.change.search(column.words):
            return _Statement(self._bearer, self._latest or self._time, row.words, column.unit, column.words)
        return _Statement(column.words, self._time, row.words, unit)

    def _is_generic(self, head: _Head) -> bool:
        return self._lexicon.frame.tables.generic.fullmatch(head.words) is not None

    def _measured_before(self, at: int) -> _Head:
        """The measure to the left of a column that tells how it moved, or what share it is."""
        for head in reversed(self._heads[:at]):
            if (
                not head.time
                and not self._is_generic(head)
                and not self._lexicon.frame.tables.change.search(head.words)
            ):
                return head
        return _Head("", "", time=False)

    def _head(self, text: str) -> _Head:
        words = self._lexicon.frame.tables
        text = words.numbering.sub("", text)
        match = words.unit_behind.search(text)
        unit = (match["unit"] or match["per"]) if match else ""
        name = text[: match.start()] if match and self._is_unit(unit) else text
        name = name.replace(" ", "")
        return _Head(name, unit if name != text.replace(" ", "") else "", self._time_in(name) == name != "")

    def _is_unit(self, word: str, figure: str = "1") -> bool:
        """Whether a word makes a figure a quantity; with an empty `figure`, whether the word is one with its unit."""
        figures = recognise(prepare(figure + word, lexicon=self._lexicon), self._lexicon)
        return len(figures) == 1 and figures[0].kind != "number" and figures[0].end == len(figure + word)

    def _time_in(self, line: str) -> str:
        """The first time that a line names."""
        found = dates(prepare(line, lexicon=self._lexicon), self._document.date, self._lexicon.dates)
        told = [line[one.start : one.end] for one in found]
        match = self._lexicon.frame.tables.times.fullmatch(line)
        return match.group() if match else next(iter(told), "")

    def _bearer_in(self, line: str) -> str:
        """Of whom a line speaks."""
        text = prepare(line, lexicon=self._lexicon)
        for span in text.sentences:
            cut = tuple(words(text.folded[slice(*span)]))
            read = read_sentence(
                text.folded, span, cut, self._lexicon.frame, local=frozenset(), named=True,
                dates=dates(text, self._document.date, self._lexicon.dates),
            )  # fmt: skip
            if (bearer := find_heading(read)) is not None:
                return bearer
        ahead, time, _ = line.partition(self._time_in(line) or "\n")
        match = self._lexicon.frame.tables.caption_bearer.fullmatch(ahead) if time else None
        return match["bearer"] if match else ""
