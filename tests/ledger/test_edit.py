"""Changes to the ledger: comments survive, nothing is lost, and what cannot be edited is left alone."""

from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import strict_yaml
from factcheck.errors import LedgerError
from factcheck.ledger import Baselined, Ledger, Ruling, edit

OLD = """\
# ours; keep this
- fingerprint: 0123456789abcdef  # the first
  ruling: explained
  reason: two districts
  by: 某甲
  date: 2025-02-01
# and this
- fingerprint: fedcba9876543210
  ruling: confirmed
  reason: "no: really"
  by: 某乙
  date: 2025-02-02
# and the end
"""


def ruling(one, reason="说得通", kind="explained"):
    return Ruling(fingerprint=one, ruling=kind, reason=reason, by="某甲", date="2025-03-01")


def test_a_ruling_is_appended_and_every_other_letter_stays(tmp_path):
    (tmp_path / "rulings.yaml").write_text(OLD, "utf-8")
    edit.rule_on(tmp_path, [ruling("00000000000000aa")])
    text = (tmp_path / "rulings.yaml").read_text("utf-8")
    assert text.startswith(OLD)
    assert text.removeprefix(OLD) == (
        "- fingerprint: 00000000000000aa\n  ruling: explained\n  reason: 说得通\n  by: 某甲\n  date: 2025-03-01\n"
    )
    assert [one.fingerprint[-2:] for one in Ledger.load(tmp_path).rulings] == ["ef", "10", "aa"]
    assert edit.take_back(tmp_path, [ruling("00000000000000aa")])
    assert (tmp_path / "rulings.yaml").read_text("utf-8") == OLD


def test_what_another_has_ruled_on_or_changed_is_left_alone(tmp_path):
    (tmp_path / "rulings.yaml").write_text(OLD, "utf-8")
    assert not edit.rule_on(tmp_path, [ruling("00000000000000aa"), ruling("0123456789abcdef", kind="confirmed")])
    assert not edit.take_back(tmp_path, [ruling("0123456789abcdef", reason="what it said before")])
    assert not edit.take_back(tmp_path, [ruling("00000000000000aa")])
    assert (tmp_path / "rulings.yaml").read_text("utf-8") == OLD


def test_several_rulings_come_and_go_at_once_and_comments_between_stay(tmp_path):
    (tmp_path / "rulings.yaml").write_text(OLD, "utf-8")
    first, second, third = (ruling(f"{number:016x}", reason=f"第{number}个") for number in range(3))
    edit.rule_on(tmp_path, [first, second, third])
    assert edit.take_back(tmp_path, [third, edit.current_rulings(tmp_path)[0], second])
    text = (tmp_path / "rulings.yaml").read_text("utf-8")
    assert [one.fingerprint for one in Ledger.load(tmp_path).rulings] == ["fedcba9876543210", first.fingerprint]
    assert all(comment in text for comment in ("# ours; keep this", "# and this", "# and the end"))


