"""The index: nothing lost between disk and memory, only what changed read again, no harm from a kill."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from factcheck import Index, errors
from factcheck.index.codec import packed, unpacked
from factcheck.read import find, read
from factcheck.run import read_article

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"望澜市有{len(name)}3家孵化器，占三分之一。", "utf-8")
    return folder


def test_every_article_comes_back_as_it_was_read():
    articles = [read_article(document) for document in read([str(CORPUS)])]
    assert unpacked(packed(articles, ())) == (articles, ())


def test_numbers_come_back_exactly():
    article = read_article(next(iter(read([str(CORPUS)]))))
    claim = article.claims[0]
    numbers = (Decimal("0.10"), Decimal(10) ** 30, Fraction(1, 11), Fraction(-2000, 3), None)
    claims = tuple(msgspec.structs.replace(claim, low=number, high=number) for number in numbers)
    ((back,), _) = unpacked(packed([msgspec.structs.replace(article, claims=claims)], ()))
    assert [(c.low, type(c.low)) for c in back.claims] == [(number, type(number)) for number in numbers]


def test_only_what_changed_is_read_again(corpus, tmp_path):
    index = Index(tmp_path / "x.index")
    assert index.update(find([str(corpus)])[0]) == (3, 0, 0, 0)
    (corpus / "b.txt").write_text("望澜市有14家孵化器。", "utf-8")
    (corpus / "c.txt").unlink()
    (corpus / "d.txt").write_text("望澜市有15家孵化器。", "utf-8")
    assert sorted(index.problems()) == [f"{corpus}/b.txt: has changed since", f"{corpus}/c.txt: is gone"]
    assert index.update(find([str(corpus)])[0]) == (1, 1, 1, 1)
    assert [article.document.id for article in index.articles()] == ["a.txt", "b.txt", "d.txt"]
    assert list(index.problems()) == []


def test_ids_that_come_twice_are_numbered_with_all_that_bears_them(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text('{"id": "x", "text": "望澜市有13家孵化器，他说：“好。”"}\n', "utf-8")
    index = Index(tmp_path / "x.index")
    index.update(find([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")])[0])
    first, second = index.articles()
    assert (first.document.id, second.document.id) == ("x", "x#2")
    assert {claim.doc for claim in second.claims} | {one.doc for one in second.quotations} == {"x#2"}


def test_what_is_no_index_is_refused_and_left_alone(tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("望澜市有13家孵化器。", "utf-8")
    with pytest.raises(errors.UsageError, match="no index"):
        Index(other).update([])
    assert other.read_text("utf-8") == "望澜市有13家孵化器。"
    sqlite3.connect(tmp_path / "db").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(errors.UsageError, match="no index"):
        Index(tmp_path / "db").articles()
    with pytest.raises(errors.UsageError, match="no such file"):
        Index(tmp_path / "none").articles()


def test_a_damaged_index_is_said_to_be_one(corpus, tmp_path):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    db = sqlite3.connect(index.path)
    db.execute("UPDATE files SET held = x'00' WHERE id = 'a.txt'")
    db.commit()
    db.close()
    assert any("a.txt: cannot be read" in problem for problem in index.problems())
    with pytest.raises(errors.UsageError, match="cannot be used"):
        index.articles()


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
@pytest.mark.parametrize("after", [0.02, 0.2])
def test_a_kill_in_the_midst_of_writing_leaves_the_index_as_it_was(corpus, tmp_path, after):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    before = index.articles()
    for number in range(800):
        (corpus / f"n{number}.txt").write_text(f"望澜市有{number}家孵化器，带动就业{number}万人。", "utf-8")
    (corpus / "a.txt").unlink()
    arguments = [sys.executable, "-m", "factcheck", "index", "build", index.path, corpus, "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    end = time.monotonic() + 60
    wal = Path(f"{index.path}-wal")
    while not wal.exists() and running.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    assert running.wait(60) == -signal.SIGKILL
    assert index.articles() == before
    assert index.update(find([str(corpus)])[0]).added == 800


def test_what_another_version_has_read_is_not_used_and_an_update_reads_it_anew(corpus, tmp_path, monkeypatch):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    monkeypatch.setattr("factcheck.__version__", "99")
    with pytest.raises(errors.UsageError, match="another version"):
        index.articles()
    assert index.update(find([str(corpus)])[0]).changed == 3
    assert len(index.articles()) == 3
