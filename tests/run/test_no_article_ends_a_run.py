"""Whatever an article holds, the others are compared; what cannot be worked through is named."""

from __future__ import annotations

import json

import pytest

import factcheck
from factcheck.errors import DataError, ReadError
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.run import article, collect_baseline
from factcheck.run.article import MOST_FIGURES, read_contained
from factcheck.run.isolation import isolate_failures

A = "望澜市海洋机器人产业园今年引进了48家精密制造企业，带动就业近千人。"
B = "據介紹，望瀾市的海洋機器人產業園，今年引進了84家精密製造企業。"
GOOD = tuple(factcheck.Document(id=name, text=text, date="2025-03-01") for name, text in (("a", A), ("b", B)))
REPEATED = "年6月他正式称称称称退4年6月他正式退4年6月他正式4年6月３他正式捌退休"


def scanned(*documents, **options):
    report = factcheck.scan([*GOOD, *documents], **options)
    assert [finding.rule for finding in report.findings if {"a", "b"} <= {one.doc for one in finding.locations}]
    return report


@pytest.mark.parametrize("text", ["0千万", "0千亿", "０百万元", "亿亿县", "壹七市", REPEATED, "增长5%\ud800，共300人"])
@pytest.mark.parametrize("date", [None, "2025-03-01"])
def test_texts_that_ended_a_run_are_read(text, date):
    report = scanned(factcheck.Document(id="x", text=text, date=date))
    assert not report.skipped
    assert [document.id for document in report.documents] == ["a", "b", "x"]


@pytest.mark.parametrize(
    "text", ["7月产量达300万辆。", "未来5天降水100毫米。", "1月", "明年底", "未来九十九周", "31日24时起"]
)
@pytest.mark.parametrize("date", ["9999-12-31", "9999-12", "9999", "0001-01-01", "0001"])
def test_dates_at_the_ends_of_time(text, date):
    report = scanned(
        factcheck.Document(id="x", text=text, date=date),
        factcheck.Document(id="y", text=f"---\ndate: {date}\n---\n{text}"),
    )
    assert not report.skipped


@pytest.mark.parametrize("date", ["去年", "2025-13-45", "9999999", 20251301, object(), ""])
def test_a_date_that_is_none_is_left_out_and_said(date):
    report = scanned(factcheck.Document(id="x", text=A.replace("48", "47"), date=date))
    (skipped,) = report.skipped
    assert (skipped.path, skipped.fatal) == ("x", False)
    assert skipped.reason.startswith("read without its date: ")
    assert next(one for one in report.documents if one.id == "x").date is None


def test_a_date_in_another_form_is_a_date():
    (found,) = factcheck.scan([factcheck.Document(id="x", text=A, date="2025年3月1日 08:00")]).documents
    assert found.date == "2025-03-01"


@pytest.mark.parametrize("form", sorted({*SCAN, *EXTRACT}))
def test_half_a_surrogate_is_reported_in_every_form(form):
    half = "\ud800"
    report = factcheck.scan(
        factcheck.Document(
            id=f"{name}{half}", text=half + text, title=half, source=half, url=half, path=f"{name}{half}"
        )
        for name, text in (("a", A), ("b", B))
    )
    assert report.findings
    written = render(report, {**EXTRACT, **SCAN}, form, Style(width=100, color=False, terminal=False))
    assert form in {"xlsx", "sqlite", "parquet"} or written.decode("utf-8-sig")


def test_half_a_surrogate_moves_no_offset():
    (claim,) = factcheck.extract("产量\ud800增长，共300人")
    assert (claim.start, claim.end, claim.text) == (7, 11, "300人")


def broken(stage, *names):
    """A stage that fails wherever all of these articles are."""

    def fail(given, *arguments, **options):
        articles = given.articles.values() if hasattr(given, "articles") else given  # as they are looked up
        if set(names) <= {one.document.id for one in articles}:
            raise IndexError("list index\nout of range")
        return stage(given, *arguments, **options)

    return fail


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_no_document_should_be_is_named_and_the_others_are_scanned(jobs):
    more = [factcheck.Document(id=f"m{number:02}", text="云汀市今天多云。") for number in range(40)]  # two batches
    report = scanned(factcheck.Document(id="x", text=None, path="x.txt"), *more, jobs=jobs)
    (skipped,) = report.skipped
    assert (skipped.path, skipped.fatal) == ("x.txt", True)
    assert skipped.reason.startswith("the program fails on it (TypeError: ")
    assert "x" not in {document.id for document in report.documents}


@pytest.mark.parametrize("names", [("x",), ("x", "y"), ("a0", "x")])
def test_a_stage_over_the_corpus_names_those_it_fails_on(monkeypatch, names):
    from factcheck.evidence.circle import gather_circle
    from factcheck.passage import passages

    monkeypatch.setattr("factcheck.evidence.evidence.passages", broken(passages, *names))
    monkeypatch.setattr("factcheck.evidence.evidence.gather_circle", broken(gather_circle, *names))
    more = [factcheck.Document(id=name, text="云汀市今天多云。") for name in ("a0", "c", "x", "y", "z")]
    report = scanned(*more)
    assert [(item.path, item.fatal) for item in report.skipped] == [(name, True) for name in names]
    assert all("IndexError: list index out of range" in item.reason for item in report.skipped)
    assert {document.id for document in report.documents} == {"a", "b", "a0", "c", "x", "y", "z"} - set(names)
    checked = factcheck.check(more, GOOD)
    assert [(item.path, item.fatal) for item in checked.skipped] == [(name, True) for name in names]
    told = []
    assert collect_baseline([*GOOD, *more], ledger=factcheck.Ledger(), skipped=told)
    assert [item.path for item in told] == list(names)


