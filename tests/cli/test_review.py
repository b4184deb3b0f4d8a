"""`factcheck review`: every answer on disk before the next question."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time

import pytest

from factcheck import Ledger
from factcheck.run import article

from .conftest import ROOT

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"


@pytest.fixture
def desk(tmp_path):
    """Two disputed facts in four articles, and a ledger."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    folder = tmp_path / "articles"
    folder.mkdir()
    other = "望澜湾大桥的引桥全长{}公里，由桥梁公司承建，明年通车。"
    texts = (TOLD.format("36家"), "据了解，" + TOLD.format("63家"), other.format(3.7), "记者获悉，" + other.format(9.4))
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"---\ndate: 2025-03-01\n---\n{text}\n", "utf-8")
    return tmp_path


@pytest.fixture
def answers(run, monkeypatch):
    def call(typed, *arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return run("review", "articles", "--select", "FC1", "--by", "某甲", *arguments)

    return call


def rulings(desk):
    return [(one.ruling, one.reason, one.by) for one in Ledger.load(desk / "claims").rulings]


def test_both_sentences_are_in_view_and_answers_are_written(answers, desk):
    ran = answers("c\n写错了\nx\n口径不同\n")
    assert ran.code == 0
    assert "共有【36家】概念验证中心" in ran.out
    assert "共有【63家】概念验证中心" in ran.out
    assert ran.out.endswith("2 ruled on, 0 left\n")
    assert rulings(desk) == [("confirmed", "写错了", "某甲"), ("explained", "口径不同", "某甲")]
    again = answers("")
    assert again.out == "0 ruled on, 0 left\n"


@pytest.mark.usefixtures("desk")
def test_findings_and_questions_in_chinese(answers):
    ran = answers("q\n", "--lang", "zh-hant")
    assert "第1處，共2處" in ran.out
    assert "c 確認有誤，x 可以解釋" in ran.out
    assert "q 結束：" in ran.out
    assert ran.out.endswith("已判定0處，剩2處\n")


def test_skip_undo_quit_and_what_is_no_answer(answers, desk):
    ran = answers("u\nwhat\nf\n\nf\n看错了\nu\ns\nq\n")
    assert "nothing to undo" in ran.out
    assert ran.out.endswith("0 ruled on, 1 left\n")
    assert rulings(desk) == []


def test_undo_takes_the_last_ruling_back_and_leaves_comments(answers, desk):
    (desk / "claims" / "rulings.yaml").write_text("# ours\n", "utf-8")
    answers("c\n一\ns\nu\nc\n二\nu\n")
    assert [reason for _, reason, _ in rulings(desk)] == ["一"]
    assert (desk / "claims" / "rulings.yaml").read_text("utf-8").startswith("# ours\n")


def test_the_end_of_input_quits_and_a_hostile_reason_is_kept_harmlessly(answers, desk):
    ran = answers("x\n\x1b[31m\u202e: # {\n")
    assert ran.code == 0
    assert rulings(desk)[0][1] == "\x1b[31m\u202e: # {"
    assert "\x1b" not in (desk / "claims" / "rulings.yaml").read_text("utf-8")


def test_without_a_ledger_nothing_is_asked(run, corpus):
    ran = run("review", corpus, "--isolated")
    assert (ran.code, "no ledger was found" in ran.err) == (2, True)


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_what_was_answered_is_there_when_the_program_is_killed(desk):
    arguments = [sys.executable, "-m", "factcheck", "review", "articles", "--select", "FC1", "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=desk, env=environment, text=True
    ) as running:
        running.stdin.write("c\n写错了\n")
        running.stdin.flush()
        end = time.monotonic() + 60
        path = desk / "claims" / "rulings.yaml"
        while not path.exists() and time.monotonic() < end:
            time.sleep(0.05)
        running.kill()
    assert rulings(desk)[0][:2] == ("confirmed", "写错了")


@pytest.mark.usefixtures("desk")
def test_an_article_that_could_not_be_read_through_is_named(answers, monkeypatch):
    monkeypatch.setattr(article, "MOST_FIGURES", 0)
    done = answers("q\n", "--jobs", "1")
    assert done.code == 2
    assert "error: articles/0.txt" in done.err
