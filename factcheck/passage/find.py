"""The passages of a corpus: letters → runs → matches → reuse → whole articles and clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.passage.chain import chain_runs
from factcheck.passage.cluster import find_clusters, find_sharing
from factcheck.passage.crowds import tell_crowded
from factcheck.passage.extend import extend_matches
from factcheck.passage.letters import Letters
from factcheck.passage.ranges import IN_MEMORY
from factcheck.passage.rarity import Rarity
from factcheck.passage.reprints import find_doubled, find_reprints
from factcheck.passage.reuse import ReuseFilter
from factcheck.passage.seeds import find_runs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Passage, Skipped
    from factcheck.passage.chain import Match
    from factcheck.passage.groups import Groups
    from factcheck.passage.held_letters import MovedLetters
    from factcheck.passage.seeds import Runs
    from factcheck.progress import Progress


def find_passages(
    articles: Sequence[Article],
    limit: int = IN_MEMORY,
    progress: Progress | None = None,
    *,
    lexicon: Lexicon,
    skipped: list[Skipped] | None = None,
) -> tuple[Passage, ...]:
    """As `factcheck.passage.passages` says; seeds beyond `limit` go through files: less memory."""
    if progress is not None:
        progress("passages", 0, None)  # what comes first is done at one stroke
    letters = Letters(sorted(articles, key=lambda article: article.document.id))
    rarity = Rarity(letters)
    runs = find_runs(letters, rarity, limit)
    crowded = tell_crowded(letters, runs.common, lexicon) if skipped is not None else None
    if skipped is not None and crowded is not None:
        skipped.append(crowded)
    reuses = ReuseFilter(letters, runs.common, lexicon)
    return _put_together(letters, rarity, reuses, _find_reuse(letters, runs, reuses, progress))


class PassagesAround:
    """Finds the passages of some articles of a corpus, as those of all of it are found."""

    def __init__(self, moved: MovedLetters, lexicon: Lexicon) -> None:
        """`moved` are the letters of all of it."""
        self._lexicon, self._moved = lexicon, moved

    def find(self, around: Collection[str]) -> tuple[Passage, ...]:
        """Every passage that has a place in one of these articles, ids, and some of the others."""
        letters = self._moved.letters
        asked = ours = frozenset(map(self._moved.find_number, around))
        while True:  # what an article has in common with others, these may have in common with more
            runs = find_runs(letters, self._moved.rarity, around=asked, moved=self._moved)
            reuses = ReuseFilter(letters, runs.common, self._lexicon)
            reuse = _find_reuse(letters, runs, reuses, None)
            reached = find_sharing(letters, reuse, ours)
            if reached <= asked:
                return _put_together(letters, self._moved.rarity, reuses, reuse)
            asked |= reached


def _find_reuse(letters: Letters, runs: Runs, reuses: ReuseFilter, progress: Progress | None) -> list[Match]:
    found = reuses.select(extend_matches(letters, chain_runs(letters, runs, progress)))
    return sorted(found, key=lambda m: (m.a, m.b, m.a_end, m.b_end))


def _put_together(letters: Letters, rarity: Rarity, reuses: ReuseFilter, reuse: list[Match]) -> tuple[Passage, ...]:
    doubled, spent = find_doubled(letters, reuse)
    copies = {letters.doc(m.a): m.b for m in reversed(spent)}
    whole, group = find_reprints(letters, reuse, reuses)
    done = set(spent)
    rest = [m for m in reuse if m not in done and not _is_in_reprint(letters, m, group)]
    passages = doubled + whole + find_clusters(letters, rarity, rest, group, copies)
    return tuple(sorted(passages, key=_order))


def _order(passage: Passage) -> tuple[object, ...]:
    return [(place.doc, place.start, place.end) for place in passage.places], not passage.whole


def _is_in_reprint(letters: Letters, match: Match, group: Groups) -> bool:
    a, b = letters.doc(match.a), letters.doc(match.b)
    return a != b and group.of(a) == group.of(b)