def test_a_ruling_taken_back_leaves_the_comments_around_it(tmp_path):
    (tmp_path / "rulings.yaml").write_text(OLD, "utf-8")
    assert edit.take_back(tmp_path, edit.current_rulings(tmp_path)[:1])
    text = (tmp_path / "rulings.yaml").read_text("utf-8")
    assert "# ours; keep this" in text
    assert "# and this" in text
    assert "two districts" not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "- a: b",
        "  - a: b\n  # in two\n",
        "- a: b\r\n- a: c\r\n",
        "\ufeff- a: b\n",
        "- {a: b, c: d}\n",
    ],
)
def test_any_layout_of_a_list_takes_an_entry_and_gives_it_back(text, tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_bytes(text.encode())
    edit.add_entry(path, {"id": "x: y", "source": {"title": "年报", "checked": "2025-02-01"}})
    now = path.read_bytes().decode("utf-8-sig")
    held = strict_yaml.load(now, "facts", LedgerError).value
    assert held[-1] == {"id": "x: y", "source": {"title": "年报", "checked": "2025-02-01"}}
    assert edit.remove_rows(now, "facts", "id", "x: y") == now[: now.rindex("x: y")].rpartition("- id")[0].rstrip(" ")


@pytest.mark.parametrize("text", ["[{a: b}]\n", "a: b\n", "- a: b\n...\n", "- a: [\n"])
def test_a_file_in_another_style_is_left_alone(text, tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(LedgerError) as caught:
        edit.add_entry(path, {"a": "c"})
    assert caught.value.cure
    assert path.read_text("utf-8") == text


@given(st.text(min_size=1).filter(lambda text: not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)))
def test_any_reason_comes_back_as_it_was_given(reason):
    text = edit.append_rows(OLD, "rulings.yaml", {"fingerprint": "a", "reason": reason})
    assert strict_yaml.load(text, "rulings.yaml", LedgerError).value[-1] == {"fingerprint": "a", "reason": reason}


def test_what_fails_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    (tmp_path / "rulings.yaml").write_text(OLD, "utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(edit.os, "fsync", full)
    with pytest.raises(LedgerError, match="no space left"):
        edit.rule_on(tmp_path, [ruling("00000000000000aa")])
    assert (tmp_path / "rulings.yaml").read_text("utf-8") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["rulings.yaml"]


def _many(folder, first):
    for number in range(first, first + 10):
        edit.rule_on(folder, [ruling(f"{number:016x}")])


def test_two_processes_do_not_overwrite_each_other(tmp_path):
    context = multiprocessing.get_context("fork" if threading.active_count() == 1 else "spawn")
    workers = [context.Process(target=_many, args=(tmp_path, first)) for first in (0, 100)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(Ledger.load(tmp_path).rulings) == 20


def test_a_baseline_is_read_back_in_order_and_its_mistakes_are_named(tmp_path):
    rows = [Baselined("00000000000000bb", "FC201", 2), Baselined("00000000000000aa", "FC101", 3)]
    path = edit.write_baseline(tmp_path, rows)
    assert path.read_text("utf-8").splitlines()[0] == '{"fingerprint":"00000000000000aa","rule":"FC101","places":3}'
    assert Ledger.load(tmp_path).baseline == (rows[1], rows[0])
    path.write_text(path.read_text("utf-8") + '{"fingerprint": 3}\n', "utf-8")
    with pytest.raises(LedgerError) as caught:
        Ledger.load(tmp_path)
    assert caught.value.where == f"{path}:3"


def test_what_a_killed_writer_leaves_is_ignored_by_git_and_swept_by_the_next(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)  # noqa: S607 - the git of the path
    folder = tmp_path / "claims"
    folder.mkdir()
    killed = (
        "import os, signal, sys; from pathlib import Path; from factcheck.ledger import edit\n"
        "edit.put_in_place = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "edit.write_baseline(Path(sys.argv[1]), ())"
    )
    assert subprocess.run([sys.executable, "-c", killed, folder], check=False).returncode == -signal.SIGKILL  # noqa: S603
    assert sorted(path.name for path in (folder / edit.SCRATCH).iterdir()) == [".gitignore", "baseline.jsonl", "lock"]
    status = ["git", "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(status, cwd=tmp_path, check=True, capture_output=True).stdout == b""  # noqa: S603
    edit.rule_on(folder, [ruling("00000000000000aa")])
    assert [path.name for path in folder.iterdir()] == ["rulings.yaml"]


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", ["baseline.jsonl", "rulings.yaml"])
def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path, name, there):
    folder, elsewhere = tmp_path / "claims", tmp_path / "shared"
    folder.mkdir()
    elsewhere.mkdir()
    if there:
        (elsewhere / "held").write_text("", "utf-8")
    (folder / name).symlink_to(elsewhere / "held")
    if name == "rulings.yaml":
        edit.rule_on(folder, [ruling("00000000000000aa")])
    else:
        edit.write_baseline(folder, [Baselined("00000000000000aa", "FC201", 2)])
    assert (folder / name).is_symlink()
    assert "00000000000000aa" in (elsewhere / "held").read_text("utf-8")
    assert [path.name for path in (*folder.iterdir(), *elsewhere.iterdir())] == [name, "held"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    with pytest.raises(LedgerError, match="cannot be written") as caught:
        edit.write_baseline(tmp_path / "none", ())
    assert caught.value.where == str(tmp_path / "none")


def _one(folder, number):
    edit.rule_on(folder, [ruling(f"{number:016x}")])


def test_many_writers_that_come_and_go_lose_nothing(tmp_path):
    writers = [threading.Thread(target=_one, args=(tmp_path, number)) for number in range(40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert len(Ledger.load(tmp_path).rulings) == 40
    assert [path.name for path in tmp_path.iterdir()] == ["rulings.yaml"]
