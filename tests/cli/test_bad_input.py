"""Nothing that is fed to the command line makes it crash, hang, or act on a terminal."""

from __future__ import annotations

import os
import re

import pytest

from factcheck.cli.work import scan as work_scan
from factcheck.errors import FactcheckError
from factcheck.messages import tell
from factcheck.read.formats import list_suffixes
from factcheck.report import SCAN

ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("arguments", "error", "cure"),
    [
        (["scan"], "no article is named", "--files0-from"),
        (["scan", "missing.txt"], "missing.txt: no such file or folder", None),
        (["scan", "no*such.txt"], "no*such.txt: no file matches this pattern", None),
        (["extract", "missing"], "missing: no such file or folder", None),
        (["scan", "a.txt", "--select", "FC9"], "no rule begins with 'FC9'", "factcheck rule"),
        (["scan", "a.txt", "--ignore", "XX"], "no rule begins with 'XX'", "factcheck rule"),
        (["scan", "a.txt", "--sellect", "FC1"], "No such option", "factcheck scan --help"),
        (["scan", "a.txt", "--fail-on", "fatal"], "fatal", "factcheck scan --help"),
        (["scan", "a.txt", "--min-confidence", "7"], "not between 0 and 1", "such as 0.7"),
        (["scan", "a.txt", "--min-confidence", "nan"], "not between 0 and 1", "such as 0.7"),
        (["scan", "a.txt", "--max-file-size", "big"], "not a size: 'big'", "such as 500KB"),
        (["scan", "a.txt", "--jobs", "-2"], "less than zero", "0 takes every core"),
        (["scan", "a.txt", "--encoding", "klingon"], "no encoding is called 'klingon'", "gb18030"),
        (["scan", "a.txt", "--config", "missing.toml"], "missing.toml: cannot be read", "--isolated"),
        (["scan", "a.txt", "--claims", "missing"], "missing: no such folder", "--claims"),
        (["scan", "a.txt", "-o", "no/such/folder.txt"], "no/such/folder.txt: cannot be written", "-o"),
        (["rule", "FC999"], "no rule has the code 'FC999'", None),
        (["rule", "FC10l"], "no rule has the code 'FC10l'", "did you mean FC1"),
        (["rule", "-f", "csv"], "rules cannot be written as 'csv'", "terminal or json"),
        (["shred"], "shred", "factcheck --help"),
    ],
)
def test_a_mistake_is_said_in_two_lines_and_exits_with_2(run, tmp_path, arguments, error, cure):
    (tmp_path / "a.txt").write_text("正文。", "utf-8")
    ran = run(*arguments)
    assert ran.code == 2
    first = next(line for line in ran.err.splitlines() if line.startswith("error: "))
    assert error in first
    assert "Traceback" not in ran.err
    if cure is not None:
        assert any(line.startswith("help: ") and cure in line for line in ran.err.splitlines())


def test_what_cannot_be_read_outranks_findings_and_the_rest_is_reported(run, corpus):
    (corpus / "c.txt").write_bytes(b"\x00\x01\x02")
    (corpus / "d.jsonl").write_text('{"text": "好"}\n{"text": \n', "utf-8")
    ran = run("scan", corpus)
    assert ran.code == 2
    assert "FC201" in ran.out
    assert f"error: {corpus}/c.txt: binary, not text" in ran.err
    assert f"error: {corpus}/d.jsonl:2: no JSON record" in ran.err


@pytest.mark.parametrize("command", ["scan", "check"])
@pytest.mark.parametrize("form", SCAN)
def test_what_cannot_be_read_is_said_whatever_the_form(run, corpus, tmp_path, command, form):
    new = corpus / "c.txt"
    new.write_bytes(b"\x00\x01\x02")
    (corpus / "d.png").touch()
    named = [corpus] if command == "scan" else [new, corpus / "b.txt", "--against", corpus]
    ran = run(command, *named, "-f", form, "-o", tmp_path / "report")
    assert (ran.code, ran.out) == (2, "")
    assert f"error: {new}: binary, not text" in ran.err
    assert f"warning: {corpus}/d.png: unsupported file type" in ran.err
    written = (tmp_path / "report").read_bytes()
    assert (b"FC201" in written) != (form == "xlsx")
    if form not in {"terminal", "csv", "jsonl", "xlsx", "parquet"}:
        assert b"binary, not text" in written


def test_an_empty_file_and_an_unknown_kind_in_a_folder_of_articles_are_warnings(run, corpus):
    (corpus / "c.txt").touch()
    (corpus / "d.png").touch()
    ran = run("scan", corpus, "--fail-on", "never")
    assert ran.code == 0
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == ["warning", "warning"]


@pytest.mark.parametrize("command", ["scan", "extract", "check"])
@pytest.mark.parametrize("named", ["folder", "pictures", "folder/*", "a.txt", "a.jsonl", "b.png"])
def test_what_is_named_and_holds_no_article_is_an_error_that_names_the_kinds(run, tmp_path, corpus, command, named):
    (tmp_path / "folder").mkdir()
    (tmp_path / "pictures").mkdir()
    for name in ("pictures/a.png", "a.txt", "a.jsonl", "b.png"):
        (tmp_path / name).touch()
    ran = run(command, named, *(["--against", corpus] if command == "check" else []))
    assert ran.code == 2
    errors = [line for line in ran.err.splitlines() if line.startswith(f"error: {named}: ")]
    assert len(errors) == 1
    assert f"{tell(list_suffixes())}, also .gz" in errors[0] or "no file matches this pattern" in errors[0]


