"""Words that mean the same: those of the ledger, and those that a text defines itself."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.model import Article

_HAN, _LATIN = r"[\u4e00-\u9fff]{2,20}", r"[A-Za-z][A-Za-z0-9.&-]{1,30}"
# 深度求索(DeepSeek), DeepSeek(深度求索), 望澜海洋研究院(以下简称“海研院”); a place, a code or an age is no name.
_PARENTHESES = re.compile(
    rf"(?P<han>{_HAN})\((?P<latin>{_LATIN})\)"
    rf"|(?P<latin2>{_LATIN})\((?P<han2>{_HAN})\)"
    rf"|(?P<full>{_HAN})\((?:以下)?(?:简称|又称|原名)(?:为|：)?[“‘]?(?P<short>[\u4e00-\u9fffA-Za-z0-9]{{2,12}})[”’]?\)"
)
# 总部设在杭州的深度求索: the name begins behind the last of these.
_BEFORE_NAME = re.compile(r"[的在据向是与和由从对为被把于及或了称]")
_NO_NAME = re.compile(r"[A-Za-z]{1,2}[-.\d]*|(?:19|20)\d\d|.*(?:[省市区县]|记者|摄影|通讯员|编辑|图|摄)$")
_EVERYWHERE = 2  # articles that must define an alias before it holds in others


def defined(folded: str) -> list[tuple[str, str]]:
    """The pairs (name, other name) that a folded text defines in its own parentheses."""
    found = []
    for match in _PARENTHESES.finditer(folded):
        name = match["han"] or match["han2"] or match["full"]
        other = match["latin"] or match["latin2"] or match["short"]
        name = _BEFORE_NAME.split(name)[-1]
        if len(name) > 1 and not _NO_NAME.fullmatch(other) and not _NO_NAME.fullmatch(name):
            found.append((name, other))
    return found


class Aliases:
    """Rewrites a text so that names which mean the same are written alike."""

    def __init__(self, articles: Iterable[Article], ledger: Sequence[Sequence[str]] = ()) -> None:
        self._local = {article.document.id: frozenset(defined(article.text.folded)) for article in articles}
        # 以下简称“实验室” holds in its own article only
        counts = Counter(pair for pairs in self._local.values() for pair in pairs if pair[1].isascii())
        agreed = {pair for pair, number in counts.items() if number >= _EVERYWHERE}
        self._ledger = tuple((word, group[0]) for group in ledger for word in group[1:])
        self._global = frozenset(agreed)

    def rewriter(self, doc: str) -> Callable[[str], str]:
        """What writes the names of one article alike; the same text comes back where it has no alias."""
        return _rewriter(self._ledger, self._global, self._local.get(doc, frozenset()) - self._global)


@cache
def _rewriter(
    ledger: tuple[tuple[str, str], ...], everywhere: frozenset[tuple[str, str]], own: frozenset[tuple[str, str]]
) -> Callable[[str], str]:
    if own:  # those that hold everywhere are many, and so written alike in a pass of their own
        after, table = _rewriter(ledger, everywhere, frozenset()), dict(sorted(own, reverse=True))
    else:
        after, table = _unchanged, dict(ledger)
        for name, other in sorted(everywhere):
            table.setdefault(name, table.get(other, other))
    table = {word: same for word, same in table.items() if word != same}
    if not table:
        return after
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=lambda word: (-len(word), word)))))
    return lambda text: after(pattern.sub(lambda match: table[match[0]], text))


def _unchanged(text: str) -> str:
    return text
