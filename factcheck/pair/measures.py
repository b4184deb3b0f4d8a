"""What two measures are to one another: the same, one and more of it, or two that texts set against one another."""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.model import Value
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.concepts import ConceptWords
    from factcheck.model import Span

_UNKNOWN = "x"  # tag of the segmenter of a word that is not in the dictionary


class MeasureLevel(StrEnum):
    """What two measures are to one another."""

    SAME = "same"  # in the same concepts, whatever their words
    CONTAINED = "contained"  # one says all that the other does, and more
    RELATED = "related"  # each says something of its own, and both something
    APART = "apart"  # they say nothing in common
    UNKNOWN = "unknown"  # one of them is not named
    CONTRAST = "contrast"  # each says what texts set against what the other says


class MeasureRelation(Value, frozen=True):
    """A level, the concepts that only one of the two says, and the contrast by name, if it is one."""

    level: MeasureLevel
    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    contrast: str | None = None


def read_concepts(measure: str, lexicon: Lexicon) -> frozenset[str]:
    """The concepts of a folded measure: words of one meaning are one, words that say nothing are left out.

    A measure of nothing but such words (人数) is those words.
    """
    known = lexicon.pair.concepts
    found = known.read.get(measure)
    if found is None:
        said = tuple(_find_words(measure, known))
        telling = frozenset(known.concepts.get(word, word) for word in said if word not in known.empty)
        found = known.read.keep(measure, telling or frozenset(said))
    return found


def _find_words(measure: str, known: ConceptWords) -> Iterator[str]:
    """The words of the tables, and between them those of the dictionary."""
    pieces = _list_pieces(measure)
    at = 0
    for start, word in known.find(measure):
        end = start + len(word)
        if start < at or _cuts_a_word(measure, (start, end), pieces, known):
            continue
        yield from _cut_between(measure[at:start], at, pieces, known)
        yield word
        at = end
    yield from _cut_between(measure[at:], at, pieces, known)


def _list_pieces(text: str) -> tuple[Span, ...]:
    """Where each word of the segmenter begins and ends."""
    ends = tuple(accumulate(len(word) for word in words(text)))
    return tuple(zip((0, *ends), ends, strict=False))


def _cuts_a_word(text: str, span: Span, pieces: tuple[Span, ...], known: ConceptWords) -> bool:
    """Whether a word of the tables is all but a letter of one of the dictionary: 董事 of 董事长.

    What has more letters beside it is a word of several, such as 汽车销量.
    """
    start, end = span
    for first, last in pieces:
        if (first < start < last or first < end < last) and tag(text[first:last]) != _UNKNOWN:
            rest = text[first : max(first, start)], text[min(end, last) : last]
            if any(len(part) == 1 and part not in known.empty for part in rest):
                return True
    return False


def _cut_between(text: str, at: int, pieces: tuple[Span, ...], known: ConceptWords) -> Iterator[str]:
    """The words of a stretch between those of the tables; a single letter counts where it is a word (男, 额)."""
    alone = {first for first, last in pieces if last - first == 1}
    run: list[str] = []
    for word in (*words(text), ""):
        known_word = word in known.empty or word in known.sides or word in known.concepts
        if word and not (known_word and (len(word) > 1 or at in alone)):
            run.append(word)
        else:
            yield from content(run)
            run.clear()
            if word:
                yield word
        at += len(word)


def relate_measures(
    one: frozenset[str], other: frozenset[str], lexicon: Lexicon, *, said: tuple[str, str] = ("", "")
) -> MeasureRelation:
    """What two measures are to one another, given by their concepts.

    `said` are the folded sentences of both: a concept that the other sentence says elsewhere is not left over, but a
    contrast of the measures themselves holds all the same, for 出口2亿元、进口3亿元 says both.
    """
    if not one or not other:
        return MeasureRelation(level=MeasureLevel.UNKNOWN)
    if one == other:
        return MeasureRelation(level=MeasureLevel.SAME)
    known = lexicon.pair.concepts
    ours, theirs = one - other, other - one
    contrast = find_contrast(ours, theirs, known)
    if contrast is not None:
        return MeasureRelation(level=MeasureLevel.CONTRAST, ours=ours, theirs=theirs, contrast=contrast)
    ours = frozenset(word for word in ours if not _is_said(word, said[1], known))
    theirs = frozenset(word for word in theirs if not _is_said(word, said[0], known))
    alone = sorted((ours | theirs) & known.alone)
    if alone:
        return MeasureRelation(level=MeasureLevel.CONTRAST, ours=ours, theirs=theirs, contrast=alone[0])
    return MeasureRelation(level=_find_level(ours, theirs, one & other), ours=ours, theirs=theirs)


def _is_said(concept: str, text: str, known: ConceptWords) -> bool:
    """Whether a text says a concept in any of its words."""
    return any(word in text for word in known.list_synonyms(concept))


def find_contrast(ours: Iterable[str], theirs: Iterable[str], known: ConceptWords) -> str | None:
    """The name of a contrast between a concept of the one and a concept of the other; the first by name."""
    pairs = ((one, other) for one in ours if one in known.sides for other in theirs)
    return min((name for pair in pairs if (name := known.set_against(*pair)) is not None), default=None)


def _find_level(ours: frozenset[str], theirs: frozenset[str], both: frozenset[str]) -> MeasureLevel:
    """The level of two measures that are not the same, by what is left over of each and what both say.

    What is said elsewhere makes them no more than one in the other: 48位校长(32位现任校长) says 现任 of another figure.
    """
    if not ours or not theirs:
        return MeasureLevel.CONTAINED
    return MeasureLevel.RELATED if both else MeasureLevel.APART
