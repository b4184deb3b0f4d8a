"""Facts as a Parquet file: a row a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.facts_csv import HEADER, rows
from factcheck.report.parquet import NEEDS, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

__all__ = ["BINARY", "COLUMNS", "NEEDS", "list_rows", "render"]
BINARY = True  # what a terminal cannot show
_WHOLE = ("independent", "articles")
COLUMNS = {name: "int64" if name in _WHOLE else "string" for name in HEADER}


def render(report: Report, style: Style) -> bytes:
    """The columns of the spreadsheet, under the keys that it has in English; numbers exact, as text."""
    return write_rows(list(list_rows(report, style.language)), COLUMNS)


def list_rows(report: Report, language: Language = "en") -> Iterator[dict[str, object]]:
    """A row for every value of every fact, by the names of `COLUMNS`."""
    return (dict(zip(HEADER, row, strict=True)) for row in rows(report, language))
