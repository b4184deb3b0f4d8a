"""What a model of the frame sees of the words of a sentence, whichever figure of it is asked about.

Everything is a name of a feature. A word itself is one only where the segmenter's dictionary has it and it is nobody's
name; of every other word the model sees its form.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon

TAGS = (
    "", "n", "v", "vn", "a", "d", "m", "q", "p", "c", "u", "f", "t", "ns", "nr", "nt", "nz", "x", "r", "b", "j", "eng",
    "mark", "digit", "vd",
)  # fmt: skip
_TAG_NUMBERS = {name: number for number, name in enumerate(TAGS)}
_LIKE = {"an": "n", "ad": "d", "l": "j", "i": "j", "s": "n", "ng": "n", "vg": "v", "tg": "t", "nrt": "nr", "nrfg": "nr"}
_NAMES = frozenset({"x", "nr", "nrt", "nrfg", "eng"})
_OPENING, _CLOSING = "(（[【", ")）]】"


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
    held = lexicon.words
    if tag(word) not in _NAMES:
        found.append(f"word={word}")
    else:
        found.append(f"form={min(len(word), 4)}")
    if word in groups:
        small, large = groups[word]
        found += [f"group={small}", f"class={large}"]
    if tag(word[-1]) != "x":
        found.append(f"ends={word[-1]}")
    for name, holds in (
        ("measures", word.endswith(held.measure_nouns)),
        ("counting", word in held.counting_nouns),
        ("predicate", word in held.predicates),
        ("pronoun", word in held.pronouns),
        ("joins", lexicon.joins(word)),
        ("opens", lexicon.opens(word)),
        ("share", word in held.share_words),
        ("modal", word in held.modals),
        ("growth", word in held.growth),
        ("body", word.endswith(held.organisations)),
        ("actor", word.endswith(held.actors)),
        ("place", word in lexicon.gazetteer.names),
        ("compares", word in held.comparison_openers),
        ("oblique", word in held.obliques),
    ):
        if holds:
            found.append(f"is={name}")
    return tuple(found)


def describe_positions(sentence: Sentence) -> list[tuple[str, ...]]:
    """The features of each word of a sentence that come from what stands in it: dates, places, names, figures."""
    n, ends = len(sentence.words), sentence.ends
    found: list[list[str]] = [[] for _ in range(n)]

    def mark(name: str, start: int, end: int) -> None:
        i = bisect_right(ends, start)
        first = i
        while i < n and ends[i] - len(sentence.words[i]) < end:
            found[i].append(f"{name}.in")
            i += 1
        if first < i:
            found[first].append(f"{name}.first")
            found[i - 1].append(f"{name}.last")

    for date in sentence.dates:
        mark("date" if date.period else "undated", date.start, date.end)
    for place in sentence.places:
        mark("compared" if place.oblique else "place", place.start, place.end)
    for name in sentence.names:
        if not name.place:
            mark("phrase" if name.weak else "name", name.start, name.end)
    for quantity in sentence.quantities:
        mark("figure", quantity.start, quantity.end)
    depth = 0
    quoted = False
    for i, word in enumerate(sentence.words):
        if word in _OPENING:
            depth += 1
        if depth:
            found[i].append("bracket")
        if quoted:
            found[i].append("quoted")
        if word in _CLOSING:
            depth = max(0, depth - 1)
        if word in "“《":
            quoted = True
        elif word in "”》":
            quoted = False
    for start, _ in sentence.clauses:
        i = bisect_right(ends, start)
        if i < n:
            found[i].append("clause.first")
    return [tuple(one) for one in found]


def describe_neighbours(before: str, word: str) -> tuple[str, ...]:
    """The features of a word beside the one before it, of the classes of both."""
    return (f"pair={before}.{word}",)
