"""What goes out with a release says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from test_chores import PROJECT

from factcheck import __version__

ROOT = Path(__file__).parents[1]


def test_who_cites_it_cites_this_version():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (cited["version"], PROJECT["version"]) == (__version__, __version__)
    assert (cited["cff-version"], cited["type"], cited["license"]) == ("1.2.0", "software", PROJECT["license"])
    assert {"message", "title", "authors"} <= set(cited)
    assert cited["keywords"] == PROJECT["keywords"]
    assert cited["authors"] == PROJECT["authors"]


def test_the_image_is_built_of_files_that_are_there_and_does_not_run_as_root():
    lines = (ROOT / "Dockerfile").read_text("utf-8")
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {name for row in re.findall(r"^COPY (?!--)(.+) \S+$", lines, re.MULTILINE) for name in row.split()}
    assert copied == let_in
    assert all((ROOT / name).exists() for name in copied)
    (extras,) = re.findall(r"'\.\[(.+)\]'", lines)
    assert set(extras.split(",")) == PROJECT["optional-dependencies"].keys() - {
        "test",
        "dev",
        "spark",
    }  # Spark has images of its own
    assert re.search(r"^USER (?!root)\w+$", lines, re.MULTILINE)


def test_both_readmes_install_on_every_system_and_name_the_same_commands():
    pages = [(ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")]
    for page in pages:
        for needed in ("pip install factcheck-zh", "sudo apt install", "brew install", "winget install", "SECURITY.md"):
            assert needed in page
    rules = [set(re.findall(r"FC\d{3}", page)) for page in pages]
    assert rules[0] == rules[1]