def test_a_rule_that_fails_on_one_article_finds_the_rest(monkeypatch):
    from factcheck.rules import fc101_differing_figure as rule
    from factcheck.rules.registry import rules

    def find(evidence):
        if "x" in evidence.articles:
            raise ZeroDivisionError("x")
        yield from rule.find(evidence)

    chosen = next(one for one in rules() if one.code == rule.CODE)
    import msgspec

    monkeypatch.setattr("factcheck.run.corpus.choose_rules", lambda *_: (msgspec.structs.replace(chosen, find=find),))
    report = scanned(factcheck.Document(id="x", text="云汀市今天多云。"))
    assert [item.path for item in report.skipped] == ["x"]


def test_what_is_no_articles_doing_is_raised():
    articles = [read_contained(document).article for document in GOOD]

    def always(_articles):
        raise IndexError("always")

    with pytest.raises(IndexError):
        isolate_failures([], always, [])
    many = [read_contained(factcheck.Document(id=f"{number:03}", text="云汀")).article for number in range(30)]
    with pytest.raises(IndexError):
        isolate_failures(many, lambda some: always(some) if some else None, [])
    for error in (DataError("no table"), MemoryError()):

        def fails(_articles, error=error):
            raise error

        with pytest.raises(type(error)):
            isolate_failures(articles, fails, [])


def test_errors_of_data_are_no_articles_doing(monkeypatch):
    def without(_text, _lexicon):
        raise DataError("no table")

    monkeypatch.setattr(article, "recognise", without)
    with pytest.raises(DataError):
        factcheck.scan(GOOD)


def test_the_bound_is_on_figures_and_leaves_the_others(monkeypatch):
    monkeypatch.setattr(article, "MOST_FIGURES", 5)
    report = scanned(factcheck.Document(id="x", text="共1家、2家、3家、4家、5家、6家企业。", path="x.txt"))
    (skipped,) = report.skipped
    assert (skipped.path, skipped.fatal) == ("x.txt", True)
    assert skipped.reason == "over 5 figures in one article; split it, or leave it out with --exclude"
    with pytest.raises(ReadError):
        factcheck.extract("共1家、2家、3家、4家、5家、6家企业。")
    assert len(factcheck.extract("共1家、2家、3家、4家、5家企业。")) == 5
    assert MOST_FIGURES > 10_000


ENGLISH = (
    "The harbour of Wanglan moved 3.1 million tonnes of freight in 2024, the port said, and 36 ships were built there."
)
JAPANESE = "望瀾市の港では昨年三百万トンの貨物が取り扱われたと市の担当者は述べており、今年はさらに増える見込みである。"
KOREAN = "왕란시 항구는 지난해 화물 310만 톤을 처리했으며 올해는 더 늘어날 것으로 보인다고 관계자가 밝혔다."


FRENCH = "Le port de Wanglan a vu passer 3,1 millions de tonnes en 2024, et la ville y a fait construire 36 navires."


def test_english_is_said_and_read_for_its_figures():
    report = scanned(factcheck.Document(id="x", text=ENGLISH, path="x.txt"))
    (skipped,) = report.skipped
    assert (skipped.path, skipped.fatal) == ("x.txt", False)
    assert skipped.reason == (
        "mostly English; compared by its figures, but whom and what they are about is read in Chinese only"
    )
    found = [
        (claim.text, claim.unit, claim.subject, claim.measure, claim.period) for claim in factcheck.extract(ENGLISH)
    ]
    assert found == [("3.1 million tonnes", "kg", None, None, "2024"), ("36", "艘", None, None, "2024")]


@pytest.mark.parametrize("text", [FRENCH, JAPANESE, KOREAN])
def test_another_language_is_said_and_compared_all_the_same(text):
    report = scanned(factcheck.Document(id="x", text=text, path="x.txt"))
    (skipped,) = report.skipped
    assert (skipped.path, skipped.fatal) == ("x.txt", False)
    assert skipped.reason == "mostly neither Chinese nor English; compared all the same, but only these are understood"
    assert "x" in {document.id for document in report.documents}


@pytest.mark.parametrize(
    "text",
    [
        A,
        B,
        "3,1 5% 36",
        "OK",
        A + "（The Wanglan Marine Robot Park of the city）",
        "GDP、CPI与PMI均升，AI、IoT等企业36家。",
    ],
)
def test_chinese_with_foreign_names_is_chinese(text):
    assert not scanned(factcheck.Document(id="x", text=text)).skipped


def test_the_command_names_it_and_ends_with_2(tmp_path, monkeypatch, capsys):
    from factcheck.cli.app import app
    from factcheck.cli.guard import run_app

    monkeypatch.chdir(tmp_path)
    rows = [{"id": document.id, "text": document.text, "date": document.date} for document in GOOD]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": "x", "text": "云汀"}])), "utf-8")
    from factcheck.passage import passages

    monkeypatch.setattr("factcheck.evidence.evidence.passages", broken(passages, "x"))
    assert run_app(app, ["scan", "a.jsonl", "-f", "json", "--isolated"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["findings"]
    assert "a.jsonl:3: the program fails on it (IndexError: list index out of range); please report it" in err
