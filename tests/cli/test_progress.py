"""Progress is for a person at a terminal: seen on a real one, and not a byte of it anywhere else."""

from __future__ import annotations

import io
import json
import re
import time

import pytest
from rich.console import Console

from factcheck.cli.bars import ProgressDisplay, bars, rate
from factcheck.messages import LANGUAGES

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("articles")]
RATE = re.compile(r"\d (?:articles|pairs|rules|files|MB)/s")


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        text = f"城北第{number}号园区今年共有{number + 30}家企业，带动就业{number + 2}万人。"
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["scan", "articles"],
        ["extract", "articles"],
        ["check", "articles/1.txt", "--against", "articles"],
        ["index", "build", "desk.index", "articles"],
    ],
)
def test_a_pipe_gets_none_of_it(process, words):
    ran = process("factcheck", *words)
    assert ran.returncode in {0, 1}
    assert ran.stderr == b""
    assert b"\x1b" not in ran.stdout
    assert b"/s" not in ran.stdout


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        (["scan", "articles"], ["reading", "extracting", "weighing words", "aligning passages", "pairing figures"]),
        (["check", "articles/1.txt", "--against", "articles"], ["reading", "extracting", "pairing figures"]),
        (["extract", "articles"], ["reading", "extracting"]),
        (["index", "build", "desk.index", "articles"], ["reading"]),
    ],
)
def test_a_terminal_shows_each_stage_with_rate_and_time_left_and_wipes_it(terminal, words, stages):
    out, seen = terminal(*words)
    assert all(stage in seen for stage in stages)
    assert RATE.search(seen)
    assert re.search(r"\d:\d\d:\d\d|-:--:--", seen)
    assert seen.endswith(("\x1b[2K", "\x1b[?25h", "\r"))
    assert b"\x1b" not in out
    assert not any(stage.encode() in out for stage in stages if stage != "reading")


def test_standard_output_is_the_same_with_and_without_it(process, terminal):
    out, _ = terminal("scan", "articles", "-f", "json")
    assert json.loads(out)
    assert out == process("factcheck", "scan", "articles", "-f", "json").stdout


@pytest.mark.parametrize(("words", "environment"), [(["--quiet"], {}), ([], {"TERM": "dumb"})])
def test_none_where_it_is_not_wanted_or_cannot_be_drawn(terminal, words, environment):
    _, seen = terminal("scan", "articles", *words, **environment)
    assert seen == ""


def test_it_speaks_chinese_and_without_color_where_asked(terminal):
    _, seen = terminal("scan", "articles", LANG="zh_TW.UTF-8", NO_COLOR="1")
    assert "提取" in seen
    assert "篇/秒" in seen
    assert "extracting" not in seen
    assert not re.search(r"\x1b\[[\d;]*3\dm", seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rate_in_the_unit_of_its_stage(language):
    assert rate("read", 3_140_000, language).startswith("3.1 MB/")
    assert rate("extract", 1234.5, language).startswith("1,234")


def test_a_stage_that_was_over_at_once_has_its_rate_too():
    seen = io.StringIO()
    with bars(Console(file=seen, force_terminal=True, width=120), "en") as drawn:
        told = ProgressDisplay(drawn, "en")
        told("rule", 0, 3)
        told("rule", 3, 3)
        time.sleep(0.01)
    assert RATE.search(seen.getvalue())


def test_the_rate_of_a_stage_that_is_over_stands_still():
    with bars(Console(file=io.StringIO(), force_terminal=True, width=120), "en") as drawn:
        told = ProgressDisplay(drawn, "en")
        told("extract", 0, 3000)
        time.sleep(0.05)
        told("extract", 3000, 3000)
        (task,) = drawn.tasks
        column = next(one for one in drawn.columns if hasattr(one, "_language"))
        first = str(column.render(task))
        time.sleep(0.2)
        assert first
        assert str(column.render(task)) == first
