"""Chinese: words of measures that mean the same, and words that are set against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import DataError
from factcheck.lexicon.concepts import ConceptWords, index_starts
from factcheck.model import say
from factcheck.strict_yaml import load
from factcheck.zh.tables import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.strict_yaml import Loaded

_SYNONYMS, _CONTRASTS = "words/synonyms.yaml", "words/contrasts.yaml"
_Rows = dict[str, dict[str, str]]  # family → what a row means → its words


class _Synonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: _Rows
    empty: str


class _Contrasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sets: _Rows
    alone: str
    scopes: str


def concept_words() -> ConceptWords:
    """The tables of the language. Raises `DataError` naming the line of a broken one."""
    return read_concept_words(read_text(_SYNONYMS), read_text(_CONTRASTS))


def read_concept_words(synonyms: str, contrasts: str) -> ConceptWords:
    """The tables as written in two files.

    Raises `DataError` naming file and line where the form is broken, a word is in two groups, a row has fewer than two
    sides, or one concept is on two sides of a row.
    """
    grouped = load(synonyms, f"factcheck/zh/{_SYNONYMS}", DataError)
    opposed = load(contrasts, f"factcheck/zh/{_CONTRASTS}", DataError)
    groups, sets = grouped.convert(_Synonyms), opposed.convert(_Contrasts)
    empty = frozenset(groups.empty.split())
    concepts = _read_groups(grouped, groups.groups, empty)
    concepts |= _shorten(sets.sets, concepts, empty)
    sides: dict[str, dict[str, frozenset[int]]] = {}
    scopes = frozenset(sets.scopes.split())
    words = set(concepts) | set(sets.alone.split()) | empty | scopes
    for family, gloss, row in _list_rows(sets.sets):
        where = opposed, ("sets", family, gloss)
        for word, side in _read_sides(row, concepts, where):
            words.add(word)
            sides.setdefault(concepts.get(word, word), {})[f"{family}: {gloss}"] = frozenset({side})
    return ConceptWords(
        concepts=concepts,
        sides=sides,
        groups=_list_groups(concepts),
        empty=empty,
        scopes=scopes,
        alone=frozenset(concepts.get(word, word) for word in sets.alone.split()),
        starts=index_starts(words),
    )


def _list_rows(families: _Rows) -> Iterator[tuple[str, str, str]]:
    for family, rows in families.items():
        for gloss, row in rows.items():
            yield family, gloss, row


def _read_groups(loaded: Loaded, groups: _Rows, empty: frozenset[str]) -> dict[str, str]:
    """Word → the first word of its group."""
    concepts: dict[str, str] = {}
    for family, gloss, row in _list_rows(groups):
        words = row.split()
        for word in words:
            if word in concepts or word in empty:
                raise _make_error(loaded, ("groups", family, gloss), "error.word-twice", word)
            concepts[word] = words[0]
    return concepts


def _list_groups(concepts: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Concept → its words."""
    groups: dict[str, list[str]] = {}
    for word, concept in concepts.items():
        groups.setdefault(concept, []).append(word)
    return {concept: tuple(words) for concept, words in groups.items()}


def _shorten(sets: _Rows, concepts: dict[str, str], empty: frozenset[str]) -> dict[str, str]:
    """Words of the contrasts that are another one and an empty word, to the concept of that one: 报名人数, 报名."""
    held = {word for *_, row in _list_rows(sets) for side in row.split() for word in side.split("|")} - set(concepts)
    bases = ((word, word.removesuffix(end)) for word in sorted(held) for end in empty if word.endswith(end))
    bases = ((word, base) for word, base in bases if len(base) > 1)  # 高中 is no 高
    return {word: concepts.get(base, base) for word, base in sorted(bases) if base in held or base in concepts}


def _read_sides(row: str, concepts: dict[str, str], where: tuple[Loaded, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """Every word of a row with the number of its side."""
    sides = [side.split("|") for side in row.split()]
    if len(sides) < 2:
        raise _make_error(*where, "error.one-side", row)
    seen: dict[str, int] = {}
    for number, side in enumerate(sides):
        for word in side:
            if seen.setdefault(concepts.get(word, word), number) != number:
                raise _make_error(*where, "error.both-sides", word)
            yield word, number


def _make_error(loaded: Loaded, path: tuple[str, ...], key: str, word: str) -> DataError:
    return DataError(
        say(key, word=word), where=f"{loaded.where}:{loaded.lines[path]}", cure=say("cure.one-word-one-group")
    )
