"""Make the pictures of the terminal in this folder by running the tool on the sample articles.

make.py: run it from the root of the repository, with the interpreter that has factcheck.
"""

from __future__ import annotations

import html
import io
import re
import subprocess
import sys
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

WIDTH = 104
PICTURES = {
    "finding.svg": ["scan", "corpus", "--select", "FC104,FC303"],
    "quotation.svg": ["scan", "corpus", "--select", "FC201"],
}


def picture(words: list[str]) -> str:
    """What the tool prints for these words on a terminal, as SVG without any font from elsewhere."""
    command = [sys.executable, "-m", "factcheck", *words, "--color", "always", "--quiet"]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"COLUMNS": str(WIDTH), "LANG": "C.UTF-8"}
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(ran.stdout.partition("\n\n")[2].rstrip()))
    drawn = console.export_svg(title="factcheck " + " ".join(words))
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    # rich counts a text's length in letters; a Han letter is two cells wide
    return re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]*)<', _in_cells, drawn)


def _in_cells(match: re.Match[str]) -> str:
    written = html.unescape(match[3])
    length = float(match[1]) / max(len(written), 1) * cell_len(written)
    return f'textLength="{length:g}"{match[2]}>{match[3]}<'


if __name__ == "__main__":
    for name, words in PICTURES.items():
        Path(__file__).with_name(name).write_text(picture(words), encoding="utf-8")
