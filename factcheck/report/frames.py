"""A report as values of Python, for who works with it there."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import wire
from factcheck.report.findings_parquet import COLUMNS, list_rows

if TYPE_CHECKING:
    from factcheck.model import Report


def to_dict(report: Report) -> dict[str, Any]:
    """What `scan -f json --with-claims` writes, as plain values."""
    held: dict[str, Any] = msgspec.to_builtins(wire.report(report, with_claims=True))
    return held


def to_pandas(report: Report) -> Any:  # noqa: ANN401 - a DataFrame
    """A row a place, as `scan -f parquet` writes it. Raises `UsageError` without pandas."""
    if importlib.util.find_spec("pandas") is None:
        raise UsageError(
            say("error.needs-module", name="to_pandas()", module="pandas"), cure=say("cure.install-pandas")
        )
    import pandas as pd

    return pd.DataFrame(list(list_rows(report)), columns=list(COLUMNS))
