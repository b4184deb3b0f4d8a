"""Pages of help speak the language of who reads them; no text of help is without its Chinese, no Chinese is unused."""

from __future__ import annotations

import re

import pytest
import typer
from typer import rich_utils

from factcheck.cli import help as pages
from factcheck.cli.app import app
from factcheck.cli.flags import paragraphs
from factcheck.messages import help_text
from factcheck.messages.catalogue import _help

_EXAMPLE = re.compile(r"^ {1,3}(?!Usage|用法).*\b(?:factcheck|git) .*$", re.MULTILINE)
_ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")


def commands():
    return dict(_walk(typer.main.get_command(app), ()))


def _walk(command, path):
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _walk(below, (*path, name))


COMMANDS = commands()


def texts(command):
    """Every text that a page of help is made of, as the catalogue is asked for it."""
    own = command.get_help_option(typer.Context(command, help_option_names=["--help"]))
    yield from (one for one in paragraphs(command.help) if not one.startswith(" "))
    for part in (command, *command.params, own):
        held = [getattr(part, name, None) for name in ("rich_help_panel", "metavar", "options_metavar")]
        held += [getattr(part, "subcommand_metavar", None)]
        held += [part.help] if part is not command else []
        yield from (one for one in held if isinstance(one, str))


FIXED = {"Usage: ", *(getattr(rich_utils, name) for name in pages.FIXED)}


def test_every_text_of_help_has_its_chinese_and_no_chinese_is_for_nobody():
    asked = {one for command in COMMANDS.values() for one in texts(command)} | FIXED
    assert (sorted(asked - _help().keys()), sorted(_help().keys() - asked)) == ([], [])


@pytest.mark.parametrize("path", COMMANDS)
@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_a_page_is_in_chinese_and_keeps_its_examples_and_options(run, monkeypatch, path, language):
    english = run(*path, "--help").out
    monkeypatch.setenv("FACTCHECK_LANG", language)
    ran = run(*path, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert not _ENGLISH.search(_EXAMPLE.sub("", ran.out).replace(" ".join(("factcheck", *path)), ""))
    for kept in (_EXAMPLE, re.compile(r"--[a-z0-9-]+(?= )")):
        assert set(kept.findall(english)) <= set(kept.findall(ran.out))
    assert "…" not in ran.out.replace("路径…", "").replace("路徑…", "")  # nothing is cut


@pytest.mark.parametrize("how", [["--lang", "zh-hans"], ["--lang=zh-hans"]])
def test_help_follows_what_is_chosen_before_the_environment(run, monkeypatch, how):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    monkeypatch.setenv("FACTCHECK_LANG", "en")
    assert "Show this message and exit." in run("scan", "--help").out
    assert "显示本帮助并退出。" in run("scan", *how, "--help").out


def test_help_follows_the_locale_also_where_no_command_is_named(run, monkeypatch):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert "掃描一批文章" in run().out
    assert "顯示索引的內容。" in run("index").out
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "Show what an index holds." in run("index").out


def test_one_page_leaves_the_next_as_it_was(run, monkeypatch):
    before = run("scan", "--help").out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert run("scan", "--help").out != before
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert run("scan", "--help").out == before


def test_what_has_no_chinese_is_shown_in_english():
    assert help_text("Nobody wrote this down.", "zh-hant") == "Nobody wrote this down."
    assert help_text("Print the version.") == "Print the version."
    assert help_text("Show this message and exit.", "zh-hant") == "顯示本說明並結束。"
