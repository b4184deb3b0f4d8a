from __future__ import annotations

import pickle

from factcheck.lexicon import memory
from factcheck.lexicon.memory import WordMemory


def test_a_pickle_carries_no_memory():
    held: WordMemory[bool] = WordMemory()
    assert held.keep("产值", found=True) is True
    assert held == {"产值": True}
    again = pickle.loads(pickle.dumps(held))  # noqa: S301 - our own bytes
    assert type(again) is WordMemory
    assert again == {}


def test_what_is_full_is_emptied(monkeypatch):
    monkeypatch.setattr(memory, "_MOST", 3)
    held: WordMemory[str] = WordMemory()
    for word in "甲乙丙丁":
        assert held.keep(word, found=word) == word
    assert held == {"丁": "丁"}
