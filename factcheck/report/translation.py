"""A report in another language than English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.messages import because, message

if TYPE_CHECKING:
    from factcheck.messages import Language
    from factcheck.model import Report


def translate_report(report: Report, language: Language) -> Report:
    """The report with what its findings say in another language; codes and names of rules stay."""
    findings = tuple(
        msgspec.structs.replace(one, message=message(one, language), because=because(one, language))
        for one in report.findings
    )
    return msgspec.structs.replace(report, findings=findings)
