"""Articles as they are written, every figure and quotation marked, with the findings and facts that point into them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck import zh
from factcheck.quotation.quotations import quotations
from factcheck.read import frontmatter
from factcheck.report.page.excerpts import write_out
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.model import Claim, Document, Report, Span

ARTICLES = 100  # that are shown, those of the first findings and facts
LETTERS = 300_000  # of all of them
_OF_ONE = 20_000  # letters of one article
_PLACES = 500  # of findings and facts in one article


class _Marks(NamedTuple):
    """What points into an article: the places of findings and facts, by their numbers."""

    findings: list[tuple[int, int, int]]
    facts: list[tuple[int, int, int]]


class _Shown(NamedTuple):
    """The stretch of a text that is shown, and where the offsets of the stored text have come to stand in it."""

    text: str
    stop: int
    at: Mapping[int, int]

    def mark(self, start: int, end: int) -> Span:
        """Where a stretch stands in the text as a browser counts."""
        return self.at[start], self.at[end]


def show_articles(
    report: Report, facts: int, number: Callable[[str], int], frame: Callable[[str], int]
) -> list[dict[str, Any]]:
    """The articles that a finding or one of the first `facts` facts points into, in the order in which they do.

    `number` gives the number of a document, `frame` that of the words for what a figure is taken for. A row holds `d`,
    the document, `t`, its text, `n`, the line of the file that it begins in (none where lines say nothing), `c` 1
    where it is cut, and in UTF-16 offsets of the text its quotations `q`, its figures `v` with the number of their
    frame, the places `f` of findings and `x` of facts, each with its number.
    """
    documents = {one.id: one for one in report.documents if one.role == "article"}
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.doc].append(claim)
    rows: list[dict[str, Any]] = []
    left = LETTERS
    for name, marks in _collect_marks(report, facts).items():
        if len(rows) == ARTICLES or left <= 0:
            break
        if name in documents:
            row = _show_article(documents[name], claims[name], marks, min(left, _OF_ONE), frame)
            left -= len(row["t"])
            rows.append({"d": number(name), **row})
    return rows


def count_articles(report: Report, facts: int) -> int:
    """How many articles a finding or one of the first `facts` facts points into."""
    marks = _collect_marks(report, facts)
    return sum(one.role == "article" and one.id in marks for one in report.documents)


def _collect_marks(report: Report, facts: int) -> dict[str, _Marks]:
    marks: defaultdict[str, _Marks] = defaultdict(lambda: _Marks([], []))
    for number, finding in enumerate(report.findings):
        for place in finding.locations:
            marks[place.doc].findings.append((place.start, place.end, number))
    for number, fact in enumerate(report.facts[:facts]):
        for place in fact.locations:
            marks[place.doc].facts.append((place.start, place.end, number))
    return marks


def _show_article(
    document: Document, claims: list[Claim], marks: _Marks, letters: int, frame: Callable[[str], int]
) -> dict[str, Any]:
    begin, stop = _choose_stretch(document, letters)
    quoted = [span for span in _list_quotations(document, begin) if span[1] <= stop]
    figures = [one for one in claims if begin <= one.start and one.end <= stop]
    findings, facts = (
        sorted(dict.fromkeys(one for one in held if begin <= one[0] and one[1] <= stop))[:_PLACES] for held in marks
    )
    ends = {at for span in quoted for at in span} | {at for one in figures for at in (one.start, one.end)}
    ends |= {at for start, end, _ in (*findings, *facts) for at in (start, end)}
    text, at = write_out(document.text, sorted({begin, stop, *ends}), lines=True)
    shown = _Shown(text, stop, at)
    plain = not document.marks and document.record is None
    return {
        "t": shown.text,
        "n": document.text.count("\n", 0, begin) + 1 if plain else None,
        "c": int(stop < len(document.text.rstrip())),
        "q": [shown.mark(*span) for span in quoted],
        "v": [(*shown.mark(one.start, one.end), frame(_describe_frame(one))) for one in figures],
        "f": [(*shown.mark(start, end), number) for start, end, number in findings],
        "x": [(*shown.mark(start, end), number) for start, end, number in facts],
    }


def _choose_stretch(document: Document, letters: int) -> Span:
    """From behind the front matter as far as the limit goes, blank ends left out."""
    front = frontmatter.parse(document.text)
    begin = front.end if front is not None else 0
    body = document.text[begin:]
    begin += len(body) - len(body.lstrip())
    return begin, begin + len(document.text[begin : begin + letters].rstrip())


def _list_quotations(document: Document, begin: int) -> Iterator[Span]:
    """Where somebody is quoted; names of books and words in scare quotes are none."""
    lexicon = zh.lexicon()
    text = prepare(document.text, begin, lexicon=lexicon)
    for one in quotations(document.id, text, lexicon):
        if one.role == "speech" and one.start >= begin:
            yield one.start, one.end


def _describe_frame(claim: Claim) -> str:
    return " · ".join(part for part in (claim.subject, claim.measure, claim.place, claim.period) if part)
