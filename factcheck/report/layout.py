"""Lines of a terminal: wrapped at its width in cells, so that Chinese letters, two cells wide, stay aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.style import Style


def wrapped(text: Text, width: int, indent: int = 0) -> Iterator[Text]:
    """The text on lines of at most `width` cells, `indent` spaces before each; Latin words are kept whole."""
    cuts: list[int] = []
    used = word = word_cells = 0
    for at, letter in enumerate(text.plain):
        cells = cell_len(letter)
        if letter == " " or cells > 1:
            word, word_cells = at + 1, 0
        else:
            word_cells += cells
        if used + cells > width - indent:
            whole = 0 < word_cells < width - indent and word > (cuts[-1] if cuts else 0)
            cuts.append(word if whole else at)
            used = word_cells if whole else cells
        else:
            used += cells
    for line in text.divide(cuts):
        line.rstrip()
        yield Text(" " * indent) + line


def padded(text: Text, cells: int) -> Text:
    """The text with spaces behind it up to `cells`."""
    return text + Text(" " * max(0, cells - cell_len(text.plain)))


def shortened(text: str, cells: int) -> str:
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


def printed(lines: Iterable[Text], style: Style) -> bytes:
    """The lines as a terminal takes them, in UTF-8; markup in them means nothing."""
    console = Console(
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        for line in lines:
            console.print(line, soft_wrap=True)
    return captured.get().encode("utf-8", "backslashreplace")
