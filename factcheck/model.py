"""The values that pass from stage to stage: frozen, small, typed.

Offsets are code points of the text as stored, end exclusive. Numbers are `Decimal`, or `Fraction` where no
finite decimal exists; never float.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import Any, Literal

import msgspec

from factcheck.outcome import Outcome

Number = Decimal | Fraction
Span = tuple[int, int]

Severity = Literal["error", "warning", "note"]
Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range"]
Status = Literal["actual", "target", "rule", "forecast", "estimate", "denied"]
Kind = Literal[
    "money", "percent", "percentage_point", "fraction", "ratio", "multiple", "rank", "count", "duration", "age", "date",
    "length", "area", "mass", "volume", "speed", "power", "energy", "data", "temperature", "level", "number", "other",
]  # fmt: skip
CELL = "cell_of"  # the relation of a figure in a table to the head of the table
Bounds = tuple[Number | None, Number | None]  # None is an open end
OPEN_CURRENCIES = frozenset({"元", "$"})  # units of money of which nothing tells whose they are


class Value(msgspec.Struct, frozen=True):
    """The root of the values: immutable, compared by content, cheap to make and to send to a worker."""


class Mark(Value, frozen=True, array_like=True):
    """From `start` on, as far as the next mark, a text stands at one place of its file: a paragraph, a cell, a line."""

    start: int
    where: Phrase


def _start(mark: Mark) -> int:
    return mark.start


class Document(Value, frozen=True):
    """One article as stored. `date` is ISO and may be partial: 2025, 2025-02."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    path: str | None = None
    record: int | None = None  # the line of a JSON-lines file that holds it, from 1
    role: Literal["article", "ledger"] = "article"  # ledger: a file of verified facts, in a report that cites it
    marks: tuple[Mark, ...] = ()  # where its stretches stand in its file, by start; empty where the file is the text

    def where(self, at: int) -> Phrase | None:
        """Where an offset stands in the file that the text was taken out of; None where the file is the text."""
        found = bisect_right(self.marks, at, key=_start)
        return self.marks[max(found - 1, 0)].where if self.marks else None


class Quantity(Value, frozen=True):
    """A figure as written. `low`/`high` are its exact bounds in `unit`; None is an open end.

    `step` is the size of the last digit printed, in `unit`: 1000 for 557.6万; 0 where none can be told. `reach` is how
    far its hedge lets the bounds go: 2000多 to 3000; None where it goes no further than they do.
    """

    start: int
    end: int
    text: str
    kind: Kind
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    step: Number = Decimal(0)
    reach: Bounds | None = None


