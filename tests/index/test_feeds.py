"""A feed, one file of JSON lines: what it costs to add to it, and that nothing of it is taken for read that was not."""

from __future__ import annotations

import json
import os
import time

import pytest

from factcheck import Index
from factcheck.index import state, update
from factcheck.messages import say, skip_input
from factcheck.read import Options, find
from factcheck.read.formats import formats
from factcheck.run import article


@pytest.fixture
def feed(tmp_path):
    file = tmp_path / "feed.jsonl"
    file.write_text("".join(map(record, range(40))), "utf-8")
    return file


@pytest.fixture
def index(feed, tmp_path):
    held = Index(tmp_path / "x.index")
    renew(held, feed)
    return held


@pytest.fixture
def parsed(monkeypatch):
    """How many documents are read as articles."""
    found = []
    read = article.read_article

    def count(document, *given, **named):
        found.append(document.text)
        return read(document, *given, **named)

    monkeypatch.setattr(article, "read_article", count)
    return found


def record(number, **more):
    return json.dumps({"text": f"河西市有{number}家书店。", **more}, ensure_ascii=False) + "\n"


def renew(index, *files):
    return index.update(find(list(map(str, files)))[0])


def held_texts(index):
    return [one.document.text for one in index.articles()]


def fresh_texts(file, tmp_path):
    other = Index(tmp_path / "fresh.index")
    renew(other, file)
    return [(one.document, one.claims) for one in other.articles()]


def test_a_feed_that_did_not_change_is_not_read(index, feed, parsed):
    before = index.path.read_bytes()
    assert renew(index, feed) == (0, 0, 0, 1)
    os.utime(feed, ns=(1, 1))
    assert renew(index, feed) == (0, 0, 0, 1)  # another time, and the same bytes
    assert parsed == []
    assert len(before) == len(index.path.read_bytes())


