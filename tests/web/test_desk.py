"""What is written, and what is not because somebody else was first."""

from __future__ import annotations

import threading

import msgspec
import pytest

from factcheck.errors import LedgerError
from factcheck.ledger import Ruling, edit
from factcheck.web.desk import Desk

HOSTILE = (
    '"quotes" and \'these\'', "line\nand line\n\nand another", "</script><script>alert(1)</script>", "a: b # c", "- x",
    "{a: [b", "%TAG ! x", "&anchor *alias", "null", "~", "2025-01-01", "0x1f", "tab\tand \\n", "\x1b[31m\x00\x7f",
    "\u202eright\u2028to left", "𠮷野家", "`@|>", "yes", "'", "…",
)  # fmt: skip


def ruling(report, **more):
    return {"finding": report.findings[0].fingerprints[0], "ruling": "explained", "reason": "口径不同"} | more


def test_an_answer_is_on_disk_when_it_is_said_to_be(desk):
    (desk.folder / "rulings.yaml").write_text("# ours\n", "utf-8")
    answer = desk.send("/rulings", ruling(desk.report))
    assert answer.status == 200
    assert desk.written.startswith("# ours\n")
    (written,) = desk.rulings
    assert (written.fingerprint, written.ruling, written.reason, written.by) == (
        desk.report.findings[0].fingerprints[0], "explained", "口径不同", "某甲",
    )  # fmt: skip
    assert answer.json["rulings"][answer.json["id"]]["reason"] == "口径不同"
    assert answer.json["prints"] == {written.fingerprint: answer.json["id"]}


@pytest.mark.parametrize("reason", HOSTILE)
def test_any_reason_comes_back_as_it_was_given(desk, reason):
    assert desk.send("/rulings", ruling(desk.report, reason=reason)).status == 200
    assert desk.rulings[0].reason == reason.strip()
    shown = next(iter(desk.ask("GET", "/rulings", Cookie=desk.cookie).json["rulings"].values()))["reason"]
    assert not set(shown) & set("\x00\x1b\x7f\u202e\u2028")
    assert shown.count("\n") == reason.replace("\u2028", "\n").count("\n")


def test_a_second_ruling_on_one_finding_is_a_conflict_and_shows_the_first(desk):
    first = desk.send("/rulings", ruling(desk.report))
    before = desk.written
    second = desk.send("/rulings", ruling(desk.report, ruling="confirmed", reason="写错了"))
    assert second.status == 409
    assert second.json["id"] is None
    assert second.json["prints"] == first.json["prints"]
    assert [one["ruling"] for one in second.json["rulings"].values()] == ["explained"]
    assert desk.written == before


def test_of_many_at_once_one_is_written(desk):
    got = []

    def rule(number):
        got.append(desk.send("/rulings", ruling(desk.report, reason=f"第{number}个")).status)

    at_once = [threading.Thread(target=rule, args=(number,)) for number in range(8)]
    for one in at_once:
        one.start()
    for one in at_once:
        one.join()
    assert sorted(got) == [200, *[409] * 7]
    assert len(desk.rulings) == 1


def test_what_was_ruled_at_once_on_other_findings_is_all_there(desk):
    def rule(number):
        desk.send("/rulings", ruling(desk.report, finding=desk.report.findings[number].fingerprints[0]))

    at_once = [threading.Thread(target=rule, args=(number,)) for number in range(3)]
    for one in at_once:
        one.start()
    for one in at_once:
        one.join()
    assert len(desk.rulings) == 3


def test_a_ruling_is_taken_back_and_only_as_it_was_seen(desk):
    (desk.folder / "rulings.yaml").write_text("# ours\n", "utf-8")
    written = desk.send("/rulings", ruling(desk.report)).json["id"]
    undo = {"finding": ruling(desk.report)["finding"], "ruling": written}
    assert desk.send("/rulings/undo", undo | {"ruling": "0" * 16}).status == 409
    assert len(desk.rulings) == 1
    answer = desk.send("/rulings/undo", undo)
    assert (answer.status, answer.json["prints"]) == (200, {})
    assert desk.written == "# ours\n"
    assert desk.send("/rulings/undo", undo).status == 409