class Claim(Value, frozen=True):
    """A figure with its frame. Wording is folded (Simplified); what the text does not say is None or empty.

    `part` is the narrower bearer inside `subject`, `scope` the words that narrow the measure (新增, 线上), `basis` what
    a change is against (同比). `time` is when it holds in words (近日), `period` the days, where a calendar has them.

    `links` holds (relation, start, end): part_of, share_of, rate_of, change_of or item_of, and the span of its figure;
    cell_of, and the span of the head of its table. `sentence` is that of the sentence, or the table's row.
    """

    doc: str
    start: int
    end: int
    text: str
    kind: Kind
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    subject: str | None = None
    measure: str | None = None
    aspects: frozenset[str] = frozenset()
    place: str | None = None
    period: str | None = None
    status: Status = "actual"
    attribution: str | None = None
    links: tuple[tuple[str, int, int], ...] = ()
    sentence: Span = (0, 0)
    inferred: frozenset[str] = frozenset()  # fields from outside the sentence; a place it names of something else
    step: Number = Decimal(0)  # as of the quantity
    reach: Bounds | None = None  # as of the quantity
    part: str | None = None
    scope: frozenset[str] = frozenset()
    basis: str | None = None
    time: str | None = None

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table; its row and its column say what it measures."""
        return bool(self.links) and any(relation == CELL for relation, _, _ in self.links)


class Phrase(Value, frozen=True):
    """Something to tell a person: the key of a text in the catalogue, and what its {names} stand for.

    A tuple of phrases is told one after the other.
    """

    key: str
    values: tuple[tuple[str, str | int | Phrase | tuple[Phrase, ...]], ...] = ()


def say(key: str, **values: str | int | Phrase | tuple[Phrase, ...]) -> Phrase:
    """A phrase to be told in any language of the catalogue (`factcheck.messages`)."""
    return Phrase(key=key, values=tuple(values.items()))


class Location(Value, frozen=True):
    """A place in a document. Places of one `group` agree with one another; groups disagree.

    `line` and `column` count from 1, in code points; for a record of a JSON-lines file `line` is the record's.
    `sentence` is the span of the sentence around the place, or of the sentences that a passage begins and ends in.
    """

    doc: str
    start: int
    end: int
    text: str
    path: str | None
    line: int
    column: int
    group: int
    claim: Claim | None = None
    sentence: Span = (0, 0)
    where: Phrase | None = None  # its place in a file that is no plain text, where `line` is that of the text taken out


class Landing(Value, frozen=True):
    """Where one comparison of two frames landed: the level's name, its weight in bits, its human label."""

    comparison: str
    level: str
    weight: float
    label: str


class Side(Value, frozen=True):
    """One figure of a comparison: where it stands, and how far it goes, all in the unit of the comparison.

    `low`/`high` are what is written, `reach_low`/`reach_high` how far a hedge lets it go, `step` the size of the last
    digit printed (0 where none can be told); None is an open end.
    """

    doc: str
    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    reach_low: Number | None
    reach_high: Number | None
    step: Number


class ComparedPair(Value, frozen=True):
    """How two claims came to be taken for the same fact, and their figures for incompatible.

    `weight` is the sum of the levels, `threshold` what it had to reach; `vetoes` were tested and did not apply,
    `veto_names` are their names in the same order. `unit` is that of both sides; None where they do not convert, and
    each side stands in its own.
    """

    levels: tuple[Landing, ...]
    weight: float
    threshold: float
    vetoes: tuple[str, ...]
    verdict: Outcome
    kind: Kind
    unit: str | None
    sides: tuple[Side, Side]
    veto_names: tuple[str, ...] = ()


class Finding(Value, frozen=True):
    """What cannot all be right, where it stands, and why a person should think so.

    `message` and `because` are English; `phrases` hold the same for any language, the message first.
    """

    rule: str
    name: str
    severity: Severity
    confidence: float
    message: str
    locations: tuple[Location, ...]
    because: tuple[str, ...]
    fingerprints: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    comparison: ComparedPair | None = None  # of the pair with the greatest weight, where claims were paired


FactState = Literal["confirmed", "revised", "spread", "differing", "disputed"]


class FactValue(Value, frozen=True):
    """One value of a fact, and who states it. `text` is as the first article writes it; dates are ISO or None.

    `independent` counts sources: articles that reprint one another, that share the sentence or the outlet, are one.
    """

    text: str
    kind: Kind
    low: Number | None
    high: Number | None
    unit: str
    articles: int
    independent: int
    first: str | None
    last: str | None
    sources: tuple[str, ...] = ()  # outlets, and whom a text names as the source of the figure


class Fact(Value, frozen=True):
    """What two articles and more state, agreeing or not. `group` of a location is the number of its value.

    `values` stand in the order of time where the figure moved on (`revised`), else the commonest first. `id` is made of
    the words of the earliest sentence, as a fingerprint is: no path, line or order goes in.
    """

    id: str
    measure: str | None
    subject: str | None
    place: str | None
    period: str | None
    values: tuple[FactValue, ...]
    locations: tuple[Location, ...]
    state: FactState = "confirmed"

    @property
    def independent(self) -> int:
        """The most sources that state one of its values."""
        return max((value.independent for value in self.values), default=0)


