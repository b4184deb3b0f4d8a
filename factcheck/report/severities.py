"""Which findings are severe enough to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec

from factcheck.model import Severity

if TYPE_CHECKING:
    from factcheck.model import Finding, Report

SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the worst first


def is_severe(finding: Finding, least: Severity) -> bool:
    """Whether a finding is of this severity or a worse one."""
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(least)


def keep_severe(report: Report, least: Severity | None) -> Report:
    """The report with the findings of this severity and of worse ones, and said so; None keeps all."""
    if least is None:
        return report
    kept = tuple(one for one in report.findings if is_severe(one, least))
    return msgspec.structs.replace(report, findings=kept, settings=report.settings | {"severity": least})
