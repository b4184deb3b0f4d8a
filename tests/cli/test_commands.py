"""scan, extract, rule, config show: exit codes, formats, streams."""

from __future__ import annotations

import csv
import io
import json
import re

import jsonschema
import pytest

from factcheck.report.schema import schema
from factcheck.rules import RULES


def test_a_clean_corpus_exits_with_0(run, corpus):
    (corpus / "b.txt").unlink()
    ran = run("scan", corpus)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-2].startswith("1 article, ")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-on", "error"], 1),
        (["--fail-on", "note"], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "FC2"], 0),
        (["--ignore", "FC2,FC3"], 0),
        (["--select", "FC1"], 0),
        (["--select", "FC1,FC201"], 1),
        (["--select", "fc1", "--select", "fc2"], 1),
        (["--min-confidence", "1"], 0),
    ],
)
def test_exit_codes(run, corpus, options, code):
    ran = run("scan", corpus, *options)
    assert ran.code == code
    assert ran.err == ""


def test_a_repeated_passage_is_a_warning(run, tmp_path):
    passage = "步道沿着旧堤铺开，木栈板下面留出螃蟹和弹涂鱼通行的缝隙，两侧种的是耐盐的木麻黄。"
    (tmp_path / "a.txt").write_text(
        f"海边\n\n{passage}\n\n中间隔着另外一段话，说的是别的事情。\n\n{passage}\n", "utf-8"
    )
    ran = run("scan", "a.txt")
    assert "FC301" in ran.out
    assert ran.code == 0
    assert run("scan", "a.txt", "--fail-on", "warning").code == 1


def test_a_finding_shows_both_places_so_that_an_editor_can_open_them(run, corpus):
    out = run("scan", corpus.name).out
    assert "articles/a.txt:5:" in out
    assert "articles/b.txt:5:" in out
    assert "【年轻】" in out
    assert "【老年】" in out


def test_json_fits_the_schema_and_has_claims_when_asked_for(run, corpus):
    (corpus / "c.txt").write_text("城北园区共有36家企业。", "utf-8")
    plain, full = (json.loads(run("scan", corpus, "-f", "json", *more).out) for more in ([], ["--with-claims"]))
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    validator.validate(plain)
    validator.validate(full)
    assert "claims" not in plain
    assert [claim["text"] for claim in full["claims"]] == ["36家"]
    assert plain["documents"][0]["path"] == f"{corpus}/a.txt"
    assert plain["findings"][0]["rule"] == "FC201"


def test_reports_can_be_written_and_are_not_read_again(run, corpus):
    for name, form in (("r.txt", "terminal"), ("r.jsonl", "jsonl")):
        ran = run("scan", corpus, "-f", form, "-o", corpus / name)
        assert (ran.code, ran.out) == (1, "")
        assert (corpus / name).stat().st_size
    ran = run("scan", corpus)
    assert ran.out.splitlines()[-2].startswith("2 articles, ")
    assert ran.err.count("a report of factcheck, not an article") == 2


def test_the_same_input_gives_the_same_bytes(run, corpus):
    for number in range(40):
        (corpus / f"{number}.txt").write_text(f"第{number}号园区共有{number + 3}家企业。", "utf-8")
    for name in ("x.png", "y.txt", "z.png"):
        (corpus / name).write_bytes(b"\x00")
    files = sorted(str(path) for path in [*corpus.iterdir(), corpus])
    first = run("scan", *files, "-f", "json", "--with-claims", "--jobs", "1").out
    assert run("scan", *files[::-1], "-f", "json", "--with-claims", "--jobs", "2").out == first


def test_articles_are_never_written_to(run, corpus):
    before = {path: path.read_bytes() for path in corpus.iterdir()}
    run("scan", corpus)
    run("extract", corpus)
    assert {path: path.read_bytes() for path in corpus.iterdir()} == before


