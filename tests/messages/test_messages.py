"""Every text is looked up by key: no code names a key that is not there, no row stands for nobody."""

from __future__ import annotations

import ast
import errno
import os
import pickle
import re
from functools import cache
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import UsageError, describe_refusal, with_cure
from factcheck.messages import LANGUAGES, has, keys, reason, say, skip_input, tell
from factcheck.messages.catalogue import BrokenCatalogueError, Row, _rows
from factcheck.model import Skipped
from factcheck.pair.comparisons import LEVELS
from factcheck.pair.differences import DIFFERENCE_LEVELS
from factcheck.pair.headed import HEAD_LEVELS
from factcheck.pair.retelling_weights import HELD_LEVELS
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.pair.vetoes import name_vetoes
from factcheck.strict_yaml import load

ROOT = Path(factcheck.__file__).parent
_LOOKS_UP = {"say", "text", "_phrase", "_title"}  # what takes a key first
_HOLE = re.compile(r"\{(\w+)\}")
_KEY = re.compile(r"[a-z][\w-]*(\.[\w-]+)+|[a-z]+")
_ASKED_FOR = {
    "error.",
    "cure.",
    "skipped.",
    "doubt.",
    "usage.",
    "veto.",
    "index.",
    "front-matter.",
}  # by their keys in full


@cache
def _trees():
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}


def _literals(node):
    """The texts that an expression may be; None stands for what is put into one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield [node.value]
    elif isinstance(node, ast.JoinedStr):
        yield [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""


NAMED = sorted(
    {
        (parts[0], file)
        for file, tree in _trees().items()
        for node in ast.walk(tree)
        if _called(node) in _LOOKS_UP and node.args
        for parts in _literals(node.args[0])
        if len(parts) == 1 and _KEY.fullmatch(parts[0])
    }
)


def test_every_key_that_the_code_names_is_in_the_catalogue():
    assert len(NAMED) > 200
    assert [(key, file) for key, file in NAMED if not has(key)] == []


def test_a_text_is_given_every_value_that_it_stands_for():
    missing = []
    for file, tree in _trees().items():
        for node in ast.walk(tree):
            keywords = {one.arg for one in getattr(node, "keywords", ())}
            if _called(node) in {"say", "text"} and node.args and None not in keywords:
                keyed = [parts[0] for parts in _literals(node.args[0]) if len(parts) == 1 and has(parts[0])]
                missing += [(key, file) for key in keyed if not set(_HOLE.findall(_rows()[key].en)) <= keywords]
    assert missing == []


@cache
def _mentioned():
    """The keys that stand in the code in full, and patterns of those that it puts together from values."""
    whole, made = set(), set()
    for tree in _trees().values():
        for node in ast.walk(tree):
            for parts in _literals(node):
                if len(parts) == 1:
                    whole.add(parts[0])
                elif parts and "." in (parts[0] or "") and parts[0][0].isalpha():
                    made.add("".join(".+" if part is None else re.escape(part) for part in parts))
    return whole, made


@cache
def _page():
    """The same of the page's scripts and template; and all words of theirs, of which a key may be put together."""
    folder = ROOT / "report" / "page"
    written = "\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.suffix in {".js", ".html"})
    templates = re.findall(r"t\(`([^`]*)`", written)
    made = {"(.+)".join(map(re.escape, re.split(r"\$\{[^{}]*\}", one))) for one in templates}
    made |= {re.escape(one) + "(.+)" for one in re.findall(r't\("([\w.-]+\.)" \+', written)}
    return set(re.findall(r'"([\w.-]+)"', written)), made, set(re.findall(r"[\w-]+", written))


def _stands_in_page(key):
    whole, made, words = _page()
    found = [match for pattern in made if (match := re.fullmatch(pattern, key)) is not None]
    return key in whole or any(set(match.groups()) <= words for match in found)


# Of which reports find the key in a value: `name(group, key)`.
_GROUPS = {"aspect", "comparison", "frame", "kind", "level", "outcome", "qualifier", "rule", "severity", "status"}


def test_no_row_is_for_nobody():
    assert [key for key in keys() if not _is_used(key)] == []


def _is_used(key):
    whole, made = _mentioned()
    group = key.partition(".")[0]
    if f"{group}." in _ASKED_FOR:
        return key in whole
    return (
        group in _GROUPS or key in whole or any(re.fullmatch(pattern, key) for pattern in made) or _stands_in_page(key)
    )


