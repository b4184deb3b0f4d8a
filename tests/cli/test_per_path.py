"""What holds for some paths alone, and comments in articles that ask for silence."""

from __future__ import annotations

import json

import pytest

from factcheck.index import Index

SLIP = "红石新闻：望澜二桥总投资{}亿元，由望澜路桥公司承建，计划明年通车。{}\n\n桥面宽20米。\n"
COMMENT = "<!-- factcheck: ignore FC104 两处口径不同 -->"


@pytest.fixture
def outlets(tmp_path):
    """One error between a desk's article and one of a wire."""
    for name, figure in (("desk/a.md", "20"), ("wire/2025/02/05/b.md", "200"), ("wire/c.md", "200")):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SLIP.format(figure, ""), "utf-8")
    return tmp_path


def configure(folder, text):
    (folder / "factcheck.toml").write_text(text, "utf-8")


def found(ran):
    return [(one["rule"], one["severity"]) for one in json.loads(ran.out)["findings"]]


def scan(run, *more):
    return run("scan", "desk", "wire", "-f", "json", "--ignore", "FC3", *more)


@pytest.mark.usefixtures("outlets")
def test_without_a_table_nothing_changes(run):
    assert found(scan(run)) == [("FC104", "error")]


def test_an_article_cannot_switch_off_its_own_check(run, outlets):
    (outlets / "desk/a.md").write_text(SLIP.format("20", COMMENT), "utf-8")
    ran = scan(run)
    assert (ran.code, found(ran), ran.err) == (1, [("FC104", "error")], "")


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        (COMMENT, []),
        ("<!--factcheck:ignore FC1, FC2 口径不同-->", []),
        ("<!-- factcheck: ignore FC105 口径不同 -->", [("FC104", "error")]),
        ("<!-- factcheck: ignore FC104 -->", [("FC104", "error")]),
        ("<!-- factcheck: ignore 口径不同 -->", [("FC104", "error")]),
        ("<!-- factcheck: ignore FC1044 口径不同 -->", [("FC104", "error")]),
    ],
)
def test_a_comment_needs_rules_and_a_reason(run, outlets, comment, left):
    configure(outlets, "honour-comments = true\n")
    (outlets / "desk/a.md").write_text(SLIP.format("20", comment), "utf-8")
    ran = scan(run)
    assert found(ran) == left
    assert json.loads(ran.out)["summary"]["commented"] == (not left)
    assert ("desk/a.md:1: a comment that silences needs rules and a reason" in ran.err) == (
        bool(left) and "FC105" not in comment
    )


def test_a_comment_silences_its_line_alone(run, outlets):
    configure(outlets, "honour-comments = true\n")
    (outlets / "desk/a.md").write_text(SLIP.format("20", "") + f"桥长。{COMMENT}\n", "utf-8")
    ran = scan(run)
    assert found(ran) == [("FC104", "error")]
    assert json.loads(ran.out)["summary"]["commented"] == 0


def test_what_comments_silence_is_counted_on_every_run(run, outlets):
    configure(outlets, "honour-comments = true\n")
    (outlets / "desk/a.md").write_text(SLIP.format("20", COMMENT), "utf-8")
    ran = run("scan", "desk", "wire", "--quiet", "--ignore", "FC3")
    assert ran.code == 0
    assert ran.err == "warning: findings that comments in articles silence, wholly or in part: 1\n"
    assert "1 touched by comments in articles" in ran.out


def test_a_comment_silences_the_pairs_of_its_line_and_no_others(run, outlets):
    configure(outlets, "honour-comments = true\n")
    (outlets / "wire/2025/02/05/b.md").write_text(SLIP.format("200", COMMENT), "utf-8")
    (outlets / "wire/c.md").write_text(SLIP.format("2000", ""), "utf-8")
    ran = scan(run, "--select", "FC104")
    (finding,) = json.loads(ran.out)["findings"]
    assert [place["path"] for place in finding["locations"]] == ["desk/a.md", "wire/c.md"]
    assert len(finding["fingerprints"]) == 1
    assert json.loads(ran.out)["summary"]["commented"] == 1


def test_no_comment_silences_what_a_person_has_confirmed(run, outlets):
    (one,) = json.loads(scan(run, "--select", "FC104").out)["findings"]
    (outlets / "claims").mkdir()
    rows = [
        f"- {{fingerprint: {name}, ruling: confirmed, reason: x, by: y, date: 2025-02-01}}\n"
        for name in one["fingerprints"]
    ]
    (outlets / "claims/rulings.yaml").write_text("".join(rows), "utf-8")
    configure(outlets, "honour-comments = true\n")
    (outlets / "desk/a.md").write_text(SLIP.format("20", COMMENT), "utf-8")
    assert ("FC104", "error") in found(scan(run))


