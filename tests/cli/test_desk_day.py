"""A desk's day: what the page says that the commands print is what they print."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from browser import chromium

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("a-desks-day.md", "zh/a-desks-day.md")
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_the_day_goes_as_it_is_told(name):
    chromium()  # which rules on findings; where there is none the test is skipped, in CI it fails
    spec = importlib.util.spec_from_file_location("desk_day", DOCS / "desk_day.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.live(name, pictures=False) == (DOCS / name).read_text("utf-8"), (
        "live it anew: python docs/desk_day.py"
    )


def test_both_pages_tell_of_the_same_commands():
    told = [COMMAND.findall((DOCS / name).read_text("utf-8")) for name in PAGES]
    verbs = [
        [" ".join(command.split()[:2]) for command in commands if command.startswith("factcheck ")] for commands in told
    ]
    assert verbs[0] == verbs[1]
    assert len(verbs[0]) > 8
    for name in PAGES:
        assert len(re.findall(r"!\[", (DOCS / name).read_text("utf-8"))) == 3
