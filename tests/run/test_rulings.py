"""What people decided changes what a scan reports, and no more than that."""

from __future__ import annotations

import pytest

from factcheck import Document, Ledger, scan
from factcheck.ledger import Ruling
from factcheck.run import collect_baseline

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"
LEADS = ("", "市科技局介绍，", "记者昨天获悉，")
QUOTED = "望河市教育局局长林知秋说：“我们要把夜校办成{}下班以后最想去的地方，而不是又一张考勤表。”"


def articles(*figures):
    return [
        Document(id=f"{n}.txt", text=LEADS[n] + TOLD.format(figure), date="2025-03-01")
        for n, figure in enumerate(figures)
    ]


def quotes(*whom):
    return [Document(id=f"q{n}.txt", text=QUOTED.format(one)) for n, one in enumerate(whom)]


def errors(documents, *rulings, baseline=()):
    report = scan(documents, ledger=Ledger(rulings=rulings, baseline=baseline))
    return report, [finding for finding in report.findings if finding.severity == "error"]


def ruled(fingerprint, kind):
    return Ruling(fingerprint, kind, "两处口径不同", "某甲", "2025-03-02", "claims/rulings.yaml:1")


@pytest.mark.parametrize("kind", ["explained", "false-alarm"])
def test_what_is_explained_is_counted_and_no_more(kind):
    documents = articles("36家", "63家")
    _, (finding,) = errors(documents)
    report, left = errors(documents, *(ruled(one, kind) for one in finding.fingerprints))
    assert left == []
    assert (report.silenced, report.stale) == (1, ())


def test_what_is_confirmed_stays_and_says_so():
    documents = articles("36家", "63家")
    _, (finding,) = errors(documents)
    report, (left,) = errors(documents, *(ruled(one, "confirmed") for one in finding.fingerprints))
    assert left.because[-1] == "confirmed as an error by 某甲 on 2025-03-02: 两处口径不同"
    assert (left.fingerprints, left.locations, report.silenced) == (finding.fingerprints, finding.locations, 0)


def test_of_several_pairs_the_open_ones_are_shown():
    documents = articles("36家", "63家", "48家")
    _, (finding,) = errors(documents)
    assert len(finding.fingerprints) > 1
    pair = scan(documents[:2]).findings[0].fingerprints[0]
    assert pair in finding.fingerprints
    report, (left,) = errors(documents, ruled(pair, "explained"))
    assert pair not in left.fingerprints
    assert len(left.fingerprints) == len(finding.fingerprints) - 1
    assert "48家" in left.message
    assert report.silenced == 0


def test_a_quotation_with_two_retellings_keeps_the_open_one():
    documents = quotes("年轻人", "老年人", "中年人")
    whole = [finding for finding in errors(documents)[1] if finding.rule == "FC201"]
    one = next(fingerprint for finding in whole for fingerprint in finding.fingerprints)
    _, left = errors(documents, ruled(one, "false-alarm"))
    open_now = [fingerprint for finding in left for fingerprint in finding.fingerprints]
    assert sorted([one, *open_now]) == sorted(f for finding in whole for f in finding.fingerprints)


def test_a_ruling_on_what_no_longer_stands_is_stale_and_said_only_where_every_rule_ran():
    documents = articles("36家", "36家")
    old = ruled("0" * 16, "confirmed")
    report, _ = errors(documents, old)
    assert [(one.fingerprint, one.where) for one in report.stale] == [("0" * 16, "claims/rulings.yaml:1")]
    assert scan(documents, ledger=Ledger(rulings=(old,)), chosen=["FC1"]).stale == ()


def test_a_baseline_silences_what_stood_and_not_one_place_more():
    documents = articles("36家", "63家")
    accepted = collect_baseline(documents, ledger=Ledger())
    report, left = errors(documents, baseline=accepted)
    assert left == []
    assert report.silenced == len(scan(documents).findings)
    reprint = Document(id="9.txt", text=documents[1].text, date="2025-03-01")
    _, (again,) = errors([*documents, reprint], baseline=accepted)
    assert {place.doc for place in again.locations} == {"0.txt", "1.txt", "9.txt"}


def test_a_shared_passage_in_one_more_place_is_new():
    text = "海风吹过旧船坞，第一批学员在灯下坐定，老师傅把一张画了三十年的海图铺在桌上，慢慢讲起每一处暗礁的来历。"
    documents = [
        Document(id=name, text=f"{lead}\n\n{text}") for name, lead in (("a", "夜校开课。"), ("b", "今日见闻。"))
    ]
    accepted = collect_baseline(documents, ledger=Ledger())
    assert errors(documents, baseline=accepted)[0].findings == ()
    third = Document(id="c", text=f"另一处。\n\n{text}")
    assert "FC302" in {finding.rule for finding in errors([*documents, third], baseline=accepted)[0].findings}


def test_a_confirmed_pair_is_never_accepted_and_fails_even_if_a_baseline_has_it():
    documents = articles("36家", "63家")
    _, (finding,) = errors(documents)
    confirmed = tuple(ruled(one, "confirmed") for one in finding.fingerprints)
    assert not set(finding.fingerprints) & {
        one.fingerprint for one in collect_baseline(documents, ledger=Ledger(rulings=confirmed))
    }
    _, left = errors(documents, *confirmed, baseline=collect_baseline(documents, ledger=Ledger()))
    assert [one.rule for one in left] == [finding.rule]
