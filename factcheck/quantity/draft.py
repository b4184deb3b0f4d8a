"""A quantity before it is handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.model import Kind, Number, Qualifier


class Draft(NamedTuple):
    """A quantity before it is handed on; `outer` is the span with its hedges."""

    start: int
    end: int
    kind: Kind
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    outer: tuple[int, int]
    falls: bool = False  # a range told from its larger to its smaller end
