"""The language that a person reads: as chosen, or by the locale."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.settings import Lang
    from factcheck.messages import Language

# Formats that people read where they were made.
_BY_LOCALE = frozenset({"terminal", "concise", "statistics", "markdown", "github", "xlsx"})
_TRADITIONAL = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")


def choose_report_language(chosen: Lang, output_format: str) -> Language | None:
    """The language of a report in a format; None where nothing speaks for one."""
    if chosen != "auto":
        return chosen
    return read_locale() if output_format in _BY_LOCALE else None


def choose_language(chosen: Lang) -> Language:
    """The language of what is told to the person at the command line."""
    return read_locale() if chosen == "auto" else chosen


def read_locale(environment: Mapping[str, str] | None = None) -> Language:
    """The language of LC_ALL, LC_MESSAGES or LANG, the first that is set; English where it is neither."""
    environment = os.environ if environment is None else environment
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    named = named.lower().replace("-", "_")
    if named.startswith(_TRADITIONAL):
        return "zh-hant"
    return "zh-hans" if named.startswith("zh") else "en"
