"""The least confidence as it is written: one number, or one for a severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from factcheck.cli.settings import Least
from factcheck.errors import UsageError
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVERITIES: tuple[Least, ...] = get_args(Least)
_WHERE = "min-confidence"


def parse_confidence(written: Iterable[str]) -> float | dict[Least, float]:
    """`0.7`, `warning=0.8`, `0.5,note=0.9` → one number for all, or one for each severity that has its own.

    A number without a severity holds for those that are not named. Raises `UsageError`.
    """
    whole: float | None = None
    own: dict[Least, float] = {}
    for part in (part.strip() for value in written for part in value.split(",")):
        name, equals, number = (one.strip() for one in part.partition("="))
        if not equals:
            whole = _number(name, part)
            continue
        found = next((one for one in SEVERITIES if one == name), None)
        if found is None:
            what = say("error.no-severity", name=repr(name))
            raise UsageError(what, where=_WHERE, cure=say("cure.one-of", names=", ".join(SEVERITIES)))
        own[found] = _number(number, part)
    if not own:
        return whole or 0.0
    return {one: own.get(one, whole or 0.0) for one in SEVERITIES} if whole else own


def _number(written: str, part: str) -> float:
    try:
        return float(written)
    except ValueError as error:
        cure = say("cure.such-as", name="0.7, warning=0.8")
        raise UsageError(say("error.no-share", value=part), where=_WHERE, cure=cure) from error
