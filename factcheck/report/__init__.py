"""One format, one file. Each renders a report as bytes; nothing here decides what is a finding.

A module `findings_NAME.py` is a format of `scan` and `check`, `claims_NAME.py` one of `extract`, `facts_NAME.py` one
of `facts`. It holds
`render(report, style)`; where a terminal cannot show it, `BINARY = True`; where it needs an extra of the distribution,
`NEEDS`: the module and the extra. Options offer the names of `cli.settings.Format`.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from factcheck.report.style import PLAIN_WIDTH, Style
from factcheck.report.translation import translate_report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from factcheck.model import Report
    from factcheck.report.comparison_forms import WireCompared
    from factcheck.report.difference import Difference

__all__ = [
    "COMPARE", "DIFF", "EXTRACT", "FACTS", "PLAIN_WIDTH", "SCAN", "Style", "find_need", "is_binary", "render",
    "render_comparison", "render_difference",
]  # fmt: skip


def _find_modules(prefix: str) -> dict[str, str]:
    """Format → the module that renders it, imported when it is used; the terminal first."""
    modules = (one.name for one in pkgutil.iter_modules(__path__) if one.name.startswith(prefix))
    found = {name.removeprefix(prefix): name for name in modules}
    return {name: found[name] for name in sorted(found, key=lambda name: (name != "terminal", name))}


SCAN: Mapping[str, str] = _find_modules("findings_")
EXTRACT: Mapping[str, str] = _find_modules("claims_")
DIFF: Mapping[str, str] = _find_modules("differences_")  # they render a `Difference`
COMPARE: Mapping[str, str] = _find_modules("compared_")  # they render a `WireCompared`
FACTS: Mapping[str, str] = _find_modules("facts_")


def _module(formats: Mapping[str, str], name: str) -> ModuleType:
    return importlib.import_module(f"factcheck.report.{formats[name]}")


def is_binary(formats: Mapping[str, str], name: str) -> bool:
    """Whether a terminal cannot show the format."""
    return getattr(_module(formats, name), "BINARY", False)


def find_need(formats: Mapping[str, str], name: str) -> tuple[str, str] | None:
    """The module that the format needs, and the extra of the distribution that installs it."""
    return getattr(_module(formats, name), "NEEDS", None)


def render(report: Report, formats: Mapping[str, str], name: str, style: Style) -> bytes:
    """The report in the format `name` of `SCAN`, `EXTRACT` or `FACTS`, UTF-8 where it is text."""
    if style.language != "en":
        report = translate_report(report, style.language)
    rendered: bytes = _module(formats, name).render(report, style)
    return rendered


def render_difference(difference: Difference, name: str, style: Style) -> bytes:
    """What changed between two reports, in the format `name` of `DIFF`."""
    rendered: bytes = _module(DIFF, name).render(difference, style)
    return rendered


def render_comparison(compared: WireCompared, name: str, style: Style) -> bytes:
    """Why two figures are, or are not, one fact, in the format `name` of `COMPARE`."""
    rendered: bytes = _module(COMPARE, name).render(compared, style)
    return rendered
