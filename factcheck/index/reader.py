"""Who has read the articles of an index: which factcheck, with which tables, with which options."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import factcheck
from factcheck.index.codec import FORM
from factcheck.index.file import is_later
from factcheck.index.state import hash_file

if TYPE_CHECKING:
    from collections.abc import Iterator

# the rooms that decide how a text is read
_ROOMS = ("lexicon", "zh", "en", "text", "quantity", "frame", "quotation", "corpus", "verdict", "pair")
_CODE = frozenset({".pyc", ".pyo"})


def describe_reader(hedges: Path | None) -> str:
    """What decides how a text is read, its options aside: the form, the version, the hedges, the tables and engines."""
    version = factcheck.__version__
    other = hash_file(os.fsencode(hedges)) if hedges is not None else None
    return msgspec.json.encode([FORM, version, other, _digest_rooms()]).decode()


def is_same_code(reader: str) -> bool:
    """Whether this very factcheck has read it, whatever its hedges. Raises `msgspec.MsgspecError`."""
    form, version, _, rooms = msgspec.json.decode(reader, type=tuple[int, str, str | None, str])
    return (form, version, rooms) == (FORM, factcheck.__version__, _digest_rooms())


def is_newer(reader: str) -> bool:
    """Whether a later factcheck has read it. Raises `msgspec.MsgspecError`."""
    form, version, _, _ = msgspec.json.decode(reader, type=tuple[int, str, str | None, str])
    return form > FORM or is_later(version, factcheck.__version__)


@cache
def _digest_rooms() -> str:
    """Of the files of those rooms, so that nothing is taken for read that would be read otherwise today."""
    digest = hashlib.sha256()
    package = Path(factcheck.__file__).parent
    for path in sorted(_files(package)):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(package: Path) -> Iterator[Path]:
    yield package / "model.py"
    for room in _ROOMS:
        yield from (one for one in package.joinpath(room).rglob("*") if one.suffix not in _CODE and one.is_file())
