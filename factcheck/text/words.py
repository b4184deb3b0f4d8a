"""The one seam to word segmentation: rjieba where a wheel exists, jieba elsewhere; both cut alike."""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable
from functools import cache
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
