"""The figures of a pool of articles with the words beside them, for what is mined from unlabelled news."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import factcheck
from factcheck.corpus.corpus import content
from factcheck.run.article import read_article
from factcheck.text.dates import parse_day
from factcheck.text.sentences import clauses
from factcheck.text.words import words
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Article as ReadArticle

AHEAD, BEHIND = 14, 8  # letters of the clause on either side of a figure that word its measure


class Figure(NamedTuple):
    """One figure: where, how much, and the content words beside it in its clause."""

    doc: str
    start: int
    end: int
    sentence: tuple[int, int]
    kind: str
    unit: str
    value: str
    digits: int  # significant ones
    beside: frozenset[str]


class Article(NamedTuple):
    """What mining asks of an article; `day` counts from the year 1, or is None."""

    doc: str
    day: int | None
    words: frozenset[str]
    figures: tuple[Figure, ...]
    folded: str


def read_documents(path: Path, limit: int | None) -> Iterator[factcheck.Document]:
    """The articles of a file of JSON lines, `.gz` or not, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            fields = {name: row.get(name) for name in ("title", "date", "source")}
            yield factcheck.Document(id=row["id"], text=row["text"], **fields)


def read_figures(document: factcheck.Document) -> Article:
    """A document with its figures in order of their places."""
    return view_article(read_article(document))


def view_article(article: ReadArticle) -> Article:
    """What mining asks of an article that was read."""
    document = article.document
    folded = article.text.folded
    figures = tuple(_figure(claim, folded) for claim in article.claims if not claim.is_cell)
    day = parse_day((document.date or "")[:10])
    return Article(document.id, day.toordinal() if day else None, frozenset(content(words(folded))), figures, folded)


def _figure(claim: factcheck.Claim, folded: str) -> Figure:
    start, end = claim.sentence
    spans: Sequence[tuple[int, int]] = clauses(folded, start, end)
    first, last = next((span for span in spans if span[0] <= claim.start < span[1]), (start, end))
    ahead = folded[max(first, claim.start - AHEAD) : claim.start]
    behind = folded[claim.end : min(last, claim.end + BEHIND)]
    beside = frozenset(word for text in (ahead, behind) for word in content(words(text)))
    digits = len(significant_digits(claim)) if claim.low is not None else 0
    value = f"{claim.low} {claim.high}"
    return Figure(claim.doc, claim.start, claim.end, claim.sentence, claim.kind, claim.unit, value, digits, beside)