def test_many_warnings_are_folded(run, tmp_path):
    (tmp_path / "a.txt").write_text("望澜市有36家企业。", "utf-8")
    for number in range(15):
        (tmp_path / f"{number}.png").touch()
    assert run("scan", tmp_path).err.splitlines()[-1] == "warning: and 5 more; --verbose names them"
    assert run("scan", tmp_path, "-v").err.count("unsupported file type") == 15
    assert run("scan", tmp_path, "-q").err == ""


@pytest.mark.parametrize("command", ["scan", "extract"])
@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "csv"])
def test_hostile_text_and_names_act_on_nothing(run, tmp_path, command, form):
    folder = tmp_path / "articles"
    folder.mkdir()
    name = "\x1b]8;;https:⁄⁄example.org\x07[red]\u202e::x"
    for place, change in (("a", "年轻人"), ("b", "老年人")):
        text = (
            '---\ntitle: "[bold]\u202e标题"\n---\n::error::园区\x1b[31m新增36家企业[/bold]\u202e，'
            f"“我们要把夜校办成{change}下班以后最想去的地方，\x1b]0;题\x07而不是又一张考勤表。”林知秋说。\n"
            "##[error]=1+1新增36家企业\n"
        )
        (folder / f"{place}{name}.txt").write_text(text, "utf-8")
    (folder / f"{name}.txt").write_bytes(b"\x00")
    ran = run(command, folder, "-f", form)
    assert ran.code == 2
    for stream in (ran.out.replace("\r\n", "\n").removeprefix("\ufeff"), ran.err):
        assert not ACTS.search(stream)
        assert not any(line.lstrip().startswith(("::", "##[")) for line in stream.splitlines())
    assert "新增" in ran.out or command == "scan"


def test_a_broken_configuration_is_named_with_its_line(run, tmp_path, corpus):
    (tmp_path / "factcheck.toml").write_text("jobs = 1\nfail-onn = 'note'\n", "utf-8")
    ran = run("scan", corpus)
    assert ran.code == 2
    assert (
        ran.err == f"error: {tmp_path}/factcheck.toml:2: no setting is called 'fail-onn'\nhelp: did you mean fail-on?\n"
    )


def test_a_broken_ledger_is_named_with_its_line(run, tmp_path, corpus):
    (tmp_path / "factcheck.toml").touch()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "aliases.yaml").write_text("- [甲, 乙]\n- [丙\n", "utf-8")
    ran = run("scan", corpus)
    assert ran.code == 2
    assert "error: claims/aliases.yaml:2: not valid YAML" in ran.err
    assert "help: correct the line" in ran.err


@pytest.mark.parametrize("name", ["a.txt", "../articles/./a.txt", "link.txt", "hard.txt"])
def test_an_output_that_is_an_input_is_refused_and_left_alone(run, corpus, name, monkeypatch):
    monkeypatch.chdir(corpus)
    (corpus / "link.txt").symlink_to("a.txt")
    (corpus / "hard.txt").hardlink_to(corpus / "a.txt")
    before = (corpus / "a.txt").read_bytes()
    ran = run("scan", corpus, "-o", name)
    assert ran.code == 2
    assert "the output is one of the inputs" in ran.err
    assert (corpus / "a.txt").read_bytes() == before


def test_an_unexpected_error_is_one_line_and_a_traceback_only_when_asked_for(run, corpus, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("a \x1b[31mslip\nof ours")

    monkeypatch.setattr(work_scan, "scan", broken)
    ran = run("scan", corpus)
    assert ran.code == 2
    assert ran.err.splitlines()[0] == r"error: unexpected: ZeroDivisionError: a \x1b[31mslip"
    assert "please report" in ran.err.splitlines()[1]
    assert "Traceback" not in ran.err
    assert "Traceback" in run("scan", corpus, "--verbose").err


def test_an_error_of_the_core_is_said_as_it_says_it(run, corpus, monkeypatch):
    def broken(*_, **__):
        raise FactcheckError("what", where="where:1", cure="cure")

    monkeypatch.setattr(work_scan, "scan", broken)
    assert run("scan", corpus).err == "error: where:1: what\nhelp: cure\n"


def test_an_interrupt_exits_with_130(run, corpus, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(work_scan, "scan", interrupted)
    ran = run("scan", corpus)
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("check", "articles/a.txt", "--against", "pipe"), "pipe"),
        (("check", "articles/a.txt", "--against", "articles", "--claims", "desk"), "desk/rulings.yaml"),
        (("scan", "articles", "--config", "pipe"), "pipe"),
        (("index", "build", "pipe", "articles"), "pipe"),
        (("index", "info", "pipe"), "pipe"),
        (("index", "verify", "pipe"), "pipe"),
        (("ledger", "check", "desk"), "desk/rulings.yaml"),
        (("scan", "articles"), "factcheck.toml"),
        *(
            (("scan", "articles", "--claims", "desk"), f"desk/{name}.{suffix}")
            for name, suffix in (("facts", "yaml"), ("aliases", "yml"), ("rulings", "yaml"), ("baseline", "jsonl"))
        ),
        (("baseline", "articles", "--claims", "desk"), "desk/rulings.yml"),
    ],
)
def test_a_named_pipe_is_an_error_that_names_it_and_no_endless_wait(process, tmp_path, words, name):
    (tmp_path / "desk").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text("望澜市有3家孵化器。", "utf-8")
    os.mkfifo(tmp_path / name)
    ran = process("factcheck", *words)
    said = ran.stderr.decode()
    assert ran.returncode == 2
    assert f"error: {name}: " in said or f"{tmp_path / name}: " in said
    assert "help: " in said or "name a file" in said
