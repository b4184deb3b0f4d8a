"""A stored text made ready for the stages: folded, masked, cut into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.fold import fold
from factcheck.text.head import with_head
from factcheck.text.mask import masked
from factcheck.text.sentences import sentences

if TYPE_CHECKING:
    from factcheck.model import Text


def prepare(stored: str, head: int = 0) -> Text:
    """`head` letters at the start are front matter and never searched."""
    folded = masked(fold(stored), stored, head)
    return with_head(stored, folded, sentences(folded))
