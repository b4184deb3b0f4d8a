"""A folder of 40 files as a desk has them, made of the sample articles: pages, Word, PDF, text, JSON lines, a workbook.

desk_folder.py FOLDER: run it from the root of the repository; LibreOffice makes the PDFs.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CORPUS = Path(__file__).parents[1] / "corpus"
# What each sample article becomes, by its number; the five of JSON become one file.
KINDS = {
    "html": (1, 2, 7, 9, 11, 15, 19, 21, 31),
    "docx": (3, 8, 10, 12, 16, 20, 25, 33, 35),
    "pdf": (4, 13, 22, 26, 32, 37, 46),
    "txt": (5, 6, 14, 17, 18, 23, 24),
    "md": (27, 28, 34, 36, 38, 47),
    "jsonl": (41, 42, 43, 44, 45),
}
WORKBOOK = {  # what somebody keeps beside the articles
    "渡轮": (("项目", "数值"), ("云汀夜航渡轮每月运送旅客", "1.7万人次"), ("云汀夜航渡轮每晚往返", "12个班次")),
    "孵化器": (("项目", "数值"), ("望澜市省级以上科技企业孵化器", "53个"), ("望澜市孵化器在孵企业", "2000多家")),
}
PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{date}">
<meta property="og:site_name" content="{source}"></head>
<body><header><nav><a href="/">首页</a> <a href="/city">城市</a> <a href="/tech">科技</a></nav></header>
<main><article><h1>{title}</h1>{body}</article></main>
<aside><h3>相关阅读</h3><ul><li><a href="/1">本周天气</a></li><li><a href="/2">招领启事</a></li></ul></aside>
<footer>版权所有</footer></body></html>
"""


class Article(NamedTuple):
    """A sample article: what its front matter says of it, and its paragraphs."""

    name: str
    stored: str
    title: str
    date: str
    source: str
    paragraphs: list[str]


def make_folder(folder: Path) -> None:
    """Write the 40 files into an empty folder."""
    folder.mkdir(parents=True)
    articles = {one.name[:2]: one for one in map(_read, sorted(CORPUS.glob("[0-9]*.md")))}
    printed = []
    for kind, numbers in KINDS.items():
        some = [articles[f"{number:02}"] for number in numbers]
        if kind == "jsonl":
            _write_records(folder / "短讯.jsonl", some)
            continue
        for one in some:
            file = folder / f"{one.title}.{kind}"
            if kind == "html":
                file.write_text(_page(one), encoding="utf-8")
            elif kind == "docx":
                write_word(file, one)
            elif kind == "pdf":
                printed.append(one)
            else:
                file.write_text(one.stored, encoding="utf-8")
    _print(folder, printed)
    _write_workbook(folder / "指标表.xlsx")


def _read(path: Path) -> Article:
    stored = path.read_text(encoding="utf-8")
    head, body = stored.split("---\n", 2)[1:]
    said = dict(re.findall(r"^(\w+): (.*)$", head, re.MULTILINE))
    lines = [line.lstrip("# ") for line in body.split("\n") if line.strip()]
    return Article(path.stem, stored, said["title"], said.get("date", ""), said.get("source", ""), lines)


def _page(one: Article) -> str:
    said = {name: html.escape(getattr(one, name)) for name in ("title", "date", "source")}
    return PAGE.format(**said, body="".join(f"<p>{html.escape(line)}</p>" for line in one.paragraphs))


def write_word(file: Path, one: Article) -> None:
    """A Word document; its title and the day it was made are in its properties, as Word puts them there."""
    import docx

    document = docx.Document()
    document.core_properties.title = one.title
    document.core_properties.author = one.source
    if one.date:
        document.core_properties.created = dt.datetime.fromisoformat(f"{one.date}T08:00:00")
    document.add_heading(one.title, 1)
    rows = [line for line in one.paragraphs if line.startswith("|")]
    for line in one.paragraphs:
        if line not in rows:
            document.add_paragraph(line)
        elif line == rows[0]:
            _write_table(document, [_split_row(row) for row in rows if "---" not in row])
    document.save(str(file))


def _split_row(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def _write_table(document: Any, rows: list[list[str]]) -> None:  # noqa: ANN401 - python-docx has no types
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def _print(folder: Path, articles: Sequence[Article]) -> None:
    """PDFs, as LibreOffice exports them out of Word documents."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SystemExit("LibreOffice is missing, which makes the PDFs (apt-get install libreoffice-writer)")
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / f"{one.title}.docx" for one in articles]
        for file, one in zip(files, articles, strict=True):
            write_word(file, one)
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


def _write_records(file: Path, articles: Sequence[Article]) -> None:
    records = [
        {"id": one.name, "title": one.title, "date": one.date, "source": one.source, "text": "\n".join(one.paragraphs)}
        for one in articles
    ]
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")


def _write_workbook(file: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in WORKBOOK.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(file)


if __name__ == "__main__":
    make_folder(Path(sys.argv[1]))