def test_a_line_more_costs_that_line_only(index, feed, parsed, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(update, "load", lambda *_: pytest.fail("it is read from its beginning"))
    more = update.load_more
    monkeypatch.setattr(update, "load_more", lambda *given: opened.append(given[2:]) or more(*given))
    size = feed.stat().st_size
    with feed.open("a", encoding="utf-8") as file:
        file.write(record(99))
    assert renew(index, feed) == (0, 1, 0, 0)
    assert parsed == ["河西市有99家书店。"]
    assert opened == [(size, 40)]
    monkeypatch.undo()
    assert [(one.document, one.claims) for one in index.articles()] == fresh_texts(feed, tmp_path)


def test_what_stands_before_the_new_line_may_have_been_rewritten(index, feed, parsed, tmp_path):
    feed.write_text(feed.read_text("utf-8").replace("有7家", "有8家") + record(99), "utf-8")
    assert renew(index, feed) == (0, 1, 0, 0)
    assert parsed == ["河西市有99家书店。"]  # the eight are held already
    assert [(one.document, one.claims) for one in index.articles()] == fresh_texts(feed, tmp_path)


@pytest.mark.parametrize("cut", [1, 5, 12])
def test_a_last_line_that_is_not_at_its_end_is_read_again(index, feed, tmp_path, cut):
    whole = feed.read_bytes() + record(99).encode()
    feed.write_bytes(whole[:-cut])
    renew(index, feed)
    assert len(index.articles()) == (41 if cut == 1 else 40)
    assert len(index.list_skipped()) == (0 if cut == 1 else 1)
    feed.write_bytes(whole + record(100).encode())
    renew(index, feed)
    assert index.list_skipped() == []
    assert [(one.document, one.claims) for one in index.articles()] == fresh_texts(feed, tmp_path)


def test_a_feed_that_lost_lines_loses_them_in_the_index(index, feed, parsed):
    feed.write_text("".join(map(record, range(5))), "utf-8")
    assert renew(index, feed) == (0, 1, 0, 0)
    assert len(index.articles()) == index.info().readings == 5
    assert parsed == []


def test_the_same_text_under_another_name_is_not_read_again(index, feed, parsed):
    feed.rename(feed.with_name("other.jsonl"))
    assert renew(index, feed.with_name("other.jsonl")) == (1, 0, 1, 0)
    assert parsed == []
    assert index.articles()[0].document.id == "other.jsonl:1"
    assert {claim.doc for one in index.articles() for claim in one.claims} == {f"other.jsonl:{n}" for n in range(1, 41)}


def test_a_text_that_stands_twice_is_held_once(index, feed):
    feed.write_text(record(1) + record(1) + record(1, title="书店"), "utf-8")
    renew(index, feed)
    held = index.info()
    assert (held.articles, held.readings, held.claims) == (3, 2, 3)


def test_the_end_of_a_feed_says_what_was_wrong_with_it_and_keeps_what_was_said_before(index, feed):
    feed.write_text(record(1) + "{\n" + record(2), "utf-8")
    renew(index, feed)
    with feed.open("a", encoding="utf-8") as file:
        file.write("[]\n" + record(3, date="gestern"))
    renew(index, feed)
    assert [one.line for one in index.list_skipped() if one.fatal] == [2, 4]
    assert [one.line for one in index.list_skipped() if not one.fatal] == [5]
    assert held_texts(index) == ["河西市有1家书店。", "河西市有2家书店。", "河西市有3家书店。"]


def test_a_feed_that_was_given_up_at_an_endless_line_is_given_up_again(tmp_path):
    feed, index = tmp_path / "feed.jsonl", Index(tmp_path / "x.index")
    few = Options(max_size=1 << 12)
    feed.write_text(record(1) + "x" * (1 << 21) + "\n" + record(2), "utf-8")
    index.update(find([str(feed)])[0], few)
    assert held_texts(index) == ["河西市有1家书店。"]
    with feed.open("a", encoding="utf-8") as file:
        file.write(record(3))
    index.update(find([str(feed)])[0], few)
    assert held_texts(index) == ["河西市有1家书店。"]
    assert {one.line for one in index.list_skipped() if one.fatal} == {2}


def test_a_compressed_feed_is_taken_apart_and_only_what_is_new_in_it_is_read(tmp_path, parsed):
    gzip = pytest.importorskip("gzip")
    feed, index = tmp_path / "feed.jsonl.gz", Index(tmp_path / "x.index")
    feed.write_bytes(gzip.compress((record(1) + record(2)).encode()))
    renew(index, feed)
    parsed.clear()
    feed.write_bytes(gzip.compress((record(1) + record(2) + record(3)).encode()))
    renew(index, feed)
    assert parsed == ["河西市有3家书店。"]


def test_what_was_passed_over_for_want_of_an_extra_is_read_when_it_is_there(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("河西市有1家书店。", "utf-8")
    (tmp_path / "b.txt").write_text("河西市有2家书店。", "utf-8")
    index, load = Index(tmp_path / "x.index"), update.load
    kind, needs = next((one.suffixes[0], one.needs) for one in formats().values() if one.needs is not None)
    missing = say("skipped.needs-extra", kind=kind, cure=say("cure.install-extra", extra=needs[1]))

    def want(source, options):
        return iter([skip_input(source.shown, missing)]) if source.id == "b.txt" else load(source, options)

    with monkeypatch.context() as without:
        without.setattr(update, "load", want)
        without.setattr(update, "_is_there", lambda module: module != needs[0])
        renew(index, tmp_path / "a.txt", tmp_path / "b.txt")
        assert len(index.articles()) == 1
        assert renew(index, tmp_path / "a.txt", tmp_path / "b.txt") == (0, 0, 0, 2)  # it is not there yet
    assert renew(index, tmp_path / "a.txt", tmp_path / "b.txt") == (0, 1, 0, 1)
    assert (len(index.articles()), index.list_skipped()) == (2, [])


def test_a_file_that_was_just_written_is_looked_into_and_one_that_has_settled_is_not(feed, monkeypatch):
    seen, _ = state.read_state(os.fsencode(feed))
    assert seen.signature == ""  # it may change again within the grain of its time
    monkeypatch.setattr(time, "time", lambda clock=time.time: clock() + 60)
    seen, _ = state.read_state(os.fsencode(feed))
    monkeypatch.setattr(state, "hash_file", lambda *_: pytest.fail("its bytes are read"))
    assert state.is_unchanged(os.fsencode(feed), seen)


def test_what_another_writer_dropped_meanwhile_is_read_by_the_next_update(index, feed, tmp_path, monkeypatch):
    with feed.open("a", encoding="utf-8") as lines:
        lines.write(record(99))
    with monkeypatch.context() as meanwhile:  # held when it was asked for, and gone when it was to be stored
        meanwhile.setattr(update.Update, "_is_held", lambda _, __: True)
        renew(index, feed)
    assert "河西市有99家书店。" not in held_texts(index)
    renew(index, feed)
    assert [(one.document, one.claims) for one in index.articles()] == fresh_texts(feed, tmp_path)
    assert list(index.problems()) == []
