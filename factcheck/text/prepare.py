"""A stored text made ready for the stages: masked, folded, freed of what no reader sees, cut into sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.text.head import with_head
from factcheck.text.joins import outward
from factcheck.text.lines import join_lines
from factcheck.text.markup import JOIN, join_markup
from factcheck.text.mask import mask
from factcheck.text.sentences import split_sentences

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.model import Text

_APART = re.compile(r"\d(?:，\ ?\d|\ [.\d]|\.\ \d)")  # digits with what may stand inside a figure
_INSIDE_FIGURE = {ord(" "): JOIN, ord("，"): ","}


def prepare(stored: str, head: int = 0, *, lexicon: Lexicon) -> Text:
    """`head` letters at the start are front matter and never searched."""
    seen, words = join_markup(mask(stored, head)), lexicon.text
    # What joins is no letter to those beside it: each step reads the letters that the one before left.
    seen = _spread(seen, words.fold(seen.replace(JOIN, "")))
    seen = _spread(seen, join_lines(seen.replace(JOIN, ""), words))
    letters = seen.replace(JOIN, "")
    for parted, figure in words.split_figures if _APART.search(letters) else ():
        if parted.search(letters) is not None:
            letters = figure.sub(lambda found: found.group().translate(_INSIDE_FIGURE), letters)
    seen = _spread(seen, letters)
    clean = seen.replace(JOIN, "")
    sentences = split_sentences(clean, words)
    if len(clean) < len(seen):
        offsets = [at for at, letter in enumerate(seen) if letter != JOIN]
        sentences = tuple([outward(span, stored, offsets) for span in sentences])
    return with_head(stored, seen, sentences, words)


def _spread(seen: str, letters: str) -> str:
    """`seen` with its letters replaced by `letters`; `JOIN` stays where it stands."""
    if JOIN not in seen:
        return letters
    following = iter(letters)
    return "".join([letter if letter == JOIN else next(following) for letter in seen])
