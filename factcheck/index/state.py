"""What is kept of a file to tell cheaply whether it changed, and whether it only grew."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING

from factcheck.model import Value
from factcheck.regular import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.read.source import InputSource

_CHUNK = 1 << 20
_SETTLED = 2.0  # seconds; a file changed later than that before it was read may change again without a trace


class FileState(Value, frozen=True):
    """A file as it was read: `hash` of its bytes, `head` of the first `resume` of them, which are `lines` whole lines.

    `signature` is what the system says of it; empty where that tells nothing. `hash` is empty where it cannot be read.
    """

    signature: str = ""
    size: int = 0
    hash: str = ""
    resume: int = 0
    lines: int = 0
    head: str = ""


def real_path(source: InputSource) -> bytes:
    """What tells a file from every other, whatever it is called."""
    return b"-" if source.path == "-" else os.fsencode(os.path.realpath(source.path))


def list_real_paths(sources: Iterable[InputSource]) -> list[bytes]:
    """Of each the real path; that of a folder is found once."""
    found, folders = [], dict[str, str]()
    for source in sources:
        folder, name = os.path.split(source.path)
        if not name or source.path == "-" or os.path.islink(source.path):  # noqa: PTH114 - bytes that are no text
            found.append(real_path(source))
            continue
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        found.append(os.fsencode(os.path.join(folders[folder], name)))  # noqa: PTH118 - as above
    return found


def sign_file(path: bytes) -> str:
    """What the system says of a file: it is another whenever the bytes are; empty where nothing sure can be said."""
    try:
        found = os.stat(path)  # noqa: PTH116 - bytes
    except OSError:
        return ""
    if time.time() - max(found.st_mtime, found.st_ctime) < _SETTLED:
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_dev}:{found.st_ino}"


def is_unchanged(path: bytes, before: FileState) -> bool:
    """Whether a file is what was read; its bytes are read only where the system does not tell."""
    if before.signature and sign_file(path) == before.signature:
        return True
    return bool(before.hash) and hash_file(path) == before.hash


def hash_file(path: bytes) -> str:
    """Of the bytes of a file; empty where it cannot be read."""
    return read_state(path)[0].hash


def read_state(path: bytes, before: FileState | None = None) -> tuple[FileState, bool]:
    """The state of a file, read to its end, and whether it begins with the whole lines that it had `before`."""
    signature = sign_file(path)  # first: what is written meanwhile has another
    begins = False
    resume = before.resume if before is not None else 0
    digest, head = hashlib.sha256(), hashlib.sha256()
    size = lines = end = 0
    try:
        with open_regular(os.fsdecode(path)) as file:
            while chunk := file.read(min(_CHUNK, resume - size) if size < resume else _CHUNK):
                size += len(chunk)
                lines += chunk.count(b"\n")
                cut = chunk.rfind(b"\n") + 1
                if cut:
                    head = digest.copy()
                    head.update(chunk[:cut])
                    end = size - len(chunk) + cut
                digest.update(chunk)
                if before is not None and size == resume:
                    begins = digest.hexdigest() == before.head
    except OSError:
        return FileState(), False
    state = FileState(
        signature=signature, size=size, hash=digest.hexdigest(), resume=end, lines=lines, head=head.hexdigest()
    )
    return state, begins
