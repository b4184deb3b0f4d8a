"""What is gathered for pages comes back page by page and in order, however little of it is in memory."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import SpooledTemporaryFile

import numpy as np
import pytest

from factcheck import Index, errors
from factcheck.index import gathered, spool
from factcheck.index.pages import Pairs
from factcheck.index.spool import PairRuns, Spool
from factcheck.read import find

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(params=["in memory", "in a file"])
def keeper(request, tmp_path, monkeypatch):
    if request.param == "in a file":
        monkeypatch.setattr(spool, "_IN_MEMORY", 1)
    return Spool(tmp_path)


@pytest.mark.parametrize("key_bits", [26, 48])
@pytest.mark.parametrize("bits", [0, 3, 9, 12])
@pytest.mark.parametrize("chunk", [1, 64, 1 << 20])
def test_pairs_are_handed_out_by_pages_and_in_order(keeper, monkeypatch, key_bits, bits, chunk):
    monkeypatch.setattr(spool, "_CHUNK", chunk)
    random = np.random.default_rng(1)
    hashes = random.integers(0, 1 << key_bits, 500, np.uint64)
    hashes[::7] = hashes[0]
    numbers = random.integers(0, 1 << 32, 500, np.int64)
    runs = PairRuns(keeper, key_bits)
    for first in range(0, 500, 90):
        runs.add(Pairs(hashes[first : first + 90], numbers[first : first + 90]))
    runs.add(Pairs(hashes[:0], numbers[:0]))
    found = [
        (page, pair)
        for page, held in runs.pages(bits)
        for pair in zip(held.hashes.tolist(), held.numbers.tolist(), strict=True)
    ]
    wanted = sorted(zip(hashes.tolist(), numbers.tolist(), strict=True))
    assert found == [(hashed >> (key_bits - bits), (hashed, number)) for hashed, number in wanted]
    assert [page for page, _ in runs.pages(bits)] == sorted({page for page, _ in found})  # each once
    assert len(runs) == 500


def test_nothing_comes_of_nothing(keeper):
    assert list(PairRuns(keeper, 48).pages(5)) == []


def test_the_file_has_no_name(tmp_path, monkeypatch):
    monkeypatch.setattr(spool, "_IN_MEMORY", 1)
    held = Spool(tmp_path)
    start = held.add(np.arange(1000, dtype="<u4"))
    assert held.read(start + 40, 3, "<u4").tolist() == [10, 11, 12]
    assert list(tmp_path.iterdir()) == []


class FullDisk(SpooledTemporaryFile):
    """A file on a disk that has no room left."""

    def write(self, *_):
        raise OSError(errno.ENOSPC, "no room")


def test_a_disk_that_is_full_is_told_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(spool, "SpooledTemporaryFile", FullDisk)
    with pytest.raises(errors.UsageError) as told:
        Spool(tmp_path).add(np.arange(3))
    assert str(tmp_path) in str(told.value)


def test_pages_are_the_same_where_all_is_gathered_in_small_parts(tmp_path, monkeypatch):
    pages = []
    for name in ("whole", "parts"):
        if name == "parts":
            monkeypatch.setattr(gathered, "_BATCH", 900)
            monkeypatch.setattr(spool, "_IN_MEMORY", 1 << 12)
            monkeypatch.setattr(spool, "_CHUNK", 256)
        index = Index(tmp_path / f"{name}.index")
        index.update(find([str(CORPUS)])[0])
        with closing(sqlite3.connect(index.path)) as db:
            pages.append(db.execute("SELECT number, data FROM pages ORDER BY number").fetchall())
    assert pages[0] == pages[1]
    assert len(pages[0]) > 50
