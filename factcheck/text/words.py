"""The one seam to word segmentation: rjieba where a wheel exists, jieba elsewhere; both cut alike."""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

Cut = Callable[[str], list[str]]


@cache
def cutter() -> Cut:
    """The segmenter of this machine, loaded when first asked for."""
    return rust_cutter() if importlib.util.find_spec("rjieba") else python_cutter()


def rust_cutter() -> Cut:
    """jieba's algorithm and dictionary in Rust."""
    import rjieba

    cut: Cut = rjieba.cut
    return cut


def python_cutter() -> Cut:
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


@lru_cache(maxsize=1 << 16)
def tag(word: str) -> str:
    """The part of speech of a whole word in jieba's dictionary (n, v, ns …); x where it does not stand there."""
    return tagger()(word)


@cache
def tagger() -> Callable[[str], str]:
    """The part of speech of one word, from the segmenter of this machine; both know the same dictionary."""
    return rust_tagger() if importlib.util.find_spec("rjieba") else python_tagger()


def rust_tagger() -> Callable[[str], str]:
    """The tags of the dictionary in Rust."""
    import rjieba

    def tag(word: str) -> str:
        found = rjieba.tag(word) if rjieba.has_word(word) else []
        return str(found[0][1]) if len(found) == 1 else "x"

    return tag


def python_tagger() -> Callable[[str], str]:
    """The tags of jieba's dictionary file; x for what its segmenter would cut, as in Rust."""
    import jieba

    cut = cutter()
    tags: dict[str, str] = {}
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, _, name = line.decode("utf-8").split(" ")[:3]
            tags[word] = name.strip()

    def tag(word: str) -> str:
        return tags[word] if word in tags and cut(word) == [word] else "x"

    return tag


# Only runs of Han letters go to the segmenter: there both cut alike (elsewhere `2023-08-16` is one word or five).
_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9.&+-]*|[0-9]+(?:[.,][0-9]+)*|\s+|.")


def words(folded: str) -> list[str]:
    """The words of a folded text; joined, they are the text again."""
    cut = cutter()
    found: list[str] = []
    for run in _RUN.findall(folded):
        if "\u4e00" <= run[0] <= "\u9fff" and len(run) > 1:
            found.extend(cut(run))
        else:
            found.append(run)
    return found
