"""What a model of the frame sees of the words of a sentence, whichever figure of it is asked about.

Everything is a name of a feature. A word itself is one only where the segmenter's dictionary has it and it is nobody's
name; of every other word the model sees its form.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon

TAGS = (
    "", "n", "v", "vn", "a", "d", "m", "q", "p", "c", "u", "f", "t", "ns", "nr", "nt", "nz", "x", "r", "b", "j", "eng",
    "mark", "digit", "vd",
)  # fmt: skip
_TAG_NUMBERS = {name: number for number, name in enumerate(TAGS)}
_LIKE = {"an": "n", "ad": "d", "l": "j", "i": "j", "s": "n", "ng": "n", "vg": "v", "tg": "t", "nrt": "nr", "nrfg": "nr"}
_NAMES = frozenset({"x", "nr", "nrt", "nrfg", "eng"})
_OPENING, _CLOSING, _QUOTES = "(（[【", ")）]】", "“”《》"
_BRACKETS = frozenset(_OPENING + _CLOSING + _QUOTES)


# What the lexicon says of a word, in the order in which it is said.
_CLASSES = (
    "measures", "counting", "predicate", "pronoun", "joins", "opens", "share", "modal", "growth", "body", "actor",
    "place", "compares", "oblique",
)  # fmt: skip
_IS = tuple(f"is={name}" for name in _CLASSES)
_JOINS, _OPENS, _PLACE = map(_CLASSES.index, ("joins", "opens", "place"))


@lru_cache(maxsize=2)
def _class_tables(lexicon: FrameLexicon) -> tuple[dict[str, list[int]], dict[str, list[tuple[int, tuple[str, ...]]]]]:
    """The numbers of the classes of words, and by the last letter of a word those of classes told by endings."""
    held = lexicon.words
    members = {
        "counting": held.counting_nouns, "predicate": held.predicates, "pronoun": held.pronouns,
        "share": held.share_words, "modal": held.modals, "growth": held.growth, "compares": held.comparison_openers,
        "oblique": held.obliques,
    }  # fmt: skip
    by_word: dict[str, list[int]] = {}
    for name, words in members.items():
        for word in set(words):
            by_word.setdefault(word, []).append(_CLASSES.index(name))
    by_letter: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for name, endings in (("measures", held.measure_nouns), ("body", held.organisations), ("actor", held.actors)):
        for letter in {ending[-1] for ending in endings}:
            alike = tuple(ending for ending in endings if ending[-1] == letter)
            by_letter.setdefault(letter, []).append((_CLASSES.index(name), alike))
    return by_word, by_letter


def tag_class(word: str) -> str:
    """The class of a word: its part of speech, of a narrower list than the segmenter's; mark and digit are classes."""
    first = word[0]
    if first.isdigit():
        return "digit"
    if not first.isalnum():
        return "mark"
    if first.isascii():
        return "eng"
    name = tag(word)
    if name in _TAG_NUMBERS:
        return name
    return _LIKE.get(name) or (name[0] if name[0] in _TAG_NUMBERS else "x")


def is_of_dictionary(word: str) -> bool:
    """Whether a word may be a feature: the dictionary of the segmenter has it, and not as somebody's name."""
    return word[0].isalnum() and not word.isascii() and tag(word) not in _NAMES


def tag_number(word: str) -> int:
    """The place of the class of a word in `TAGS`."""
    return _TAG_NUMBERS[tag_class(word)]


def describe_word(word: str, lexicon: FrameLexicon, groups: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
    """The features of a word that no other word changes. `groups` has the numbers of its classes by company."""
    kind = tag_class(word)
    found = ["any", f"tag={kind}"]
    if kind == "mark":
        found.append(f"mark={ord(word[0])}")
    if kind in {"mark", "digit", "eng"}:
        return (*found, f"form={kind}.{min(len(word), 4)}")
    if is_of_dictionary(word):
        found.append(f"word={word}")
    else:
        found.append(f"form={min(len(word), 4)}")
    if word in groups:
        small, large = groups[word]
        found += [f"group={small}", f"class={large}"]
    if tag(word[-1]) != "x":
        found.append(f"ends={word[-1]}")
    by_word, by_letter = _class_tables(lexicon)
    classes = [*by_word.get(word, ())]
    classes += [number for number, endings in by_letter.get(word[-1], ()) if word.endswith(endings)]
    if lexicon.joins(word):
        classes.append(_JOINS)
    if lexicon.opens(word):
        classes.append(_OPENS)
    if word in lexicon.gazetteer.names:
        classes.append(_PLACE)
    found += [_IS[number] for number in sorted(classes)]
    return tuple(found)


def describe_positions(sentence: Sentence) -> dict[int, list[str]]:
    """The features of words of a sentence that come from what stands in it: dates, places, names, figures, brackets.

    Words that have none are left out.
    """
    found: dict[int, list[str]] = {}
    for name, start, end in _stretches(sentence):
        _mark_stretch(found, sentence, name, start, end)
    if not _BRACKETS.isdisjoint(sentence.words):
        _mark_brackets(found, sentence.words)
    for start, _ in sentence.clauses:
        if (i := bisect_right(sentence.ends, start)) < len(sentence.words):
            found.setdefault(i, []).append("clause.first")
    return found


def _stretches(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """What the grammar finds in a sentence, by name, with its span."""
    for date in sentence.dates:
        yield "date" if date.period else "undated", date.start, date.end
    for place in sentence.places:
        yield "compared" if place.oblique else "place", place.start, place.end
    for name in sentence.names:
        if not name.place:
            yield "phrase" if name.weak else "name", name.start, name.end
    for quantity in sentence.quantities:
        yield "figure", quantity.start, quantity.end


def _mark_stretch(found: dict[int, list[str]], sentence: Sentence, name: str, start: int, end: int) -> None:
    first = i = bisect_right(sentence.ends, start)
    inside, n = f"{name}.in", len(sentence.words)
    while i < n and sentence.ends[i] - len(sentence.words[i]) < end:
        found.setdefault(i, []).append(inside)
        i += 1
    if first < i:
        found[first].append(f"{name}.first")
        found[i - 1].append(f"{name}.last")


def _mark_brackets(found: dict[int, list[str]], words: Sequence[str]) -> None:
    """Mark the words in brackets, the brackets too, and those in quotation marks."""
    depth, quoted = 0, False
    for i, word in enumerate(words):
        depth += word in _OPENING
        if depth:
            found.setdefault(i, []).append("bracket")
        if quoted:
            found.setdefault(i, []).append("quoted")
        if word in _CLOSING:
            depth = max(0, depth - 1)
        if word in _QUOTES:
            quoted = word in _QUOTES[::2]


def describe_neighbours(before: str, word: str) -> tuple[str, ...]:
    """The features of a word beside the one before it, of the classes of both."""
    return (f"pair={before}.{word}",)
