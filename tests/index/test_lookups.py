"""A check that looks things up in the file finds what one finds that has read all of it, and reads little."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import numpy as np
import pytest

from factcheck import Document, Index, Ledger, check, errors, zh
from factcheck.index import lookups, seal, tables
from factcheck.index.pages import (
    CELL_BITS,
    Kind,
    Pages,
    Pairs,
    pack_cells,
    pack_pairs,
    unpack_cells,
    unpack_pairs,
    unpack_words,
)
from factcheck.ledger import Ruling
from factcheck.passage.held_letters import HeldLetters
from factcheck.passage.seeds import stock_limit
from factcheck.read import find, read
from factcheck.run.against import HeldArticles

CORPUS = Path(__file__).parents[2] / "corpus"
COPY = (
    "云汀湾的夜航渡轮昨晚重新开航，码头上挤满了人，第一班船载走了{}名乘客，"
    "船长林知秋说：“我们等这一天等了三年零两个月。”"
)


@pytest.fixture
def corpus(tmp_path):
    """Articles that contradict, copy and retell one another, a feed, and many that print the same sentence."""
    folder = tmp_path / "corpus"
    shutil.copytree(CORPUS, folder)
    for number in range(24):  # more than make a stock phrase
        (folder / f"copy{number:02}.txt").write_text(
            f"第{number}篇，编号{number * 7919}。\n{COPY.format(212)}", "utf-8"
        )
    (folder / "feed.jsonl").write_text('{"id": "晴湾", "text": "晴湾镇的水塔始建于1931年。"}\n', "utf-8")
    return folder


@pytest.fixture
def index(tmp_path):
    return Index(tmp_path / "x.index")


def update(index, corpus):
    index.update(find([str(corpus)])[0], roots=[str(corpus)])


def list_new(corpus):
    """What is checked: a new article, and some in place of their filed selves."""
    yield Document(id="new", text="晴湾镇的水塔始建于1932年。\n" + COPY.format(221))
    filed = [one for one in read([str(corpus)]) if isinstance(one, Document)]
    yield from filed[:: max(1, len(filed) // 5)]
    yield next(one for one in filed if one.id.startswith("copy"))


def tell(report):
    said = [report.findings, report.facts, [one.id for one in report.documents], report.claims, report.skipped]
    return msgspec.json.encode(said, enc_hook=str)


def compare(index, corpus):
    """Whether both find the same, and whether the file was asked; how many findings there were."""
    held, count = HeldArticles(index.articles(), index.rows()), 0
    for document in list_new(corpus):
        with index.open_known() as known:
            asked = isinstance(known.articles, lookups.StoredArticles) or bool(known.late)
            found = check([document], known)
        assert tell(found) == tell(check([document], held)), document.id
        count += len(found.findings)
    return asked, count


def test_both_find_the_same_whatever_became_of_the_articles(index, corpus):
    update(index, corpus)
    asked, count = compare(index, corpus)
    assert asked
    assert count > 3
    with (corpus / "feed.jsonl").open("a", encoding="utf-8") as feed:  # late ones
        feed.write('{"id": "晴湾又", "text": "晴湾镇的水塔始建于1933年。"}\n')
    update(index, corpus)
    with index.open_known() as known:
        assert set(known.late) == {"晴湾又"}
    assert compare(index, corpus)[0]
    (corpus / "copy03.txt").write_text(COPY.format(215), "utf-8")
    (corpus / "copy04.txt").unlink()
    before = list(list_numbers(index))
    update(index, corpus)
    assert [one for one in list_numbers(index) if one in before]  # it goes on from what it has
    with index.open_known() as known:
        assert not known.late
    assert compare(index, corpus)[0]


def test_what_is_added_to_pages_is_what_pages_are_made_of_anew(index, corpus, tmp_path):
    update(index, corpus)
    for number in range(70):
        (corpus / f"later{number}.txt").write_text(f"{COPY.format(number)}又及{number}。", "utf-8")
    for number in range(5):
        (corpus / f"copy{number:02}.txt").unlink()
    update(index, corpus)
    anew = Index(tmp_path / "anew.index")
    update(anew, corpus)
    assert list_pages(index) == list_pages(anew)


def list_numbers(index):
    """Ids, and the numbers by which pages name them."""
    with closing(sqlite3.connect(index.path)) as db:
        directory = Pages(db).directory
        return list(zip(directory.ids, directory.column("numbers").tolist(), strict=True))


def list_pages(index):
    """What stands on the pages, whichever numbers they name articles by."""
    with closing(sqlite3.connect(index.path)) as db:
        pages = Pages(db)
        directory = pages.directory
        number = dict(zip(directory.column("numbers").tolist(), directory.ids, strict=True))
        pairs = {
            kind: sorted(
                (hashed, number[one])
                for _, data in pages.read_all(kind)
                for hashed, one in zip(*(row.tolist() for row in unpack_pairs(data)), strict=True)
            )
            for kind in Kind
            if kind in directory.pair_bits
        }
        cells = directory.cell_bits[0]
        grams = [
            (
                page,
                unpack_cells(data).counts.tolist(),
                sorted(number[one] for one in unpack_cells(data).numbers.tolist()),
            )
            for page, data in pages.read_all(Kind.GRAMS)
        ]
        short = [(page, unpack_cells(data).counts.tolist()) for page, data in pages.read_all(Kind.SHORT_GRAMS)]
        words = {word: n for _, data in pages.read_all(Kind.WORDS) for word, n in unpack_words(data).items()}
        families = directory.families
        return pairs, grams, short, words, families, directory.ids, directory.aliases, directory.texts, cells


def test_ids_that_come_twice_are_numbered_as_they_are_where_all_is_read(index, corpus):
    for name in ("one", "two"):
        line = '{"id": "渡轮", "text": "' + COPY.format(len(name) * 80).replace('"', "") + '"}\n'
        (corpus / f"{name}.jsonl").write_text(line, "utf-8")
    update(index, corpus)
    assert compare(index, corpus)[0]
    (corpus / "three.jsonl").write_text((corpus / "one.jsonl").read_text("utf-8"), "utf-8")
    update(index, corpus)
    assert compare(index, corpus)[0]
    gone = [str(corpus / "one.jsonl").encode()]
    with index.open_known(gone) as known:  # the others have other ids then
        assert set(known.articles) == {one.document.id for one in index.articles(gone)}


def test_who_shares_an_id_is_numbered_anew_and_no_other_is_read(index, corpus, monkeypatch):
    for name in ("one", "two", "two-more"):
        rows = [
            ("渡轮", COPY.format(len(name) * 80)),
            ("渡轮#2", f"又及{name}。"),
            (f"船{name}", f"{name}号船长35米。"),
        ]
        lines = (msgspec.json.encode({"id": doc, "text": text}).decode() + "\n" for doc, text in rows)
        (corpus / f"{name}.jsonl").write_text("".join(lines), "utf-8")
    update(index, corpus)
    with (corpus / "feed.jsonl").open("a", encoding="utf-8") as feed:
        feed.write('{"id": "渡轮", "text": "又一艘渡轮长40米。"}\n{"id": "船又", "text": "船又长30米。"}\n')
    update(index, corpus)
    names = ("one", "two", "two-more", "feed")
    asked = [[str(corpus / f"{name}.jsonl").encode() for name in some] for some in ((), *zip(names), names[1:3])]
    wanted = [{one.document.id: one.document.text for one in index.articles(out)} for out in asked]
    monkeypatch.setattr(Index, "articles", lambda *_, **__: pytest.fail("all was read"))
    for out, held in zip(asked, wanted, strict=True):
        with index.open_known(out) as known:
            assert {doc: one.document.text for doc, one in known.articles.items()} == held
            assert "船又" in known.late or "feed" in str(out)
            assert "船one" not in known.late


def test_little_is_read_of_what_has_nothing_to_do_with_it(index, corpus):
    update(index, corpus)
    with index.open_known() as known:
        check([Document(id="new", text="溪口村的木桥长35米，今年春天修好了。")], known)
        filed = known.articles
        assert len(filed) > 40
        assert len(filed.read) < len(filed) // 4


def test_a_ledger_is_held_against_all_only_where_the_new_article_states_one_of_its_facts(index, corpus):
    walk = "望澜海上栈道全长{}公里。"
    for number in range(2):
        (corpus / f"walk{number}.txt").write_text(f"第{number}年记事。" + walk.format("3.9"), "utf-8")
    update(index, corpus)
    filed = str(corpus / "walk0.txt")
    old = Ruling("0" * 16, "confirmed", "旧事", "某甲", "2025-03-02", "claims/rulings.yaml:1", (filed,))
    ledger = Ledger.load(CORPUS.parent / "claims")
    ledger = Ledger(ledger.facts, ledger.aliases, (old,), files=ledger.files)
    held = HeldArticles(index.articles(), index.rows())
    for text, most in (("溪口村的木桥长35米，今年春天修好了。", 0.25), (walk.format("3.8"), 1.0)):
        new = Document(id="new", text=text, path=str(corpus / "new.txt"))
        with index.open_known() as known:
            found = check([new], known, ledger=ledger)
            assert len(known.articles.read) <= len(known.articles) * most
        assert tell(found) == tell(check([new], held, ledger=ledger))
    (finding,) = (one for one in found.findings if one.rule == "FC103")
    assert {place.doc for place in finding.locations} >= {"new", "walk0.txt", "walk1.txt"}


def test_a_ruling_on_a_sentence_that_another_article_still_prints_is_not_stale(index, corpus):
    walk, paths = "望澜海上栈道全长3.9公里。", [str(corpus / f"walk{number}.txt") for number in range(2)]
    for path in paths:
        Path(path).write_text(walk, "utf-8")
    update(index, corpus)
    ledger = Ledger.load(CORPUS.parent / "claims")
    ledger = Ledger(ledger.facts, ledger.aliases, files=ledger.files)
    new = Document(id="walk0.txt", text="栈道今天关闭。", path=paths[0])
    (finding,) = (
        one
        for one in check([msgspec.structs.replace(new, text=walk)], index, ledger=ledger).findings
        if one.rule == "FC103"
    )
    for name, stale in (*((one, 0) for one in finding.fingerprints), ("0" * 16, 1)):
        old = Ruling(name, "confirmed", "旧事", "某甲", "2025-03-02", "claims/rulings.yaml:1", tuple(paths))
        with index.open_known() as known:
            report = check([new], known, ledger=Ledger(ledger.facts, ledger.aliases, (old,), files=ledger.files))
        assert len(report.stale) == stale


def test_a_page_that_is_none_is_told_with_the_file(index, corpus):
    update(index, corpus)
    for kind in (Kind.HEADS, Kind.GRAMS, Kind.DIRECTORY, Kind.WORDS):
        before = index.path.read_bytes()
        with closing(sqlite3.connect(index.path)) as db, db:
            db.execute("UPDATE pages SET data = x'00' WHERE number >> 40 = ?", (int(kind),))
        with pytest.raises(errors.UsageError) as caught, index.open_known() as known:
            check(list(list_new(corpus))[:1], known)
        assert str(index.path) in str(caught.value)
        index.path.write_bytes(before)


def test_pages_that_another_factcheck_made_are_not_asked(index, corpus, monkeypatch):
    update(index, corpus)
    monkeypatch.setattr(seal, "_digest_makers", lambda: "another")
    with index.open_known() as known:
        assert not isinstance(known.articles, lookups.StoredArticles)
    update(index, corpus)  # nothing has changed but that
    with index.open_known() as known:
        assert isinstance(known.articles, lookups.StoredArticles)


def test_pages_give_back_what_was_put_on_them():
    pairs = Pairs(np.array([1, 1, 5, (1 << 48) - 1], np.uint64), np.array([0, 300, 2, 70000]))
    back = unpack_pairs(pack_pairs(pairs))
    assert (back.hashes.tolist(), back.numbers.tolist()) == (pairs.hashes.tolist(), pairs.numbers.tolist())
    many = Pairs(np.arange(1 << CELL_BITS << 1, dtype=np.uint64), np.zeros(1 << CELL_BITS << 1, np.int64))
    assert not unpack_pairs(pack_pairs(many)).numbers.any()
    data = pack_cells(np.array([3] * 300), np.arange(300))
    assert int(unpack_cells(data).counts[3]) == 300
    assert unpack_cells(data).numbers.tolist() == list(range(300))
    assert pack_cells(np.zeros(0, np.int64), None) == b""
    for broken in (b"", data[:5], data[:-1], data + b"x", pack_pairs(pairs)):
        with pytest.raises(ValueError, match=r".*"):
            unpack_cells(broken)


class _OnePage:
    def __init__(self, data):
        self._data = data

    def read(self, *_):
        return self._data


def list_columns(count):
    held = np.arange(count)
    return tables.Columns(held, held, held, held, held, held, held)


def test_of_what_everybody_holds_no_more_is_told_than_was_asked():
    page = _OnePage(pack_cells(np.array([5] * 100 + [7] * 3), np.array([*range(100), 2, 50, 98])))
    grams = tables.StoredGrams(page, Kind.GRAMS, CELL_BITS + 1, list_columns(100))
    at, who, till = grams.find(np.array([5, 6, 7]), CELL_BITS + 1, 10)
    assert sorted(who[at == 0].tolist()) == list(range(10))
    assert sorted(who[at == 2].tolist()) == [2, 50, 98]
    assert (till[0], set(at.tolist())) == (9, {0, 2})
    assert till[1] == till[2] > 1 << 40
    broken = tables.StoredGrams(_OnePage(pack_cells(np.array([5]), None)), Kind.GRAMS, CELL_BITS + 1, list_columns(1))
    with pytest.raises(errors.FactcheckError):
        broken.find(np.array([5]), CELL_BITS + 1, 10)


def list_places(moved, doc, size):
    """Gram → where it is told to stand, by its article and the place in it."""
    letters, found = moved.letters, {}
    bits, keys = moved.look_up([doc], size)
    for place in (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(int).tolist():
        found.setdefault(letters.spell(place, place + size), set()).add(place)
    return found


def test_of_a_gram_every_place_is_told_or_enough_to_see_that_it_is_everybodys(tmp_path):
    random, corpus = Random(1), tmp_path / "corpus"  # noqa: S311 - the same each time
    corpus.mkdir()
    for number in range(120):  # of so few letters that everybody holds the parts of grams, and some the whole
        letters = "云汀湾"[: 2 + number % 2] * 3
        text = "".join(random.choices(letters, k=200)) + "".join(random.choices("望澜书展晴镇水塔", k=30))
        (corpus / f"{number:03}.txt").write_text(f"{text}。", "utf-8")
    index = Index(tmp_path / "x.index")
    update(index, corpus)
    stock = stock_limit(120)
    few = many = 0
    with index.open_known() as known:
        articles = [known.articles[doc] for doc in sorted(known.articles)]
        stored = known.move((), (), zh.lexicon()).printed
        held = HeldLetters(articles).move((), {})
        for doc in range(0, 120, 17):
            told, every = list_places(stored, doc, 6), list_places(held, doc, 6)
            assert told.keys() == every.keys()
            for gram, places in every.items():
                if told[gram] == places:
                    few += 1
                else:
                    many += 1
                    assert told[gram] < places
                    assert len({held.letters.doc(place) for place in told[gram]}) > stock
    assert few > 100
    assert many > 100


def test_pages_that_are_missing_or_broken_are_told(index, corpus):
    update(index, corpus)
    told = "rebuild"
    assert not [one for one in index.problems() if told in one]
    with closing(sqlite3.connect(index.path)) as db:
        held = db.execute("SELECT number, data FROM pages").fetchall()
        firsts = {number >> 40: (number, data) for number, data in reversed(held)}
        assert set(firsts) == set(Kind)
        for number, data in firsts.values():
            for change in (None, data[:-1], data + b"x"):
                if change is None:
                    db.execute("DELETE FROM pages WHERE number = ?", (number,))
                else:
                    db.execute("UPDATE pages SET data = ? WHERE number = ?", (change, number))
                db.commit()
                assert [one for one in index.problems() if told in one], (number >> 40, change)
                db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?)", (number, data))
                db.commit()
    assert not [one for one in index.problems() if told in one]
