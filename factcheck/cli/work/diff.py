"""What `diff` does: read two reports, and tell what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.output import refuse_overwriting, style, write
from factcheck.cli.work.finish import CLEAN, FINDINGS, list_failing
from factcheck.cli.work.report_file import read_report
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import DIFF, render_difference
from factcheck.report.difference import compare_reports

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.cli.settings import Settings


def run_diff(old: Path, new: Path, output: Path | None, settings: Settings) -> int:
    """The exit code of `factcheck diff`."""
    if settings.output_format not in DIFF:
        cure = say("cure.one-of", names=", ".join(DIFF))
        raise UsageError(say("error.no-form", name=repr(settings.output_format)), where="-f", cure=cure)
    refuse_overwriting(output, (str(old), str(new)))
    difference = compare_reports(read_report(old), read_report(new))
    layout = style(settings, output, settings.output_format)
    write(render_difference(difference, settings.output_format, layout), output)
    failing = list_failing(settings.fail_on)
    return FINDINGS if any(one.severity in failing for one in difference.new) else CLEAN
