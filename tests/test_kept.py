"""Tables kept for the next run: never believed where anybody else could have written them, never needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import kept
from factcheck.corpus import frequency

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("the folder is another one there")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


def test_what_others_could_have_written_is_not_believed(folder):
    kept.keep("words", "of today", b"table")
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    assert kept.read_kept("words", "of today") == b"table"
    file.chmod(0o666)
    assert kept.read_kept("words", "of today") is None
    file.chmod(0o600)
    folder.chmod(0o777)
    assert kept.read_kept("words", "of today") is None
    folder.chmod(0o700)
    file.rename(folder / "elsewhere")
    file.symlink_to(folder / "elsewhere")
    assert kept.read_kept("words", "of today") is None


def test_a_folder_that_is_a_link_is_not_used(folder, tmp_path):
    (tmp_path / "other").mkdir()
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "other")
    kept.keep("words", "of today", b"table")
    assert list((tmp_path / "other").iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 40])
def test_what_is_damaged_is_not_believed(folder, damage):
    kept.keep("words", "of today", b"table")
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-1] if damage == b"x" else damage)
    assert kept.read_kept("words", "of today") is None


@pytest.mark.usefixtures("folder")
def test_what_was_made_from_something_else_is_not_used():
    kept.keep("words", "of yesterday", b"table")
    assert kept.read_kept("words", "of today") is None
    kept.keep("words", "of today", b"other")
    assert kept.read_kept("words", "of yesterday") == b"table"  # two environments, each with a dictionary of its own
    assert kept.read_kept("words", "of today") == b"other"


def test_of_many_tables_of_one_name_the_newest_are_left(folder):
    for number in range(6):
        kept.keep("words", f"of day {number}", b"table")
        kept.keep("letters", "of today", b"letters")
        for file in folder.iterdir():
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
    held = [kept.read_kept("words", f"of day {number}") for number in range(6)]
    assert held == [None, None, b"table", b"table", b"table", b"table"]
    assert kept.read_kept("letters", "of today") == b"letters"


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    kept.keep("words", "of today", b"table")
    assert kept.read_kept("words", "of today") is None
    assert not kept.can_keep()


def test_counts_come_back_as_the_dictionary_has_them():
    counts = {"书店": 7, "河": 12, "A": 1}
    held = frequency.unpack_counts(frequency.make_counts(counts).pack())
    assert {word: held.get(word, 0.5) for word in (*counts, "书", "")} == {**counts, "书": 0.5, "": 0.5}
    assert held.total == 20


@pytest.mark.parametrize("damage", [b"", b"x" * 18, b"le" + b"\xff" * 30])
def test_counts_that_are_none_are_refused(damage):
    with pytest.raises(ValueError, match=r"short|foreign"):
        frequency.unpack_counts(damage)


def test_a_run_finds_the_same_with_what_was_kept_and_without(folder, tmp_path):
    (tmp_path / "a.txt").write_text("望澜市有13家孵化器，帶動就業三萬人。", "utf-8")
    (tmp_path / "b.txt").write_text("望澜市有14家孵化器，带动就业三万人。", "utf-8")
    said = [
        subprocess.run(
            [sys.executable, "-m", "factcheck", "scan", "a.txt", "b.txt", "-f", "json", "--select", "FC"],
            cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).stdout
        for _ in range(2)
    ]  # fmt: skip
    assert said[0] == said[1]
    assert said[0]
    assert {file.name.rsplit("-", 1)[0] for file in folder.iterdir()} == {"traditional-letters", "word-counts"}


def test_to_list_claims_loads_nothing_that_compares(tmp_path):
    (tmp_path / "a.txt").write_text("望澜市有13家孵化器。", "utf-8")
    code = (
        "import sys; from factcheck.cli.app import app\n"
        "app(['extract', 'a.txt'], standalone_mode=False)\n"
        "print([one for one in sys.modules if one.startswith(('factcheck.evidence', 'factcheck.rules', "
        "'factcheck.passage', 'factcheck.index', 'sqlite3'))])"
    )
    ran = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.stdout.splitlines()[-1] == "[]"
