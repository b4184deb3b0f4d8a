"""Tables that cost time to make, kept for the next run in a folder that is this user's alone.

What is kept is bytes under a key that says what they were made from; nothing in them is ever run. A folder or a file
that anybody else could have written to is left alone, and one that cannot be written only costs the time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGEST = 32  # bytes, before what is kept: a file that was cut off is not believed
_MOST = 1 << 26  # bytes of one table
_TABLES = 4  # of one name, each made from something else, that are kept side by side


def describe_files(paths: Iterable[Path]) -> str:
    """What tells files from others of their names: where they are, how large and how old."""
    found = []
    for path in sorted(paths):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append(f"{path}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(found)


def read_kept(name: str, key: str) -> bytes | None:
    """The table of this name that was made from what `key` says; None where there is none to be trusted."""
    folder = _find_folder()
    if folder is None:
        return None
    try:
        handle = os.open(folder / _name_file(name, key), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            if not _is_ours(os.fstat(handle)):
                return None
            data = file.read(_MOST + 1)
    except OSError:
        return None
    held = data[_DIGEST:]
    return held if len(data) <= _MOST and hashlib.sha256(held).digest() == data[:_DIGEST] else None


def can_keep() -> bool:
    """Whether there is a folder to keep tables in."""
    return _find_folder(make=True) is not None


def keep(name: str, key: str, table: bytes) -> None:
    """Keep a table for the next run, and drop the oldest of too many; where it cannot be kept, it is not."""
    folder = _find_folder(make=True)
    if folder is None:
        return
    with contextlib.suppress(OSError):
        handle, new = tempfile.mkstemp(prefix=".", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(table).digest() + table)
            Path(new).replace(folder / _name_file(name, key))
        except OSError:
            Path(new).unlink(missing_ok=True)
            raise
        # another environment may have made its own of other files; the two do not throw out one another's
        held = sorted(folder.glob(f"{name}-*"), key=lambda file: file.stat().st_mtime_ns)
        for other in held[:-_TABLES]:
            other.unlink(missing_ok=True)


def _name_file(name: str, key: str) -> str:
    return f"{name}-{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def _find_folder(*, make: bool = False) -> Path | None:
    """The folder, if there is one that nobody else can write to."""
    try:
        folder = _choose_folder()
        if make:
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except (OSError, RuntimeError):  # there is no home
        return None
    return folder if stat.S_ISDIR(status.st_mode) and _is_ours(status) else None


def _choose_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "factcheck" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factcheck"
    given = os.environ.get("XDG_CACHE_HOME", "")
    # the specification has a path that is not absolute passed over
    return (Path(given) if given.startswith("/") else Path.home() / ".cache") / "factcheck"


def _is_ours(status: os.stat_result) -> bool:
    """Whether a file or folder belongs to this user, and nobody else may write to it."""
    if not hasattr(os, "geteuid"):
        return True  # Windows keeps what is below a user's folder for that user
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
