"""One pass over the articles: in how many of them a word stands, and the rare words each begins with."""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import msgspec

from factcheck.changed import Changed
from factcheck.corpus.frequency import in_an_article
from factcheck.model import ArticleWords
from factcheck.text.joins import CleanText
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Document, Text

_COMPARED = 2  # articles, which count for nothing
_PRIOR = 50  # articles that the general language counts for
RARE = 10.0  # bits; a word so rare names something
_COMMON = 0.25  # of all articles hold the letter as a word
_DATED = 0.34  # of the articles; below it a corpus is taken for one without dates
_FEW = 3  # rare words; an article of fewer cannot be told apart by them
_RAREST = 14.0  # bits; below one article in sixteen thousand all words are alike
_HEAD = 260  # letters of an article, behind its title, that say what it is about
_OPEN = 1 << 11  # articles whose words are held as sets
_CONTENT = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9.&+-]+")
_HAN_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百千万亿两几半多余第]+成?半?")


class _Bits(dict[str, float]):
    """Word → bits, found when first asked for; asked for millions of times."""

    def __init__(self, documents: int, counts: Mapping[str, int]) -> None:
        super().__init__()
        self._others, self._counts = max(documents - _COMPARED, 0), counts

    def __missing__(self, word: str) -> float:
        share = (max(self._counts.get(word, 0) - _COMPARED, 0) + _PRIOR * in_an_article(word)) / (self._others + _PRIOR)
        found = self[word] = min(_RAREST, -math.log2(max(share, 1e-9)))
        return found


class _WordSets(NamedTuple):
    """The words of an article and of its head, to be looked up."""

    words: frozenset[str]
    head: frozenset[str]


_Lately = TypeVar("_Lately")


class _Memory(dict[Any, _Lately]):
    """What was found of articles, as far as it was asked for lately; emptied when full."""

    def keep(self, key: object, found: _Lately) -> _Lately:
        """Remember what was found, and hand it on."""
        if len(self) >= _OPEN:
            self.clear()
        self[key] = found
        return found