def test_a_rule_is_left_out_where_every_article_of_the_finding_leaves_it_out(run, outlets):
    configure(outlets, '[[per-path]]\npath = "wire/"\nignore = ["FC104"]\n')
    assert found(scan(run)) == [("FC104", "error")]
    configure(outlets, '[[per-path]]\npath = ["wire", "desk/*.md"]\nignore = "FC104"\n')
    ran = scan(run)
    assert found(ran) == []
    assert json.loads(ran.out)["settings"]["per_path"] == [{"paths": ["wire", "desk/*.md"], "ignore": ["FC104"]}]
    configure(outlets, '[[per-path]]\npath = "**"\nselect = "FC2"\n')
    assert found(scan(run)) == []


def test_a_severity_is_the_worst_that_any_article_has(run, outlets):
    table = '[[per-path]]\npath = "{}"\nseverity = {{FC104 = "{}"}}\n'
    configure(outlets, table.format("wire", "note"))
    assert found(scan(run)) == [("FC104", "error")]
    configure(outlets, table.format("wire", "note") + table.format("desk", "warning"))
    ran = scan(run)
    assert (ran.code, found(ran)) == (0, [("FC104", "warning")])
    configure(outlets, table.format("**", "note") + table.format("desk/", "error"))
    assert found(scan(run)) == [("FC104", "error")]


def test_dates_and_sources_are_for_articles_that_name_none(run, outlets):
    (outlets / "wire/c.md").write_text("---\ndate: 2024-01-01\n---\n" + SLIP.format("200", ""), "utf-8")
    configure(
        outlets,
        '[[per-path]]\npath = "wire"\ndate = "path"\nsource = "望澜通讯"\n'
        '[[per-path]]\npath = "desk"\ndate = 2025-02-06\n',
    )
    documents = {one["path"]: one for one in json.loads(scan(run).out)["documents"]}
    assert {path: (one["date"], one["source"]) for path, one in documents.items()} == {
        "desk/a.md": ("2025-02-06", None),
        "wire/2025/02/05/b.md": ("2025-02-05", "望澜通讯"),
        "wire/c.md": ("2024-01-01", "望澜通讯"),
    }


def test_a_currency_is_that_of_money_of_which_nothing_tells_whose_it_is(run, outlets):
    (outlets / "desk/a.md").write_text("票價為5元。全書售價8美元。", "utf-8")
    configure(outlets, '[[per-path]]\npath = "desk"\ncurrency = "HKD"\n')
    claims = json.loads(run("extract", "desk", "-f", "json").out)["claims"]
    assert [(one["text"], one["unit"], "unit" in one["inferred"]) for one in claims] == [
        ("5元", "HKD", True), ("8美元", "USD", False),
    ]  # fmt: skip


def test_pyproject_has_the_table_under_its_own_name_and_config_show_prints_it(run, outlets):
    (outlets / "pyproject.toml").write_text('[[tool.factcheck.per-path]]\npath = "**"\nignore = "FC1"\n', "utf-8")
    assert found(scan(run)) == []
    shown = run("config", "show").out
    assert '# per-path: {"paths": ["**"], "ignore": ["FC1"]}' in shown
    assert json.loads(run("config", "show", "-f", "json").out)["per-path"] == [{"paths": ["**"], "ignore": ["FC1"]}]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("per-path = 5", "per-path is not a list of tables"),
        ("[per-path]\npath = 'a'", "per-path is not a list of tables"),
        ("[[per-path]]\nignore = 'FC1'", "it names no path"),
        ("[[per-path]]\npath = 'a'\nbad = 1", "unknown field `bad`"),
        ("[[per-path]]\npath = 'a'\nseverity = {FC1 = 'bad'}", "Invalid enum value 'bad'"),
        ("[[per-path]]\npath = 'a'\nignore = 'FC9'", "no rule begins with 'FC9'"),
        ("[[per-path]]\npath = 'a'\ndate = 'bad'", "not a date: 'bad'"),
        ("per-paths = 5", "no setting is called 'per-paths'"),
    ],
)
def test_a_table_that_cannot_be_is_told_with_file_and_line(run, outlets, written, why):
    configure(outlets, f"\n{written}\n")
    ran = scan(run)
    assert ran.code == 2
    assert "factcheck.toml:2: " in ran.err
    assert why in ran.err
    assert "help: " in ran.err


DATED = '[[per-path]]\npath = "wire/"\ndate = "path"\nsource = "{}"\ncurrency = "HKD"\n'


def check(run, *more):
    return run("check", "desk/a.md", "--against", "filed.index", "-f", "json", *more)


def list_filed(ran):
    return [
        (one["path"], one["date"], one["source"])
        for one in json.loads(ran.out)["documents"]
        if not one["path"].endswith("a.md")
    ]


