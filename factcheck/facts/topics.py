"""Whom or what the articles of a fact are about: the longest name that the heads of nearly all of them share."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.corpus.frequency import weigh_word
from factcheck.facts.statements import RARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_MOST = 0.75  # of the heads, that must hold a name
_TWO = 2  # heads, of which fewer have nothing in common
_LONGEST = 7  # words and spaces of a name
_MANY = 16  # letters, beyond which it is a clause
_NAMES = 9.0  # bits of the rarest word of a name, at the least
_ENDS = frozenset({"j", "l", "i", "eng", "x", "vn"})  # tags of words that may begin or end a name, beside n…
_WRITTEN = re.compile(r"[A-Za-z0-9][\w.&+-]*")  # a word or number that is part of the name of a model


def find_topic(articles: Sequence[Article], lexicon: Lexicon) -> str | None:
    """The name that the heads of nearly all articles share, folded; None where they share none. Reprints count once."""
    heads = dict.fromkeys(_read_head(article, lexicon) for article in articles)
    if len(heads) < _TWO:
        return None
    counts = Counter(name for head in heads for name in set(_list_names(head, lexicon)))
    shared = {name: _weigh(name) for name, count in counts.items() if count >= _MOST * len(heads)}
    return "".join(min(shared, key=lambda name: (-shared[name], len(name), name))) if shared else None


def _read_head(article: Article, lexicon: Lexicon) -> str:
    """Title, headline and lead of an article, folded."""
    text = article.text
    spans = (text.folded[slice(*span)] for span in (text.headline, text.lead) if span is not None)
    return "\n".join((lexicon.text.fold(article.document.title or ""), *spans))


def _list_names(head: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Each run of words that may be a name: nouns and what is between them, one of them rare."""
    words = lexicon.text.segmenter.words(head)
    for first, opening in enumerate(words):
        if not _may_end(opening, lexicon):
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if not _may_stand_inside(words[last], lexicon):
                break
            name = tuple(words[first : last + 1])
            if sum(map(len, name)) > _MANY:
                break
            ends = _may_end(words[last], lexicon) or (last > first and _WRITTEN.fullmatch(words[last]) is not None)
            if ends and max(map(weigh_word, name)) >= _NAMES:
                yield name


def _may_end(word: str, lexicon: Lexicon) -> bool:
    """Whether a name may begin and end with a word."""
    if len(word) < _TWO or word[0].isdigit() or not word[0].isalnum() or word in lexicon.frame.words.pronouns:
        return False
    tag = lexicon.text.segmenter.tag(word)
    return tag[0] == "n" or tag in _ENDS


def _may_stand_inside(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be part of a name: a noun, a Latin word or a number behind one, a space between them."""
    return word == " " or _WRITTEN.fullmatch(word) is not None or _may_end(word, lexicon)


def _weigh(name: Sequence[str]) -> float:
    """How much a name says, in bits of its rare words."""
    return math.fsum(bits for word in set(name) if word.strip() and (bits := weigh_word(word)) >= RARE)
