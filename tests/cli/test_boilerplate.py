"""`--verbose` names what was left out of passages because it is nobody's prose."""

from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.messages import LANGUAGES, text


@pytest.fixture
def signed(corpus):
    """Articles with a signature, a disclaimer and front matter."""
    for file in corpus.iterdir():
        words = file.read_text("utf-8")
        file.write_text(f"---\ndate: 2025-03-01\n---\n{words}\n记者：林可文\n\n未经授权，不得转载。\n", "utf-8")
    (corpus / "c.txt").write_text("渡轮恢复夜航。\n\n未经授权，不得转载。\n", "utf-8")
    return corpus


@pytest.mark.parametrize("how", [(), ("--quiet",), ("--verbose", "--quiet")])
def test_nobody_is_told_who_did_not_ask(run, signed, how):
    assert "boilerplate" not in run("scan", signed, *how).err


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "left out of passages as boilerplate: disclaimers 3, bylines 2\n"),
        ("zh-hans", "比对段落时略过的套话：免责声明 3，署名与电头 2\n"),
        ("zh-hant", "比對段落時略過的套話：免責聲明 3，署名與電頭 2\n"),
    ],
)
def test_classes_are_named_on_standard_error_alone(run, signed, lang, told):
    plain, said = run("scan", signed, "--lang", lang), run("scan", signed, "--lang", lang, "--verbose")
    assert told in said.err
    assert said.out == plain.out


def test_a_check_names_those_of_all_it_read(run, signed):
    said = run("check", signed / "c.txt", "--against", signed, "--verbose")
    assert "boilerplate: disclaimers 3, bylines 2\n" in said.err


def test_no_boilerplate_is_said_too(run, tmp_path):
    (tmp_path / "a.txt").write_text("渡轮恢复夜航。\n", "utf-8")
    assert "left out of passages as boilerplate: none\n" in run("scan", tmp_path / "a.txt", "--verbose").err


def test_every_class_has_a_name_in_every_language():
    assert all(text(f"boilerplate.{one.name}", lang) for one in zh.lexicon().text.boilerplate for lang in LANGUAGES)
