"""Lines of a terminal: wrapped at its width in cells, so that Chinese letters, two cells wide, stay aligned."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Span
    from factcheck.report.style import Style

_SPACES = re.compile(" {2,}")
_BRACKETS = 6  # cells of 【】 and of … at both ends
COLORS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_CLOSING = frozenset("，。、；：！？）」』”’》】…%％")  # never the first of a line
_MARK = 16  # letters of a mark that stays in one piece
_OPENING = frozenset("（「『“‘《【")  # never the last


def wrap_words(words: Text, width: int, indent: int = 0) -> Iterator[Text]:
    """The words on lines of at most `width` cells, `indent` spaces before each; Latin words are kept whole."""
    room = width - indent
    cuts = [0]
    used = 0
    plain = words.plain
    for at, letter in enumerate(plain):
        cells = cell_len(letter)
        if used + cells > room and letter != " ":  # a space may hang over the end: nobody sees it
            cut = _cut(plain, cuts[-1], at)
            cuts.append(cut)
            used = cell_len(plain[cut:at])
        used += cells
    for line in words.divide(cuts[1:]):
        line.rstrip()
        yield Text(" " * indent) + line


def _cut(plain: str, start: int, at: int) -> int:
    """Where to break a line that is full before `at`; there, where no place before it is any good."""
    good = (cut for cut in range(at, start, -1) if _breaks(plain[cut - 1], plain[cut]))
    return next((cut for cut in good if not _within_mark(plain, start, cut)), at)


def _within_mark(plain: str, start: int, cut: int) -> bool:
    """Whether a short 【figure】 would be torn."""
    opening = plain.rfind("【", start, cut)
    return opening > plain.rfind("】", start, cut) and 0 < plain.find("】", opening) - opening < _MARK


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two letters: not within a Latin word, not before ， or behind 「."""
    if after == " " or after in _CLOSING or before in _OPENING:
        return False
    return before == " " or not (before.isascii() and after.isascii())


def hang_words(head: Text, words: Text, width: int, indent: int = 0) -> Iterator[Text]:
    """The words behind their head, all its lines where it ends."""
    column = indent + cell_len(head.plain)
    for number, line in enumerate(wrap_words(words, width, column)):
        yield Text(" " * indent) + head + line[column:] if number == 0 else line


def pad_cells(text: Text, cells: int) -> Text:
    """The text with spaces behind it up to `cells`."""
    return text + Text(" " * max(0, cells - cell_len(text.plain)))


def shorten_text(text: str, cells: int) -> str:
    """The text, its end replaced by … where it is wider than `cells`."""
    if cell_len(text) <= cells:
        return text
    used, end = 1, 0
    for letter in text:
        used += cell_len(letter)
        if used > cells:
            break
        end += 1
    return text[:end] + "…"


def excerpt(text: str, sentence: Span, marks: Sequence[Span], cells: int) -> Text:
    """The sentence with what matters in 【】, cut on both sides of the first mark so that it takes at most `cells`."""
    first, last = min(sentence[0], marks[0][0]), max(sentence[1], marks[0][1])
    shown_from, shown_to = _window(text, first, last, marks[0], cells)
    line = Text("…" if shown_from > first else "")
    at = shown_from
    for start, end in ((max(start, shown_from), min(end, shown_to)) for start, end in marks):
        if at <= start < end:
            line.append(_in_words(text[at:start]))
            line.append(f"【{visible(text[start:end])}】", style="bold")
            at = end
    line.append(_in_words(text[at:shown_to]))
    return line.append("…" if shown_to < last else "")


def _in_words(text: str) -> str:
    """The text, harmless, without the spaces that indent the lines of a ledger."""
    return _SPACES.sub(" ", visible(text))


def _window(text: str, first: int, last: int, mark: Span, cells: int) -> Span:
    """The part of a sentence that fits into `cells`, as much before the mark as behind it."""
    start, end = mark[0], min(mark[1], mark[0] + cells)
    room = cells - _BRACKETS - cell_len(visible(text[start:end]))
    while room > 0 and (start > first or end < last):
        if start > first:
            start -= 1
            room -= _shown_cells(text[start])
        if end < last and room > 0:
            room -= _shown_cells(text[end])
            end += 1
    return start, end


@lru_cache(maxsize=1 << 14)
def _shown_cells(letter: str) -> int:
    return cell_len(visible(letter))


def print_lines(lines: Iterable[Text], style: Style) -> bytes:
    """The lines as a terminal takes them, in UTF-8; markup in them means nothing."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return written.getvalue().encode("utf-8", "backslashreplace")
