"""Every screen, 60 to 200 cells wide, in every language: nothing runs over, marks and columns stand true."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len

from factcheck.ledger import Ledger
from factcheck.messages import LANGUAGES, text
from factcheck.model import Document
from factcheck.read import read
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.report.context import Context
from factcheck.report.sides import find_changed_spans, group_places
from factcheck.run import scan

ROOT = Path(__file__).parents[2]
WIDTHS = (60, 80, 100, 120, 160, 200)
PLACE = re.compile(r"corpus/[\w.-]+:\d+:\d+|claims/[\w.-]+:\d+:\d+")


@pytest.fixture(scope="module")
def report():
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)  # so that places read as a person sees them
        documents = [one for one in read(["corpus"]) if isinstance(one, Document)]
        found = scan(documents, ledger=Ledger.load(Path("claims")))
    assert len(found.findings) > 10
    return found


def lines(report, width, lang, formats=SCAN):
    return (
        render(report, formats, "terminal", Style(width=width, lang=lang, terminal=True, severity="note"))
        .decode()
        .splitlines()
    )


def column(line, words):
    """How many cells stand before the words."""
    return cell_len(line[: line.index(words)])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("formats", [SCAN, EXTRACT], ids=["scan", "extract"])
def test_no_line_is_wider_than_the_terminal_or_begins_with_a_comma(report, width, lang, formats):
    told = lines(report, width, lang, formats)
    assert [line for line in told if cell_len(line) > width] == []
    assert [line for line in told if line.lstrip().startswith(tuple("，。、；：！？）」』”’》】"))] == []
    assert [line for line in told if line != line.rstrip()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_marks_enclose_what_is_disputed_and_nothing_else(report, width, lang):
    context = Context(report.documents)
    told = "".join(line.strip() for line in lines(report, width, lang)).replace(" ", "")
    marked = 0
    for finding in report.findings:
        groups = group_places(finding.locations)
        if len(groups) == 1:
            continue
        for number, (first, *_) in enumerate(groups):
            figure = all(place.claim is not None for place in finding.locations)
            spans = [] if figure else find_changed_spans(first, groups[1 if number == 0 else 0][0])
            for start, end in spans or [(first.start, first.end)]:
                words = context.text(first)[start:end]
                if cell_len(words) < width:
                    before = context.text(first)[max(0, start - 4) : start].rpartition("\n")[2].replace(" ", "")
                    assert f"{before}【{words.replace(' ', '')}】" in told
                    marked += 1
    assert marked > 20


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_places_of_a_fact_and_their_sentences_stand_in_one_column(report, width, lang):
    blocks = "\n".join(lines(report, width, lang)).split("\n\n")
    seen = 0
    for block in blocks[1:-1]:
        code, *rest = block.splitlines()
        if not code.startswith(("FC10", "FC11", "FC303", "FC4")):
            continue
        because = next(number for number, line in enumerate(rest) if text("report.because", lang) in line)
        first = next(number for number, line in enumerate(rest) if PLACE.search(line))
        sides = rest[first:because]
        (where,) = {column(line, PLACE.search(line)[0]) for line in sides if PLACE.search(line)}
        for line in sides:
            indent = cell_len(line) - cell_len(line.lstrip())
            assert indent in {2, where}
            assert indent == where or PLACE.search(line)
        reasons = column(rest[because], text("report.because", lang)) + cell_len(text("report.because", lang)) + 1
        for line in rest[because + 1 : -1]:
            assert cell_len(line) - cell_len(line.lstrip()) == reasons
        seen += 1
    assert seen > 5


@pytest.fixture
def wide(run, monkeypatch):
    """Run in the root of the repository, on a terminal of a width."""

    def call(width, lang, *words):
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("LANG", {"en": "C.UTF-8", "zh-hans": "zh_CN.UTF-8", "zh-hant": "zh_HK.UTF-8"}[lang])
        monkeypatch.setattr(shutil, "get_terminal_size", lambda *_, **__: os.terminal_size((width, 40)))
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        return run_in_place(*words)

    def run_in_place(*words):
        monkeypatch.chdir(ROOT)
        ran = run(*words)
        assert ran.code in {0, 1}
        return ran.out.splitlines()

    return call


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_tables_behind_a_finding_line_up(report, wide, width, lang):
    finding = next(one for one in report.findings if one.rule == "FC101")
    told = wide(width, lang, "explain", finding.fingerprints[0][:8], "corpus", "--quiet", "--color", "never")
    assert [line for line in told if cell_len(line) > width] == []
    tables = 0
    for number, line in enumerate(told):
        if not line.strip() or set(line.strip()) != {"─"}:
            continue
        tables += 1
        head = told[number - 1]
        starts = [cell_len(head[: found.start()]) for found in re.finditer(r"(?<=  )\S", head)]
        body = []
        for row in told[number + 1 :]:
            if not row.startswith(" "):
                break
            body.append(row)
        assert body
        if tables == 1:  # the columns of the others are aligned on the right too
            for start in starts:
                assert all(_at(row, start - 1) == " " for row in body)
        else:
            (edge,) = {cell_len(row) for row in (head, *body) if re.search(r"[+-]\d[\d.]*$|\d{3}$", row)} or {0}
            assert edge <= width
    assert tables == 4


def _at(line, cell):
    """The letter in a cell of a line; a space behind its end."""
    used = 0
    for letter in line:
        if used <= cell < used + cell_len(letter):
            return letter
        used += cell_len(letter)
    return " "


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "words",
    [
        ["rule"],
        ["rule", "FC101"],
        ["rule", "FC404"],
        ["ledger", "list"],
        ["extract", "corpus/09-incubators.md", "corpus/10-incubators-hant.md"],
    ],
    ids=" ".join,
)
def test_no_other_screen_is_wider_either(wide, width, lang, words):
    told = wide(width, lang, *words)
    assert told
    assert [line for line in told if cell_len(re.sub(r"\x1b(?:\[[\d;]*m|\][^\x1b]*\x1b\\)", "", line)) > width] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_rules_lines_up(wide, width, lang):
    told = wide(width, lang, "rule", "--color", "never")
    heads = [line for line in told if line.startswith("FC")]
    severities = [text(f"severity.{severity}", lang) for severity in ("error", "warning", "note")]
    found = {column(line, f"  {one}  ") for line in heads for one in severities if f"  {one}  " in line}
    assert len(found) == 1
    others = {cell_len(line) - cell_len(line.lstrip()) for line in told if not line.startswith("FC")}
    assert len(others) <= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_set_and_what_is_on_file_is_told_on_short_lines(wide, lang, tmp_path):
    index = tmp_path / "desk.index"
    wide(60, lang, "index", "build", str(index), "corpus", "--quiet")
    told = wide(60, lang, "index", "info", str(index))
    assert len(told) == 4  # files and figures, where from, the dates, who read them
    assert re.search(rf"\b{len([*(ROOT / 'corpus').glob('[0-9]*.md')])}", told[0])
    assert max(cell_len(line.replace(str(tmp_path), "")) for line in told) <= 60
    assert all(cell_len(line.replace(str(ROOT), "")) <= 60 for line in wide(60, lang, "config", "show"))
