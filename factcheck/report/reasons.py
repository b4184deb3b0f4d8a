"""Why a finding says what it says, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.messages import text
from factcheck.report.escape import visible
from factcheck.report.layout import hang_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.style import Style


def reasons(lines: Sequence[str], style: Style, most: int | None = None) -> Iterator[Text]:
    """The reasons under one another, the first behind `because`; where there are more than `most`, how many more."""
    head = text("report.because", style.language) + " "
    shown = list(lines)
    if most is not None and len(shown) > most + 1:  # one more is no longer than to say so
        shown[most:] = [text("report.more-reasons", style.language, n=len(lines) - most)]
    for number, line in enumerate(shown):
        before = head if number == 0 else " " * cell_len(head)
        yield from hang_words(Text(before, style="dim"), Text(visible(line), style="dim"), style.width, 2)
