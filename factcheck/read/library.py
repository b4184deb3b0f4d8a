"""Reading for who calls from Python: all documents at once, and an error for what could not be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say
from factcheck.model import Document, Skipped
from factcheck.read.article import MAX_SIZE, Options
from factcheck.read.find import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.progress import Progress


def read_documents(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    encoding: str | None = None,
    exclude: Sequence[str] = (),
    max_file_size: int = MAX_SIZE,
    skipped: list[Skipped] | None = None,
    progress: Progress | None = None,
) -> tuple[Document, ...]:
    """The articles that paths name: files, folders, globs. One path, or several.

    `max_file_size` is in bytes, decompressed. What is passed over is put into `skipped`. Where no list is given for it,
    an article that could not be read raises `ReadError`; what is no article (a README, a picture) is passed over.
    """
    from factcheck.read import documents

    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    named = [os.fspath(path) for path in given]
    sources, passed_over = find(named, exclude)
    found: list[Document] = []
    told = list(passed_over)
    for item in documents(sources, Options(encoding=encoding, max_size=max_file_size), progress=progress):
        if isinstance(item, Document):
            found.append(item)
        else:
            told.append(item)
    if skipped is not None:
        skipped += told
    elif (fatal := next((item for item in told if item.fatal), None)) is not None:
        where = fatal.path if fatal.line is None else f"{fatal.path}:{fatal.line}"
        why = fatal.phrase if fatal.phrase is not None else fatal.reason
        raise ReadError(why, where=where, cure=say("cure.pass-skipped"))
    return tuple(found)
