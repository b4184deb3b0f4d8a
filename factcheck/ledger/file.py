"""Reads one file of the ledger."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from factcheck import strict_yaml
from factcheck.errors import LedgerError, describe_refusal
from factcheck.messages import say
from factcheck.regular import NotRegularError, read_regular

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
Words = Annotated[str, msgspec.Meta(min_length=1)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Fingerprint = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


def read(path: Path) -> str:
    """The text of a file. Raises `LedgerError` where there is none to be had."""
    try:
        return read_regular(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError(say("error.not-utf-8"), where=str(path), cure=say("cure.save-as-utf-8")) from error
    except OSError as error:
        what = say("error.unreadable", why=describe_refusal(error))
        cure = say("cure.regular-file" if isinstance(error, NotRegularError) else "cure.permissions")
        raise LedgerError(what, where=str(path), cure=cure) from error


def load(path: Path) -> tuple[strict_yaml.Loaded, str]:
    """The values of a YAML file, and its text."""
    text = read(path)
    return parse(text, str(path)), text


@lru_cache(maxsize=2)
def parse(text: str, where: str) -> strict_yaml.Loaded:
    """The values of a text, to be left as they are. Remembered: to write one answer, a text is looked at four times."""
    return strict_yaml.load(text, where, LedgerError)


def rows(loaded: strict_yaml.Loaded, kind: type[list[T]]) -> list[T]:
    """The typed entries of a file; an empty file has none."""
    return [] if loaded.value is None else loaded.convert(kind)
