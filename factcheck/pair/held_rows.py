"""The rows of many articles, looked up by what brings them together: block keys, digests of reprints, wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.changed import Changed
from factcheck.holders import Holders
from factcheck.pair.blocks import find_like, list_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.pair.rows import ViewRow

_Place = tuple[str, int]


class HeldRows:
    """Rows by article; of those that a key has in common, only the articles that hold it are looked at."""

    def __init__(
        self, rows: Mapping[str, Sequence[ViewRow]], stats: CorpusStats, holders: Holders | None = None
    ) -> None:
        """`rows` are those of each article, by id, in their order; `stats` knows the heads of the articles.

        `holders` of their keys, where they are known.
        """
        self._rows, self._stats = rows, stats
        self._holders = holders or Holders({doc: list_all_keys(held, stats) for doc, held in rows.items()})
        self._first: dict[bytes, _Place] = {}

    def move(self, gone: Collection[str], come: Mapping[str, Sequence[ViewRow]], stats: CorpusStats) -> HeldRows:
        """The same without the rows of some articles, and with those of others; these stay as they are."""
        holders = self._holders.move(gone, {doc: list_all_keys(held, stats) for doc, held in come.items()})
        return HeldRows(Changed(self._rows, gone, come), stats, holders)

    def of(self, doc: str) -> Sequence[ViewRow]:
        """All rows of an article."""
        return self._rows[doc]

    def list_standing(self, doc: str) -> list[ViewRow]:
        """The rows of an article that stand for all of the same words with the same figure."""
        return [row for row in self._rows[doc] if self._stands(row)]

    def find_alike(self, docs: Collection[str]) -> list[ViewRow]:
        """The rows that may have a block key in common with those of some articles, and these, in their order."""
        keys = list_keys((row for doc in docs for row in self._rows[doc]), self._stats)
        rows = [row for doc in sorted(self._holders.find(keys).union(docs)) for row in self._rows[doc]]
        return [rows[at] for at in find_like(rows, docs) if self._stands(rows[at])]

    def list_twins(self, doc: str) -> Iterator[tuple[ViewRow, ViewRow]]:
        """Rows with the same words and figure, of which one is of an article: the one that stands for them, another."""
        for row in self._rows[doc]:
            if row.reprint is not None:
                first, *others = self._list_reprints(row.reprint)
                yield from ((first, other) for other in others if row in {first, other})

    def list_worded(self, wordings: Collection[int]) -> list[ViewRow]:
        """All rows of some wordings."""
        return [
            row for doc in sorted(self._holders.find(wordings)) for row in self._rows[doc] if row.wording in wordings
        ]

    def _stands(self, row: ViewRow) -> bool:
        if row.reprint is None:
            return True
        first = self._first.get(row.reprint)
        if first is None:
            held = self._list_reprints(row.reprint)[0]
            first = self._first[row.reprint] = held.doc, held.number
        return first == (row.doc, row.number)

    def _list_reprints(self, reprint: bytes) -> list[ViewRow]:
        return [row for doc in self._holders.of(reprint) for row in self._rows[doc] if row.reprint == reprint]


def list_all_keys(rows: Sequence[ViewRow], stats: CorpusStats) -> set[Hashable]:
    """What some rows are looked up by."""
    keys: set[Hashable] = set(list_keys(rows, stats))
    keys.update(row.wording for row in rows)
    keys.update(row.reprint for row in rows if row.reprint is not None)
    return keys
