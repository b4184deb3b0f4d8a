"""The index as it is typed: nothing lost by where it is typed, and nothing that passes because there is nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pytest

from factcheck import Index
from factcheck.index.codec import FORM


@pytest.fixture
def index(run, corpus, tmp_path):
    assert corpus.is_dir()
    assert run("index", "build", "desk.index", "articles").code == 0
    (tmp_path / "other").mkdir()
    return tmp_path / "desk.index"


def test_an_update_from_another_folder_changes_nothing_but_what_changed(run, corpus, index, tmp_path, monkeypatch):
    before = Index(index).articles()
    monkeypatch.chdir(tmp_path / "other")
    ran = run("index", "update", "../desk.index")
    assert (ran.code, ran.out) == (0, "../desk.index: 0 files added, 0 changed, 0 removed, 2 as they were\n")
    assert [one.document.path for one in Index(index).articles()] == ["../articles/a.txt", "../articles/b.txt"]
    (corpus / "c.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    (tmp_path / "other" / "articles").mkdir()  # of the same name, and not meant
    assert "1 file added, 0 changed, 0 removed, 2" in run("index", "update", "../desk.index").out
    assert f"from {tmp_path}/articles; " in run("index", "info", "../desk.index").out
    monkeypatch.chdir(tmp_path)
    assert [one for one in Index(index).articles() if one.document.id != "c.txt"] == before
    run("index", "build", "new.index", "articles")
    assert Index(index).articles() == Index(tmp_path / "new.index").articles()


@pytest.mark.usefixtures("index")
def test_a_check_from_another_folder_knows_the_filed_article(run, corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "other")
    ran = run("check", corpus / "b.txt", "--against", "../desk.index", "-f", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert [place["doc"] for place in finding["locations"]] == ["b.txt", "a.txt"]


@pytest.mark.parametrize("roots", [["articles"], ["articles/a.txt", "articles/b.txt"], ["articles/*.txt"], ["art*/**"]])
def test_a_root_that_is_gone_is_an_error_and_nothing_is_dropped(run, corpus, tmp_path, roots):
    assert run("index", "build", "desk.index", *roots).code == 0
    before = (tmp_path / "desk.index").read_bytes()
    corpus.rename(tmp_path / "moved")
    for command in (["update", "desk.index"], ["build", "desk.index", *roots]):
        ran = run("index", *command)
        assert ran.code == 2
        assert ran.err.startswith("error: art")
        assert "help: nothing was changed; bring it back" in ran.err
    assert (tmp_path / "desk.index").read_bytes() == before


def test_a_root_that_is_gone_is_named_in_full_from_another_folder(run, corpus, tmp_path, monkeypatch):
    run("index", "build", "desk.index", "articles")
    corpus.rename(tmp_path / "moved")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert run("index", "update", "../desk.index").err.startswith(f"error: {corpus}: no such file or folder\n")


@pytest.mark.parametrize(
    "damage", ["UPDATE roots SET given = x'ff00fe'", "DELETE FROM roots", "UPDATE roots SET folder = x'00'"]
)
@pytest.mark.parametrize("command", ["verify", "update", "info", "check"])
def test_damaged_roots_are_an_error_with_file_and_cure(run, corpus, tmp_path, damage, command):
    run("index", "build", "desk.index", "articles")
    with sqlite3.connect(tmp_path / "desk.index") as db:
        db.execute(damage)
    db.close()
    words = ("check", corpus / "a.txt", "--against") if command == "check" else ("index", command)
    ran = run(*words, "desk.index")
    assert ran.code == 2
    assert ran.err.startswith("error: desk.index: cannot be used: ")
    assert "; if it does not know its paths: factcheck index build desk.index PATH…" in ran.err


def test_a_folder_it_was_built_from_that_is_gone_is_named(run, corpus, tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    shutil.copytree(corpus, here / "articles")
    monkeypatch.chdir(here)
    run("index", "build", "../desk.index", "articles")
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "desk.index").read_bytes()
    shutil.rmtree(here)
    ran = run("index", "update", "desk.index")
    assert ran.code == 2
    assert f"error: {here}: the folder cannot be entered: no such file or directory" in ran.err
    assert (tmp_path / "desk.index").read_bytes() == before


def test_where_every_article_is_gone_the_index_stays_and_that_is_an_error(run, corpus, index):
    before = index.read_bytes()
    for file in corpus.iterdir():
        file.unlink()
    assert run("index", "update", "desk.index").code == 2
    assert run("index", "build", "desk.index", "articles").code == 2
    assert run("index", "build", "new.index", "articles").code == 2
    assert index.read_bytes() == before
    assert not (index.parent / "new.index").exists()


@pytest.mark.usefixtures("corpus")
def test_a_check_against_nothing_is_an_error(run, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "new.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    ran = run("check", "new.txt", "--against", "empty")
    assert ran.code == 2
    (tmp_path / "empty" / "a.txt").write_text(" \n", "utf-8")
    ran = run("check", "new.txt", "--against", "empty")
    assert (ran.code, "error: empty: there is no article to check against" in ran.err) == (2, True)
    run("index", "build", "desk.index", "articles")
    db = sqlite3.connect(tmp_path / "desk.index")
    db.execute("DELETE FROM files")
    db.commit()
    db.close()
    ran = run("check", "new.txt", "--against", "desk.index")
    assert (ran.code, "error: desk.index: there is no article to check against" in ran.err) == (2, True)


def test_an_article_that_is_all_there_is_on_file_is_checked(run, corpus):
    (corpus / "b.txt").unlink()
    assert run("check", "articles/a.txt", "--against", "articles").code == 0
    run("index", "build", "desk.index", "articles")
    assert run("check", "articles/a.txt", "--against", "desk.index").code == 0


@pytest.mark.usefixtures("index")
def test_a_check_on_an_index_whose_files_have_changed_says_so(run, corpus, tmp_path):
    (tmp_path / "new.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    recipe = ("check", "new.txt", "--against", "desk.index")
    assert run(*recipe).err == ""
    (corpus / "a.txt").write_text("河岸。\n", "utf-8")
    (corpus / "b.txt").unlink()
    (corpus / "c.txt").write_text("柳树。\n", "utf-8")
    ran = run(*recipe)
    told = "changed since it was read: 1, gone: 1, new: 1; factcheck index update desk.index"
    assert (ran.code, ran.err) == (0, f"warning: desk.index: of its files: {told}\n")
    assert told in json.loads(run(*recipe, "-f", "json").out)["skipped"][0]["reason"]
    assert run(*recipe, "--lang", "zh-hans").err.startswith(
        "警告：desk.index：其中的文件读取之后改动1个，缺失1个，新增1个；请运行"
    )
    # what is being checked is read as it is now
    only = run("check", corpus / "a.txt", corpus / "c.txt", "--against", "desk.index")
    assert "of its files: changed since it was read: 0, gone: 1, new: 0" in only.err
    assert run("index", "update", "desk.index").code == 0
    assert run(*recipe).err == ""
    shutil.rmtree(corpus)
    assert "of its files: changed since it was read: 0, gone: 2, new: 0" in run(*recipe).err


@pytest.mark.parametrize("damage", ["truncated", "newer", "table", "empty"])
def test_every_command_names_the_file_and_what_to_do(run, index, damage):
    if damage == "truncated":
        index.write_bytes(index.read_bytes()[:6000])
    elif damage == "empty":
        index.write_bytes(b"")
    else:
        db = sqlite3.connect(index)
        db.execute("DROP TABLE meta" if damage == "table" else f"PRAGMA user_version = {FORM + 1}")
        db.commit()
        db.close()
    before = index.read_bytes()
    commands = [["index", "update", "desk.index"], ["index", "info", "desk.index"], ["index", "verify", "desk.index"]]
    commands += [["check", "articles/a.txt", "--against", "desk.index"]]
    commands += [["index", "build", "desk.index", "articles"]] if damage == "newer" else []
    for command in commands:
        ran = run(*command)
        assert (ran.code, "unexpected" in ran.err) == (2, False), command
        assert ran.err.startswith("error: desk.index: "), command
        assert "\nhelp: " in ran.err or damage == "empty"
    assert index.read_bytes() == before
    if damage != "newer":
        assert run("index", "build", "desk.index", "articles").code == 0
        assert run("index", "verify", "desk.index").code == 0


def test_a_rebuild_reads_all_anew_and_heals_what_is_damaged(run, corpus, index, tmp_path):
    with sqlite3.connect(index) as db:
        db.execute("UPDATE articles SET held = x'00'")
    db.close()
    assert run("check", corpus / "a.txt", "--against", "desk.index").code == 2
    ran = run("index", "rebuild", "desk.index")
    assert (ran.code, ran.out) == (0, "desk.index: 0 files added, 2 changed, 0 removed, 0 as they were\n")
    assert run("check", corpus / "a.txt", "--against", "desk.index").code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "desk.index", "other"]


@pytest.mark.usefixtures("corpus")
def test_an_older_index_names_the_command_and_the_command_works(run, index):
    with sqlite3.connect(index) as db:  # as the form before held it
        for table in ("places", "articles", "files", "meta", "readers"):
            db.execute(f"DROP TABLE {table}")
        db.execute("CREATE TABLE files (real BLOB PRIMARY KEY, id TEXT, shown TEXT, hash TEXT, held BLOB)")
        db.execute(f"PRAGMA user_version = {FORM - 1}")
    db.close()
    for command in (("index", "info", "desk.index"), ("check", "articles/a.txt", "--against", "desk.index")):
        ran = run(*command)
        assert ran.code == 2
        assert "an older factcheck has written it\nhelp: build it anew: factcheck index rebuild desk.index" in ran.err
    assert run("index", "rebuild", "desk.index").out.startswith("desk.index: 2 files added")
    assert run("index", "verify", "desk.index").code == 0


def test_info_tells_what_it_holds(run, corpus, tmp_path):
    (corpus / "feed.jsonl").write_text(
        '{"text": "河岸上有三家书店。", "date": "2024-03-01"}\n{"text": "河岸上有四家书店。", "date": "2025-01-07"}\n',
        "utf-8",
    )
    run("index", "build", "desk.index", "articles")
    ran = run("index", "info", "desk.index")
    assert (ran.code, ran.err) == (0, "")
    first, origin, dates, versions = ran.out.splitlines()
    assert first == "desk.index: 3 files, 4 articles, 2 claims"
    assert origin.startswith(f"from {tmp_path}/articles; ")
    assert dates == "dates from 2024-03-01 to 2025-01-07"
    assert versions == f"form {FORM}, read by factcheck 0.1.0; 4 different articles"
    with sqlite3.connect(tmp_path / "desk.index") as db:
        db.execute("INSERT INTO meta VALUES ('busy', '')")
    db.close()
    assert run("index", "info", "desk.index").err == (
        "warning: an update was broken off; the next one goes on from there\nhelp: factcheck index update desk.index\n"
    )
