"""The one way a file that is named to factcheck is opened: a regular file, or an error, and never a wait.

To open a named pipe waits for somebody to write, and a device may go on for ever.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path


class NotRegularError(OSError):
    """A pipe, a socket or a device, where a file is to be read."""


def open_regular(path: str | Path) -> BufferedReader:
    """The bytes of a file, to be read. Raises `OSError`: `NotRegularError`, or what the operating system says."""
    return open(path, "rb", opener=_open_without_wait)


def read_regular(path: str | Path) -> bytes:
    """All bytes of a file. Raises `OSError` as `open_regular` does."""
    with open_regular(path) as file:
        return file.read()


def _open_without_wait(path: str, flags: int) -> int:
    number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(number).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder, the operating system says so itself
        os.close(number)
        raise NotRegularError(path)
    return number
