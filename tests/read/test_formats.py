"""The registry of formats: what is of no kind comes first."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.messages import tell
from factcheck.model import Document
from factcheck.read import Options, load
from factcheck.read.formats import format_of, format_of_line, formats, list_suffixes
from factcheck.read.source import InputSource

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["", ".gz", "a", "a.png", "txt", ".txt", "a.txt.zip", "a.jsonl.gz.gz", "a.md5"])
def test_what_is_of_no_kind(name):
    assert format_of(name) is None


@pytest.mark.parametrize(
    ("name", "format_", "gzipped"),
    [
        ("a.txt", "text", False),
        ("A.TXT.GZ", "text", True),
        ("a.b.md", "markdown", False),
        ("a.jsonl", "jsonl", False),
        ("a.jsonl.gz", "jsonl", True),
    ],
)
def test_an_ending_tells_the_format(name, format_, gzipped):
    found = format_of(name)
    assert found is not None
    assert (found[0].name, found[1]) == (format_, gzipped)


@pytest.mark.parametrize("line", [b"", b"\n", b"{", b"{}", b"[1]", "正文。".encode(), b"\xff\xfe{", b"---\n"])
def test_a_first_line_that_gives_nothing_away_is_plain_text(line):
    assert format_of_line(line).name == "text"


def test_a_first_line_that_opens_an_object_is_a_record():
    assert format_of_line(b'\xef\xbb\xbf {"text": 1').name == "jsonl"


def test_no_two_formats_have_one_ending():
    suffixes = [suffix for one in formats().values() for suffix in (*one.suffixes, *one.also)]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


def test_messages_and_hooks_name_every_ending():
    suffixes = [suffix for one in formats().values() for suffix in one.suffixes]
    assert tell(list_suffixes()) == ", ".join(suffixes)
    assert tell(list_suffixes(), "zh-hans") == "、".join(suffixes)
    for page in ("docs/cli.md", "docs/zh/reading.md", "README.md"):
        written = (ROOT / page).read_text("utf-8")
        assert [suffix for suffix in suffixes if suffix.removeprefix(".") not in written] == []
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    # a commit holds tables and pages that are no articles, and what reads them may not be installed
    plain = [suffix for name in ("text", "markdown", "jsonl") for suffix in formats()[name].suffixes]
    assert [suffix for suffix in plain if suffix.removeprefix(".") not in hook] == []


@pytest.mark.parametrize("name", formats())
def test_every_format_yields_whatever_the_bytes(name):
    for data in (b"", b"\x00", b"{", b"\xff" * 50, "正文。".encode(), b'{"text": "\\u6b63"}'):
        source = InputSource(path="-", shown="-", id="-", format=name)
        assert all(isinstance(one, Document) or one.reason for one in load(source, Options(), io.BytesIO(data)))
