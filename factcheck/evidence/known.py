"""What is known of articles on file before they are compared with a new one, and need not be worked out again."""

from __future__ import annotations

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
    from factcheck.passage.held_letters import AnyHeldLetters, MovedLetters


class Lookups(NamedTuple):
    """Articles by id, and what the stages look up of them."""

    articles: Mapping[str, Article]
    stats: CorpusStats
    aliases: AliasCounts
    events: EventKeys
    rows: HeldRows
    quoted: HeldQuotations
    printed: MovedLetters


class HeldLookups(NamedTuple):
    """The same of the articles on file."""

    counts: WordCounts
    aliases: AliasCounts
    events: EventKeys
    rows: HeldRows
    quoted: HeldQuotations
    printed: AnyHeldLetters


class LateArticle(NamedTuple):
    """An article of which nothing is looked up yet, with what pairing asks of its claims."""

    article: Article
    rows: tuple[ViewRow, ...]


class KnownArticles:
    """What whoever holds articles keeps of them from one check to the next; all of it follows from them."""

    def __init__(
        self, articles: Sequence[Article] = (), rows: Mapping[str, Sequence[ViewRow]] = MappingProxyType({})
    ) -> None:
        """`articles` are those on file, `rows` what pairing asks of their claims, by id, as far as it is known."""
        self._filed: Mapping[str, Article] = {article.document.id: article for article in articles}
        self._rows = rows
        self._held: HeldLookups | None = None
        self._gone: frozenset[str] = frozenset()
        self._late: Mapping[str, LateArticle] = {}

    @classmethod
    def over(
        cls,
        articles: Mapping[str, Article],
        held: HeldLookups,
        gone: Collection[str] = (),
        late: Mapping[str, LateArticle] = MappingProxyType({}),
    ) -> KnownArticles:
        """Those of `articles`, by id, of which all is looked up in `held`, without some, ids, and with others."""
        known = cls()
        known._filed, known._held, known._gone, known._late = articles, held, frozenset(gone), late
        return known

    @property
    def late(self) -> Collection[str]:
        """Those of which nothing is held yet, ids."""
        return self._late.keys()

    @property
    def articles(self) -> Mapping[str, Article]:
        """Those on file, by id."""
        if not self._gone and not self._late:
            return self._filed
        return Changed(self._filed, self._gone, {doc: late.article for doc, late in self._late.items()})

    def move_to(self, articles: Sequence[Article], lexicon: Lexicon) -> Lookups:
        """What is looked up of other articles, nearly all of which are these; the lexicon is the same at each call."""
        held, wanted = self.articles, {article.document.id: article for article in articles}
        gone = {doc for doc, article in held.items() if wanted.get(doc) is not article}
        return self.move(gone, [one for doc, one in wanted.items() if doc in gone or doc not in held], lexicon)

    def move(self, gone: Collection[str], come: Sequence[Article], lexicon: Lexicon) -> Lookups:
        """As `move_to`, of the same articles without some, ids, and with others."""
        held, added = self._look_up(lexicon), {article.document.id: article for article in come}
        late = {doc: one for doc, one in self._late.items() if doc not in added and doc not in gone}
        rows = {doc: one.rows for doc, one in late.items()}
        rows |= {doc: outline_held(article, lexicon) for doc, article in added.items()}
        added = {doc: one.article for doc, one in late.items()} | added
        lost = sorted(self._gone.union(doc for doc in gone if doc in self._filed))
        stats = held.counts.describe_moved(lost, list(added.values()), lexicon)
        return Lookups(
            articles=Changed(self._filed, lost, added),
            stats=stats,
            aliases=held.aliases.move(lost, added.values(), lexicon),
            events=EventKeys(
                held.events.heads.move(lost, {doc: stats.head(doc) for doc in added}),
                held.events.figures.move(lost, {doc: list_telling(article) for doc, article in added.items()}),
            ),
            rows=held.rows.move(lost, rows, stats),
            quoted=held.quoted.move(lost, {doc: spell_quotations(article) for doc, article in added.items()}),
            printed=held.printed.move(lost, added),
        )

    def _look_up(self, lexicon: Lexicon) -> HeldLookups:
        """What is looked up of the articles on file, made when it is first asked for."""
        if self._held is None:
            held, counts = self._filed, WordCounts(self._filed)
            stats = counts.describe(lexicon)
            rows = {doc: self._rows.get(doc) or outline_held(article, lexicon) for doc, article in held.items()}
            self._held = HeldLookups(
                counts=counts,
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