class Skipped(Value, frozen=True):
    """An input that was not scanned, and why. `fatal` ones make the exit code 2.

    `reason` is English; `phrase` holds the same for any language.
    """

    path: str
    reason: str
    line: int | None = None
    fatal: bool = False
    phrase: Phrase | None = None


class Stale(Value, frozen=True):
    """A ruling on a pair of places that no longer stands. `where` is its file and line.

    `places` are the absolute paths of the articles it is about, all of them read; empty where they are not known.
    """

    fingerprint: str
    ruling: str
    where: str
    places: tuple[str, ...] = ()


class Report(Value, frozen=True):
    """The outcome of a scan. `settings` holds only what changes findings.

    `silenced` is the number of findings left out because people explained them, or a baseline accepted them;
    `commented` that of those which a comment in an article silences, wholly or in part.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    settings: dict[str, Any]
    silenced: int = 0
    stale: tuple[Stale, ...] = ()
    facts: tuple[Fact, ...] = ()  # disputed first, then by sources
    commented: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The report as the JSON has it, claims included: plain values, numbers as exact text."""
        # the form is that of the room above, which knows this value; it is asked for by name, when somebody asks
        held: dict[str, Any] = import_module("factcheck.report.frames").to_dict(self)
        return held

    def to_pandas(self) -> Any:  # noqa: ANN401 - a DataFrame, of a package that need not be there
        """The findings as a DataFrame, a row a place, the columns those of the Parquet file.

        Raises `UsageError` where pandas is not installed.
        """
        return import_module("factcheck.report.frames").to_pandas(self)


class Text(Value, frozen=True):
    """The text room's view of a document: `folded` is `stored`, letter by letter, in one script and width.

    What must not be searched (front matter, link targets, images, URLs) is U+FFFC in `folded`; what no reader sees
    (invisible letters, marks of emphasis, a line's end inside a sentence) is U+2060, and what stands beside it belongs
    together: `CleanText` is the text without it.
    `sentences` are spans in order; headlines and lines without a full stop are sentences too. `headline` is the first
    sentence where it stands alone in its line, `lead` the stretch of the sentences that sum the text up, headline
    included.
    """

    stored: str
    folded: str
    sentences: tuple[Span, ...]
    headline: Span | None
    lead: Span | None


class Quotation(Value, frozen=True):
    """Words between quotation marks, marks left out. `text` is folded; `speaker` folded, or None where unsaid."""

    doc: str
    start: int
    end: int
    text: str
    speaker: str | None
    role: Literal["speech", "title", "term"]  # term: scare quotes, nicknames, slogans


class ArticleWords(Value, frozen=True):
    """The content words of an article, and those of its head: each once, in order; sets take ten times the room."""

    words: tuple[str, ...]
    head: tuple[str, ...]


class Article(Value, frozen=True):
    """A document as the stages have read it. `words` are counted by `stats`, which finds them where they are None."""

    document: Document
    text: Text
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]
    words: ArticleWords | None = None


class Place(Value, frozen=True):
    """A stretch of a document."""

    doc: str
    start: int
    end: int


class Passage(Value, frozen=True):
    """What is printed in two places or more, in the order of documents and offsets."""

    places: tuple[Place, ...]
    letters: int  # letters shared, punctuation and spaces not counted
    whole: bool = False  # an article printed twice, or a reprint of another
    repeated: bool = False  # some article prints it twice, copies of the whole article not counted
    shares: tuple[float, ...] = ()  # of each article, where `whole`, the share of its letters that another has too


class Pair(Value, frozen=True):
    """Two claims taken for the same fact, and why; `verdict` says whether both can be right."""

    a: Claim
    b: Claim
    levels: tuple[Landing, ...]
    weight: float
    verdict: Outcome
    reasons: tuple[Phrase, ...]
