"""Everything at the command line speaks English and Chinese; by the locale, the environment or --lang."""

from __future__ import annotations

import json
import re

import pytest

from factcheck.cli.language import read_locale
from factcheck.messages import tell
from factcheck.read.formats import list_suffixes

ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_SG.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-hant"),
        ({"LANG": "zh_HK.UTF-8"}, "zh-hant"),
        ({"LANG": "zh-Hant"}, "zh-hant"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_MO"}, "zh-hant"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh-hans"),
    ],
)
def test_the_locale_decides(environment, language):
    assert read_locale(environment) == language


@pytest.fixture
def chinese(run, monkeypatch):
    """Run under a Chinese locale."""
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    return run


@pytest.mark.parametrize(
    ("arguments", "error", "cure"),
    [
        (["scan"], "錯誤：沒有指定文章", "建議：請指定檔案或資料夾，或用 --files0-from 給出清單"),
        (["extract"], "錯誤：缺少參數 PATH…。", "建議：執行 factcheck extract --help 查看全部用法"),
        (["scan", "a.txt", "--sellect", "FC1"], "錯誤：沒有選項 --sellect", "建議："),
        (["shred"], "錯誤：沒有命令 shred。", "建議：執行 factcheck --help"),
        (
            ["scan", "a.txt", "--fail-on", "fatal"],
            "錯誤：--fail-on 的值無效：'fatal'，可選值：error、",
            "建議：",
        ),
        (["scan", "a.txt", "--jobs", "many"], "錯誤：--jobs / -j 的值無效：須為整數", "建議："),
        (["facts", "a.txt", "--min-sources", "0"], "錯誤：--min-sources 的值無效：不能小於1", "建議："),
        (["review", "a.txt", "--port", "99999"], "錯誤：--port 的值無效：不能大於65535", "建議："),
        (["scan", "a.txt", "--quiet=yes"], "錯誤：選項 --quiet 後面不能寫值。", "建議："),
        (["scan", "a.txt", "--fail-on"], "錯誤：選項 --fail-on 後面須有一個值。", "建議："),
        (["scna"], "錯誤：沒有命令 scna，您是否要用 scan？", "建議："),
        (
            ["scan", "a.txt", "--select", "FC9"],
            "錯誤：沒有以 'FC9' 開頭的規則",
            "建議：執行 `factcheck rule` 查看全部規則",
        ),
        (["rule", "FC10l"], "錯誤：沒有編號為 'FC10l' 的規則", "建議：您是否要用 FC1"),
        (["scan", "a.txt", "--config", "x.toml"], "錯誤：x.toml：無法讀取：沒有這個檔案或資料夾", "建議：--config"),
        (["scan", "missing.txt"], "錯誤：missing.txt：沒有這個檔案或資料夾", None),
        (["check", "a.txt"], "錯誤：沒有可供核對的存檔文章", "建議：請用 --against"),
    ],
)
def test_mistakes_are_told_in_chinese(chinese, tmp_path, arguments, error, cure):
    (tmp_path / "a.txt").write_text("正文。", "utf-8")
    ran = chinese(*arguments)
    assert ran.code == 2
    assert any(line.startswith(error) for line in ran.err.splitlines()), ran.err
    assert cure is None or any(line.startswith(cure) for line in ran.err.splitlines()), ran.err


@pytest.mark.parametrize("how", [["--lang", "zh-hans"], ["--lang=zh-hans"], []])
def test_what_is_chosen_outranks_the_locale(run, monkeypatch, how):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    monkeypatch.setenv("FACTCHECK_LANG", "en")
    err = run("scan", "missing.txt", *how).err
    assert err.startswith("错误：missing.txt：没有这个文件" if how else "error: missing.txt: no such file")


def test_what_was_passed_over_is_told_in_chinese_and_in_english_to_programs(chinese, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, data in {"a.png": b"", "b.txt": b"", "c.txt": b"\x00\x01", "d.jsonl": b'{"text": \n'}.items():
        (folder / name).write_bytes(data)
    err = chinese("scan", "articles").err
    assert "警告：articles/a.png：不支援的檔案格式" in err
    assert "警告：articles/b.txt：空檔案" in err
    assert "錯誤：articles/c.txt：是二進位內容，不是文字" in err
    assert "錯誤：articles/d.jsonl:1：不是帶 text 的 JSON 記錄" in err
    report = json.loads(chinese("scan", "articles", "-f", "json").out)
    assert {item["reason"] for item in report["skipped"]} >= {
        "empty",
        f"unsupported file type ({tell(list_suffixes())}, also .gz)",
    }


def test_commands_say_in_chinese_how_it_went(chinese, corpus, tmp_path):
    (tmp_path / "factcheck.toml").touch()
    (tmp_path / "claims").mkdir()
    said = [
        chinese("index", "build", "desk.index", "articles").out,
        chinese("index", "info", "desk.index").out,
        chinese("index", "verify", "desk.index").out,
        chinese(
            *("ledger", "add", "--id", "a", "--subject", "北桥", "--measure", "全长", "--value", "3.7公里"),
            *("--title", "竣工报告"),
        ).out,
        chinese("ledger", "check").out,
        chinese("ledger", "list").out,
        chinese("baseline", "articles").out,
        chinese("rule").out.split("\n")[0].partition("  ")[2].partition("  ")[0],
    ]
    assert corpus
    assert all(re.search("[一-鿿]", one) for one in said)
    assert not [one for one in said[:-1] if ENGLISH.search(re.sub(r"\S*[/.]\S*", "", one))]


def test_explain_speaks_the_language_asked_for(run, tmp_path):
    told = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"
    for name, text in (("a", told.format("36家")), ("b", "据了解，" + told.format("63家"))):
        (tmp_path / f"{name}.txt").write_text(f"---\ndate: 2025-03-01\n---\n{text}\n", "utf-8")
    found = json.loads(run("scan", "a.txt", "b.txt", "-f", "json").out)["findings"]
    (finding,) = [one for one in found if one["rule"].startswith("FC10")]
    for language, words in (("zh-hans", "为何视为同一事实"), ("zh-hant", "為何視為同一事實")):
        out = run("explain", finding["fingerprints"][0], "a.txt", "b.txt", "--lang", language).out
        assert words in out
        assert not ENGLISH.search(out)
