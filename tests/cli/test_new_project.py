"""A ledger where there was none, and rulings where only a part of the corpus is read."""

from __future__ import annotations

import io
import json
import sys

import pytest
from invented import ALTERED

from factcheck import Ledger, errors
from factcheck.cli.work import review, review_web

MADE = "claims/: this folder is made for the ledger: facts, rulings and the baseline\n"
FACT = ("--id", "b", "--subject", "北桥", "--measure", "全长", "--value", "3.7公里")


@pytest.fixture
def answer(run, monkeypatch):
    def call(typed, *arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return run("review", *arguments, "--select", "FC201", "--by", "某甲")

    return call


def test_what_is_decided_in_a_new_project_is_kept_and_counts(run, corpus, tmp_path, answer):
    ruled = answer("x\n口径不同\n", corpus)
    assert (ruled.code, ruled.err) == (0, MADE)
    assert [one.reason for one in Ledger.load(tmp_path / "claims").rulings] == ["口径不同"]
    assert run("scan", corpus).code == 0
    assert answer("", corpus).err == ""  # it is there now
    assert run("scan", corpus, "--isolated").code == 1


def test_a_baseline_and_a_fact_make_the_folder_too(run, corpus, tmp_path):
    done = run("baseline", corpus)
    assert (done.code, done.out, done.err) == (
        0,
        "claims/baseline.jsonl: 1 pair (1 error, 0 warnings, 0 notes) accepted\n",
        MADE,
    )
    assert run("scan", corpus).code == 0
    (tmp_path / "claims" / "baseline.jsonl").unlink()
    (tmp_path / "claims").rmdir()
    added = run("ledger", "add", *FACT)
    assert (added.code, added.out, added.err) == (0, "claims/facts.yaml:1: added\n", MADE)
    assert run("ledger", "list").out.startswith("claims/facts.yaml:1  b")


def test_it_stands_beside_the_configuration_that_is_in_force(run, corpus, tmp_path, monkeypatch):
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    monkeypatch.chdir(corpus)
    assert run("ledger", "add", *FACT).err == f"{tmp_path}/{MADE}"
    assert [path.name for path in (tmp_path / "claims").iterdir()] == ["facts.yaml"]


@pytest.mark.parametrize("command", [["ledger", "list"], ["ledger", "check"], ["scan", "articles"]])
def test_what_only_reads_makes_no_folder(run, corpus, command):
    ran = run(*command)
    assert (ran.code, MADE in ran.err) == (1 if command[0] == "scan" else 2, False)
    assert not (corpus.parent / "claims").exists()


def test_a_file_in_its_place_is_named(run, corpus, tmp_path):
    (tmp_path / "claims").write_text("", "utf-8")
    ran = run("baseline", corpus)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"error: {tmp_path}/claims: cannot be made: file exists")


@pytest.mark.parametrize(("module", "more"), [(review, []), (review_web, ["--web"])])
def test_review_says_it_before_the_scan(run, corpus, monkeypatch, module, more):
    def long_scan(*_, **__):
        raise errors.UsageError("the scan")

    monkeypatch.setattr(module, "scan_inputs", long_scan)
    assert run("review", corpus, *more).err == f"{MADE}error: the scan\n"


@pytest.fixture
def parts(corpus, tmp_path):
    """A corpus of two folders, each with an error of its own, and a ledger."""
    (corpus / "one").mkdir()
    (corpus / "two").mkdir()
    for name in ("a.txt", "b.txt"):
        text = (corpus / name).read_text("utf-8")
        (corpus / name).rename(corpus / "one" / name)
        (corpus / "two" / name).write_text(text.replace("林知秋", "周远山").replace("夜校", "画室"), "utf-8")
    (tmp_path / "claims").mkdir()
    return corpus


@pytest.mark.usefixtures("parts")
def test_a_part_of_the_corpus_calls_no_ruling_stale_whose_places_it_does_not_hold(run, tmp_path, answer):
    assert answer("x\n口径不同\n", "articles/one").out.endswith("1 ruled on, 0 left\n")
    held = (tmp_path / "claims" / "rulings.yaml").read_text("utf-8")
    assert held.endswith("  places: [articles/one/a.txt, articles/one/b.txt]\n")
    for part in (["articles/two"], ["articles/one/a.txt"], ["articles/two", "articles/one/b.txt"]):
        assert "stale" not in run("scan", *part).err
    assert "stale" not in run("check", "articles/one/a.txt", "--against", "articles/two").err
    (tmp_path / "articles/one/b.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    # all of its places are read, whatever else is not
    assert run("scan", "articles/one").err.count("stale: the pair") == 1
    assert run("check", "articles/one/b.txt", "--against", "articles").err.count("stale") == 1
    run("index", "build", "desk.index", "articles")
    assert run("check", "articles/one/b.txt", "--against", "desk.index").err.count("stale") == 1
    assert "stale" not in run("scan", "articles/two").err


@pytest.mark.usefixtures("parts")
def test_of_a_ruling_that_names_no_places_only_the_whole_project_knows(run, tmp_path):
    row = f"- {{fingerprint: {'0' * 16}, ruling: explained, reason: x, by: y, date: 2025-02-01}}\n"
    (tmp_path / "claims" / "rulings.yaml").write_text(row, "utf-8")
    for part in (["articles/two"], ["articles/one/a.txt", "articles/two"]):
        assert "stale" not in run("scan", *part).err
        assert json.loads(run("scan", *part, "-f", "json").out)["stale"] == []
    assert run("scan", "articles").err.count("stale") == 1
    assert run("scan", "articles/one", "articles/two").err.count("stale") == 1
    run("index", "build", "desk.index", "articles")
    assert "stale" not in run("check", "articles/one/b.txt", "--against", "desk.index").err
    (tmp_path / "new.txt").write_text(ALTERED, "utf-8")
    assert "stale" not in run("scan", "articles").err


def test_places_of_any_name_come_back_and_are_the_same_from_every_folder(run, corpus, tmp_path, answer, monkeypatch):
    (corpus / "b.txt").rename(corpus / "夜, 校: [1] #'.txt")
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    monkeypatch.chdir(corpus)
    answer("x\n口径不同\n", ".")
    (ruling,) = Ledger.load(tmp_path / "claims").rulings
    assert sorted(ruling.places) == sorted(map(str, corpus.iterdir()))
    assert "articles/a.txt" in (tmp_path / "claims" / "rulings.yaml").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    assert "stale" not in run("scan", "articles/a.txt").err
