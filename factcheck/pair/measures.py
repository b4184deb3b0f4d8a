"""What two measures are to one another: the same, one and more of it, or two that texts set against one another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.model import Value
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.concepts import ConceptWords


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
    at = 0
    for start, word in known.find(measure):
        yield from _cut_between(measure[at:start], known)
        yield word
        at = start + len(word)
    yield from _cut_between(measure[at:], known)


def _cut_between(text: str, known: ConceptWords) -> Iterator[str]:
    """The words of a stretch in which no word of two letters is in the tables; one letter may be (男, 额)."""
    if not text:
        return
    run: list[str] = []
    for word in (*words(text), ""):
        if word and word not in known.empty and word not in known.sides and word not in known.concepts:
            run.append(word)
            continue
        yield from content(run)
        run.clear()
        if word:
            yield word


def relate_measures(
    one: frozenset[str], other: frozenset[str], lexicon: Lexicon, *, said: tuple[str, str] = ("", "")
) -> MeasureRelation:
    """What two measures are to one another, given by their concepts.

    `said` are the folded sentences of both: a concept that the other sentence says elsewhere is not left over, but a
    contrast of the measures themselves holds all the same, for 出口2亿元、进口3亿元 says both.
    """
    if not one or not other:
        return MeasureRelation(level=MeasureLevel.UNKNOWN)
    known = lexicon.pair.concepts
    ours, theirs = one - other, other - one
    contrast = find_contrast(ours, theirs, known)
    if contrast is not None:
        return MeasureRelation(level=MeasureLevel.CONTRAST, ours=ours, theirs=theirs, contrast=contrast)
    ours = frozenset(word for word in ours if word not in said[1])
    theirs = frozenset(word for word in theirs if word not in said[0])
    alone = sorted((ours | theirs) & known.alone)
    if alone:
        return MeasureRelation(level=MeasureLevel.CONTRAST, ours=ours, theirs=theirs, contrast=alone[0])
    return MeasureRelation(level=_find_level(ours, theirs, one & other), ours=ours, theirs=theirs)


def find_contrast(ours: Iterable[str], theirs: Iterable[str], known: ConceptWords) -> str | None:
    """The name of a contrast between a concept of the one and a concept of the other; the first by name."""
    pairs = ((one, other) for one in ours if one in known.sides for other in theirs)
    return min((name for pair in pairs if (name := known.set_against(*pair)) is not None), default=None)


def _find_level(ours: frozenset[str], theirs: frozenset[str], both: frozenset[str]) -> MeasureLevel:
    if not ours and not theirs:
        return MeasureLevel.SAME
    if not ours or not theirs:
        return MeasureLevel.CONTAINED
    return MeasureLevel.RELATED if both else MeasureLevel.APART
