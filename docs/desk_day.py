"""Live a desk's day anew: run every command of a-desks-day.md, in both languages, write what they print, take pictures.

desk_day.py [--pictures]: run it from the root of the repository, with the interpreter that has factcheck. A fence of
`console` holds commands behind `$ `, run one after the other in one folder; a comment before it, `<!-- first 12 -->`,
has only the first lines of what they print shown. `<!-- do NAME -->` is what a person does there in another program.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS))

import desk_folder  # noqa: E402 - beside this script

PAGES = {"a-desks-day.md": "en_US.UTF-8", "zh/a-desks-day.md": "zh_CN.UTF-8"}
WIDTH = 88
DAY = "2026-03-20"  # of which the pages tell
_STEP = re.compile(
    r"<!-- do (?P<do>[\w-]+) -->"
    r"|(?P<head>(?:<!-- first (?P<most>\d+) -->\n)?```console\n)(?P<held>.*?)(?P<end>\n```\n)",
    re.DOTALL,
)


class Desk(NamedTuple):
    """The folder of the day, the environment of its terminal, and where pictures go; nowhere where none is taken."""

    folder: Path
    said: dict[str, str]
    pictures: Path | None
    language: str

    @property
    def articles(self) -> Path:
        """Where the articles are."""
        return self.folder / ("稿件" if self.language == "zh-CN" else "articles")

    @property
    def draft(self) -> Path:
        """The article that somebody writes that day."""
        return self.folder / ("新稿.docx" if self.language == "zh-CN" else "draft.docx")


def live(name: str, *, pictures: bool) -> str:
    """The page with what its commands print today."""
    page = DOCS / name
    chinese = name.startswith("zh/")
    with tempfile.TemporaryDirectory() as scratch:
        programs = Path(scratch) / "bin"
        programs.mkdir()
        program = programs / "factcheck"
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        folder = Path(scratch) / "desk"
        folder.mkdir()
        here = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path),
            "HOME": scratch, "LANG": PAGES[name], "PYTHONUTF8": "1", "COLUMNS": str(WIDTH), "USER": "lin",
        }  # fmt: skip
        desk = Desk(folder, here, DOCS / "images" if pictures else None, "zh-CN" if chinese else "en-US")
        desk_folder.make_folder(desk.articles)
        return _STEP.sub(lambda found: _run_step(found, desk), page.read_text(encoding="utf-8"))


def _run_step(found: re.Match[str], desk: Desk) -> str:
    if found["do"]:
        DEEDS[found["do"]](desk)
        return found[0]
    commands = [line.removeprefix("$ ") for line in found["held"].split("\n") if line.startswith("$ ")]
    shown = [line for command in commands for line in _run(command, desk, int(found["most"] or 0))]
    return found["head"] + "\n".join(shown) + found["end"]


def _run(command: str, desk: Desk, most: int) -> list[str]:
    """The command as it is typed, and what it prints; `echo $?` tells how the command before it ended."""
    code = desk.folder.parent / "code"
    before = code.read_text("utf-8").strip() if code.exists() else "0"
    script = f'(exit {before}); {command}\necho $? > "{code}"'
    ran = subprocess.run(
        ["bash", "-c", script], cwd=desk.folder, env=desk.said, check=False, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    told = ran.stdout.replace(dt.datetime.now(tz=dt.UTC).date().isoformat(), DAY)  # rulings have the day of today
    printed = [line for line in told.rstrip("\n").split("\n") if line != "factcheck:report"]
    if most and len(printed) > most:
        printed = [*printed[:most], "…"]
    return [f"$ {command}", *(line for line in printed if line or len(printed) > 1)]


def see_page(desk: Desk) -> None:
    """Look at the page: its first screen, and an article in full."""
    if desk.pictures is None:
        return
    file = next(desk.folder.glob("*.html"))
    with _browse(desk) as page:
        page.goto(file.as_uri())
        _photograph(page, desk, "day-page")
        row = page.locator(".article-text").nth(0)
        row.locator("summary").first.click()
        row.scroll_into_view_if_needed()
        page.evaluate("document.querySelector('#articles').scrollIntoView()")
        _photograph(page, desk, "day-article")


def rule_on_findings(desk: Desk) -> None:
    """Rule on three findings in a browser: one is an error, one can be explained, one is none."""
    command = [sys.executable, "-m", "factcheck", "review", desk.articles.name, "--web", "--no-browser", "--quiet"]
    told = RULINGS[desk.language]
    with subprocess.Popen(
        [*command, "--by", told.by], cwd=desk.folder, env=desk.said, stdout=subprocess.PIPE, text=True
    ) as server:
        address = (server.stdout.readline() if server.stdout else "").rpartition("http")[2].strip()
        with _browse(desk) as page:
            page.goto("http" + address)
            page.locator(".card").first.wait_for()
            for number, (rule, word, key, reason) in enumerate(told.answers):
                page.locator("#standings [data-view=all]").click()
                card = page.locator(".card", has=page.locator(f".code:text-is('{rule}')")).filter(has_text=word).first
                card.locator(f"[data-verdict={key}]").click()
                page.keyboard.type(reason)
                if number == len(told.answers) - 1:
                    card.scroll_into_view_if_needed()
                    _photograph(page, desk, "day-ruling")
                card.locator(".save").click()
                page.locator(".toast.up").wait_for()
        server.terminate()


class Answers(NamedTuple):
    """Who rules, and the answers: rule and a word of the finding, the ruling, the reason."""

    by: str
    answers: tuple[tuple[str, str, str, str], ...]


RULINGS = {
    "zh-CN": Answers("林知秋", (
        ("FC303", "1.7万人次", "confirmed", "渡轮公司公报为1.7万人次，海峡产经抄错"),
        ("FC101", "53个", "explained", "4月5日的报道已含当天新认定的18家"),
        ("FC302", "指标表", "false-alarm", "表里写的是指标名称，不是转载"),
    )),
    "en-US": Answers("Lin Zhiqiu", (
        ("FC303", "1.7万人次", "confirmed", "the ferry company says 17,000"),
        ("FC101", "53个", "explained", "the later report counts those recognised that day"),
        ("FC302", "指标表", "false-alarm", "the workbook names the measure, it is no copy"),
    )),
}  # fmt: skip
DRAFT = (
    "岚窑陶瓷扩建实验室",
    "岚窑陶瓷昨天宣布扩建釉料实验室。岚窑陶瓷2025财年的研发经费为{spent}，新实验室明年春天建成。",
    "厂长说，好釉要等得起。",
)


def write_draft(desk: Desk, spent: str = "1.58亿元") -> None:
    """Write the new article in Word; two digits of a figure are swapped."""
    title, *lines = (line.format(spent=spent) for line in DRAFT)
    article = desk_folder.Article("draft", "", title, "2026-03-20", "云汀快报", lines)
    desk_folder.write_word(desk.draft, article)


def correct_draft(desk: Desk) -> None:
    """Put the figure right."""
    write_draft(desk, "1.85亿元")


DEEDS: dict[str, Callable[[Desk], None]] = {
    "see-page": see_page,
    "rule": rule_on_findings,
    "write-draft": write_draft,
    "correct-draft": correct_draft,
}


@contextmanager
def _browse(desk: Desk) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1200, "height": 760}, locale=desk.language)
        browser.close()


def _photograph(page: Any, desk: Desk, name: str) -> None:  # noqa: ANN401 - playwright is there for pictures alone
    if desk.pictures is not None:
        page.wait_for_timeout(300)
        ending = "-zh" if desk.language == "zh-CN" else ""
        page.screenshot(path=str(desk.pictures / f"{name}{ending}.png"))


if __name__ == "__main__":
    for one in PAGES:
        written = live(one, pictures="--pictures" in sys.argv[1:])
        (DOCS / one).write_text(written, encoding="utf-8")
