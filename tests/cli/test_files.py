"""`--files0-from` and `--force-exclude`: names that a program hands over."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest
from invented import ALTERED, FIRST

NAMES = ["夜校 二.txt", "-rf.txt", "--select=FC4.txt", "a\nb.txt", "[a].txt", "*.txt", "$(touch pwned).txt", "~.txt"]


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "kept.txt").write_text(FIRST, "utf-8")
    return tmp_path


def read(ran):
    return [one["path"] for one in json.loads(ran.out)["documents"]]


def listed(folder, names, name="list"):
    (folder / name).write_bytes(b"".join(os.fsencode(name) + b"\0" for name in names))
    return name


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name_whatever_it_is_made_of(run, desk, name):
    (desk / name).write_text(ALTERED, "utf-8")
    ran = run("check", "--files0-from", listed(desk, [name]), "--against", "kept.txt", "-f", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["findings"][0]["locations"][0]["path"] == name
    assert not (desk / "pwned").exists()


def test_a_dash_in_the_list_is_a_file_and_no_pattern_matches(run, desk):
    (desk / "b.txt").write_text(ALTERED, "utf-8")
    for name, why in (("-", "unsupported file type"), ("*.txt", "no file matches"), ("gone.txt", "no such file")):
        (desk / "-").touch()
        ran = run("scan", "--files0-from", listed(desk, [name, "kept.txt"]), "-f", "json")
        assert (ran.code, read(ran), why in ran.err) == (2, ["kept.txt"], True)


def test_the_list_may_come_from_standard_input_and_its_last_nul_may_be_missing(run, desk, monkeypatch):
    (desk / "b.txt").write_text(ALTERED, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"kept.txt\0\0b.txt")))
    ran = run("scan", "--files0-from", "-", "-f", "json")
    assert (ran.code, read(ran)) == (1, ["b.txt", "kept.txt"])


def test_a_name_that_is_no_text_is_read_too(run, desk):
    (desk / os.fsdecode(b"\xff.txt")).write_text(ALTERED, "utf-8")
    ran = run("check", "--files0-from", listed(desk, [os.fsdecode(b"\xff.txt")]), "--against", "kept.txt")
    assert (ran.code, "\\xff.txt" in ran.out) == (1, True)


def test_an_empty_list_is_nothing_to_check(run, desk):
    ran = run("check", "--files0-from", listed(desk, []), "--against", "kept.txt", "-f", "json")
    assert (ran.code, read(ran)) == (0, [])


@pytest.mark.parametrize("command", ["scan", "check"])
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "no article is named"),
        (["kept.txt", "--files0-from", "list"], "articles are named twice"),
        (["--files0-from", "nowhere"], "nowhere: cannot be read"),
        (["--files0-from", "."], "cannot be read"),
    ],
)
def test_wrong_usage_is_said(run, desk, command, arguments, why):
    listed(desk, ["kept.txt"])
    ran = run(command, *arguments)
    assert (ran.code, why in ran.err) == (2, True)


def test_named_files_are_left_out_only_where_it_is_asked_for(run, desk):
    left_out = ["drafts/b.txt", "README.txt", ".b.txt", "sub/claims/b.txt", "picture.jpg", "deep/old/x/b.txt"]
    for name in left_out:
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(ALTERED, "utf-8")
    options = ["--against", "kept.txt", "--exclude", "drafts", "--exclude", "old/x"]
    for name in left_out:
        assert run("check", name, *options).code == (2 if name.endswith("jpg") else 1), name
    harmless = [name for name in left_out if name[-5:] != "b.txt" or not name.startswith((".", "sub"))]
    assert run("check", *harmless, *options, "--force-exclude").code == 0
    assert run("check", desk / "drafts" / "b.txt", *options, "--force-exclude").code == 0
    (desk / "b.txt").write_text(ALTERED, "utf-8")
    kept = run("check", *left_out, "./b.txt", *options, "--force-exclude", "-f", "json")
    assert (kept.code, json.loads(kept.out)["summary"]["articles"]) == (1, 2)
    assert run("check", "gone.txt", *options, "--force-exclude").code == 2
