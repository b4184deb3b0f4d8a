"""Fingerprints, alignment and clusters: what is printed more than once, and what changed on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Passage, Skipped, Text
    from factcheck.progress import Progress

_MASKED = f"{MASK} \t\r\n"
__all__ = ["boilerplate_classes", "passages"]


def passages(
    articles: Sequence[Article],
    progress: Progress | None = None,
    *,
    lexicon: Lexicon,
    skipped: list[Skipped] | None = None,
) -> tuple[Passage, ...]:
    """What is printed in two places or more, within and across articles, in the order of first places.

    Script, width, punctuation and case do not count. An article that its file holds twice, and a group of articles
    that reprint one another, is one passage with `whole` set. The same for any order of `articles`.
    That paragraphs stand in too many articles to be compared is put into `skipped`, once.
    """
    from factcheck.passage.find import find_passages

    return find_passages(articles, progress=progress, lexicon=lexicon, skipped=skipped)


def boilerplate_classes(texts: Iterable[Text], *, lexicon: Lexicon) -> dict[str, int]:
    """How many stretches of each class of boilerplate the texts hold, classes by name; for `--verbose`.

    Stretches of a class that overlap count once; what is masked, such as front matter, counts nothing.
    """
    from factcheck.text.boilerplate import find_boilerplate

    counts: dict[str, int] = {}
    for text in texts:
        reached: dict[str, int] = {}
        for name, (start, end) in find_boilerplate(text, lexicon.text):
            if not text.folded[start:end].strip(_MASKED):
                continue
            if start >= reached.get(name, 0):
                counts[name] = counts.get(name, 0) + 1
            reached[name] = max(end, reached.get(name, 0))
    return dict(sorted(counts.items()))
