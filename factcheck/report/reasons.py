"""Why a finding says what it says, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.messages import text
from factcheck.report.escape import visible
from factcheck.report.layout import hang_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.style import Style


def reasons(lines: Iterable[str], style: Style) -> Iterator[Text]:
    """The reasons under one another, the first behind `because`."""
    head = text("report.because", style.language) + " "
    for number, line in enumerate(lines):
        shown = head if number == 0 else " " * cell_len(head)
        yield from hang_words(Text(shown, style="dim"), Text(visible(line), style="dim"), style.width, 2)
