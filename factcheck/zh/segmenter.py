"""Words and parts of speech: rjieba where a wheel exists, jieba elsewhere; both cut alike."""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

Cut = Callable[[str], list[str]]
Tag = Callable[[str], str]
_TAGS = 1 << 16  # words whose part of speech is remembered

# No word of the language ends so, but the segmenter makes them up: of the letters that a measure ends in, or of
# measures that its dictionary lacks, and a verb of being or reaching.
_VERBS = frozenset("为达在至到超破仅约近")
_NOUN_AND_VERB = re.compile(f"(?:[数量额率价值幅]|营收|点赞|活)[{''.join(sorted(_VERBS))}]")
# Only runs of Han letters go to the segmenter: there both cut alike (elsewhere `2023-08-16` is one word or five).
_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9.&+-]*|[0-9]+(?:[.,][0-9]+)*|\s+|.")


class ChineseSegmenter:
    """The segmenter of this machine, loaded when first asked for a word; see `factcheck.lexicon.text.Segmenter`."""

    def __init__(self) -> None:
        # of a function, not of a method: a cycle would keep the dictionary in memory
        self.tag: Tag = lru_cache(maxsize=_TAGS)(_LazyTag())

    def __reduce__(self) -> tuple[Any, ...]:
        return ChineseSegmenter, ()

    @cached_property
    def _cut(self) -> Cut:
        return load_cutter()

    def words(self, folded: str) -> list[str]:
        """The words of a folded text; joined, they are the text again."""
        cut = self._cut
        divided = _NOUN_AND_VERB.search(folded) is not None  # else no word is
        found: list[str] = []
        for run in _RUN.findall(folded):
            if "\u4e00" <= run[0] <= "\u9fff" and len(run) > 1:
                found += _divide(cut(run)) if divided else cut(run)
            else:
                found.append(run)
        return found


def _divide(words: list[str]) -> Iterator[str]:
    """The words; the last letters of a noun that measures and a verb of being are two (用户|数为 for 用户|数|为)."""
    for word in words:
        if word[-1] in _VERBS and _NOUN_AND_VERB.fullmatch(word):
            yield word[:-1]
            yield word[-1]
        else:
            yield word


class _LazyTag:
    """The tagger of this machine, loaded with its first word."""

    @cached_property
    def _tag(self) -> Tag:
        return load_tagger()

    def __call__(self, word: str) -> str:
        return self._tag(word)


@cache  # the dictionary is large, and every segmenter reads the same
def load_cutter() -> Cut:
    """The segmenter of this machine, loaded once."""
    return load_rust_cutter() if importlib.util.find_spec("rjieba") else load_python_cutter()


def load_rust_cutter() -> Cut:
    """jieba's algorithm and dictionary in Rust."""
    import rjieba

    cut: Cut = rjieba.cut
    return cut


def load_python_cutter() -> Cut:
    """jieba itself, with a private cache folder: a shared one could hold a marshalled file of another user's making."""
    import jieba

    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    folder = tempfile.TemporaryDirectory(prefix="factcheck-")
    tokenizer.tmp_dir, tokenizer.cache_file = folder.name, str(Path(folder.name, "jieba.cache"))
    with folder:
        tokenizer.initialize()

    def cut(text: str) -> list[str]:
        return list(tokenizer.cut(text))

    return cut


@cache
def load_tagger() -> Tag:
    """The part of speech of one word, from the segmenter of this machine; both know the same dictionary."""
    return load_rust_tagger() if importlib.util.find_spec("rjieba") else load_python_tagger()


def load_rust_tagger() -> Tag:
    """The tags of the dictionary in Rust."""
    import rjieba

    def tag(word: str) -> str:
        found = rjieba.tag(word) if rjieba.has_word(word) else []
        return str(found[0][1]) if len(found) == 1 else "x"

    return tag


def load_python_tagger() -> Tag:
    """The tags of jieba's dictionary file; x for what its segmenter would cut, as in Rust."""
    import jieba

    cut = load_cutter()
    tags: dict[str, str] = {}
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, _, name = line.decode("utf-8").split(" ")[:3]
            tags[word] = name.strip()

    def tag(word: str) -> str:
        return tags[word] if word in tags and cut(word) == [word] else "x"

    return tag
