"""`factcheck ledger`: facts listed, added and checked by hand."""

from __future__ import annotations

import json

import pytest

from factcheck import Ledger

FACTS = (
    "# ours\n- id: walk\n  subject: 望澜栈道\n  measure: 全长\n  value: 3.7公里  # measured\n  source: {title: 手册}\n"
)
NEW = ("--id", "bridge", "--subject", "望澜湾大桥", "--measure", "全长", "--value", "12.5公里")


@pytest.fixture
def claims(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    return folder


@pytest.mark.usefixtures("claims")
def test_facts_are_listed_for_people_and_programs(run):
    listed = run("ledger", "list")
    assert (listed.code, listed.out.splitlines()[0]) == (0, "claims/facts.yaml:2  walk")
    assert "望澜栈道, 全长: 3.7公里" in listed.out
    (fact,) = json.loads(run("ledger", "list", "-f", "json").out)
    assert (fact["id"], fact["source"]["title"], fact["where"]) == ("walk", "手册", "claims/facts.yaml:2")
    assert run("ledger", "list", "-f", "csv").code == 2


def test_a_fact_is_added_and_every_other_letter_stays(run, claims):
    added = run("ledger", "add", *NEW, "--title", "竣工: 报告", "--checked", "2025-02-01", "--status", "actual")
    assert (added.code, added.out) == (0, "claims/facts.yaml:7: added\n")
    assert (claims / "facts.yaml").read_text("utf-8").startswith(FACTS)
    fact = next(one for one in Ledger.load(claims).facts if one.id == "bridge")
    assert (fact.subject, fact.value, fact.source.title, fact.source.checked) == (
        "望澜湾大桥", "12.5公里", "竣工: 报告", "2025-02-01",
    )  # fmt: skip
    assert run("ledger", "add", *NEW[:1], "pier", *NEW[2:], "--file", "piers.yml").out == "claims/piers.yml:1: added\n"


@pytest.mark.parametrize(
    ("more", "what"),
    [
        (("--id", "walk"), "the id 'walk' is already used at claims/facts.yaml:2"),
        (("--value", "很多"), "not exactly one figure"),
        (("--period", "soon"), "not a period"),
        (("--checked", "gestern"), "matching regex"),
        (("--file", "../x.yaml"), "not a file of facts"),
        (("--file", "aliases.yaml"), "holds no facts"),
        (("--file", "x.txt"), "not a file of facts"),
        (("--status", "maybe"), "maybe"),
    ],
)
def test_what_the_ledger_could_not_read_is_refused(run, claims, more, what):
    ran = run("ledger", "add", *NEW, *more)
    assert ran.code == 2
    assert what in ran.err
    assert (claims / "facts.yaml").read_text("utf-8") == FACTS
    assert not (claims / "x.yaml").exists()


def test_every_broken_file_is_named_with_its_line(run, claims):
    well = run("ledger", "check")
    assert (well.code, well.out) == (
        0, "claims: 1 fact, 0 groups of aliases, 0 rulings, 0 pairs accepted; all is well\n",
    )  # fmt: skip
    (claims / "aliases.yaml").write_text("- [甲]\n", "utf-8")
    (claims / "more.yaml").write_text("- id: walk\n  subject: a\n  measure: b\n  value: 3家\n  source: {}\n", "utf-8")
    (claims / "rulings.yaml").write_text("- fingerprint: x\n", "utf-8")
    (claims / "baseline.jsonl").write_text("{}\n", "utf-8")
    (claims / "bad\x1b[31m.yaml").write_text("- [", "utf-8")
    broken = run("ledger", "check", "claims")
    assert broken.code == 2
    for where in ("aliases.yaml:1", "more.yaml:1", "rulings.yaml:1", "baseline.jsonl:1", "bad\\x1b[31m.yaml:1"):
        assert f"error: claims/{where}: " in broken.err
    assert "\x1b" not in broken.err


def test_a_figure_that_is_never_compared_is_said(run, claims):
    (claims / "facts.yaml").write_text(FACTS.replace("3.7公里", "3700"), "utf-8")
    ran = run("ledger", "check")
    assert (ran.code, "3700 has no unit" in ran.err) == (0, True)
    assert "all is well" not in ran.out


IDLE = """\
- {id: air, subject: 望澜市, measure: 气温, value: 31摄氏度, source: {}}
- {id: rumour, subject: 望澜栈道, measure: 造价, value: 3亿元, status: denied, source: {}}
- {id: which, subject: 望澜栈道, measure: 的, value: 3亿元, source: {}}
- {id: staff, subject: 岚芯科技, measure: 员工, value: 410人, source: {}}
- {id: aim, subject: 岚芯科技, measure: 员工, value: 500人, status: target, period: by 2030, source: {}}
"""


def test_a_fact_that_no_sentence_can_meet_is_named(run, claims):
    (claims / "facts.yaml").write_text(IDLE, "utf-8")
    ran = run("ledger", "check")
    told = [line for line in ran.err.splitlines() if "no sentence can meet" in line]
    assert ran.code == 0
    assert [line.partition(": no sentence")[0] for line in told] == [
        f"warning: claims/facts.yaml:{number}" for number in (1, 2, 3)
    ]


def test_a_fact_that_met_nothing_in_the_articles_is_named(run, claims, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("望澜栈道全长3.7公里，沿途有五处凉亭。\n", "utf-8")
    (claims / "more.yaml").write_text(IDLE[IDLE.index("- {id: staff") :], "utf-8")
    ran = run("ledger", "check", "--against", "articles")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"warning: claims/more.yaml:{number}: met by no sentence of the 1 articles: 岚芯科技, 员工" for number in (1, 2)
    ]
    assert run("index", "build", "desk.index", "articles").code == 0
    assert run("ledger", "check", "--against", "desk.index").err == ran.err
    assert run("ledger", "check", "--against", "nowhere").code == 2


def test_what_could_not_be_read_is_no_article_that_met_nothing(run, claims, tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("岚芯科技员工有410人。\n", "utf-8")
    (tmp_path / "articles" / "b.txt").write_bytes(b"\x00\x01\x02" * 99)
    (claims / "more.yaml").write_text(IDLE[IDLE.index("- {id: staff") : IDLE.index("- {id: aim")], "utf-8")
    ran = run("ledger", "check", "--against", "articles")
    assert (ran.code, "all is well" in ran.out) == (2, False)
    assert ran.err.startswith("error: articles/b.txt: ")
    (tmp_path / "articles" / "b.txt").write_text("渡轮恢复夜航。" * 99, "utf-8")
    monkeypatch.setenv("FACTCHECK_MAX_FILE_SIZE", "1KB")
    assert run("ledger", "check", "--against", "articles").code == 2


def test_a_folder_that_holds_no_ledger_is_an_error_and_the_cure_names_against(run, corpus):
    ran = run("ledger", "check", "articles")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: articles: no file of a ledger is in it\n"
        "help: name the folder of the ledger; a corpus is named with --against\n"
    )
    (corpus / "baseline.jsonl").write_text("", "utf-8")
    assert run("ledger", "check", "articles").code == 0
