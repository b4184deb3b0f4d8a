"""Make the examples in formats/ anew by running the tool on sample articles.

examples.py: run it from the root of the repository, with the interpreter that has factcheck. An example stands in a
fence behind a comment: `<!-- example: FORMAT LINES -->`, the number of its lines that are shown; `extract` behind the
lines shows what `extract` writes. `<!-- run: WORDS -->` stands for the whole output of any command.
"""

from __future__ import annotations

import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

PAGES = [
    *sorted((Path(__file__).parent / "formats").glob("*.md")),
    *(Path(__file__).parent / name for name in ("zh/reading.md", "facts.md", "zh/facts.md")),
]
SCANNED = ["scan", "corpus/12-mayor-speech.md", "corpus/13-mayor-speech-hant.md", "--select", "FC201"]
EXTRACTED = ["extract", "corpus/09-incubators.md"]
_EXAMPLE = re.compile(r"(<!-- example: (\w+) (\d+)( extract)? -->\n```\w*\n).*?(\n```\n)", re.DOTALL)
_RUN = re.compile(r"(<!-- run: (.+?) -->\n```\w*\n).*?(\n```\n)", re.DOTALL)


def output(name: str, most: int, *, extracted: bool = False) -> str:
    """The first lines of what the tool writes in a format; what is binary is told by its rows, tables or columns."""
    words = [*(EXTRACTED if extracted else SCANNED), "--isolated", "--quiet", "--lang", "en", "-f", name]
    data = _ran(words)
    written = _BINARY[name](data) if name in _BINARY else data.decode("utf-8-sig").replace("\r\n", "\n")
    if name == "sarif":  # the pages of the rules come first, and are long
        written = json.dumps(json.loads(written)["runs"][0]["results"][0], ensure_ascii=False, indent=2)
    lines = written.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= most else [*lines[:most], "…"])


def _ran(words: list[str]) -> bytes:
    """What a command writes into a file."""
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report"
        subprocess.run([sys.executable, "-m", "factcheck", *words, "-o", str(file)], check=False, env=here)
        return file.read_bytes()


def _rows(data: bytes) -> str:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return "\n".join(
        " | ".join("" if cell is None else str(cell) for cell in row) for row in sheet.iter_rows(values_only=True)
    )


def _tables(data: bytes) -> str:
    """The tables of a database with their columns, and how many rows each has."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data)
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        lines = []
        for name in names:
            (count,) = base.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608 - names of our own
            columns = ", ".join(column for _, column, *_ in base.execute(f"PRAGMA table_info({name})"))
            lines.append(f"{name} ({count}): {columns}")
    return "\n".join(lines)


def _columns(data: bytes) -> str:
    from pyarrow import parquet

    return "\n".join(f"{one.name}: {one.type}" for one in parquet.read_schema(io.BytesIO(data)))


_BINARY = {"xlsx": _rows, "sqlite": _tables, "parquet": _columns}


def made(page: str) -> str:
    """The page with its examples as the tool writes them now."""
    page = _EXAMPLE.sub(lambda at: at[1] + output(at[2], int(at[3]), extracted=bool(at[4])) + at[5], page)
    return _RUN.sub(lambda at: at[1] + _whole(at[2]) + at[3], page)


def _whole(words: str) -> str:
    """The report of a command as a person sees it: without its marker."""
    return _ran([*words.split(), "--isolated", "--quiet"]).decode().removesuffix("factcheck:report\n").strip("\n")


if __name__ == "__main__":
    for file in PAGES:
        file.write_text(made(file.read_text("utf-8")), "utf-8")
