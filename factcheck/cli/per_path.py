"""What the configuration file says of some paths alone: the tables `per-path`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.cli.settings import Least
from factcheck.errors import ConfigurationError, UsageError
from factcheck.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Phrase
    from factcheck.run.overrides import PathRules

NAME = "per-path"
_Texts = str | list[str]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table as it is written."""

    path: _Texts = ""
    select: _Texts = ()  # type: ignore[assignment]  # stands for no list, and is never changed
    ignore: _Texts = ()  # type: ignore[assignment]  # as above
    severity: dict[str, Least] = msgspec.field(default_factory=dict)
    date: str | None = None
    source: str | None = None
    currency: str | None = None


def read_tables(written: Any, path: Path, head: str | None, where: str) -> tuple[PathRules, ...]:  # noqa: ANN401 - as TOML has it
    """The tables `per-path` of a file; paths are seen from its folder. Raises `ConfigurationError`."""
    name = f"{head.strip('[]')}.{NAME}" if head else NAME
    if not isinstance(written, list) or not all(isinstance(one, dict) for one in written):
        raise ConfigurationError(
            say("error.no-path-table", name=name), where=where, cure=say("cure.path-table", name=name)
        )
    return tuple(_read_table(one, path, where, say("cure.path-table", name=name)) for one in written)


def _read_table(written: dict[str, Any], path: Path, where: str, cure: Phrase) -> PathRules:
    from factcheck.read import frontmatter
    from factcheck.rules import select
    from factcheck.run.overrides import IN_PATH, PathRules

    try:
        # a day without quotes is one of TOML's own
        table = msgspec.convert(
            {key: str(value) if key == "date" else value for key, value in written.items()}, _Table, strict=True
        )
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            say("plain", text=f"{NAME}: {error}"), where=where, cure=say("cure.per-path")
        ) from error
    if not table.path:
        raise ConfigurationError(say("error.no-path"), where=where, cure=cure)
    date = table.date if table.date in {None, IN_PATH} else frontmatter.iso_date(table.date)
    if table.date is not None and date is None:
        what = say("error.no-date", value=repr(table.date))
        raise ConfigurationError(what, where=where, cure=say("cure.date-form"))
    codes = (
        _list(table.select),
        _list(table.ignore),
        tuple((code.upper(), grade) for code, grade in table.severity.items()),
    )
    try:
        select([*codes[0], *codes[1], *(code for code, _ in codes[2])])
    except UsageError as error:
        raise ConfigurationError(error.phrase, where=where, cure=error.remedy) from error
    return PathRules(
        folder=str(path.parent.absolute()),
        paths=tuple(_as_list(table.path)),
        select=codes[0],
        ignore=codes[1],
        severity=codes[2],
        date=date,
        source=table.source,
        currency=table.currency,
    )


def _as_list(written: _Texts) -> list[str]:
    return [written] if isinstance(written, str) else list(written)


def _list(written: _Texts) -> tuple[str, ...]:
    return tuple(code.strip().upper() for one in _as_list(written) for code in one.split(",") if code.strip())
