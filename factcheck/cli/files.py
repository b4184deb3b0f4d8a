"""Which articles a command is given: as typed, or as a list in a file; and what of them is no article."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.read.find import excluded
from factcheck.read.source import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OPTION = "--files0-from"


def listed(given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments with `paths` filled: what was typed, or the names in the file that `--files0-from` names.

    Raises `UsageError` for both, for neither, and for a file that cannot be read.
    """
    typed, source = given["paths"] or [], given["files0_from"]
    if typed and source is not None:
        raise UsageError("articles are named twice", where=_OPTION, cure="name them here or in the list")
    if not typed and source is None:
        raise UsageError("no article is named", cure=f"name files or folders, or {_OPTION} a list of them")
    return {**given, "paths": typed if source is None else list(_names(_bytes_of(source)))}


def _bytes_of(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        what = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise UsageError(what, where=source, cure="a file of names, a NUL after each; - is standard input") from error


def _names(data: bytes) -> Iterator[str]:
    """Every name stands for itself: none is standard input, and none a pattern."""
    for name in map(os.fsdecode, filter(None, data.split(b"\0"))):
        if os.path.lexists(name):
            yield os.path.join(os.curdir, name) if name == "-" else name  # noqa: PTH118 - as it was written
        else:
            yield glob.escape(name)


def articles(paths: Sequence[str], exclude: Sequence[str]) -> list[str]:
    """The paths without those that a scan of the folder around them would leave out: excluded, or of no known kind."""
    return [path for path in paths if path == "-" or not _left_out(path, exclude)]


def _left_out(path: str, exclude: Sequence[str]) -> bool:
    parts = [part for part in Path(os.path.relpath(path)).parts if part != os.pardir]
    for end, name in enumerate(parts, 1):
        # whatever folder is scanned, a pattern is held against the path below it
        if any(excluded("/".join(parts[start:end]), name, exclude) for start in range(end)):
            return True
    return os.path.isfile(path) and form_of(path) is None  # noqa: PTH113 - as in `read`
