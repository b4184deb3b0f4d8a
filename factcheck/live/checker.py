"""New articles against an index that stays in memory, again and again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.index.naming import name_apart, name_as_filed
from factcheck.index.state import real_path
from factcheck.model import Document, Report, Severity, Skipped, Value
from factcheck.read import Options, find
from factcheck.read.load import load_bytes
from factcheck.run.against import HeldArticles, check
from factcheck.run.overrides import Overrides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.index import Index
    from factcheck.ledger import Ledger
    from factcheck.read import InputSource


class CheckSettings(Value, frozen=True):
    """What of the settings changes findings: those of `factcheck.check`, and how articles are read."""

    chosen: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    min_confidence: float | dict[Severity, float] = 0.0
    hedges: Path | None = None
    reading: Options = Options()
    exclude: tuple[str, ...] = ()
    overrides: Overrides = Overrides()


class LiveChecker:
    """`factcheck.check` against one index, whose articles are read once and again when the index has changed.

    `ledger` is asked for at each check, so that a ruling counts from the moment it is written.
    """

    def __init__(self, index: Index, settings: CheckSettings, ledger: Callable[[], Ledger | None]) -> None:
        self.index = index
        self._settings, self._ledger = settings, ledger
        self._held: tuple[object, frozenset[bytes], HeldArticles] | None = None

    def check_paths(self, paths: Iterable[str]) -> Report:
        """The findings in articles as they are on disk."""
        sources, skipped = find(paths, self._settings.exclude)
        return self._check(sources, None, skipped)

    def check_text(self, path: str, text: str) -> Report:
        """The findings in an article of which the text is not, or not yet, that of the file."""
        sources, skipped = find([path], self._settings.exclude)
        return self._check(sources, text.encode("utf-8", "surrogatepass"), skipped)

    def _check(self, sources: Sequence[InputSource], data: bytes | None, skipped: Sequence[Skipped]) -> Report:
        settings = self._settings
        documents: list[Document] = []
        told = list(skipped)
        filed = self._find_filed(frozenset(map(real_path, sources)))
        taken = {article.document.id for article in filed.articles()}
        for source in name_as_filed(sources, self.index):
            for item in load_bytes(source, settings.reading, data):
                if isinstance(item, Skipped):
                    told.append(item)
                else:
                    documents.append(name_apart(settings.overrides.complete(item), taken))
                    taken.add(documents[-1].id)
        return check(
            documents,
            filed,
            ledger=self._ledger(),
            chosen=settings.chosen,
            ignored=settings.ignored,
            min_confidence=settings.min_confidence,
            hedges=settings.hedges,
            overrides=settings.overrides,
            skipped=told,
        )

    def _find_filed(self, new: frozenset[bytes]) -> HeldArticles:
        """The articles on file but for those that are being checked."""
        state = self.index.state()
        known = new & self.index.names().keys()
        if self._held is None or self._held[:2] != (state, known):
            hedges = self._settings.hedges
            self.index.insist_on_metadata(self._settings.overrides)
            articles = self.index.articles(without=known, hedges=hedges)
            self._held = (state, known, HeldArticles(articles, self.index.rows(without=known, hedges=hedges)))
        return self._held[2]
