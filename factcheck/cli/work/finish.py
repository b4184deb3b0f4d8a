"""How a command ends: its reports, what is said beside them, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck.cli.output import style, tell_skipped, tell_stale, write
from factcheck.messages import head_line, text
from factcheck.report import render
from factcheck.report.severities import SEVERITIES, keep_severe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.settings import FailOn
    from factcheck.cli.work.inputs import Inputs
    from factcheck.model import Report, Severity

CLEAN, FINDINGS, UNREADABLE = 0, 1, 2


def finish(report: Report, inputs: Inputs, formats: Mapping[str, str]) -> int:
    """Print a report, tell what was passed over, and say how it went as an exit code."""
    settings = inputs.settings
    for target in inputs.targets:
        layout = style(settings, target.file, target.format)
        # a terminal counts what it leaves out; elsewhere a report holds what was asked for
        held = report if target.format == "terminal" else keep_severe(report, settings.severity)
        write(
            render(held, formats, target.format, layout),
            target.file,
            append=target.append,
        )
    tell_skipped(report.skipped, settings)
    tell_stale(report.stale, settings)
    if report.commented:  # also where all else is quiet: an article must not switch off its own check unseen
        language = inputs.session.language
        told = text("commented", language, n=report.commented)
        typer.echo(head_line(text("skipped.warning", language), told, language), err=True)
    if any(item.fatal for item in report.skipped):
        return UNREADABLE
    failing = list_failing(settings.fail_on)
    return FINDINGS if any(finding.severity in failing for finding in report.findings) else CLEAN


def list_failing(fail_on: FailOn) -> tuple[Severity, ...]:
    """The severities that make the exit code 1."""
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()


def tell_boilerplate(inputs: Inputs) -> None:
    """With --verbose, name on standard error what of the articles read was taken for nobody's prose."""
    if not inputs.settings.verbose or inputs.settings.quiet:
        return
    from factcheck.run.boilerplate import boilerplate

    language = inputs.session.language
    held = boilerplate(inputs.articles, inputs.session.jobs).items()
    counts = text("count.join", language).join(
        f"{text(f'boilerplate.{name}', language)} {count}" for name, count in held
    )
    typer.echo(text("boilerplate", language, counts=counts or text("boilerplate.none", language)), err=True)
