"""Which articles a command is given: as typed, or as a list in a file; and what of them is no article."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import say, skip_input
from factcheck.read.find import is_excluded
from factcheck.read.formats import format_of
from factcheck.read.source import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Phrase, Skipped

_OPTION = "--files0-from"
_EXCLUDED = say("skipped.excluded")


def list_paths(typed: Sequence[str], source: str | None) -> tuple[str, ...]:
    """The paths of the articles: those typed, or the names in the file `source` that `--files0-from` names.

    Raises `UsageError` for both, for neither, and for a file that cannot be read.
    """
    if typed and source is not None:
        raise UsageError(say("error.articles-twice"), where=_OPTION, cure=say("cure.name-them-once"))
    if not typed and source is None:
        raise UsageError(say("error.no-article-named"), cure=say("cure.name-articles", option=_OPTION))
    return tuple(typed) if source is None else tuple(_names(_bytes_of(source)))


def _bytes_of(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        what = say("error.unreadable", why=describe_refusal(error))
        raise UsageError(what, where=source, cure=say("cure.list-form")) from error


def _names(data: bytes) -> Iterator[str]:
    """Every name stands for itself: none is standard input, and none a pattern."""
    for name in map(os.fsdecode, filter(None, data.split(b"\0"))):
        if os.path.lexists(name):
            yield os.path.join(os.curdir, name) if name == "-" else name  # noqa: PTH118 - as it was written
        else:
            yield glob.escape(name)


def leave_out_excluded(paths: Sequence[str], exclude: Sequence[str]) -> tuple[list[str], list[Skipped]]:
    """The paths without those that a scan of the folder around them would leave out, and what of these is an article.

    What is excluded by name, and is neither a README nor of a kind that is not read, might be an article that hides:
    where no other is left to check it is fatal.
    """
    kept: list[str] = []
    hidden: list[Skipped] = []
    for path in paths:
        why = _find_exclusion(path, exclude) if path != "-" else None
        if why is not None:
            if not _is_no_article(path):
                hidden.append(skip_input(printable(path), why))
        elif path == "-" or not os.path.isfile(path) or format_of(path) is not None:  # noqa: PTH113 - as in `read`
            kept.append(path)
    if not kept:
        hidden = [msgspec.structs.replace(one, fatal=one.phrase != _EXCLUDED) for one in hidden]
    return kept, hidden


def _is_no_article(path: str) -> bool:
    """Whether it is a README, or of a kind that is not read, wherever it lies."""
    return format_of(path) is None or os.path.basename(path).lower().split(".")[0] == "readme"  # noqa: PTH119


def _find_exclusion(path: str, exclude: Sequence[str]) -> Phrase | None:
    """Why a scan of a folder around a path would leave it out; None where it would not."""
    parts = [part for part in Path(os.path.relpath(path)).parts if part != os.pardir]
    for end, name in enumerate(parts, 1):
        # whatever folder is scanned, a pattern is held against the path below it
        for start in range(end):
            below = "/".join(parts[start:end])
            if is_excluded(below, name, ()):
                return say("skipped.left-out-by-name", name=repr(printable(name)))
            if is_excluded(below, name, exclude):
                return _EXCLUDED
    return None
