"""Chinese: idioms, proper names and fixed terms that hold a numeral, out of `words/names.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon.quantity import NameLexicon
from factcheck.zh.quantity_data import NameClasses
from factcheck.zh.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_names() -> NameLexicon:
    """Every name, folded. Raises `DataError` naming the line of a broken row."""
    classes = read_table("words/names.yaml", NameClasses).classes
    words = frozenset(word for row in classes.values() for word in row.split())
    return NameLexicon(
        words=words,
        shapes=_shapes(words),
        dimensions=frozenset("高重长宽深厚"),  # 身高一米八 is no 高一
        middle="中",
        among=frozenset("其当之"),  # 其中三人 is no 中三
    )


def _shapes(words: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Two letters (one, at the end of a word) to the (offset, length) of the words that hold them, longest first."""
    shapes: dict[str, set[tuple[int, int]]] = {}
    for word in words:
        for offset in range(len(word)):
            shapes.setdefault(word[offset : offset + 2], set()).add((offset, len(word)))
    return {letters: tuple(sorted(found, key=lambda shape: -shape[1])) for letters, found in shapes.items()}
