"""`factcheck check` and `scan --since`, as they are typed, in real repositories."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest
from invented import ALTERED


def found(ran):
    report = json.loads(ran.out)
    return [
        (one["rule"], [place["path"].rpartition("/")[2] for place in one["locations"]]) for one in report["findings"]
    ]


@pytest.fixture
def inbox(corpus, tmp_path):
    (corpus / "b.txt").rename(tmp_path / "new.txt")
    return tmp_path / "new.txt"


@pytest.mark.usefixtures("inbox")
def test_a_new_article_is_held_against_the_corpus_its_own_place_first(run, tmp_path):
    ran = run("check", "new.txt", "--against", "articles", "-f", "json")
    assert (ran.code, found(ran)) == (1, [("FC201", ["new.txt", "a.txt"])])
    assert json.loads(ran.out)["summary"]["articles"] == 2
    (tmp_path / "factcheck.toml").write_text('against = "articles"\n', "utf-8")
    assert run("check", "new.txt", "-f", "json").out == ran.out


@pytest.mark.usefixtures("inbox")
def test_what_is_wrong_among_the_filed_ones_is_not_told(run, corpus):
    (corpus / "c.txt").write_text(ALTERED, "utf-8")
    (corpus.parent / "other.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    assert run("check", "other.txt", "--against", "articles").code == 0


def test_an_article_that_is_filed_already_is_compared_with_the_others_only(run, corpus):
    ran = run("check", corpus / "b.txt", "--against", corpus, "-f", "json")
    assert found(ran) == [("FC201", ["b.txt", "a.txt"])]
    assert run("index", "build", "desk.index", corpus).code == 0
    assert run("check", corpus / "b.txt", "--against", "desk.index", "-f", "json").out == ran.out
    (corpus / "b.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    assert run("check", corpus / "b.txt", "--against", "desk.index").code == 0


def test_a_text_that_is_pasted_in(run, corpus, monkeypatch):
    (corpus / "b.txt").unlink()
    for against in (corpus, "desk.index"):
        if against == "desk.index":
            run("index", "build", against, corpus)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ALTERED.encode())))
        ran = run("check", "-", "--against", against, "-f", "json")
        assert (ran.code, found(ran)) == (1, [("FC201", ["-", "a.txt"])])


def test_a_new_article_outside_of_an_index_that_is_called_like_a_filed_one(run, corpus, tmp_path):
    run("index", "build", "desk.index", corpus)
    (tmp_path / "a.txt").write_text(ALTERED, "utf-8")
    ran = run("check", "a.txt", "--against", "desk.index", "-f", "json")
    assert {place["doc"] for place in json.loads(ran.out)["findings"][0]["locations"]} >= {"a.txt", "a.txt#2"}


def test_nothing_to_check_against_is_said(run, corpus):
    ran = run("check", corpus)
    assert (ran.code, "nothing to check against" in ran.err) == (2, True)
    missing = run("check", corpus, "--against", "nowhere")
    assert (missing.code, "nowhere: no such file or folder" in missing.err, missing.out) == (2, True, "")


def test_the_index_tells_what_it_holds_and_what_changed(run, corpus):
    assert run("index", "build", "desk.index", corpus).out.startswith("desk.index: 2 files added, 0 changed")
    assert run("index", "info", "desk.index").out.startswith("desk.index: 2 files, 2 articles, ")
    assert run("index", "verify", "desk.index").code == 0
    (corpus / "a.txt").write_text("河岸。\n", "utf-8")
    changed = run("index", "verify", "desk.index")
    assert (changed.code, "a.txt: has changed since" in changed.err) == (2, True)
    assert run("index", "update", "desk.index").out == (
        "desk.index: 0 files added, 1 changed, 0 removed, 1 as they were\n"
    )
    assert run("index", "info", "corpus").code == 2


@pytest.fixture
def repository(corpus, tmp_path):
    def git(*arguments):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607

    git("init", "-b", "main")
    (corpus / "b.txt").rename(tmp_path / "kept")
    git("add", "articles")
    git("commit", "-m", "first")
    return git


def test_since_a_revision_only_what_differs_is_told(run, corpus, tmp_path, repository):
    assert run("scan", corpus, "--since", "main").code == 0
    chinese = corpus / "夜校 二.txt"
    (tmp_path / "kept").rename(chinese)
    untracked = run("scan", corpus, "--since", "HEAD", "-f", "json")
    assert (untracked.code, found(untracked)) == (1, [("FC201", ["夜校 二.txt", "a.txt"])])
    repository("add", "articles")
    repository("commit", "-m", "second")
    assert found(run("scan", corpus, "--since", "HEAD~1", "-f", "json")) == found(untracked)
    assert run("scan", corpus, "--since", "HEAD").code == 0


def test_a_renamed_article_is_new_and_not_compared_with_what_it_was(run, corpus, repository):
    (corpus / "a.txt").rename(corpus / "改名 之后.txt")
    assert run("scan", corpus, "--since", "main").code == 0
    (corpus / "b.txt").write_text(ALTERED, "utf-8")
    repository("add", "--all", "articles")
    repository("commit", "-m", "second")
    (corpus / "b.txt").rename(corpus / "c.txt")
    ran = run("scan", corpus, "--since", "HEAD", "-f", "json")
    assert found(ran) == [("FC201", ["c.txt", "改名 之后.txt"])]
    (corpus / "c.txt").unlink()
    assert run("scan", corpus, "--since", "HEAD").code == 0


def test_since_counts_in_a_folder_below_and_for_a_branch_whose_name_is_a_path(run, corpus, repository, monkeypatch):
    repository("branch", "articles")
    (corpus / "b.txt").write_text(ALTERED, "utf-8")
    monkeypatch.chdir(corpus)
    assert found(run("scan", ".", "--since", "articles", "-f", "json")) == [("FC201", ["b.txt", "a.txt"])]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h", ""])
def test_an_unknown_revision_is_wrong_usage(run, corpus, tmp_path, revision):
    ran = run("scan", corpus, f"--since={revision}")
    assert ran.code == 2
    assert "git says" in ran.err
    assert not (tmp_path / "x").exists()


def test_without_a_repository_since_is_wrong_usage(run, corpus, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(corpus.parent.parent))
    ran = run("scan", corpus, "--since", "main")
    assert (ran.code, "git says" in ran.err) == (2, True)


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize(("ruling", "code"), [("explained", 0), ("false-alarm", 0), ("confirmed", 1)])
def test_a_build_fails_at_the_new_article_until_a_person_has_explained_it(run, tmp_path, ruling, code):
    recipe = ("check", "new.txt", "--against", "articles", "--claims", "claims")
    (tmp_path / "claims").mkdir(exist_ok=True)
    ran = run(*recipe, "-f", "github")
    assert ran.code == 1
    assert ran.out.startswith("::error file=new.txt,line=5,col=")
    prints = json.loads(run(*recipe, "-f", "json").out)["findings"][0]["fingerprints"]
    rows = [
        f"- {{fingerprint: {one}, ruling: {ruling}, reason: 口径不同, by: desk, date: 2025-04-06}}\n" for one in prints
    ]
    (tmp_path / "claims" / "rulings.yaml").write_text("".join(rows), "utf-8")
    assert run(*recipe, "-f", "github").code == code


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize("against", ["articles", "desk.index"])
def test_a_copy_of_an_accepted_passage_in_one_more_place_is_new(run, corpus, tmp_path, against):
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    (corpus / "b.txt").write_text(ALTERED, "utf-8")
    assert run("baseline", corpus).code == 0
    run("index", "build", "desk.index", corpus)
    again = run("check", corpus / "b.txt", "--against", against)
    assert (again.code, "1 silenced" in again.out) == (0, True)
    copied = run("check", "new.txt", "--against", against, "--select", "FC201", "-f", "json")
    assert (copied.code, found(copied)) == (1, [("FC201", ["new.txt", "a.txt", "b.txt"])])


@pytest.mark.usefixtures("inbox")
def test_a_stale_ruling_is_named(run, corpus, tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    recipe = ("check", "new.txt", "--against", "articles", "-f", "json")
    prints = json.loads(run(*recipe).out)["findings"][0]["fingerprints"]
    (tmp_path / "claims" / "rulings.yaml").write_text(
        f"- {{fingerprint: {prints[0]}, ruling: explained, reason: x, by: y, date: 2025-02-01,"
        " places: [new.txt, articles/a.txt]}\n",
        "utf-8",
    )
    assert (run(*recipe).code, run(*recipe).err) == (0, "")
    (tmp_path / "new.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    assert f"rulings.yaml:1: stale: the pair {prints[0]}, ruled explained, is no longer there" in run(*recipe).err
    # of rules that did not run, and where nothing new was read, nothing can be said
    assert "stale" not in run(*recipe, "--select", "FC1").err
    (tmp_path / "none").touch()
    nothing = run("check", "--files0-from", "none", "--against", "articles")
    assert (nothing.code, nothing.err) == (0, "")
    # new.txt is of the project too, and what is ruled on may stand there
    assert "stale" not in run("check", corpus / "a.txt", "--against", "articles").err
    assert run("check", corpus / "a.txt", "new.txt", "--against", "articles").err.count("stale") == 1


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize("against", ["articles", "desk.index"])
def test_a_new_article_that_calls_itself_a_report_does_not_pass(run, corpus, tmp_path, against):
    run("index", "build", "desk.index", corpus)
    (tmp_path / "new.txt").write_text("factcheck:report\n" + ALTERED, "utf-8")
    ran = run("check", "new.txt", "--against", against)
    assert ran.code == 2
    assert "error: new.txt: a report of factcheck, not an article" in ran.err
    assert run("scan", "new.txt", "articles").code == 0


def test_what_git_checked_out_as_another_text_is_no_pass(run, corpus, tmp_path, repository):
    """Committed as it is written here, and checked out in an encoding in which nobody can read it."""
    info = tmp_path / ".git" / "info" / "attributes"
    info.write_text("* -text !working-tree-encoding\n", "utf-8")
    for name in ("b.txt", "c.txt", "夜校 二.txt"):
        (corpus / name).write_text(ALTERED, "utf-8")
    (tmp_path / ".gitattributes").write_text(
        "b.txt working-tree-encoding=UTF-7\nc.txt working-tree-encoding=GB18030\n*二.txt text eol=crlf\n", "utf-8"
    )
    repository("add", "articles", ".gitattributes")
    repository("commit", "-m", "second")
    info.unlink()
    for name in ("b.txt", "c.txt", "夜校 二.txt"):
        (corpus / name).unlink()
    repository("checkout", "--", "articles")
    assert b"\r\n" in (corpus / "夜校 二.txt").read_bytes()
    ran = run("scan", corpus, "--since", "main~1", "--select", "FC4")
    assert (ran.code, ran.err.count("git checked it out as another text")) == (2, 1)
    assert "b.txt: git checked it out" in ran.err
    (corpus / "b.txt").write_text(ALTERED, "utf-8")  # edited since
    assert run("scan", corpus, "--since", "main~1", "--select", "FC4").code == 0


def _typed(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def _read_in(ran):
    return [one for one in json.loads(ran.out)["documents"] if one["path"] == "-"]


@pytest.mark.parametrize("command", ["scan", "check", "extract"])
def test_json_lines_on_standard_input_are_articles(run, monkeypatch, corpus, command):
    against = ["--against", corpus] if command == "check" else []
    lines = "\n".join(json.dumps({"id": name, "text": ALTERED}, ensure_ascii=False) for name in "xy")
    for options, names in (
        ([], ["x", "y"]),
        (["--stdin-format", "text"], ["-"]),
        (["--stdin-format", "jsonl"], ["x", "y"]),
    ):
        _typed(monkeypatch, lines)
        ran = run(command, "-", "-f", "json", *against, *options)
        assert [one["id"] for one in _read_in(ran)] == names
    _typed(monkeypatch, ALTERED)
    ran = run(command, "-", "-f", "json", "--stdin-format", "jsonl", *against)
    assert (ran.code, "-:1: no JSON record with a text" in ran.err) == (2, True)


def test_what_is_checked_from_standard_input_has_a_date_and_a_source(run, monkeypatch, corpus):
    options = ["--against", corpus, "-f", "json", "--date", "2025年3月1日", "--source", "望澜日报"]
    _typed(monkeypatch, ALTERED)
    (found,) = _read_in(run("check", "-", *options))
    assert (found["date"], found["source"]) == ("2025-03-01", "望澜日报")
    _typed(monkeypatch, f"---\ndate: 2024-02-02\n---\n{ALTERED}")  # what it says itself stands
    (found,) = _read_in(run("check", "-", *options))
    assert (found["date"], found["source"]) == ("2024-02-02", "望澜日报")
    _typed(monkeypatch, json.dumps({"text": ALTERED, "source": "云汀晚报"}))
    (found,) = _read_in(run("check", "-", *options))
    assert (found["date"], found["source"]) == ("2025-03-01", "云汀晚报")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["-", "--date", "gestern"], "--date: not a date: 'gestern'"),
        (["articles/a.txt", "--date", "2025"], "--date: nothing is read from standard input"),
        (["articles/a.txt", "--source", "望澜日报"], "--source: nothing is read from standard input"),
        (["-", "--stdin-format", "xml"], "--stdin-format"),
    ],
)
def test_wrong_words_about_standard_input_are_said(run, monkeypatch, corpus, arguments, why):
    _typed(monkeypatch, ALTERED)
    ran = run("check", *arguments, "--against", corpus)
    assert (ran.code, why in ran.err) == (2, True)
