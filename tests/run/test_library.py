"""factcheck as a library: what people type, and what they are told where it cannot be."""

from __future__ import annotations

import doctest
import importlib
import json
from pathlib import Path

import pytest
from invented import ALTERED, FIRST

import factcheck
from factcheck.report import SCAN, Style, render

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_text(ALTERED, "utf-8")
    (tmp_path / "README.txt").write_text("说明", "utf-8")
    return tmp_path


def test_the_examples_of_the_page_are_what_python_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "docs/python.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 20) == (0, True)


def test_everything_that_is_exported_is_there():
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    assert {"Skipped", "Progress", "read"} <= set(factcheck.__all__)


@pytest.mark.parametrize("given", ["text", b"text", Path("articles"), 5, factcheck.Document(id="a", text="36家")])
def test_what_is_no_list_of_documents_is_told_at_once(given):
    for call in (factcheck.scan, lambda given: factcheck.check(given, []), lambda given: factcheck.check([], given)):
        with pytest.raises(factcheck.errors.UsageError) as caught:
            call(given)
        assert f"not {type(given).__name__}" in str(caught.value)
        assert "factcheck.read(" in caught.value.cure


def test_what_in_a_list_is_no_document_is_told(folder):
    with pytest.raises(factcheck.errors.UsageError, match="not str"):
        factcheck.scan([*factcheck.read(folder), "b.txt"])


def test_reading_gives_documents_and_raises_where_one_cannot_be_read(folder):
    assert [Path(one.path).name for one in factcheck.read(folder)] == ["a.txt", "b.txt"]
    assert factcheck.read([str(folder / "a.txt")]) == factcheck.read(folder / "a.txt")
    (folder / "c.txt").write_bytes(b"\x00\x01" * 40)
    with pytest.raises(factcheck.errors.ReadError, match=r"c\.txt: "):
        factcheck.read(folder)
    with pytest.raises(factcheck.errors.ReadError, match="no such file"):
        factcheck.read("nowhere")
    skipped = []
    assert len(factcheck.read(folder, skipped=skipped)) == 2
    assert [Path(one.path).name for one in skipped if one.fatal] == ["c.txt"]


def test_the_room_that_reads_is_still_a_module():
    room = importlib.import_module("factcheck.read")
    assert room is factcheck.read
    assert callable(room.read)
    from factcheck.read import MARKER

    assert MARKER == "factcheck:report"


def test_rules_are_chosen_as_on_the_command_line_and_by_their_older_names(folder):
    documents = factcheck.read(folder)
    whole = [one.rule for one in factcheck.scan(documents).findings]
    assert "FC201" in whole
    for chosen in ("FC201", ["FC201"], "FC1,FC201", ("FC1", "FC201")):
        report = factcheck.scan(documents, select=chosen)
        assert {one.rule for one in report.findings} == {"FC201"}
    assert factcheck.scan(documents, chosen=["FC201"]) == factcheck.scan(documents, select="FC201")
    assert factcheck.scan(documents, ignore="FC2, FC3").findings == ()
    assert factcheck.scan(documents, ignored=["FC2", "FC3"]).findings == ()
    assert factcheck.check(documents[1:], documents[:1], select="FC201").findings
    with pytest.raises(factcheck.errors.UsageError, match="FC999"):
        factcheck.scan(documents, select="FC999")


def test_a_report_is_a_dictionary_as_the_json_has_it(folder):
    report = factcheck.scan(factcheck.read(folder))
    assert report.to_dict() == json.loads(render(report, SCAN, "json", Style(with_claims=True)))


def test_a_report_is_a_dataframe_where_pandas_is(folder, monkeypatch):
    report = factcheck.scan(factcheck.read(folder))
    frame = report.to_pandas()
    assert list(frame["rule"]) == [one.rule for one in report.findings for _ in one.locations]
    assert list(frame.columns)[:3] == ["finding", "rule", "name"]
    assert len(factcheck.scan([]).to_pandas().columns) == len(frame.columns)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(factcheck.errors.UsageError, match=r"to_pandas\(\) needs pandas"):
        report.to_pandas()


def test_the_least_confidence_may_be_that_of_one_severity(folder):
    documents = factcheck.read(folder)
    assert factcheck.scan(documents, select="FC201", min_confidence={"error": 1.0}).findings == ()
    assert factcheck.scan(documents, select="FC201", min_confidence={"note": 1.0}).findings
