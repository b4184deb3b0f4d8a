"""A stored text made ready for the stages: folded, masked, cut into sentences."""

from __future__ import annotations

from factcheck.model import Text
from factcheck.text.fold import fold
from factcheck.text.mask import masked
from factcheck.text.sentences import sentences


def prepare(stored: str, head: int = 0) -> Text:
    """`head` letters at the start are front matter and never searched."""
    folded = masked(fold(stored), stored, head)
    return Text(stored=stored, folded=folded, sentences=sentences(folded))
