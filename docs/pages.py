"""Make the pages of the rules anew: rules.md and rules/ from their docstrings, the Chinese ones from the catalogue.

pages.py: run it from the root of the repository, with the interpreter that has factcheck: `python docs/pages.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.messages import rule_name, rule_page, text
from factcheck.rules.registry import rules

if TYPE_CHECKING:
    from factcheck.rules import Rule

DOCS = Path(__file__).parent


def made() -> dict[str, str]:
    """Path below docs/ → the page as it should stand there."""
    pages = {"rules.md": _index(), "zh/rules.md": _chinese_index()}
    for rule in rules():
        pages[f"rules/{rule.code}.md"] = _page(rule)
        pages[f"zh/rules/{rule.code}.md"] = _chinese(rule)
    return pages


def _index() -> str:
    rows = [
        f"| [{rule.code}](rules/{rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |" for rule in rules()
    ]
    return "\n".join(
        [
            "# Rules", "",
            "A page a rule; `factcheck rule FC101` prints one. Codes are never renamed or reused.",
            "[中文](zh/rules.md)", "",
            "| code | name | severity | says |", "|---|---|---|---|", *rows, "",
            "Made from the docstrings by `python docs/pages.py`.", "",
        ]
    )  # fmt: skip


def _page(rule: Rule) -> str:
    head = f"# {rule.code} {rule.name}\n\nSeverity: {rule.severity}. {_trust(rule)} [中文](../zh/rules/{rule.code}.md)"
    return f"{head}\n\n{rule.page.strip()}\n\n{_turn(rule.code, 'All rules', '../rules.md')}\n"


def _trust(rule: Rule) -> str:
    row = rule.precision
    others = f", those of {' and '.join(row.beside)} with them," if row.beside else ""
    read = (
        f": of its errors that were read{others} {row.true} of {row.read} were true" if row.read else ", not measured"
    )
    return f"Precision: {row.grade}{read}; see [how far to trust a finding](../precision.md)."


def _chinese_index() -> str:
    rows = [
        f"| [{rule.code}](rules/{rule.code}.md) | {rule_name(rule.code, rule.name, 'zh-hans')} "
        f"| {text(f'severity.{rule.severity}', 'zh-hans')} | {_told(rule).partition(chr(10))[0]} |"
        for rule in rules()
    ]
    return "\n".join(
        [
            "# 规则", "",
            "每条规则一页；运行 `factcheck rule FC101 --lang zh-hans` 也可查看（`zh-hant` 为繁体）。",
            "编号不会更改，也不会挪作他用。",
            "[English](../rules.md) · [目录](README.md)", "",
            "| 编号 | 名称 | 级别 | 内容 |", "|---|---|---|---|", *rows, "",
            "由 `python docs/pages.py` 生成。", "",
        ]
    )  # fmt: skip


def _chinese(rule: Rule) -> str:
    name, severity = rule_name(rule.code, rule.name, "zh-hans"), text(f"severity.{rule.severity}", "zh-hans")
    head = f"# {rule.code} {name}\n\n级别：{severity}。{_chinese_trust(rule)}[English](../../rules/{rule.code}.md)"
    return f"{head}\n\n{_told(rule).strip()}\n\n{_turn(rule.code, '全部规则', '../rules.md')}\n"


def _chinese_trust(rule: Rule) -> str:
    row = rule.precision
    if not row.read:
        return "准确率尚未单独测量。"
    others = f"（与{'、'.join(row.beside)}合计）" if row.beside else ""
    return f"逐一读过的错误{others}共{row.read}处，其中{row.true}处属实，见[局限与准确率](../limits.md)。"


def _told(rule: Rule) -> str:
    return rule_page(rule.code, rule.page, "zh-hans")


def _turn(code: str, whole: str, address: str) -> str:
    """Links to the rules before and behind."""
    codes = [rule.code for rule in rules()]
    at = codes.index(code)
    before = [f"[← {codes[at - 1]}]({codes[at - 1]}.md)"] if at else []
    behind = [f"[{codes[at + 1]} →]({codes[at + 1]}.md)"] if at + 1 < len(codes) else []
    return " · ".join([*before, f"[{whole}]({address})", *behind])


if __name__ == "__main__":
    for path, page in made().items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(page, encoding="utf-8")