class CorpusStats:
    """Word → bits of rarity; document → the words of its head, and what makes it kin to another.

    `bits` tells of a word how much it says that two articles share it: 0 for a word that all hold, 14 at the most. The
    two articles that are compared count for nothing: in a corpus of two, the general language decides.
    """

    def __init__(
        self,
        documents: int,
        counts: Mapping[str, int],
        articles: Mapping[str, ArticleWords],
        lexicon: Lexicon,
        *,
        dated: bool = False,
    ) -> None:
        self.lexicon = lexicon  # that the articles were read with
        self.dated = dated  # whether articles of this corpus have dates, so that the want of one is telling
        self._documents, self._counts, self._articles = documents, counts, articles
        self.bits = _Bits(documents, counts).__getitem__
        self._open: _Memory[_WordSets] = _Memory()
        self._rare: _Memory[tuple[frozenset[str], float]] = _Memory()
        self._named: _Memory[bool] = _Memory()
        self._joined: _Memory[tuple[str, frozenset[str | None]]] = _Memory()

    def beside(self, articles: Iterable[Article]) -> CorpusStats:
        """The same statistics, asked about texts of no article too; these count for nothing."""
        beside = {article.document.id: list_article_words(article) for article in articles}
        return self.ask_about(Changed(self._articles, (), beside))

    def outline(self) -> CorpusStats:
        """How rare words are, and no article: what a worker needs that is told of its own articles (`of`)."""
        telling = {word: number for word, number in self._counts.items() if number > _COMPARED}
        return CorpusStats(self._documents, telling, {}, self.lexicon, dated=self.dated)

    def of(self, articles: Iterable[Article]) -> CorpusStats:
        """The same statistics, asked about some articles of the corpus."""
        return self.ask_about({article.document.id: list_article_words(article) for article in articles})

    def ask_about(self, articles: Mapping[str, ArticleWords]) -> CorpusStats:
        """The same statistics, asked about articles of these words, by id."""
        stats = CorpusStats(self._documents, self._counts, articles, self.lexicon, dated=self.dated)
        stats.bits = self.bits  # what was found of words holds on
        return stats

    def __reduce__(self) -> tuple[Any, ...]:
        """What it was made of."""
        return _restore, (self._documents, self._counts, self._articles, self.lexicon, self.dated)

    def head(self, doc: str) -> frozenset[str]:
        """The content words of an article's headline and lead."""
        return self._look_into(doc).head

    def words(self, doc: str) -> frozenset[str]:
        """The content words of an article."""
        return self._look_into(doc).words

    def _look_into(self, doc: str) -> _WordSets:
        known = self._open.get(doc)
        if known is None:
            held = self._articles[doc]
            known = self._open.keep(doc, _WordSets(frozenset(held.words), frozenset(held.head)))
        return known

    def list_words(self, doc: str) -> ArticleWords:
        """All words of an article, and those of its head."""
        return self._articles[doc]

    def holds(self, doc: str, word: str) -> bool:
        """Whether the word stands anywhere in the article."""
        return word in self._look_into(doc).words

    def names(self, doc: str, word: str) -> bool:
        """Whether the article holds the name, also in a longer one (进出口银行, 中国进出口银行) or as a full form."""
        if self.holds(doc, word):
            return True
        known = self._named.get((doc, word))
        if known is None:
            place = self.lexicon.frame.gazetteer.canonical(word)
            joined, places = self._join(doc)
            known = self._named.keep((doc, word), word in joined or place in places)
        return known

    def _join(self, doc: str) -> tuple[str, frozenset[str | None]]:
        """All words of an article in one text, and the places that they name."""
        known = self._joined.get(doc)
        if known is None:
            held = self._articles[doc].words
            canonical = self.lexicon.frame.gazetteer.canonical
            known = self._joined.keep(doc, ("\n".join(held), frozenset(map(canonical, held)) - {None}))
        return known

    def rare(self, doc: str) -> tuple[frozenset[str], float]:
        """The rare words of an article, whom and what it is about, and their bits in all."""
        known = self._rare.get(doc)
        if known is None:
            bits = self.bits
            words = frozenset([word for word in self._articles[doc].words if bits(word) >= RARE])
            known = self._rare.keep(doc, (words, math.fsum(map(self.bits, words))))
        return known

    def is_rare(self, word: str) -> bool:
        """Whether the word is so rare that it names something."""
        return self.bits(word) >= RARE

    def kinship(self, a: str, b: str) -> float | None:
        """The share of the poorer article's rare words that stand in the other too; None where it has too few."""
        (ours, bits), (theirs, more) = self.rare(a), self.rare(b)
        if len(theirs) < len(ours):
            ours, theirs, bits = theirs, ours, more
        if len(ours) < _FEW:
            return None
        return math.fsum(map(self.bits, ours & theirs)) / bits


def _restore(
    documents: int,
    counts: Mapping[str, int],
    articles: Mapping[str, ArticleWords],
    lexicon: Lexicon,
    dated: bool,
) -> CorpusStats:
    return CorpusStats(documents, counts, articles, lexicon, dated=dated)


def content(found: Iterable[str]) -> list[str]:
    """The words that carry content: two Han letters or more, or a Latin name; no numerals.

    A name that the segmenter does not know falls apart into letters: a run of them, none a common word of its own, is
    taken for one word.
    """
    kept: list[str] = []
    run: list[str] = []
    for word in (*found, ""):
        role = _role(word)
        if role == "letter":
            run.append(word)
            continue
        if run:
            if len(run) > 1:
                kept.append("".join(run))
            run.clear()
        if role == "content":
            kept.append(word)
    return kept


@lru_cache(maxsize=1 << 17)
def _role(word: str) -> Literal["content", "letter", "none"]:
    """What a word is for `content`: one of its own, a letter that may belong to a longer one, or neither."""
    if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
        alone = _HAN_NUMERAL.fullmatch(word) is not None or in_an_article(word) > _COMMON
        return "none" if alone else "letter"
    return "content" if _CONTENT.fullmatch(word) and not _HAN_NUMERAL.fullmatch(word) else "none"


class CountedWords(NamedTuple):
    """What is counted of articles: `read` by id, `seen` in how many texts a word stands, of `texts` that differ."""

    read: Mapping[str, ArticleWords]
    count_reprints: Callable[[tuple[str, ...]], int]  # how many articles have just these words
    seen: Mapping[str, int]
    texts: int
    dated: int
    articles: int


