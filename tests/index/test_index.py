"""The index: nothing lost between disk and memory, only what changed read again, no harm from a kill."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import msgspec
import pytest

from factcheck import Document, Index, check, errors, zh
from factcheck.index.codec import FORM, pack_article, unpack_article
from factcheck.index.file import IndexFile, is_later
from factcheck.pair.rows import outline_article
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
    for one in articles:
        document = one.document
        assert unpack_article(pack_article(one), document.id, document.path, document.record) == one


def test_numbers_come_back_exactly():
    article = read_article(next(iter(read([str(CORPUS)]))))
    claim = article.claims[0]
    numbers = (Decimal("0.10"), Decimal(10) ** 30, Fraction(1, 11), Fraction(-2000, 3), None)
    claims = tuple(
        msgspec.structs.replace(claim, low=number, high=number, step=number or claim.step, reach=(None, number))
        for number in numbers
    )
    back = unpack_article(pack_article(msgspec.structs.replace(article, claims=claims)), article.document.id)
    assert [(c.low, type(c.low)) for c in back.claims] == [(number, type(number)) for number in numbers]
    assert back.claims == claims
    assert {type(end) for c in back.claims for end in (c.step, *(c.reach or ()))} == {Decimal, Fraction, type(None)}


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


def test_what_brings_claims_together_is_on_file(tmp_path):
    index = Index(tmp_path / "x.index")
    index.update(find([str(CORPUS)])[0])
    articles, lexicon = index.articles(), zh.lexicon()
    assert index.rows() == {one.document.id: tuple(outline_article(one, lexicon)) for one in articles}


def test_what_is_on_file_is_held_between_checks_and_read_again_when_it_has_changed(corpus, tmp_path):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    new = [Document(id="new", text="望澜市有14家孵化器，占三分之一。")]
    assert index.check(new) == check(new, index) == index.check(new)
    (corpus / "d.txt").write_text("望澜市有14家孵化器，占三分之一。", "utf-8")
    index.update(find([str(corpus)])[0])
    assert index.check(new) == check(new, index)
    assert any(place.doc == "d.txt" for finding in index.check(new).findings for place in finding.locations)


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
    with pytest.raises(errors.UsageError, match="not an index"):
        Index(other).update([])
    with pytest.raises(errors.UsageError, match="not an index"):
        Index(tmp_path).update([])
    assert other.read_text("utf-8") == "望澜市有13家孵化器。"
    sqlite3.connect(tmp_path / "db").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(errors.UsageError, match="not an index"):
        Index(tmp_path / "db").articles()
    with pytest.raises(errors.UsageError, match="no such file"):
        Index(tmp_path / "none").articles()


def test_a_damaged_index_is_said_to_be_one(corpus, tmp_path):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    db = sqlite3.connect(index.path)
    db.execute("UPDATE articles SET held = x'00' WHERE number = (SELECT article FROM places WHERE id = 'a.txt')")
    db.commit()
    db.close()
    assert any("a.txt: cannot be read" in problem for problem in index.problems())
    with pytest.raises(errors.UsageError, match="cannot be used"):
        index.articles()


def test_what_another_version_has_read_is_not_used_and_an_update_reads_it_anew(corpus, tmp_path, monkeypatch):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    monkeypatch.setattr("factcheck.__version__", "99.1.dev2")
    with pytest.raises(errors.UsageError, match="another version"):
        index.articles()
    assert index.update(find([str(corpus)])[0]).changed == 3
    assert len(index.articles()) == 3


def changed(index, *statements):
    """Another program has changed the file."""
    db = sqlite3.connect(index.path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


@pytest.fixture
def index(corpus, tmp_path):
    held = Index(tmp_path / "x.index")
    held.update(find([str(corpus)])[0], roots=[str(corpus)])
    return held


READ = {
    "articles": lambda index: index.articles(current=False),
    "skipped": lambda index: index.list_skipped(),
    "names": lambda index: index.names(),
    "roots": lambda index: index.roots(),
    "problems": lambda index: list(index.problems()),
}


def said_of(index, read):
    """What a method says is wrong, where, and what to do; None where it says nothing."""
    try:
        read(index)
    except errors.UsageError as error:
        return error.what.partition(":")[0], error.where, error.cure
    return None


def test_reading_writes_nothing_and_needs_nothing_beside_the_file(index, tmp_path):
    folder = tmp_path / "mounted"
    folder.mkdir()
    (folder / "x.index").write_bytes(index.path.read_bytes())
    (folder / "x.index").chmod(0o444)
    folder.chmod(0o555)
    before = (folder / "x.index").stat()
    try:
        for read in READ.values():
            read(Index(folder / "x.index"))
        assert [path.name for path in folder.iterdir()] == ["x.index"]
        assert (folder / "x.index").stat().st_mtime_ns == before.st_mtime_ns
    finally:
        folder.chmod(0o755)


def test_a_reader_can_write_nothing_and_waits_for_no_lock(index):
    other = sqlite3.connect(index.path)
    other.execute("BEGIN EXCLUSIVE")
    assert len(index.articles()) == 3
    other.close()
    with pytest.raises(errors.UsageError, match="readonly"), IndexFile(index.path).open_to_read() as db:
        db.execute("DELETE FROM files")
    assert len(index.articles()) == 3


@pytest.mark.parametrize("name", ["x y%#?.index", "夜.index", "\udcff.index"])
def test_an_index_of_any_name(corpus, tmp_path, name):
    index = Index(tmp_path / name)
    index.update(find([str(corpus)])[0])
    assert len(index.articles()) == 3


@pytest.mark.parametrize("read", READ.values(), ids=READ)
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE articles SET held = 'text'",
        "UPDATE files SET said = 'text'",
        "UPDATE files SET size = 'text'",
        "UPDATE places SET article = 99",
        "CREATE TRIGGER x AFTER INSERT ON files BEGIN DELETE FROM articles; END",
        "CREATE VIEW x AS SELECT 1",
        "UPDATE files SET id = CAST(x'ff' AS TEXT)",
        "UPDATE files SET id = x'ff'",
        "UPDATE roots SET given = 'text'",
        "UPDATE roots SET folder = 'text'",
        "UPDATE roots SET given = x'ff00fe'",
        "UPDATE roots SET given = x''",
        "UPDATE roots SET folder = x'2e'",
        "UPDATE roots SET folder = x'2f0061'",
        "INSERT INTO roots VALUES (9, x'61', x'2f61')",
        "DELETE FROM roots",
        "UPDATE readers SET reader = '[]'",
        "UPDATE readers SET reader = x'ff'",
        "DELETE FROM readers",
        "DROP TABLE files",
        "DROP TABLE roots",
        "DROP TABLE meta",
    ],
)
def test_whatever_is_wrong_in_it_names_file_and_cure(index, damage, read):
    changed(index, damage)
    cure = (
        f"build it anew: factcheck index rebuild {index.path}; "
        f"if it does not know its paths: factcheck index build {index.path} PATH…"
    )
    # what was not looked at may be wrong
    assert said_of(index, read) in {None, ("cannot be used", str(index.path), cure)}


@pytest.mark.parametrize("read", READ.values(), ids=READ)
def test_a_truncated_or_scratched_index_is_read_or_names_file_and_cure(index, read):
    whole = index.path.read_bytes()
    cuts = [whole[:length] for length in (0, 15, 71, 100, 4095, 4096, 9000, len(whole) - 1)]
    random = Random(7)  # noqa: S311 - the same damage each time
    for _ in range(150):
        at = random.randrange(100, len(whole))
        cuts.append(whole[:at] + random.randbytes(random.choice((1, 8, 300))) + whole[at + 1 :])
    said = set()
    for cut in cuts:
        index.path.write_bytes(cut)
        said.add(said_of(index, read))
    assert {one[:2] for one in said - {None}} == {
        (what, str(index.path)) for what in ("cannot be used", "not an index")
    }
    assert all(cure for _, _, cure in said - {None})


def dump(index):
    """All that an index holds, in an order of its own, without what the system says of the files."""
    with IndexFile(index.path).open_to_read() as db:
        held = "SELECT files.real, files.hash, files.said, places.id, places.record, articles.hash, articles.held"
        joined = "files LEFT JOIN places ON file = files.number LEFT JOIN articles ON articles.number = article"
        rows = db.execute(f"{held} FROM {joined} ORDER BY files.real, ordinal").fetchall()
        rest = [
            db.execute(f"SELECT {what} ORDER BY 1").fetchall()
            for what in ("* FROM roots", "reader, options FROM readers", "* FROM meta", "hash FROM articles")
        ]
        return rows, rest


def test_a_damaged_index_is_built_anew_and_a_damaged_article_is_read_anew_by_a_rebuild(index, corpus):
    fresh = dump(index)
    changed(index, "UPDATE articles SET held = x'00'")
    assert index.update(find([str(corpus)])[0], roots=[str(corpus)], anew=True) == (0, 3, 0, 0)
    assert dump(index) == fresh
    for damage in ("DROP TABLE files", "DELETE FROM roots", "CREATE VIEW x AS SELECT 1"):
        changed(index, damage)
        assert sum(index.update(find([str(corpus)])[0], roots=[str(corpus)])) == 3
        assert dump(index) == fresh
    index.path.write_bytes(index.path.read_bytes()[:5000])
    index.update(find([str(corpus)])[0], roots=[str(corpus)])
    assert dump(index) == fresh


def test_it_holds_the_same_whatever_it_was_before_and_whoever_reads(index, corpus, tmp_path):
    for number in range(40):
        (corpus / f"n{number}.txt").write_text(f"望澜市有{number}家孵化器，带动就业{number}万人。", "utf-8")
    sources = find([str(corpus)])[0]
    index.update(sources[::-1], roots=[str(corpus)])
    other = Index(tmp_path / "y.index")
    other.update(sources, roots=[str(corpus)], jobs=2)
    assert dump(other) == dump(index)


@pytest.mark.parametrize(
    "newer",
    [
        f"PRAGMA user_version = {FORM + 1}",
        f"""UPDATE readers SET reader = '[{FORM},"99.0.0",null,""]'""",  # noqa: S608 - a number of ours
        f"""UPDATE readers SET reader = '[{FORM + 1},"0.1.0",null,""]'""",  # noqa: S608 - a number of ours
    ],
)
def test_what_a_newer_version_has_written_is_refused_and_left_alone(index, corpus, newer):
    changed(index, newer)
    before = index.path.read_bytes()
    update = lambda one: one.update(find([str(corpus)])[0])  # noqa: E731 - as the others
    for call in (*READ.values(), update):
        with pytest.raises(errors.UsageError, match="a newer factcheck has written it"):
            call(index)
    assert index.path.read_bytes() == before


@pytest.mark.parametrize(
    ("version", "than", "later"),
    [("0.2.0", "0.10.0", False), ("1.0", "0.9.9", True), ("1.0.dev3", "1.0", False), ("?", "0.1", False)],
)
def test_versions_are_compared_by_their_numbers(version, than, later):
    assert is_later(version, than) is later


def test_an_older_form_is_built_anew(index, corpus):
    changed(index, f"PRAGMA user_version = {FORM - 1}")
    with pytest.raises(errors.UsageError, match="an older factcheck has written it"):
        index.roots()
    assert index.update(find([str(corpus)])[0]) == (0, 3, 0, 0)
    assert len(index.articles()) == 3


def test_without_an_article_nothing_is_written(index, corpus, tmp_path):
    before = index.path.read_bytes()
    (corpus / "a.txt").write_text(" ", "utf-8")
    for sources in ([], find([str(corpus / "a.txt")])[0]):
        for one in (index, Index(tmp_path / "new.index")):
            with pytest.raises(errors.UsageError, match="there is no article to hold"):
                one.update(sources)
    assert index.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "x.index"]


def test_a_disk_that_is_full_leaves_the_index_usable_and_the_next_update_goes_on(index, corpus, tmp_path, monkeypatch):
    before = index.articles()
    for number in range(300):
        (corpus / f"n{number}.txt").write_text(f"望澜市有{number}家孵化器，带动就业{number}万人。" * 9, "utf-8")
    connect = IndexFile._connect  # noqa: SLF001 - the one place where it can be told that the disk is full

    def connect_to_full_disk(name):
        db = connect(name)
        db.execute("PRAGMA max_page_count = 30")
        return db

    with monkeypatch.context() as patched:
        patched.setattr(IndexFile, "_connect", staticmethod(connect_to_full_disk))
        with pytest.raises(errors.UsageError, match="cannot be written: database or disk is full") as caught:
            index.update(find([str(corpus)])[0])
    assert (caught.value.where, bool(caught.value.cure)) == (str(index.path), True)
    assert [one for one in index.articles() if not one.document.id.startswith("n")] == before
    assert sum(index.update(find([str(corpus)])[0])) == 303
    assert len(index.articles()) == 303
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "x.index"]


def test_a_disk_that_is_full_leaves_the_index_as_it_was_where_all_is_read_anew(index, corpus, tmp_path, monkeypatch):
    before = index.path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("factcheck.atomic.os.fsync", full)
    with pytest.raises(errors.UsageError, match="cannot be written: no space left on device") as caught:
        index.update(find([str(corpus)])[0], anew=True)
    assert (caught.value.where, bool(caught.value.cure)) == (str(index.path), True)
    with pytest.raises(errors.UsageError, match="cannot be written: no such file or directory"):
        Index(tmp_path / "none" / "x.index").update(find([str(corpus)])[0])
    assert index.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "x.index"]


def test_a_link_to_an_index_stays_one(index, corpus, tmp_path):
    link = tmp_path / "desk.index"
    link.symlink_to("x.index")
    (corpus / "d.txt").write_text("望澜市有15家孵化器。", "utf-8")
    assert Index(link).update(find([str(corpus)])[0]).added == 1
    assert link.is_symlink()
    assert len(index.articles()) == 4
