"""Tables of a terminal, for what is no report of findings: facts of the ledger, the evidence behind a finding."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.report.style import Style


def table(header: Sequence[str], rows: Iterable[Sequence[object]], style: Style, *, right: Iterable[int] = ()) -> bytes:
    """Rows under their headings, every cell and heading harmless; the columns in `right` are aligned there."""
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, highlight=False, header_style="bold")
    right = set(right)
    for number, name in enumerate(header):
        grid.add_column(Text(visible(name)), justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(visible(str(cell)) if cell is not None else "") for cell in row))
    written = io.StringIO()
    console = Console(
        file=written, width=style.width, force_terminal=style.color, no_color=not style.color,
        color_system="standard" if style.color else None, legacy_windows=False, markup=False, emoji=False,
    )  # fmt: skip
    console.print(grid)
    lines = [line.rstrip() for line in written.getvalue().splitlines()]
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "backslashreplace")
