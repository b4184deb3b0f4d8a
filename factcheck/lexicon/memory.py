"""What was found of single words, and of short stretches of text, so that each is looked at once."""

from __future__ import annotations

from typing import Any, TypeVar

_MOST = 1 << 16  # words; a corpus has more, but few of them often
Found = TypeVar("Found")


class WordMemory(dict[str, Found]):
    """Word → what was found of it, filled as words are asked for, emptied when full; a pickle carries none of it."""

    __slots__ = ()

    def keep(self, word: str, found: Found) -> Found:
        """Remember what was found, and hand it on."""
        if len(self) >= _MOST:
            self.clear()
        self[word] = found
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        """An empty one."""
        return WordMemory, ()