def test_an_index_holds_dates_and_sources_of_paths(run, outlets):
    (outlets / "wire/c.md").write_text("---\ndate: 2024-01-01\n---\n" + SLIP.format("200", ""), "utf-8")
    configure(outlets, DATED.format("望澜通讯"))
    assert run("index", "build", "filed.index", "wire").code == 0
    assert list_filed(check(run)) == [
        ("wire/2025/02/05/b.md", "2025-02-05", "望澜通讯"), ("wire/c.md", "2024-01-01", "望澜通讯"),
    ]  # fmt: skip
    assert "2 as they were" in run("index", "update", "filed.index").out
    against_files = run("check", "desk/a.md", "--against", "wire", "-f", "json")
    assert json.loads(check(run).out)["findings"] == json.loads(against_files.out)["findings"]


def test_what_changes_nothing_of_reading_leaves_an_index_as_it_is(run, outlets):
    configure(outlets, DATED.format("望澜通讯"))
    run("index", "build", "filed.index", "wire")
    configure(outlets, DATED.format("望澜通讯").replace("HKD", "MOP") + 'severity = {FC104 = "note"}\n')
    assert check(run).code == 1
    assert "2 as they were" in run("index", "update", "filed.index").out


def test_other_dates_or_sources_by_path_want_an_update(run, outlets):
    configure(outlets, DATED.format("望澜通讯"))
    run("index", "build", "filed.index", "wire", "desk")
    configure(outlets, DATED.format("岚光通讯"))
    ran = check(run)
    assert (ran.code, ran.out) == (2, "")
    assert "files: 2, such as wire/2025/02/05/b.md\nhelp: factcheck index update filed.index\n" in ran.err
    assert "0 files added, 2 changed, 0 removed, 1 as they were" in run("index", "update", "filed.index").out
    assert [source for _, _, source in list_filed(check(run))] == ["岚光通讯"] * 2


@pytest.mark.parametrize(
    "command",
    [("compare", "desk/a.md:1:1", "wire/c.md:1:1"), ("ledger", "check"), ("watch", "desk"), ("lsp",)],
)
def test_every_command_says_that_an_index_has_other_dates(run, outlets, command):
    (outlets / "claims").mkdir()
    (outlets / "claims/rulings.yaml").write_text("[]\n", "utf-8")
    run("index", "build", "filed.index", "wire")
    configure(outlets, DATED.format("望澜通讯"))
    ran = run(*command, "--against", "filed.index")
    assert ran.code == 2
    assert "files: 2, such as wire/2025/02/05/b.md" in ran.err


def test_a_feed_that_grew_has_the_date_of_its_path_in_every_record(run, outlets):
    line = '{{"id": "{}", "text": "望澜市有{}家孵化器。"}}\n'
    feed = outlets / "wire/2025-03-01.jsonl"
    feed.write_text(line.format("n1", 13), "utf-8")
    configure(outlets, DATED.format("望澜通讯"))
    run("index", "build", "filed.index", "wire/2025-03-01.jsonl")
    feed.write_text(line.format("n1", 13) + line.format("n2", 15), "utf-8")
    run("index", "update", "filed.index")
    dates = [one.document.date for one in Index(outlets / "filed.index").articles()]
    assert dates == ["2025-03-01"] * 2


def test_paths_of_an_index_hold_wherever_one_stands(run, outlets, monkeypatch):
    (outlets / "desk/a.md").write_text(SLIP.format("20", "全書售價5元。"), "utf-8")
    (outlets / "wire/c.md").write_text("全書售價6元。\n", "utf-8")
    configure(outlets, DATED.format("望澜通讯") + 'severity = {FC104 = "note"}\n')
    configured = ("--config", "../factcheck.toml")
    run("index", "build", "filed.index", "wire")
    monkeypatch.chdir(outlets / "desk")
    assert "2 as they were" in run("index", "update", "../filed.index", *configured).out
    ran = run("check", "a.md", "--against", "../filed.index", "-f", "json", "--ignore", "FC3", *configured)
    assert list_filed(ran) == [("../wire/2025/02/05/b.md", "2025-02-05", "望澜通讯")]
    (place,) = [one for one in json.loads(ran.out)["findings"][0]["locations"] if one["path"] != "a.md"]
    assert (outlets / "desk" / place["path"]).is_file()
    compared = run("compare", "a.md:1:39", "../wire/c.md:1:5", "--against", "../filed.index", "-f", "json", *configured)
    assert {one["path"]: one["unit"] for one in json.loads(compared.out)["figures"]}["../wire/c.md"] == "HKD"


def test_a_date_in_the_way_to_the_configuration_is_of_no_article(run, outlets, monkeypatch):
    project = outlets / "2001-01-01"
    (project / "wire").mkdir(parents=True)
    (project / "wire/c.md").write_text(SLIP.format("200", ""), "utf-8")
    configure(project, DATED.format("望澜通讯"))
    monkeypatch.chdir(project)
    ran = run("scan", project / "wire", "-f", "json")
    assert [(one["date"], one["source"]) for one in json.loads(ran.out)["documents"]] == [(None, "望澜通讯")]
