"""Make the pictures of the terminal in this folder by running the tool on the sample articles.

make.py: run it from the root of the repository, with the interpreter that has factcheck.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

WIDTH = 104
PICTURES = {
    "finding.svg": ["scan", "corpus", "--select", "FC303"],
    "quotation.svg": ["scan", "corpus", "--select", "FC201"],
    "first-screen.svg": ["scan", "corpus", "--ignore", "FC201,FC303"],
    "finding-zh.svg": ["scan", "corpus", "--select", "FC303", "--lang", "zh-hans"],
    "explain.svg": ["explain", "eec6ac7f", "corpus"],
}
SHOWN = {"first-screen.svg": slice(0, 34), "explain.svg": slice(17, 55)}  # of a long screen, the lines that are shown

_TEXT = re.compile(r'(<text [^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>([^<]*)</text>')


def picture(words: list[str], shown: slice = slice(None)) -> str:
    """What the tool prints for these words on a terminal, as SVG without any font from elsewhere."""
    command = [sys.executable, "-m", "factcheck", *words, "--color", "always", "--quiet"]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"COLUMNS": str(WIDTH), "LANG": "C.UTF-8"}
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    lines = [line for line in ran.stdout.rstrip().split("\n") if "factcheck:report" not in line]
    console.print(Text.from_ansi("\n".join(lines[shown]).rstrip()))
    drawn = console.export_svg(title="factcheck " + " ".join(words))
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return _TEXT.sub(_in_cells, drawn)


def _in_cells(match: re.Match[str]) -> str:
    """A run of letters as runs of one width, every wide letter in its cells: rich takes all letters for narrow."""
    head, x, middle, whole, tail, shown = match.groups()
    written = html.unescape(shown)
    cell, at, runs = float(whole) / max(len(written), 1), float(x), []
    for wide, letters in groupby(written, key=cell_len):
        run = "".join(letters)
        inside = html.escape(run).replace("\xa0", "&#160;")
        length = f'textLength="{cell * len(run):g}"' if wide == 1 else ""
        places = " ".join(f"{at + cell * wide * number:g}" for number in range(len(run) if wide > 1 else 1))
        runs.append(f'{head}x="{places}"{middle}{length}{tail}>{inside}</text>')
        at += cell * cell_len(run)
    return "".join(runs)


def page() -> bytes:
    """The first screen of the page of findings, as PNG."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "report.html"
        command = [sys.executable, "-m", "factcheck", "scan", "corpus", "--quiet", "-f", "html", "-o", str(file)]
        subprocess.run(command, check=False)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1200, "height": 760}, locale="en-US")
        shown.goto(file.as_uri())
        picture = shown.screenshot()
        browser.close()
        return picture


def ruling() -> bytes:
    """The page of `review --web` with one finding ruled on and the next being ruled on, as PNG."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as claims, sync_playwright() as driver:
        command = [sys.executable, "-m", "factcheck", "review", "corpus", "--web", "--no-browser", "--quiet"]
        options = ["--by", "林知秋", "--claims", claims]
        with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as server:
            address = (server.stdout.readline() if server.stdout else "").rpartition(" ")[2].strip()
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            shown = browser.new_page(viewport={"width": 1200, "height": 760}, locale="en-US")
            shown.goto(address)
            shown.locator(".card").first.wait_for()
            shown.keyboard.press("j")
            shown.keyboard.press("c")
            shown.keyboard.type("渡轮公司公报为1.7万人次")
            shown.keyboard.press("Enter")
            shown.locator(".toast.up").wait_for()
            shown.keyboard.press("x")
            shown.keyboard.type("市长办公室：两次讲话，说法不同")
            picture = shown.screenshot()
            browser.close()
            server.terminate()
        return picture


if __name__ == "__main__":
    Path(__file__).with_name("ruling.png").write_bytes(ruling())
    Path(__file__).with_name("report.png").write_bytes(page())
    for name, words in PICTURES.items():
        Path(__file__).with_name(name).write_text(picture(words, SHOWN.get(name, slice(None))), encoding="utf-8")