def test_a_level_has_its_label_and_no_label_is_of_no_level():
    known = (LEVELS, RETELLING_LEVELS, DIFFERENCE_LEVELS, HEAD_LEVELS, HELD_LEVELS)
    levels = {f"level.{one}.{name}" for held in known for one, names in held.items() for name in names}
    assert levels == {key for key in keys() if key.startswith("level.")}


def test_a_veto_has_its_words_and_no_words_are_of_no_veto():
    assert set(name_vetoes()) == {key for key in keys() if key.startswith("veto.")}


def test_what_the_system_says_is_called_by_its_number():
    for key in keys():
        if key.startswith("system."):
            number = getattr(errno, key.removeprefix("system.").upper())
            assert tell(describe_refusal(OSError(number, os.strerror(number)))) == os.strerror(number).lower()
            assert describe_refusal(OSError(number, os.strerror(number))) == say(key)
    assert tell(describe_refusal(OSError("Something ELSE"))) == "something else"


# Told to who writes for factcheck, not to who uses it; or English from outside.
@pytest.mark.parametrize("file", sorted(_trees()))
def test_no_error_cure_or_reason_is_a_sentence_in_the_code(file):
    for node in ast.walk(_trees()[file]):
        name = _called(node)
        given = [one.value for one in getattr(node, "keywords", ()) if one.arg in {"cure", "reason"}]
        if name.endswith("Error") and name not in {"AttributeError", "KeyError"}:
            given += node.args[:1]
        said = [parts for one in given for parts in _literals(one) if any(" " in (part or "") for part in parts)]
        assert not said, f"{file}:{getattr(node, 'lineno', 0)}: {said}"


def test_every_row_is_in_chinese():
    asked = {key for key in keys() if f"{key.partition('.')[0]}." in _ASKED_FOR} - {"skipped.with-cure"}
    assert [key for key in asked if not re.search("[一-鿿]", _rows()[key].zh_hans)] == []


def test_a_phrase_within_a_phrase_is_told_in_the_same_language():
    phrase = say("error.unreadable", why=say("system.eacces"))
    assert tell(phrase) == "cannot be read: permission denied"
    assert tell(phrase, "zh-hant") == "無法讀取：沒有權限"


def test_values_from_outside_are_never_translated_nor_read_as_templates():
    assert tell(say("error.no-code", code="'empty'"), "zh-hans") == "没有编号为 'empty' 的规则"
    hostile = "'{why}{0.__class__}'"
    assert tell(say("error.no-code", code=hostile), "zh-hans") == f"没有编号为 {hostile} 的规则"
    assert tell(say("error.unreadable", why="permission denied"), "zh-hans") == "无法读取：permission denied"


def test_an_error_is_english_and_carries_what_it_says_by_key():
    error = UsageError(say("error.no-rule", code="'FC9'"), where="--select", cure=say("cure.list-rules"))
    assert str(error) == "--select: no rule begins with 'FC9'"
    assert (error.what, error.cure) == ("no rule begins with 'FC9'", "`factcheck rule` lists the rules")
    assert (tell(error.phrase, "zh-hans"), error.remedy) == ("没有以 'FC9' 开头的规则", say("cure.list-rules"))
    assert tell(with_cure(error), "zh-hans") == "没有以 'FC9' 开头的规则；运行 `factcheck rule` 查看全部规则"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - bytes of its own
    assert (str(again), again.phrase, again.remedy) == (str(error), error.phrase, error.remedy)


def test_an_error_of_words_from_outside_is_told_as_they_are():
    error = UsageError("a {parser} says so", cure="{x}")
    assert (str(error), tell(error.phrase, "zh-hans"), error.cure) == (
        "a {parser} says so",
        "a {parser} says so",
        "{x}",
    )
    assert UsageError(say("error.nested")).cure is None
    assert tell(with_cure(UsageError(say("error.nested")))) == "nested too deeply"


def test_what_is_passed_over_is_english_with_its_phrase_beside_it():
    skipped = skip_input("a.txt", say("skipped.empty"), line=3)
    assert skipped == Skipped(path="a.txt", reason="empty", line=3, phrase=say("skipped.empty"))
    assert [reason(skipped, language) for language in LANGUAGES] == ["empty", "空文件", "空檔案"]
    assert reason(Skipped(path="a.txt", reason="of another version"), "zh-hans") == "of another version"


def test_a_broken_row_is_told_by_keys():
    with pytest.raises(BrokenCatalogueError, match=r"^x\.yaml:1: error\.missing-key "):
        load("a: {en: a, zh-hans: b}\nb: {en: a}\n", "x.yaml", BrokenCatalogueError).convert(dict[str, Row])
