from __future__ import annotations

import tempfile

import numpy as np
import pytest
from invented import article

from factcheck import zh
from factcheck.passage.find import find_passages
from factcheck.passage.ranges import sort_keys

LEDE = "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。"
OTHER = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场。"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def keys():
    made = np.random.default_rng(7).integers(0, 2**64, 5000, np.uint64)
    return [made[start : start + 700].copy() for start in range(0, 5000, 700)]


@pytest.mark.parametrize("limit", [1, 10, 999, 4999, 5000])
def test_the_same_order_whatever_the_limit(folder, limit):
    rows = list(sort_keys(keys(), limit=limit))
    assert np.array_equal(np.concatenate(rows), np.sort(np.concatenate(keys())))
    assert len(rows) == 1 or limit < 5000
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_keys_of_fewer_bits_are_spread_over_the_files_too():
    made = [batch >> np.uint64(24) for batch in keys()]
    rows = list(sort_keys(made, width=40, limit=100))
    assert np.array_equal(np.concatenate(rows), np.sort(np.concatenate(made)))
    assert max(len(row) for row in rows) < 200


def test_nothing_is_written_where_the_keys_are_few(folder):
    for _ in sort_keys(keys(), limit=5000):
        assert list(folder.iterdir()) == []


def test_files_are_private_and_gone_when_the_caller_stops(folder):
    rows = sort_keys(keys(), limit=500)
    next(rows)
    (made,) = folder.iterdir()
    assert made.stat().st_mode & 0o077 == 0
    rows.close()
    assert list(folder.iterdir()) == []


def test_no_keys(folder):
    assert sum(len(row) for row in sort_keys([])) == 0
    assert sum(len(row) for row in sort_keys([], limit=1)) == 0
    assert list(folder.iterdir()) == []


def test_the_same_passages_through_files(folder):
    articles = [article(name, text) for name, text in (("a", OTHER + LEDE), ("b", LEDE), ("c", LEDE + OTHER))]
    assert find_passages(articles, limit=5, lexicon=zh.lexicon()) == find_passages(articles, lexicon=zh.lexicon())
    assert find_passages(articles, lexicon=zh.lexicon()) != ()
    assert list(folder.iterdir()) == []
