"""Fingerprints, alignment and clusters: what is printed more than once, and what changed on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.passage.changes import Change, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Passage

__all__ = ["Change", "changes", "passages"]


def passages(articles: Sequence[Article]) -> tuple[Passage, ...]:
    """What is printed in two places or more, within and across articles, in the order of first places.

    Script, width, punctuation and case do not count. An article that its file holds twice, and a group of articles
    that reprint one another, is one passage with `whole` set. The same for any order of `articles`.
    """
    from factcheck.passage.find import found

    return found(articles)
