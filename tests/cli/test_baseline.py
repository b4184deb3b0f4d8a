"""`factcheck baseline` and rulings, as they are typed."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def claims(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    return tmp_path / "claims"


def fingerprints(run, corpus):
    return json.loads(run("scan", corpus, "-f", "json").out)["findings"][0]["fingerprints"]


def rulings(claims, prints, kind):
    rows = [f"- {{fingerprint: {one}, ruling: {kind}, reason: x, by: y, date: 2025-02-01}}\n" for one in prints]
    (claims / "rulings.yaml").write_text("# ours\n" + "".join(rows), "utf-8")


@pytest.mark.usefixtures("claims")
def test_what_is_accepted_is_not_reported_until_it_stands_in_one_more_place(run, corpus):
    assert run("scan", corpus).code == 1
    done = run("baseline", corpus)
    assert (done.code, done.out) == (0, "claims/baseline.jsonl: 1 pair (1 error, 0 warnings, 0 notes) accepted\n")
    clean = run("scan", corpus)
    assert clean.code == 0
    assert clean.out.splitlines()[-2].endswith("0 findings (0 errors, 0 warnings, 0 notes), 1 silenced")
    (corpus / "c.txt").write_text("转载。\n\n" + (corpus / "b.txt").read_text("utf-8"), "utf-8")
    assert run("scan", corpus, "--select", "FC201").code == 1


def test_explained_is_silent_confirmed_fails_and_stale_is_said(run, corpus, claims):
    prints = fingerprints(run, corpus)
    rulings(claims, prints, "explained")
    assert run("scan", corpus).code == 0
    rulings(claims, prints, "confirmed")
    confirmed = run("scan", corpus)
    assert confirmed.code == 1
    assert "confirmed as an error by y on 2025-02-01: x" in confirmed.out
    run("baseline", corpus)
    assert run("scan", corpus).code == 1
    rulings(claims, ["0" * 16], "explained")
    stale = run("scan", corpus)
    assert (
        f"warning: claims/rulings.yaml:2: stale: the pair {'0' * 16}, ruled explained, is no longer there" in stale.err
    )
    assert run("scan", corpus, "--quiet").err == ""
    assert json.loads(run("scan", corpus, "-f", "json").out)["stale"][0]["where"] == "claims/rulings.yaml:2"


def test_without_a_ledger_or_with_an_article_that_cannot_be_read_nothing_is_written(run, corpus, tmp_path):
    none = run("baseline", corpus, "--isolated")
    assert (none.code, "no ledger was found" in none.err) == (2, True)
    missing = run("baseline", corpus, "--claims", tmp_path / "nowhere")
    assert (missing.code, "no such folder" in missing.err) == (2, True)
    (tmp_path / "ledger").mkdir()
    (corpus / "big.txt").write_text("字" * 2000, "utf-8")
    unread = run("baseline", corpus, "--claims", "ledger", "--max-file-size", "1KB")
    assert unread.code == 2
    assert "nothing was written" in unread.err
    assert list((tmp_path / "ledger").iterdir()) == []


def test_a_baseline_can_be_reviewed_and_one_without_message_and_places_still_holds(run, corpus, claims):
    run("baseline", corpus)
    (line,) = (claims / "baseline.jsonl").read_text("utf-8").splitlines()
    held = json.loads(line)
    assert (held["rule"], held["severity"], held["places"]) == ("FC201", "error", 2)
    assert held["message"].startswith("A quotation changed")
    assert [place.rpartition(":")[0] for place in held["where"]] == ["articles/a.txt", "articles/b.txt"]
    older = {name: held[name] for name in ("fingerprint", "rule", "places")}
    (claims / "baseline.jsonl").write_text(json.dumps(older), "utf-8")
    assert run("scan", corpus).code == 0
    moved = held | {"where": ["elsewhere.txt:1"], "message": "x", "severity": "note"}
    (claims / "baseline.jsonl").write_text(json.dumps(moved), "utf-8")
    assert run("scan", corpus).code == 0  # only the fingerprint and the number of places decide
