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
        Path(__file__).with_name(name).write_text(picture(words), encoding="utf-8")
