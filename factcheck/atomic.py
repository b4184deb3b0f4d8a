"""Files that are replaced whole or not at all, by one writer at a time.

A writer works in a folder of its own beside the file. It holds the lock there, and has git ignore the folder, so that
what a killed writer leaves behind is never committed; the next writer sweeps it away.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK, _IGNORE = "lock", ".gitignore"


@contextlib.contextmanager
def hold_folder(scratch: Path) -> Iterator[Path]:
    """Hold the folder `scratch`, empty but for its lock; it is gone afterwards.

    Another process that wants it waits; one that dies lets go of it. Raises `OSError`.
    """
    handle = _take_lock(scratch)
    try:
        _sweep(scratch)
        yield scratch
    finally:
        with contextlib.suppress(OSError):  # the work is done; the next to hold it sweeps what is left
            _sweep(scratch)
            if os.name == "posix":  # Windows removes no file that is open
                # the lock last: whoever came meanwhile finds it gone, and makes the folder anew
                (scratch / _IGNORE).unlink()
                (scratch / LOCK).unlink()
                scratch.rmdir()
        os.close(handle)


def put_in_place(path: Path, new: Path) -> None:
    """Have the file `new` take the place of `path`, all of it and on the disk. Raises `OSError`."""
    if path.exists():
        new.chmod(path.stat().st_mode & 0o777)
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _take_lock(scratch: Path) -> int:
    """The open lock of the folder, which is made where it is not there."""
    while True:
        try:
            scratch.mkdir(exist_ok=True)
        except FileExistsError:
            if _is_no_folder(scratch):
                raise  # something else of that name
            continue  # put away while it was made
        try:
            (scratch / _IGNORE).write_text("*\n", "utf-8")
            handle = os.open(scratch / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            continue  # its holder has just put it away
        _lock(handle)
        if _is_still_at(handle, scratch / LOCK):
            return handle
        os.close(handle)


def _is_no_folder(path: Path) -> bool:
    """Whether something that is no folder has this name.

    One look at each thing decides: a folder that comes and goes between two looks is no other thing.
    """
    try:
        return not stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        return path.is_symlink()  # one that leads nowhere


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX)


def _is_still_at(handle: int, path: Path) -> bool:
    """Whether what was opened is still what has this name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _sweep(scratch: Path) -> None:
    for left in scratch.iterdir():
        if left.name not in {LOCK, _IGNORE}:
            left.unlink()
