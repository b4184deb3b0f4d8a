"""Words that mean the same: those of the ledger, and those that a text defines itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.once import OncePerArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.pair import AliasPatterns
    from factcheck.model import Article

_EVERYWHERE = 2  # articles that must define an alias before it holds in others
Alias = tuple[str, str]  # a name, and the other name
_NONE: frozenset[Alias] = frozenset()


def find_aliases(folded: str, patterns: AliasPatterns) -> list[Alias]:
    """The pairs (name, other name) that a folded text defines in its own parentheses."""
    found = []
    for match in patterns.definition.finditer(folded):
        name = match["han"] or match["han2"] or match["full"]
        other = match["latin"] or match["latin2"] or match["short"]
        name = patterns.before_name.split(name)[-1]
        if len(name) > 1 and not patterns.no_name.fullmatch(other) and not patterns.no_name.fullmatch(name):
            found.append((name, other))
    return found


class AliasRules:
    """Rewrites texts by the aliases that hold everywhere, and by those of one article; what workers are handed."""

    def __init__(self, everywhere: Mapping[str, str]) -> None:
        """`everywhere` gives the word to write for each."""
        self._table = everywhere
        self._everywhere = _rewriter(everywhere, _leave_as_is)
        self._rewriters: dict[frozenset[Alias], Callable[[str], str]] = {}

    def rewriter(self, own: frozenset[Alias]) -> Callable[[str], str]:
        """What writes the names of an article alike that defines `own` itself."""
        if not own:
            return self._everywhere
        known = self._rewriters.get(own)
        if known is None:  # those that hold everywhere are many, and so written alike in a pass of their own
            known = self._rewriters[own] = _rewriter(dict(sorted(own, reverse=True)), self._everywhere)
        return known

    def __reduce__(self) -> tuple[Any, ...]:
        """The table, of which the rest is made."""
        return AliasRules, (self._table,)


class Aliases:
    """Rewrites a text so that names which mean the same are written alike."""

    def __init__(
        self,
        articles: Iterable[Article],
        ledger: Sequence[Sequence[str]] = (),
        *,
        lexicon: Lexicon,
        once: OncePerArticle[frozenset[Alias]] | None = None,
    ) -> None:
        """`ledger` holds groups of folded words that mean the same; `once` is what was found before."""
        patterns, once = lexicon.pair.aliases, once or OncePerArticle()

        def find(article: Article) -> frozenset[Alias]:
            return frozenset(find_aliases(article.text.folded, patterns))

        local = {article.document.id: once.get(article, find) for article in articles}
        # 以下简称“实验室” holds in its own article only
        counts = Counter(pair for pairs in local.values() for pair in pairs if pair[1].isascii())
        agreed = frozenset(pair for pair, number in counts.items() if number >= _EVERYWHERE)
        self.groups = ledger
        self.rules = AliasRules(_join_aliases(ledger, agreed))
        self._own = {doc: own for doc, pairs in local.items() if (own := pairs - agreed)}

    def own(self, doc: str) -> frozenset[Alias]:
        """The aliases that an article defines for itself alone."""
        return self._own.get(doc, _NONE)

    def rewriter(self, doc: str) -> Callable[[str], str]:
        """What writes the names of one article alike; the same text comes back where it has no alias."""
        return self.rules.rewriter(self.own(doc))


def _join_aliases(ledger: Iterable[Sequence[str]], everywhere: Iterable[Alias]) -> dict[str, str]:
    """Word → the word for all that mean it, by the ledger and by what articles agree on."""
    table = {word: group[0] for group in ledger for word in group[1:]}
    for name, other in sorted(everywhere):
        table.setdefault(name, table.get(other, other))
    return table


def _rewriter(table: Mapping[str, str], after: Callable[[str], str]) -> Callable[[str], str]:
    """What writes the words of a table alike, and then does what comes `after`."""
    table = {word: same for word, same in table.items() if word != same}
    if not table:
        return after
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=lambda word: (-len(word), word)))))
    return lambda text: after(pattern.sub(lambda match: table[match[0]], text))


def _leave_as_is(text: str) -> str:
    return text
