"""What is left over of two statements laid side by side: words that the other article never says, by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.model import Value
from factcheck.pair.measures import find_contrast, read_concepts
from factcheck.pair.names import is_name
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.pair.view import ClaimView

WordClass = Literal["names", "times", "places", "scopes", "bases", "measures", "verbs", "fillers"]
_CLASSING, _NAMING = ("n", "b"), frozenset({"nr", "ns", "nt", "nz"})  # words that say of which kind; names
_TIME, _NOUNS, _VERBS = "t", ("n", "l", "j"), "v"  # tags of the segmenter begin so


class OwnWords(NamedTuple):
    """The words of each side that the other article never says."""

    ours: frozenset[str]
    theirs: frozenset[str]

    @property
    def differ(self) -> bool:
        """Whether each side has something of its own."""
        return bool(self.ours and self.theirs)


class LeftOver(Value, frozen=True):
    """The left-over words of two statements by class, and the contrast of the concepts among them, if there is one."""

    names: OwnWords  # rare names, of people, bodies, works
    times: OwnWords  # days, months, years, parts of them
    places: OwnWords  # of the gazetteer
    scopes: OwnWords  # how much of all is meant: the whole nation, the city, abroad
    bases: OwnWords  # what a change is measured against
    measures: OwnWords  # concepts and nouns of what is measured
    verbs: OwnWords
    fillers: OwnWords
    contrast: str | None = None

    @property
    def tells_two_facts(self) -> bool:
        """Whether the two differ in what hardly any two statements of one fact differ in.

        Over judged pairs these hit next to none of one fact; names and times do: a name is written in two ways, and
        今天 is 周三 to another article.
        """
        return self.contrast is not None or self.places.differ or self.scopes.differ or self.bases.differ

    @property
    def classes(self) -> tuple[WordClass, ...]:
        """The names of the fields that hold words, in their order."""
        return _CLASSES

    def list_contrasts(self) -> tuple[WordClass, ...]:
        """The classes in which each side has something of its own, in the order of the fields."""
        return tuple(name for name in _CLASSES if getattr(self, name).differ)


_CLASSES: tuple[WordClass, ...] = (
    "names", "times", "places", "scopes", "bases", "measures", "verbs", "fillers",
)  # fmt: skip


def find_left_over(a: ClaimView, b: ClaimView, stats: CorpusStats) -> LeftOver:
    """Lay the clauses of two figures side by side.

    A word is left over where neither the other sentence nor the other article says it, nor another word of its meaning.
    `stats` are those of the corpus that holds both articles.
    """
    ours, theirs = _sort_words(a, b, stats), _sort_words(b, a, stats)
    left = {name: OwnWords(ours[name], theirs[name]) for name in _CLASSES}
    measures = left["measures"]
    contrast = find_contrast(measures.ours, measures.theirs, a.lexicon.pair.concepts)
    return LeftOver(**left, contrast=contrast)


def are_kind_and_whole(a: ClaimView, b: ClaimView, stats: CorpusStats) -> bool:
    """Whether one clause tells of a kind of what the other tells of, and the article of the other never names the kind.

    A compound ends in what it is a kind of: 新能源汽车销量 is less than 汽车销量, 木制家具 are not all 家具.
    """
    return _tells_of_a_kind(a, b, stats) or _tells_of_a_kind(b, a, stats)


def _tells_of_a_kind(one: ClaimView, other: ClaimView, stats: CorpusStats) -> bool:
    ours, theirs = (read_concepts(view.clause_text, view.lexicon) for view in (one, other))
    return any(
        kind.endswith(whole)
        and _is_compound(kind, whole)
        and not any(word.endswith(whole) for word in theirs - {whole})
        and not _says(other, kind, stats)
        for whole in theirs - ours
        if len(whole) > 1
        for kind in ours - theirs
    )


def _is_compound(kind: str, whole: str) -> bool:
    """Whether a word is a noun behind words that say of which kind: 木制家具, and neither 望澜汽车 nor 每季度."""
    ahead = list(words(kind.removesuffix(whole)))
    classing = all(len(word) > 1 and tag(word).startswith(_CLASSING) and tag(word)[:2] not in _NAMING for word in ahead)
    return bool(ahead) and classing and tag(whole).startswith("n")


def _sort_words(one: ClaimView, other: ClaimView, stats: CorpusStats) -> dict[WordClass, frozenset[str]]:
    """The words of one clause that the other article never says, by class."""
    sorted_words: dict[WordClass, set[str]] = {name: set() for name in _CLASSES}
    bases = one.lexicon.pair.measures.bases.values()
    for word in _list_words(one):
        # 较上年同期 is 较去年同期: what counts is against which kind of time
        alike = any(base.search(word) and base.search(other.clause_text) for base in bases)
        if not alike and not _says(other, word, stats):
            sorted_words[_classify(word, one.lexicon, stats)].add(word)
    return {name: frozenset(words) for name, words in sorted_words.items()}


def _list_words(view: ClaimView) -> Iterator[str]:
    """Concepts of the clause, and the words that are in no table; a time of several words as one."""
    moments = view.lexicon.pair.moments.named
    yield from ("".join(match.group().split()) for match in moments.finditer(view.clause_text))
    yield from read_concepts(moments.sub("，", view.clause_text), view.lexicon)


def _says(view: ClaimView, word: str, stats: CorpusStats) -> bool:
    """Whether a sentence or its article says a word, or another one of its meaning."""
    group = view.lexicon.pair.concepts.list_synonyms(word)
    said = "".join(view.clause_text.split())
    return any(one in said or stats.names(view.claim.doc, one) for one in group)


def _classify(word: str, lexicon: Lexicon, stats: CorpusStats) -> WordClass:
    known = lexicon.pair.concepts
    if lexicon.pair.moments.named.fullmatch(word) is not None or tag(word).startswith(_TIME):
        return "times"
    if word in known.scopes:
        return "scopes"
    if any(base.search(word) is not None for base in lexicon.pair.measures.bases.values()):
        return "bases"
    if lexicon.frame.gazetteer.canonical(word) is not None:  # the dictionary calls half of a foreign name a place
        return "places"
    if word in known.groups or word in known.sides:
        return "measures"
    return _classify_unknown(word, lexicon, stats)


def _classify_unknown(word: str, lexicon: Lexicon, stats: CorpusStats) -> WordClass:
    """The class of a word that is in no table."""
    if is_name(word, lexicon):
        return "names" if stats.is_rare(word) else "fillers"
    if tag(word).startswith(_VERBS):
        return "verbs"
    return "measures" if tag(word).startswith(_NOUNS) else "fillers"
