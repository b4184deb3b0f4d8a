"""New articles under the ids that they have in an index, or would have."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from factcheck.index.state import real_path
from factcheck.read.source import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factcheck.index.index import Index
    from factcheck.model import Document
    from factcheck.read.source import InputSource


def name_as_filed(sources: Iterable[InputSource], index: Index) -> list[InputSource]:
    """The new sources under the ids that they have, or would have, in the index."""
    names, roots = index.names(), [root.path for root in index.roots() if os.path.isdir(root.path)]  # noqa: PTH112 - as `read`
    return [msgspec.structs.replace(source, id=_filed_id(source, names, roots)) for source in sources]


def _filed_id(source: InputSource, names: Mapping[bytes, tuple[str, str]], roots: Iterable[str]) -> str:
    real = real_path(source)
    if real in names:
        return names[real][0]
    for root in sorted(roots, key=len):
        folder = os.path.join(os.fsencode(os.path.realpath(root)), b"")  # noqa: PTH118 - bytes
        if real.startswith(folder):
            return printable(os.fsdecode(real[len(folder) :]))
    return source.id


def name_apart(document: Document, taken: Collection[str]) -> Document:
    """The document under an id that no filed one has."""
    number, name = 1, document.id
    while name in taken:
        number += 1
        name = f"{document.id}#{number}"
    return msgspec.structs.replace(document, id=name)


def number_repeated(given: str, times: dict[str, int]) -> str:
    """The id, numbered where another has it already."""
    name = given
    while name in times:
        times[given] += 1
        name = f"{given}#{times[given]}"
    times[name] = 1
    return name
