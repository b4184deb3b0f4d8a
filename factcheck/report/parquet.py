"""Rows as a Parquet file, written by pyarrow; the same rows give the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.marker import MARKER
from factcheck.report.wire_forms import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

NEEDS = ("pyarrow", "parquet")  # the module, and the extra that installs it
TEXTS = "list of text"


def write_rows(rows: Sequence[Mapping[str, object]], columns: Mapping[str, str]) -> bytes:
    """A table of `columns` (name → `string`, `int64`, `double` or `TEXTS`); who wrote it is in its metadata."""
    from pyarrow import parquet

    written = BytesIO()
    parquet.write_table(make_table(rows, columns), written)
    return written.getvalue()


def make_table(rows: Sequence[Mapping[str, object]], columns: Mapping[str, str]) -> pa.Table:
    """The same table in memory."""
    import pyarrow as pa

    kinds = {"string": pa.string(), "int64": pa.int64(), "double": pa.float64(), TEXTS: pa.list_(pa.string())}
    told = {"generator": MARKER, "schema_version": str(SCHEMA_VERSION), "tool_version": __version__}
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()], metadata=told)
    return pa.Table.from_pylist(list(rows), schema=schema)
