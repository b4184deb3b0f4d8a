"""What is nobody's prose, recognised by its form: bylines, captions, disclaimers, link lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import TextLexicon
    from factcheck.model import Article, Span, Text

_HEADLINE = 32  # letters; a longer line without a stop is a paragraph that lost it
_NAME = 30  # letters; longer words between marks are more than a name
_CLAUSE = re.compile(r"[，。！？；：…]")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_LINE = re.compile(r"[^\n\r\ufffc]+")
_BREAK = re.compile(r"\n")
_STOPPED = re.compile(r"[。！？；…：，.][”’\"')】\s]*$")


def find_boilerplate(text: Text, lexicon: TextLexicon) -> tuple[tuple[str, Span], ...]:
    """Class and span of every stretch of boilerplate, as offsets into the text; spans of two classes may overlap."""
    folded = text.folded
    found: set[tuple[str, Span]] = set()
    lines = [0, *(match.end() for match in _BREAK.finditer(folded))]
    for one in lexicon.boilerplate_patterns:
        for pattern in one.within:
            found.update([(one.name, span) for span in _find(pattern, folded, lines)])
        for pattern in one.sentence:
            found.update([(one.name, _sentence_at(text.sentences, at)) for at, _ in _find(pattern, folded, lines)])
        for pattern in one.line:
            found.update([(one.name, _line_at(folded, at)) for at, _ in _find(pattern, folded, lines)])
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


def _find(pattern: re.Pattern[str], folded: str, lines: Sequence[int]) -> list[Span]:
    """Where a pattern matches; one that begins with `^` is tried where a line begins, and nowhere else."""
    if not pattern.pattern.startswith("^"):
        return [match.span() for match in pattern.finditer(folded)]
    found: list[Span] = []
    for at in lines:
        if (not found or at >= found[-1][1]) and (match := pattern.match(folded, at)):
            found.append(match.span())
    return found


def _sentence_at(sentences: tuple[Span, ...], at: int) -> Span:
    """The sentence at `at`, or the one before it where a space stands there."""
    number = bisect_right(sentences, at, key=itemgetter(0)) - 1
    return sentences[number] if number >= 0 and sentences else (at, at + 1)


def _line_at(folded: str, at: int) -> Span:
    end = folded.find("\n", at)
    return folded.rfind("\n", 0, at) + 1, end if end >= 0 else len(folded)


def find_title_citations(text: Text) -> tuple[Span, ...]:
    """Spans of title citations, 《…》, marks included."""
    return tuple(match.span() for match in _TITLE.finditer(text.folded))


def find_quoted_names(article: Article) -> tuple[Span, ...]:
    """Spans of the names and terms between quotation marks, marks left out: short, of one clause, nobody's speech."""
    return tuple(
        (q.start, q.end)
        for q in article.quotations
        if q.role != "speech" and q.end - q.start <= _NAME and not _CLAUSE.search(q.text)
    )


def find_headlines(text: Text) -> tuple[Span, ...]:
    """Spans of short lines that end without punctuation: headlines, subheads, labels."""
    return tuple(
        match.span()
        for match in _LINE.finditer(text.folded)
        if len(line := match.group().strip()) <= _HEADLINE and not _STOPPED.search(line)
    )
