"""Places of figures as people type them: `a.txt:3:14` as reports print it, `news.jsonl:17@204` in a record."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.read.source import printable
from factcheck.report.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article, Claim, Phrase, Skipped
    from factcheck.read import InputSource

_PLACE = re.compile(
    r"""
    (?P<path> .+ )
    : (?P<line> [0-9]{1,9} )
    (?: : (?P<column> [0-9]{1,9} ) | @ (?P<offset> [0-9]{1,9} ) )
    """,
    re.DOTALL | re.VERBOSE,
)
_NEAREST = 3  # figures of a line that are named where a place has none


class FigurePlace(NamedTuple):
    """A place as typed: a file, a line from 1, and a column from 1, or an offset from 0 of a record."""

    typed: str
    path: str
    line: int
    column: int | None
    offset: int | None


def parse_place(typed: str) -> FigurePlace:
    """`FILE:LINE:COLUMN` or `FILE:LINE@OFFSET`. Raises `UsageError` for what is neither."""
    found = _PLACE.fullmatch(typed)
    if found is None:
        raise UsageError(say("error.no-place", value=repr(printable(typed))), cure=say("cure.place"))
    column, offset = (None if found[name] is None else int(found[name]) for name in ("column", "offset"))
    return FigurePlace(printable(typed), found["path"], int(found["line"]), column, offset)


def insist_on_read(places: Iterable[FigurePlace], skipped: Iterable[Skipped]) -> None:
    """Raise `UsageError` where the file of a place could not be read."""
    named = {printable(place.path) for place in places}
    for item in skipped:
        if item.fatal and item.path in named:
            raise UsageError(item.phrase or item.reason, where=item.path, cure=say("cure.readable-file"))


def find_claim(place: FigurePlace, articles: Sequence[Article], sources: Iterable[InputSource]) -> Claim:
    """The figure at a place. Raises `UsageError` where the file was not read, or has no figure there."""
    held = [article for article in articles if article.document.path in _list_names(place, sources)]
    if not held:
        raise UsageError(say("error.place-not-read"), where=place.typed, cure=say("cure.place-read"))
    context = Context(article.document for article in held)
    of_line = [(claim, at) for claim, at in _list_claims(held, place, context) if at is not None]
    exact = next((claim for claim, at in of_line if at <= 0 < at + claim.end - claim.start), None)
    if exact is not None:
        return exact
    if not any(_has_line(article, place, context) for article in held):
        raise UsageError(say("error.no-line", n=str(place.line)), where=place.typed, cure=say("cure.list-figures"))
    nearest = sorted(of_line, key=lambda one: (abs(one[1]), one[0].start))[:_NEAREST]
    raise UsageError(say("error.no-figure"), where=place.typed, cure=_name_nearest(place, nearest, context))


def _list_names(place: FigurePlace, sources: Iterable[InputSource]) -> set[str]:
    """What the file is called for people: as typed, or as it was named among what is read."""
    real = os.path.realpath(place.path)
    same = (source.shown for source in sources if source.path != "-" and os.path.realpath(source.path) == real)
    return {printable(place.path), *same}


def _list_claims(
    articles: Iterable[Article], place: FigurePlace, context: Context
) -> Iterator[tuple[Claim, int | None]]:
    """The claims of the files with the letters from the place to their beginning; None for those of other lines."""
    for article in articles:
        for claim in article.claims:
            _, line, column = context.place(claim)
            if article.document.record is None and place.offset is not None:
                raise UsageError(say("error.offset-in-text"), where=place.typed, cure=say("cure.column"))
            at = place.offset + 1 if place.offset is not None else place.column or 1
            yield claim, column - at if line == place.line else None


def _has_line(article: Article, place: FigurePlace, context: Context) -> bool:
    if article.document.record is not None:
        return article.document.record == place.line
    return 1 <= place.line <= context.count_lines(article.document)


def _name_nearest(place: FigurePlace, nearest: Sequence[tuple[Claim, int | None]], context: Context) -> Phrase:
    if not nearest:
        return say("cure.list-figures")
    named = tuple(
        say("figure-at", figure=claim.text, place=_write(place, context.place(claim)[2])) for claim, _ in nearest
    )
    return say("cure.nearest-figures", figures=named)


def _write(place: FigurePlace, column: int) -> str:
    tail = f"@{column - 1}" if place.offset is not None else f":{column}"
    return f"{printable(place.path)}:{place.line}{tail}"