def test_what_is_written_by_hand_or_in_the_terminal_is_seen_at_once(desk):
    cookie = desk.cookie
    first = desk.ask("GET", "/rulings", Cookie=cookie)
    same = desk.ask("GET", "/rulings", Cookie=cookie, If_None_Match=first.headers["etag"])
    assert (same.status, same.body) == (304, b"")
    one = desk.report.findings[1].fingerprints[0]
    edit.rule_on(desk.folder, [Ruling(one, "confirmed", "写错了", "某乙\u202e", "2025-03-01")])
    now = desk.ask("GET", "/rulings", Cookie=cookie, If_None_Match=first.headers["etag"])
    (held,) = now.json["rulings"].values()
    assert held == {"ruling": "confirmed", "reason": "写错了", "by": r"某乙\u202e", "date": "2025-03-01"}
    assert desk.send("/rulings", ruling(desk.report, finding=one)).status == 409


def test_rulings_on_what_is_not_on_the_page_stay_where_they_are(desk):
    edit.rule_on(desk.folder, [Ruling("0" * 16, "confirmed", "别处", "某乙", "2025-03-01")])
    assert desk.ask("GET", "/rulings", Cookie=desk.cookie).json == {"rulings": {}, "prints": {}}
    desk.send("/rulings", ruling(desk.report))
    assert desk.rulings[0].fingerprint == "0" * 16


def test_a_ledger_that_somebody_broke_is_named_and_left_alone(desk):
    (desk.folder / "rulings.yaml").write_text("- fingerprint: [\n", "utf-8")
    for answer in (desk.send("/rulings", ruling(desk.report)), desk.ask("GET", "/rulings", Cookie=desk.cookie)):
        assert answer.status == 500
        assert "rulings.yaml:" in answer.json["error"]
    assert desk.written == "- fingerprint: [\n"


def test_what_cannot_be_written_is_not_said_to_be(desk, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(edit.os, "fsync", full)
    answer = desk.send("/rulings", ruling(desk.report))
    assert (answer.status, "no space left" in answer.json["error"]) == (500, True)
    monkeypatch.undo()
    assert desk.written is None
    assert desk.send("/rulings", ruling(desk.report)).status == 200


@pytest.fixture
def paired(report):
    """Three findings: of two pairs; of one that is in the first too; of none."""
    one = report.findings[0]
    prints = (("a" * 16, "b" * 16), ("a" * 16,), ())
    return tuple(msgspec.structs.replace(one, fingerprints=held) for held in prints)


def test_every_open_pair_is_ruled_on_and_one_that_others_ruled_on_must_have_been_seen(paired, tmp_path):
    desk = Desk(paired, tmp_path, "某甲")
    assert [desk.knows(name) for name in ("a" * 16, "finding-2", "finding-3", "b" * 16)] == [True, True, True, False]
    assert desk.rule("finding-2", "explained", "口径不同", ())
    assert desk.count_open() == 1
    assert desk.rule("a" * 16, "confirmed", "写错了", ()) is None
    (seen,) = desk.state()["rulings"]
    mine = desk.rule("a" * 16, "confirmed", "写错了", (seen,))
    assert [(one.fingerprint[0], one.ruling) for one in edit.current_rulings(tmp_path)] == [
        ("a", "explained"), ("b", "confirmed"),
    ]  # fmt: skip
    assert desk.take_back("a" * 16, mine)
    assert [one.fingerprint[0] for one in edit.current_rulings(tmp_path)] == ["a"]


def test_a_finding_without_a_pair_cannot_be_ruled_on(paired, tmp_path):
    assert Desk(paired, tmp_path, "某甲").rule("finding-3", "explained", "口径不同", ()) is None
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_an_error_every_time_it_is_read(paired, tmp_path):
    (tmp_path / "rulings.yaml").write_text("- 1\n", "utf-8")
    desk = Desk(paired, tmp_path, "某甲")
    for _ in range(2):
        with pytest.raises(LedgerError):
            desk.state()
