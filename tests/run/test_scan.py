"""The order of the stages: what a scan promises whatever the articles say."""

from __future__ import annotations

import pytest

import factcheck

A = "望澜市海洋机器人产业园今年引进了48家精密制造企业，带动就业近千人。"
B = "據介紹，望瀾市的海洋機器人產業園，今年引進了84家精密製造企業。"


def documents():
    return [factcheck.Document(id=name, text=text, date="2025-03-01") for name, text in (("a", A), ("b", B))]


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(factcheck.errors.UsageError, match="two documents have the id 'a'"):
        factcheck.scan([documents()[0], documents()[0]])


def test_an_unknown_rule_is_refused():
    with pytest.raises(factcheck.errors.UsageError, match="no rule begins with 'FC9'"):
        factcheck.scan(documents(), chosen=["FC9"])


def test_rules_are_chosen_and_ignored_by_prefix():
    assert [finding.rule for finding in factcheck.scan(documents(), chosen=["FC1"]).findings] == ["FC101"]
    assert not factcheck.scan(documents(), chosen=["FC2"]).findings
    assert not factcheck.scan(documents(), ignored=["FC1"]).findings


def test_findings_below_the_confidence_are_left_out():
    (finding,) = factcheck.scan(documents()).findings
    assert not factcheck.scan(documents(), min_confidence=finding.confidence + 0.01).findings


def test_the_fingerprint_outlives_moved_lines_and_new_names():
    (first,) = factcheck.scan(documents()).findings
    moved = [
        factcheck.Document(id="x/1", text="另一段话。\n\n" + A, date="2025-03-01"),
        factcheck.Document(id="0", text=B, date="2025-03-01"),
    ]
    (second,) = [finding for finding in factcheck.scan(moved).findings if finding.rule == "FC101"]
    assert first.fingerprints == second.fingerprints


def test_progress_is_told_stage_by_stage_and_changes_nothing():
    told = []
    report = factcheck.scan(documents(), progress=lambda *step: told.append(step))
    assert report == factcheck.scan(documents())
    assert [step for step in told if step[0] == "extract"] == [("extract", n, 2) for n in range(3)]
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["extract", "count", "passages", "pair", "rule"]
    last = {stage: (done, total) for stage, done, total in told}
    assert all(done == total for done, total in last.values())


def test_an_empty_corpus_has_no_findings():
    assert factcheck.scan([]).findings == ()


def test_a_figure_changed_inside_a_quotation_is_the_quotation_alone():
    quoted = "市长贺知远说：“我们要用{}年的耐心去等一个真正的发动机，不急着在第二年就去数它的利润。”"
    report = factcheck.scan(
        [factcheck.Document(id=name, text=quoted.format(year)) for name, year in (("a", "十"), ("b", "五"))]
    )
    assert [finding.rule for finding in report.findings if finding.severity == "error"] == ["FC201"]