def test_color_and_its_refusal(run, corpus, monkeypatch):
    assert "\x1b[" not in run("scan", corpus).out
    assert "\x1b[" in run("scan", corpus, "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("scan", corpus, "--color", "always").out
    monkeypatch.setenv("FACTCHECK_COLOR", "always")
    assert "\x1b[" not in run("scan", corpus, "--color", "never").out


def test_extract_from_standard_input(process):
    ran = process("factcheck", "extract", "-", "-f", "jsonl", stdin="城北园区共有36家企业。".encode("gb18030"))
    assert (ran.returncode, ran.stderr) == (0, b"")
    claim = json.loads(ran.stdout)
    assert (claim["text"], claim["path"], claim["line"], claim["column"]) == ("36家", "-", 1, 7)


def test_the_worksheet(run, corpus):
    (corpus / "c.txt").write_text("城北园区共有36家企业。\n", "utf-8")
    ran = run("extract", corpus / "c.txt", "-f", "csv", "-o", "sheet.csv")
    assert ran.code == 0
    data = (corpus.parent / "sheet.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (row["checked"], row["figure"], row["sentence"]) == ("", "36家", "城北园区共有36家企业。")
    assert (row["file"], row["line"]) == (f"{corpus}/c.txt", "1")


def test_extract_reads_on_past_what_it_cannot_read(run, corpus):
    (corpus / "c.txt").write_bytes(b"\x00")
    (corpus / "d.txt").write_text("城北园区共有36家企业。", "utf-8")
    ran = run("extract", corpus)
    assert ran.code == 2
    assert "36家" in ran.out


def test_the_rules_are_listed_and_each_has_a_page(run):
    listed = run("rule").out
    assert all(code in listed and rule.name in listed for code, rule in RULES.items())
    for code, rule in RULES.items():
        page = run("rule", code.lower())
        assert page.code == 0
        assert page.out.startswith(f"# {code} {rule.name} ({rule.severity})\n")
        assert rule.summary in page.out
    assert [rule["code"] for rule in json.loads(run("rule", "-f", "json").out)] == list(RULES)
    assert json.loads(run("rule", "FC101", "-f", "json").out)[0]["page"] == RULES["FC101"].page


def test_config_show_says_what_is_set_and_by_whom(run, tmp_path, monkeypatch):
    (tmp_path / "factcheck.toml").write_text("fail-on = 'note'\n", "utf-8")
    monkeypatch.setenv("FACTCHECK_JOBS", "3")
    ran = run("config", "show")
    assert ran.code == 0
    assert f"# {tmp_path}/factcheck.toml" in ran.out
    assert f'fail-on = "note"  # {tmp_path}/factcheck.toml' in ran.out
    assert "jobs = 3  # environment" in ran.out
    assert 'fail-on = "error"  # default' in run("config", "show", "--isolated").out
    shown = json.loads(run("config", "show", "-f", "json").out)
    assert shown["settings"]["fail-on"] == {"value": "note", "origin": f"{tmp_path}/factcheck.toml"}


def test_the_configuration_counts_and_options_outrank_it(run, tmp_path, corpus):
    (tmp_path / "factcheck.toml").write_text("fail-on = 'never'\n", "utf-8")
    assert run("scan", corpus).code == 0
    assert run("scan", corpus, "--fail-on", "error").code == 1
    assert run("scan", corpus, "--isolated").code == 1
    (tmp_path / "desk.toml").write_text("ignore = ['FC2']\n", "utf-8")
    assert run("scan", corpus, "--config", "desk.toml").code == 0


def test_a_configuration_in_the_scanned_folder_is_not_read(run, corpus):
    (corpus / "factcheck.toml").write_text("fail-on = 'never'\n", "utf-8")
    assert run("scan", corpus, "--exclude", "*.toml").code == 1


def test_the_ledger_beside_the_configuration_is_read(run, tmp_path, corpus):
    (tmp_path / "factcheck.toml").touch()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "aliases.yaml").write_text("- [望河市, 河城]\n", "utf-8")
    assert run("scan", corpus).code == 1
    (tmp_path / "claims" / "aliases.yaml").write_text("- [望河市]\n", "utf-8")
    assert run("scan", corpus).code == 2
    assert run("scan", corpus, "--isolated").code == 1


def test_verbose_tells_the_time_and_nothing_goes_to_standard_output(run, corpus):
    ran = run("scan", corpus, "-v", "-f", "json")
    assert json.loads(ran.out)
    assert re.search(r"^\d+\.\d s$", ran.err, re.MULTILINE)


@pytest.mark.slow
def test_links_are_for_a_terminal_that_shows_color(terminal, process, corpus):
    (corpus / "a.txt").write_text(
        f"---\nurl: https://example.org/夜校\n---\n{(corpus / 'a.txt').read_text('utf-8')}", "utf-8"
    )
    scan = ("scan", "articles", "--quiet", "--fail-on", "never")
    _, seen = terminal(*scan, both=True)
    assert f";file://{corpus}/a.txt#8\x1b" in seen
    assert not re.search(r"\x1b\]8;[^\x1b]*[^\x00-\x7f]", seen)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        _, plain = terminal(*scan, both=True, **environment)
        assert "articles/a.txt:8" in plain
        assert "\x1b" not in plain
    assert "\x1b" not in terminal(*scan, "--color", "never", both=True)[1]
    assert b"\x1b]8" not in process("factcheck", *scan, "--color", "always").stdout
