"""`factcheck facts`: every format, what is chosen, hostile words, and a fact taken into the ledger."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from factcheck.marker import MARKER
from factcheck.report.schema import schema

HEAD = "---\ntitle: {title}\ndate: {date}\nsource: {source}\n---\n\n岚峡县石栈镇的仓库火灾仍在调查。"
DEAD = "{}据岚峡县应急管理局，石栈仓库火灾已造成{}人死亡，直接损失{}万元。"
EVIL = "=cmd|' /C calc'!A0 [red]\x1b[31m<script>"


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [("a", "2025-08-04", "望澜日报", "", 3, 1350), ("b", "2025-08-05", "海望时报", "通报更新，", 7, 1350)]
    for name, date, source, words, dead, loss in rows:
        text = HEAD.format(title="石栈仓库火灾通报", date=date, source=source) + DEAD.format(words, dead, loss)
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


def listed(run, folder, *options):
    ran = run("facts", folder, "-f", "json", *options)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)["facts"]


def test_the_json_fits_the_schema_and_has_every_value_with_its_places(run, news):
    ran = run("facts", news, "-f", "json")
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(ran.out))
    revised, confirmed = listed(run, news)
    assert (revised["state"], [value["text"] for value in revised["values"]]) == ("revised", ["3人", "7人"])
    assert [(place["group"], place["text"]) for place in revised["locations"]] == [(0, "3人"), (1, "7人")]
    assert (confirmed["state"], confirmed["values"][0]["independent"]) == ("confirmed", 2)
    assert confirmed["values"][0]["sources"][:2] == ["望澜日报", "海望时报"]


def test_the_terminal_names_values_sources_and_places(run, news):
    out = run("facts", news).out
    assert "3人" in out
    assert "news/b.md:7:" in out
    *_, counts, marker = out.rstrip().splitlines()
    assert (counts, marker) == ("2 articles, 2 facts, 0 of them disputed", MARKER)


def test_the_csv_has_a_row_a_value(run, news):
    rows = list(csv.DictReader(io.StringIO(run("facts", news, "-f", "csv").out.removeprefix("\ufeff"))))
    assert [(row["state"], row["value"], row["first"]) for row in rows] == [
        ("revised", "3人", "2025-08-04"), ("revised", "7人", "2025-08-05"), ("confirmed", "1350万元", "2025-08-04"),
    ]  # fmt: skip


def test_what_is_disputed_is_no_failure(run, corpus):
    ran = run("facts", corpus)
    assert ran.code == 0


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--disputed"], 0),
        (["--min-sources", "2"], 1),
        (["--min-sources", "3"], 0),
        (["--about", "損失"], 2),
        (["--about", "损失", "--about", "码头"], 0),
        (["--since", "2025-08-05"], 2),
        (["--since", "2025-09"], 0),
    ],
)
def test_facts_are_chosen(run, news, options, count):
    assert len(listed(run, news, *options)) == count


def test_a_day_that_is_none_is_an_error_with_its_cure(run, news):
    ran = run("facts", news, "--since", "gestern")
    assert ran.code == 2
    assert "--since" in ran.err
    assert "2025-03-01" in ran.err


@pytest.mark.parametrize("form", ["terminal", "csv", "json", "html"])
def test_hostile_words_are_harmless_in_every_format(run, news, form):
    for file in news.iterdir():
        file.write_text(
            file.read_text("utf-8").replace("石栈仓库火灾通报", '"' + EVIL.replace("\x1b", "\\e") + '"'), "utf-8"
        )
        file.write_text(file.read_text("utf-8").replace("source: ", "source: =1+1[red]"), "utf-8")
    out = run("facts", news, "-f", form).out
    assert "\x1b" not in out
    if form == "html":
        assert EVIL.partition("<")[2] not in out.partition('id="data"')[2].partition("</script>")[0]
    if form == "csv":
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
        assert all(not cell.startswith("=") for row in rows for cell in row)
        assert "'=1+1[red]望澜日报" in rows[1][HEADER.index("sources")]
    if form == "terminal":
        assert "=1+1[red]望澜日报" in out


HEADER = (
    "fact", "state", "measure", "subject", "place", "period", "value", "low", "high", "unit", "kind", "independent",
    "articles", "first", "last", "sources", "places",
)  # fmt: skip


def test_a_confirmed_fact_is_taken_into_the_ledger(run, news, tmp_path):
    (name,) = [fact["id"] for fact in listed(run, news) if fact["state"] == "confirmed"]
    ran = run("ledger", "add", "--id", "fire", "--from-fact", name[:8], "--articles", news, "--subject", "石栈仓库火灾")
    assert ran.code == 0, ran.err
    written = (tmp_path / "claims" / "facts.yaml").read_text("utf-8")
    assert "value: 1350万元" in written
    assert "石栈仓库火灾通报" in written


def write_two(folder):
    """A folder of two articles that state one fact, whose measure no noun names."""
    folder.mkdir()
    for name in ("a", "b"):
        text = HEAD.format(title="石栈仓库火灾通报", date="2025-08-04", source=name)
        (folder / f"{name}.md").write_text(f"{text}{'' if name == 'a' else '昨天，'}消防队搬出1350箱货物。", "utf-8")
    return folder


def test_words_around_a_figure_are_no_measure_of_the_ledger(run, tmp_path):
    folder = write_two(tmp_path / "gap")
    (fact,) = listed(run, folder)
    assert "…" in fact["measure"]
    given = ["ledger", "add", "--id", "fire", "--from-fact", fact["id"], "--articles", folder, "--subject", "消防队"]
    ran = run(*given)
    assert (ran.code, "--measure" in ran.err) == (2, True)
    assert run(*given, "--measure", "搬出的货物").code == 0


def test_the_terminal_says_once_what_the_measure_says_already(run, tmp_path):
    folder = write_two(tmp_path / "once")
    named = run("facts", folder).out.splitlines()[1]
    assert named.count("消防队") == 1


def test_a_fact_on_which_articles_differ_needs_a_value(run, news):
    (name,) = [fact["id"] for fact in listed(run, news) if fact["state"] == "revised"]
    ran = run("ledger", "add", "--id", "fire", "--from-fact", name, "--articles", news)
    assert ran.code == 2
    assert "3人, 7人" in ran.err
    assert "--value" in ran.err


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    "options", [["--from-fact", "0000000000000000"], ["--from-fact", "0000000000000000", "--articles", "news"], []]
)
def test_what_is_no_fact_is_told_and_nothing_is_written(run, tmp_path, options):
    ran = run("ledger", "add", "--id", "fire", *options)
    assert ran.code == 2
    assert "help: " in ran.err
    assert not (tmp_path / "claims").exists()