class WordCounts:
    """In how many articles each word stands.

    Reprints of one text count as one article: a name is not commoner for being printed again.
    """

    def __init__(self, articles: Mapping[str, Article], counted: CountedWords | None = None) -> None:
        """`articles` by id; `counted` is of them, where it is known."""
        self._articles = articles
        self._held = counted or _count_words(articles)

    def describe(self, lexicon: Lexicon) -> CorpusStats:
        """The statistics of these articles."""
        held = self._held
        return self._describe(lexicon, held.texts, held.seen, held.read, (held.dated, held.articles))

    def describe_moved(self, gone: Iterable[str], come: Iterable[Article], lexicon: Lexicon) -> CorpusStats:
        """The statistics of these articles without some, ids, and with others; it costs no more than those do."""
        held, texts = self._held, Counter[tuple[str, ...]]()
        added, lost = {article.document.id: list_article_words(article) for article in come}, tuple(gone)
        dated = held.dated
        for doc in lost:
            texts[held.read[doc].words] -= 1
            dated -= self._articles[doc].document.date is not None
        for article in come:
            texts[added[article.document.id].words] += 1
            dated += article.document.date is not None
        seen, documents = _ChangedCounts(held.seen), held.texts
        for text, number in texts.items():
            before = held.count_reprints(text)
            step = bool(before + number) - bool(before)
            documents += step
            seen.count(text, step)
        known = Changed(held.read, lost, added)
        return self._describe(lexicon, documents, seen, known, (dated, held.articles - len(lost) + len(added)))

    def list_changes(self, articles: Iterable[Article]) -> tuple[list[str], list[Article]]:
        """What of these articles, ids, others lack, and what of the others these lack."""
        wanted = {article.document.id: article for article in articles}
        gone = [doc for doc, article in self._articles.items() if wanted.get(doc) is not article]
        return gone, [article for doc, article in wanted.items() if self._articles.get(doc) is not article]

    @staticmethod
    def _describe(
        lexicon: Lexicon,
        documents: int,
        counts: Mapping[str, int],
        read: Mapping[str, ArticleWords],
        dated: tuple[int, int],
    ) -> CorpusStats:
        """`dated` are how many of how many articles are."""
        return CorpusStats(documents, counts, read, lexicon, dated=dated[0] > _DATED * dated[1])


def _count_words(articles: Mapping[str, Article]) -> CountedWords:
    read = {doc: list_article_words(article) for doc, article in articles.items()}
    texts = Counter(found.words for found in read.values())
    return CountedWords(
        read=read,
        count_reprints=texts.__getitem__,
        seen=Counter(word for words in texts for word in words),
        texts=len(texts),
        dated=sum(article.document.date is not None for article in articles.values()),
        articles=len(read),
    )


class _ChangedCounts(Mapping[str, int]):
    """Word → in how many texts it stands, by counts from which few differ."""

    def __init__(self, held: Mapping[str, int]) -> None:
        self._held, self._steps = held, Counter[str]()

    def count(self, words: Iterable[str], step: int) -> None:
        """Count each of some words once more, or less."""
        for word in words if step else ():
            self._steps[word] += step

    def __getitem__(self, word: str) -> int:
        return self._held.get(word, 0) + self._steps.get(word, 0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held.keys() | self._steps.keys())

    def __len__(self) -> int:
        return len(self._held.keys() | self._steps.keys())


def corpus_stats(articles: Iterable[Article], lexicon: Lexicon, known: WordCounts | None = None) -> CorpusStats:
    """The statistics of a corpus; the same for any order of its articles. `known` are counts of nearly the same."""
    if known is None:
        return WordCounts({article.document.id: article for article in articles}).describe(lexicon)
    return known.describe_moved(*known.list_changes(articles), lexicon)


def words_of(document: Document, text: Text, title: str | None = None) -> ArticleWords:
    """The content words of one article; no other article decides on them. `title` is that of the document, folded."""
    text = CleanText.of(text).text
    folded = text.folded
    start = text.sentences[0][0] if text.sentences else 0
    head = (title if title is not None else document.title or "") + "\n" + folded[start : start + _HEAD]
    return ArticleWords(words=tuple(sorted({*content(words(folded))})), head=tuple(sorted({*content(words(head))})))


def share_words(article: Article) -> Article:
    """The article with each of its words kept in memory once for all articles that hold it."""
    found = article.words
    if found is None:
        return article
    shared = ArticleWords(words=tuple(map(sys.intern, found.words)), head=tuple(map(sys.intern, found.head)))
    return msgspec.structs.replace(article, words=shared)


def list_article_words(article: Article) -> ArticleWords:
    """The content words of an article, and those of its head."""
    return article.words or words_of(article.document, article.text)
