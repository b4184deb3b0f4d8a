"""The benchmarks' own code, over a few articles."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from factcheck import Document, Index
from factcheck.read import find

FOLDER = Path(__file__).parents[1] / "benchmarks"


def load(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = load("generate")


def test_a_seed_makes_the_same_articles_and_another_one_others(tmp_path):
    for name in ("a", "b"):
        generate.write_corpus(tmp_path / f"{name}.jsonl", 300, 5)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert (tmp_path / "a.truth.jsonl").read_bytes() == (tmp_path / "b.truth.jsonl").read_bytes()
    assert generate.generate(300, 5) != generate.generate(300, 6)


def test_what_is_planted_is_there():
    records, truth = generate.generate(3000, 2)
    texts = {one["id"]: one["text"] for one in records}
    assert len(texts) == 3000
    kinds = Counter(one["kind"] for one in truth)
    assert set(kinds) == {"contradiction", "trap", "copy", "changed-copy"}
    for one in truth:
        for doc, figure in zip(one["docs"], one["figures"], strict=False):
            assert figure in texts[doc]
        if one["figures"]:
            assert one["figures"][0] != one["figures"][1]


def test_articles_are_as_long_and_in_both_scripts_as_said():
    records, _ = generate.generate(600, 3)
    lengths = sorted(len(one["text"]) for one in records)
    assert 250 < lengths[300] < 900
    traditional = sum("長" in one["text"] or "員" in one["text"] or "億" in one["text"] for one in records)
    assert 120 < traditional < 280


def test_check_finds_what_a_scan_of_everything_finds(tmp_path):
    """On articles with copies, contradictions and traps; each in place of its filed self."""
    records, truth = generate.generate(3000, 4)
    wanted = {doc for one in truth for doc in one["docs"]}
    rows = [one for one in records if one["id"] in wanted][:44] + records[:6]
    file = tmp_path / "corpus.jsonl"
    rows = {one["id"]: one for one in rows}.values()
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), "utf-8")
    drawn, found, wrong = load("check_equals_scan").compare(file, tmp_path, 24, 1)
    assert (drawn, wrong) == (24, [])
    assert found > 10


@pytest.mark.skipif(os.name != "posix", reason="the system is asked what a process has cost")
def test_every_stage_is_measured_and_told(monkeypatch):
    stages = load("stages")
    page = stages.write_results(4, 1, 1)
    rows = [line for line in page.splitlines() if line.startswith("| ") and " s (" in line]
    assert len(rows) == 8
    assert "| scan |" in page
    monkeypatch.setattr(stages.sys, "executable", "/bin/false")
    assert stages.measure(["/bin/sh", "-c", "exit 0"], FOLDER).peak > 0
    with pytest.raises(RuntimeError, match="exit code 3"):
        stages.measure(["/bin/sh", "-c", "exit 3"], FOLDER)


@pytest.mark.skipif(os.name != "posix", reason="the system is asked what a process has cost")
def test_what_lines_more_cost_a_feed_is_measured(tmp_path):
    records, _ = generate.generate(8, 6)
    lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in records]
    cost = load("feed_growth").measure(lines[:4], lines[4:], 1, tmp_path)
    assert cost.lines == 4
    assert min(cost[1:]) > 0
    with pytest.raises(SystemExit):  # a line that is there already is no other article
        load("feed_growth").measure(lines[:2], ["", lines[2]], 1, tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="the system is asked what a process has cost")
def test_a_check_is_measured_against_several_indexes(tmp_path):
    records, _ = generate.generate(8, 7)
    file, once = tmp_path / "corpus.jsonl", load("check_once")
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), "utf-8")
    index = Index(tmp_path / "x.index")
    index.update(find([str(file)])[0])
    new = [Document(id="new", text=records[0]["text"])]
    (row,), (stays,) = once.measure_once(new, [str(index.path)], 1, tmp_path), once.measure_stay(new, [str(index.path)])
    assert (row.count("|"), stays.count("|")) == (7, 4)
    assert row.startswith("| 8 |")
    with pytest.raises(SystemExit, match="exit code 2"):
        once.run("check", str(file), "--against", str(tmp_path / "none"))


def test_two_who_write_and_two_who_read_lose_nothing(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    outcome = importlib.import_module("at_once").run_at_once(tmp_path, 1.0, 6, 1)
    assert outcome.faults == ()
    assert min(outcome[:2]) >= 2


@pytest.fixture
def on_spark(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER)
    return load("on_spark")


def test_a_scan_beside_one_on_spark_tells_what_it_found_and_took(on_spark):
    one, again = (on_spark.run_apart(60, 5, None, None) for _ in range(2))
    assert one.digest == again.digest != on_spark.run_apart(60, 6, None, None).digest
    assert one.facts > 0
    assert one.driver > 10
    assert not one.killed


def test_the_processes_of_a_scan_are_seen_with_their_peaks(on_spark):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        below = dict(on_spark.list_below(os.getpid()))
        assert "input()" in below[child.pid]
        assert not {os.getpid(), os.getppid()} & below.keys()  # nobody else's
        child.communicate(b"\n")
    assert on_spark.read_peak(os.getpid()) > 10
    assert on_spark.read_peak(2**30) == 0
