"""Words that mean the same: those of the ledger, and those that a text defines itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck.changed import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.pair import AliasPatterns
    from factcheck.model import Article

_EVERYWHERE = 2  # articles that must define an alias before it holds in others
Alias = tuple[str, str]  # a name, and the other name
_NONE: frozenset[Alias] = frozenset()


def find_aliases(folded: str, patterns: AliasPatterns) -> list[Alias]:
    """The pairs (name, other name) that a folded text defines in its own parentheses."""
    found = []
    lines = (line for line in folded.split("\n") if "(" in line)  # the others define none, and are most of a text
    for match in chain.from_iterable(map(patterns.definition.finditer, lines)):
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


class AliasCounts:
    """The aliases that each article defines, and in how many articles an alias is defined that may hold in others."""

    def __init__(
        self,
        own: Mapping[str, frozenset[Alias]],
        counts: Mapping[Alias, int],
        agreed: frozenset[Alias],
        rules: dict[object, AliasRules],
    ) -> None:
        """`own` by article, `counts` of those that may hold in others, `agreed` that do, `rules` that were made."""
        self.own = own
        self._counts, self._agreed, self._rules = counts, agreed, rules

    @classmethod
    def of(cls, articles: Iterable[Article], lexicon: Lexicon) -> AliasCounts:
        """Those of some articles."""
        own = _find_each(articles, lexicon)
        return cls.over(own, Counter(chain.from_iterable(map(list_wide, own.values()))))

    @classmethod
    def over(cls, own: Mapping[str, frozenset[Alias]], counts: Mapping[Alias, int]) -> AliasCounts:
        """Those of articles of which they are known."""
        return cls(own, counts, _agree(counts), {})

    def move(self, gone: Collection[str], come: Iterable[Article], lexicon: Lexicon) -> AliasCounts:
        """The same without some articles, ids, and with others; these stay as they are."""
        added = _find_each(come, lexicon)
        changed = Counter(chain.from_iterable(map(list_wide, added.values())))
        changed.subtract(chain.from_iterable(list_wide(self.own[doc]) for doc in gone))
        now = {pair: self._counts.get(pair, 0) + number for pair, number in changed.items()}
        agreed = self._agreed.difference(now) | _agree(now)
        return AliasCounts(Changed(self.own, gone, added), Changed(self._counts, (), now), agreed, self._rules)

    def agree(self, ledger: Sequence[Sequence[str]]) -> tuple[frozenset[Alias], AliasRules]:
        """The aliases that hold everywhere, and what rewrites by them and by the groups of a ledger."""
        key = tuple(map(tuple, ledger)), self._agreed
        known = self._rules.get(key)
        if known is None:
            self._rules.clear()  # of what is asked again and again, one is held
            known = self._rules[key] = AliasRules(_join_aliases(ledger, self._agreed))
        return self._agreed, known


def _find_each(articles: Iterable[Article], lexicon: Lexicon) -> dict[str, frozenset[Alias]]:
    return {one.document.id: find_own(one, lexicon) for one in articles}


def find_own(article: Article, lexicon: Lexicon) -> frozenset[Alias]:
    """The aliases that an article defines."""
    return frozenset(find_aliases(article.text.folded, lexicon.pair.aliases))


def _agree(counts: Mapping[Alias, int]) -> frozenset[Alias]:
    return frozenset(pair for pair, number in counts.items() if number >= _EVERYWHERE)


def list_wide(pairs: Iterable[Alias]) -> Iterator[Alias]:
    """Those that may hold in other articles: a short form in Chinese holds in its own only."""
    return (pair for pair in pairs if pair[1].isascii())


class Aliases:
    """Rewrites a text so that names which mean the same are written alike."""

    def __init__(
        self,
        articles: Iterable[Article],
        ledger: Sequence[Sequence[str]] = (),
        *,
        lexicon: Lexicon,
        counts: AliasCounts | None = None,
    ) -> None:
        """`ledger` holds groups of folded words that mean the same; `counts` are of these articles, if known."""
        counts = counts or AliasCounts.of(articles, lexicon)
        self.groups = ledger
        self._agreed, self.rules = counts.agree(ledger)
        self._defined = counts.own

    def own(self, doc: str) -> frozenset[Alias]:
        """The aliases that an article defines for itself alone."""
        return self._defined.get(doc, _NONE) - self._agreed

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
