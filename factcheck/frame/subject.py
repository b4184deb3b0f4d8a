"""Who or what a figure is about: a name of its clause, of an earlier clause, of the sentence before, or the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frame.lexicon import lexicon

if TYPE_CHECKING:
    from factcheck.frame.names import Name
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.model import Quantity

_SAID = 8  # letters between a source and its verb of saying


def subject(sentence: Sentence, quantity: Quantity, topic: Topic) -> str | None:
    """The subject as the sentence names it, or None."""
    if topic.bare is not None:
        return topic.bare
    if topic.whole is not None:
        return topic.whole
    start, _ = sentence.clause_of(quantity.start)
    counted = {other.end for other in sentence.quantities}
    own = [
        name
        for name in sentence.names
        if start <= name.start and name.end <= topic.begin and name.end <= quantity.start and name.start not in counted
    ]
    near = [name for name in own if name.start >= topic.slot.start]
    for held in (near, own):
        if found := _first(held, topic):
            return found
    for first, last in sentence.clauses_before(start):
        held = [name for name in sentence.names if first <= name.start and name.end <= last and name.start not in counted]
        if held and not _says(sentence, held[0], last) and (found := _first(held, topic)):
            return found
    return None


def heading(sentence: Sentence) -> str | None:
    """The subject that a sentence leaves to the next one: the first name of its first clause that says nothing."""
    for first, last in sentence.clauses:
        held = [name for name in sentence.names if first <= name.start and name.end <= last and not (name.oblique or name.weak)]
        if held and not _says(sentence, held[0], last):
            return held[0].text
    return None


def _first(held: list[Name], topic: Topic) -> str | None:
    """The first name that is neither compared with nor acted upon, and is not what is measured."""
    for name in held:
        if not name.oblique and not name.weak and name.text != topic.measure:
            return name.text
    return None


def _says(sentence: Sentence, name: Name, end: int) -> bool:
    """Whether a name is only the source of what follows."""
    behind = sentence.folded[name.end : min(end, name.end + _SAID)]
    return lexicon().attribution.search(behind) is not None and not name.place
