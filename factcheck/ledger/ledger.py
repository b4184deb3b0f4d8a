"""Reads `claims/`: every file typed, every error with file, line and cure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import msgspec

from factcheck import strict_yaml
from factcheck.errors import LedgerError
from factcheck.model import Quantity, Status, Value
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ALIASES, RULINGS = "aliases.yaml", "rulings.yaml"
_SUFFIXES = (".yaml", ".yml")
_PERIOD = re.compile(r"(?:by |since )?(?:\d{4}(?:-\d\d){0,2})(?:/\d{4}(?:-\d\d){0,2})?")

T = TypeVar("T")
_Words = Annotated[str, msgspec.Meta(min_length=1)]


class Source(Value, frozen=True, forbid_unknown_fields=True):
    """Where a fact was verified; `checked` is the ISO date of the day it was looked up."""

    title: str | None = None
    url: str | None = None
    checked: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None


class _Entry(Value, frozen=True, forbid_unknown_fields=True):
    """A fact as the file holds it."""

    id: _Words
    subject: _Words
    measure: _Words
    value: _Words
    source: Source
    period: str | None = None
    place: str | None = None
    unit: str | None = None
    status: Status = "actual"


class Fact(Value, frozen=True):
    """A verified fact. Wording as written; `quantity` is what the grammar of the articles reads in `value`.

    `where` is the file and line that hold it.
    """

    id: str
    subject: str
    measure: str
    value: str
    quantity: Quantity
    source: Source
    where: str
    period: str | None = None
    place: str | None = None
    unit: str | None = None
    status: Status = "actual"


class Ruling(Value, frozen=True, forbid_unknown_fields=True):
    """What a person decided about a pair of places: `confirmed` goes on failing, the others are silenced."""

    fingerprint: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
    ruling: Literal["confirmed", "explained", "false-alarm"]
    reason: _Words
    by: _Words
    date: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]


class Ledger(Value, frozen=True):
    """What is on file: verified facts, groups of words that mean the same (folded), rulings."""

    facts: tuple[Fact, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @classmethod
    def load(cls, folder: str | Path) -> Ledger:
        """The ledger in `folder`: `aliases.yaml`, `rulings.yaml`, and facts in every other YAML file, by name.

        Raises `LedgerError` with file, line and cure.
        """
        root = Path(folder)
        if not root.is_dir():
            raise LedgerError("no such folder", where=str(folder), cure="--claims names the folder of the ledger")
        files = sorted(path for path in root.iterdir() if path.suffix in _SUFFIXES and not path.name.startswith("."))
        named = {path.stem: path for path in files}
        facts = [path for path in files if path.stem not in ("aliases", "rulings")]
        return cls(
            facts=tuple(_facts(facts)),
            aliases=tuple(_aliases(named["aliases"])) if "aliases" in named else (),
            rulings=tuple(_rulings(named["rulings"])) if "rulings" in named else (),
        )


def _load(path: Path) -> strict_yaml.Loaded:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError("not UTF-8", where=str(path), cure="save the file as UTF-8") from error
    except OSError as error:
        raise LedgerError(f"cannot be read: {error.strerror}", where=str(path), cure="check its permissions") from error
    return strict_yaml.load(text, str(path), LedgerError)


def _rows(loaded: strict_yaml.Loaded, kind: type[list[T]]) -> list[T]:
    return [] if loaded.value is None else loaded.convert(kind)


def _facts(paths: Iterable[Path]) -> Iterator[Fact]:
    seen: dict[str, str] = {}
    for path in paths:
        loaded = _load(path)
        for index, entry in enumerate(_rows(loaded, list[_Entry])):
            where = f"{path}:{loaded.lines[index,]}"
            if entry.id in seen:
                raise LedgerError(
                    f"the id {entry.id!r} stands at {seen[entry.id]} already",
                    where=where,
                    cure="give each fact its own id",
                )
            seen[entry.id] = where
            yield _fact(entry, where, loaded.lines, index, path)


def _fact(entry: _Entry, where: str, lines: dict[strict_yaml.Path, int], index: int, path: Path) -> Fact:
    def fail(what: str, field: str, cure: str) -> LedgerError:
        return LedgerError(what, where=f"{path}:{lines[index, field]}", cure=cure)

    if entry.period is not None and not _PERIOD.fullmatch(entry.period):
        raise fail(f"no period: {entry.period!r}", "period", "such as 2025, 2025-01/2025-10, by 2025-06")
    quantity = _quantity(entry.value)
    if quantity is None:
        raise fail(
            f"not exactly one figure: {entry.value!r}",
            "value",
            "write one figure as an article would, such as 557.6万美元",
        )
    fields = msgspec.structs.asdict(entry)
    return Fact(quantity=quantity, where=where, **fields)


def _quantity(value: str) -> Quantity | None:
    from factcheck.quantity import quantities

    found = quantities(value)
    return found[0] if len(found) == 1 else None


def _aliases(path: Path) -> Iterator[tuple[str, ...]]:
    loaded = _load(path)
    seen: dict[str, int] = {}
    for index, group in enumerate(_rows(loaded, list[Annotated[list[_Words], msgspec.Meta(min_length=2)]])):
        words = tuple(dict.fromkeys(fold(word).strip() for word in group))
        line = loaded.lines[index,]
        for word in words:
            if word in seen:
                raise LedgerError(
                    f"{word!r} stands in the group of line {seen[word]} already",
                    where=f"{path}:{line}",
                    cure="make one group of the two",
                )
            seen[word] = line
        yield words


def _rulings(path: Path) -> Iterator[Ruling]:
    loaded = _load(path)
    seen: dict[str, int] = {}
    for index, ruling in enumerate(_rows(loaded, list[Ruling])):
        line = loaded.lines[index,]
        if ruling.fingerprint in seen:
            raise LedgerError(
                f"{ruling.fingerprint} is ruled on in line {seen[ruling.fingerprint]} already",
                where=f"{path}:{line}",
                cure="keep one ruling of a fingerprint",
            )
        seen[ruling.fingerprint] = line
        yield ruling
