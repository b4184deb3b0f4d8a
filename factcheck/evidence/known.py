"""What is known of articles on file before they are compared with a new one, and need not be worked out again."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcheck.changed import Changed
from factcheck.corpus import WordCounts
from factcheck.holders import Holders
from factcheck.pair.aliases import AliasCounts
from factcheck.pair.events import EventKeys, list_telling
from factcheck.pair.held_rows import HeldRows
from factcheck.pair.rows import outline_held
from factcheck.passage.held_letters import HeldLetters
from factcheck.quotation.retellings import HeldQuotations, spell_quotations

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.held_letters import MovedLetters


class Lookups(NamedTuple):
    """Articles by id, and what the stages look up of them."""

    articles: Mapping[str, Article]
    stats: CorpusStats
    aliases: AliasCounts
    events: EventKeys
    rows: HeldRows
    quoted: HeldQuotations
    printed: MovedLetters


class _Held(NamedTuple):
    """The same of the articles on file."""

    aliases: AliasCounts
    events: EventKeys
    rows: HeldRows
    quoted: HeldQuotations
    printed: HeldLetters


class KnownArticles:
    """What whoever holds articles keeps of them from one check to the next; all of it follows from them."""

    def __init__(
        self, articles: Sequence[Article] = (), rows: Mapping[str, Sequence[ViewRow]] = MappingProxyType({})
    ) -> None:
        """`articles` are those on file, `rows` what pairing asks of their claims, by id, as far as it is known."""
        self._articles = {article.document.id: article for article in articles}
        self._rows = rows
        self._held: _Held | None = None

    @property
    def articles(self) -> Mapping[str, Article]:
        """Those on file, by id."""
        return self._articles

    def move_to(self, articles: Sequence[Article], lexicon: Lexicon) -> Lookups:
        """What is looked up of other articles, nearly all of which are these; the lexicon is the same at each call."""
        return self.move(*self._counts.list_changes(articles), lexicon)

    def move(self, gone: Collection[str], come: Sequence[Article], lexicon: Lexicon) -> Lookups:
        """As `move_to`, of the same articles without some, ids, and with others."""
        held, added = self._look_up(lexicon), {article.document.id: article for article in come}
        stats = self._counts.describe_moved(gone, come, lexicon)
        return Lookups(
            articles=Changed(self._articles, gone, added),
            stats=stats,
            aliases=held.aliases.move(gone, come, lexicon),
            events=EventKeys(
                held.events.heads.move(gone, {doc: stats.head(doc) for doc in added}),
                held.events.figures.move(gone, {doc: list_telling(article) for doc, article in added.items()}),
            ),
            rows=held.rows.move(gone, {doc: outline_held(article, lexicon) for doc, article in added.items()}, stats),
            quoted=held.quoted.move(gone, {doc: spell_quotations(article) for doc, article in added.items()}),
            printed=held.printed.move(gone, added),
        )

    @cached_property
    def _counts(self) -> WordCounts:
        return WordCounts(self._articles.values())

    def _look_up(self, lexicon: Lexicon) -> _Held:
        """What is looked up of the articles on file, made when it is first asked for."""
        if self._held is None:
            held, stats = self._articles, self._counts.describe(lexicon)
            rows = {doc: self._rows.get(doc) or outline_held(article, lexicon) for doc, article in held.items()}
            self._held = _Held(
                aliases=AliasCounts.of(held.values(), lexicon),
                events=EventKeys(
                    Holders({doc: stats.head(doc) for doc in held}),
                    Holders({doc: list_telling(article) for doc, article in held.items()}),
                ),
                rows=HeldRows(rows, stats),
                quoted=HeldQuotations({doc: spell_quotations(article) for doc, article in held.items()}),
                printed=HeldLetters([held[doc] for doc in sorted(held)]),
            )
        return self._held
