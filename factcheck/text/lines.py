"""Lines that end inside a sentence: a text broken at one length, and a figure or a year broken by a line's end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.markup import JOIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.lexicon import TextLexicon

_STOPS, _MARKS, _CLOSING = frozenset("。！？…"), frozenset("，；：、。！？…"), "”’\"')】》"
_MARK = re.compile(r"[，；：。！？](?!$)")
_WIDE = "\u2e7f"  # letters behind it take two columns, and the marks around a quotation do
_INDENT = " " * 2
_LONGEST, _SHORTEST = 100, 8  # letters of a line in a text that is broken at one length
_SLACK_LETTERS, _SLACK_COLUMNS = 1, 3  # by how much a full line is shorter than the longest
_LEAST_FULL = 2
_NO_HEADLINE = 40  # letters; where a text has but two lines, a first one so long is the beginning of its sentence
_HEADED = 3  # lines of a list of which one may be the heading
_AROUND = 24  # letters beside a line's end that are looked at for a figure


class _Line(NamedTuple):
    start: int
    end: int  # without the spaces at its end
    text: str


def join_lines(folded: str, lexicon: TextLexicon) -> str:
    """The text with `JOIN` for the line's ends inside sentences; a space between two words that are spelled."""
    if "\n" not in folded:
        return folded
    lines = list(_read_lines(folded))
    broken = set(_find_broken_figures(lines, lexicon)) | set(_find_wrapped(lines, lexicon))
    if not broken:
        return folded
    parts, at = [], 0
    for number in sorted(broken):
        first, second = lines[number], lines[number + 1]
        gap = " " if first.text[-1:].isascii() and first.text[-1:].isalpha() and second.text[:1].isascii() else ""
        gap = gap if second.text[:1].isalpha() else ""
        parts += [folded[at : first.end], gap + JOIN * (second.start - first.end - len(gap))]
        at = second.start
    return "".join([*parts, folded[at:]])


def _read_lines(folded: str) -> Iterator[_Line]:
    at = 0
    for row in folded.split("\n"):
        text = row.rstrip("\r ")
        yield _Line(at, at + len(text), text)
        at += len(row) + 1


def _find_broken_figures(lines: Sequence[_Line], lexicon: TextLexicon) -> Iterator[int]:
    """The lines whose end stands inside a figure, a year, or what cannot do without the figure behind it."""
    for number, (line, follower) in enumerate(pairwise(lines)):
        if not line.text or not follower.text or _ends_with(_STOPS, line.text):
            continue
        ahead, behind = line.text[-_AROUND:], follower.text[:_AROUND]
        if any(ending.search(ahead) and beginning.match(behind) for ending, beginning in lexicon.broken_figures):
            yield number


def _find_wrapped(lines: Sequence[_Line], lexicon: TextLexicon) -> Sequence[int]:
    """The lines of a text broken at one length that end inside a sentence; none where its lines are a list or verse."""
    longest = max(len(line.text) for line in lines)
    if not _SHORTEST <= longest <= _LONGEST or len(lines) < _LEAST_FULL:
        return ()
    return _of_one_length(lines, len, _SLACK_LETTERS, lexicon) or _of_one_length(
        lines, _columns, _SLACK_COLUMNS, lexicon
    )


def _of_one_length(
    lines: Sequence[_Line], measure: Callable[[str], int], slack: int, lexicon: TextLexicon
) -> Sequence[int]:
    sizes = [measure(line.text) for line in lines]
    full_size = max(sizes) - slack
    full, ragged = list[int](), 0
    for number, (line, follower) in enumerate(pairwise(lines)):
        goes_on = bool(line.text and follower.text) and not (
            follower.text.startswith(_INDENT) or lexicon.list_mark.match(follower.text)
        )
        if goes_on and not _ends_with(_STOPS, line.text):
            if sizes[number] >= full_size:
                full.append(number)
            elif number:  # the first line may be a headline
                ragged += 1
    least = 1 if max(len(line.text) for line in lines) >= _NO_HEADLINE and _is_one_sentence(lines) else _LEAST_FULL
    if len(full) < least or 3 * ragged > len(full) or _is_list_or_verse([lines[at].text for at in full], lines):
        return ()
    return full


def _is_one_sentence(lines: Sequence[_Line]) -> bool:
    """Whether there are two lines, and the second ends what the first begins."""
    held = [line.text for line in lines if line.text]
    return len(held) == _LEAST_FULL and _ends_with(_STOPS, held[1])


def _is_list_or_verse(full: Sequence[str], lines: Sequence[_Line]) -> bool:
    """Whether full lines are units of their own: none has a mark inside, most end with one, or all have the same.

    The first line may be the heading of a list of others alike.
    """
    inside = sum(_MARK.search(text) is not None for text in full)
    ended = sum(_ends_with(_MARKS, text) for text in full)
    forms = [tuple(_MARK.findall(line.text)) for line in lines if line.text]
    alike = len(set(forms)) == 1 or (len(forms) > _HEADED and len(set(forms[1:])) == 1)
    return 3 * inside < len(full) or 2 * ended > len(full) or alike


def _ends_with(marks: frozenset[str], text: str) -> bool:
    return text[-1:] in marks or text.rstrip(_CLOSING)[-1:] in marks


def _columns(text: str) -> int:
    return len(text) + sum(letter > _WIDE for letter in text)
