"""Whether the pages of an index are whole: each is one of ours, and together they hold as much as was put on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.index.pages import HELD_BY, Kind, Pages, unpack_cells, unpack_pairs, unpack_words
from factcheck.index.tables import Columns
from factcheck.passage.rarity import GRAM, WORD

if TYPE_CHECKING:
    import sqlite3

    from factcheck.index.pages import Directory


def are_pages_whole(db: sqlite3.Connection) -> bool:
    """Whether all pages are there and can be read; an index whose update was broken off may have none."""
    pages = Pages(db)
    try:
        directory = pages.directory
        if directory is None:
            busy = db.execute("SELECT 1 FROM meta WHERE key = 'busy'").fetchone() is not None
            return busy or db.execute("SELECT 1 FROM places").fetchone() is None
        columns = Columns.of(directory)
        return all(_count(pages, kind, columns) == _expect(kind, directory, columns) for kind in Kind)
    except ValueError:
        return False


def _count(pages: Pages, kind: Kind, columns: Columns) -> int:
    """How much stands on all pages of a kind. Raises `ValueError` where one is none of ours."""
    count = 0
    for _, data in pages.read_all(kind):
        if kind in HELD_BY:
            pairs = unpack_pairs(data)
            columns.place(pairs.numbers)
            count += len(pairs.hashes)
        elif kind is Kind.WORDS:
            count += len(unpack_words(data))
        elif kind is not Kind.DIRECTORY:
            cells = unpack_cells(data)
            columns.place(cells.numbers)
            count += int(cells.counts.sum())
            if kind is Kind.GRAMS and len(cells.numbers) != int(cells.counts.sum()):
                raise ValueError("cells")
        else:
            count += 1
    return count


def _expect(kind: Kind, directory: Directory, columns: Columns) -> int:
    if kind in HELD_BY:
        return directory.pairs.get(kind, 0)
    if kind is Kind.WORDS:
        return directory.words
    if kind is Kind.DIRECTORY:
        return 1
    size = GRAM if kind is Kind.GRAMS else WORD
    return int(np.maximum(columns.lengths - size + 1, 0).sum())
