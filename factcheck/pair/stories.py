"""Whether two articles tell of one event, by the rare words that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.corpus import CorpusStats

# The share of rare words that two articles have in common, and the level from there on.
_LEVELS = (("same", 0.25), ("like", 0.06), ("apart", 0.01), ("others", 0.0))


class Stories:
    """The level of two articles by the rare words they share, each pair asked once."""

    def __init__(self, stats: CorpusStats) -> None:
        self._stats = stats
        self._known: dict[tuple[str, str], str] = {}

    def level(self, a: str, b: str) -> str:
        """The name of the level of two articles, given by id."""
        if a == b:
            return "same"
        known = self._known.get((a, b))
        if known is None:
            known = self._known[a, b] = self._level(a, b)
        return known

    def _level(self, a: str, b: str) -> str:
        share = self._stats.kinship(a, b)
        if share is None:
            return "unknown"
        return next(level for level, least in _LEVELS if share >= least)
