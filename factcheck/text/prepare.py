"""A stored text made ready for the stages: folded, masked, cut into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.head import with_head
from factcheck.text.mask import mask
from factcheck.text.sentences import split_sentences

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.model import Text


def prepare(stored: str, head: int = 0, *, lexicon: Lexicon) -> Text:
    """`head` letters at the start are front matter and never searched."""
    folded = mask(lexicon.text.fold(stored), stored, head)
    return with_head(stored, folded, split_sentences(folded, lexicon.text))
