"""Letters that are held, with few taken away and few added, are those of the articles laid in a row anew."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from invented import article

from factcheck.passage.families import find_families
from factcheck.passage.held_letters import HeldLetters
from factcheck.passage.letters import Letters
from factcheck.passage.rarity import Rarity

TOLD = (
    "云汀湾的夜航渡轮又开了，码头上挤满了人，第一班船载走了两百名乘客。",
    "望澜书展今天闭幕，八天里售出图书三万册，比去年多了一成。",
    "晴湾镇的水塔始建于1931年，夜\U00020089里有灯，远处也看得见。",
)
HELD = [article(f"{number}", TOLD[number % 3] * (1 + number // 3) + f"第{number}篇。") for number in range(8)]
NEW = article("35", TOLD[1] + "这是后来的一篇，有居\U0002008a民读过。")
CHANGES = (
    ((), ()),
    (("3",), ()),
    ((), ("35",)),
    (("3",), ("3",)),
    (("0", "1", "7"), ("00", "35", "9")),
    (tuple("01234567"), ("35",)),
)


def name(given, doc):
    return article(doc, given.document.text)


def list_families(numbers):
    """Which two are of one family; the numbers themselves say nothing."""
    return [one for one in combinations(range(len(numbers)), 2) if numbers[one[0]] == numbers[one[1]]]


@pytest.mark.parametrize(("gone", "come"), CHANGES)
def test_they_are_as_they_would_be_laid_anew(gone, come):
    added = {doc: name(NEW, doc) for doc in come}
    now = sorted(
        [one for one in HELD if one.document.id not in {*gone, *come}] + list(added.values()),
        key=lambda one: one.document.id,
    )
    moved, anew = HeldLetters(HELD).move(gone, added), Letters(now)
    letters = moved.letters
    assert [one.document.id for one in letters.articles] == [one.document.id for one in now]
    assert (letters.codes.tolist(), letters.steps, letters.marks) == (anew.codes.tolist(), anew.steps, anew.marks)
    assert letters.first.tolist() == anew.first.tolist()
    assert list_families(moved.families.tolist()) == list_families(find_families(anew).tolist())
    places = np.arange(max(0, len(anew.codes) - 8))
    rarity = Rarity(anew)
    for most in (0, 1, 3):
        times = np.full(len(places), most)
        assert moved.rarity.are_distinct(places, times).tolist() == rarity.are_distinct(places, times).tolist()
    lengths = np.full(len(places), 8)
    assert moved.rarity.measure_wear(places, lengths).tolist() == rarity.measure_wear(places, lengths).tolist()


@pytest.mark.parametrize(("gone", "come"), CHANGES)
def test_every_place_of_a_gram_is_looked_up(gone, come):
    moved = HeldLetters(HELD).move(gone, {doc: name(NEW, doc) for doc in come})
    letters, size = moved.letters, 6
    for doc in range(len(letters.articles)):
        bits, keys = moved.look_up([doc], size)
        places = sorted((keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(int).tolist())
        own = range(int(letters.first[doc]), int(letters.first[doc + 1]) - size + 1)
        wanted = {letters.spell(at, at + size) for at in own}
        heavy = (  # lighter ones are a number or a name in Latin letters
            at
            for at in range(len(letters.codes) - size + 1)
            if letters.doc(at) == letters.doc(at + size - 1) and letters.weigh(at, at + size) >= 4
        )
        assert places == [at for at in heavy if letters.spell(at, at + size) in wanted]


def test_a_letter_beyond_16_bits_is_the_same_beside_any_others():
    one = Letters([name(NEW, "a")])
    assert Letters([HELD[2], name(NEW, "a")]).codes.tolist()[-len(one.codes) :] == one.codes.tolist()
