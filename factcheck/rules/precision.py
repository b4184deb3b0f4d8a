"""How far the errors of each rule are to be trusted: measured where they were read, else classed by their ground."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

Class = Literal["very-high", "high", "medium", "low"]
_WHERE = "factcheck/rules/data/precision.yaml"


class Precision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """The class of a rule; of `read` errors `true` were real, counted together with those of the rules `with` it."""

    precision: Class
    true: int | None = None
    read: int | None = None
    with_: tuple[str, ...] = ()


@cache
def measured() -> dict[str, Precision]:
    """Code → precision. Raises `DataError` naming the line of a broken row."""
    text = files("factcheck.rules").joinpath("data", "precision.yaml").read_text(encoding="utf-8")
    return load(text, _WHERE, DataError).convert(dict[str, Precision])


def precision(code: str) -> Class:
    """The class of a rule; medium for one that nobody has measured or classed."""
    found = measured().get(code)
    return found.precision if found is not None else "medium"
