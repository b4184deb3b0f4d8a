"""The reports of one run: which format goes to which file."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import find_need, is_binary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True)
class Target:
    """One report; `file` is None for standard output. A summary is put behind what is in its file already."""

    format: str
    file: Path | None
    append: bool = False


def targets(
    output_format: str, output: Path | None, reports: Iterable[str], formats: Mapping[str, str]
) -> tuple[Target, ...]:
    """What `-f`, `-o` and every `--report FORMAT=FILE` ask for. Raises `UsageError` before anything is read."""
    if output_format not in formats:
        cure = say("cure.one-of", names=", ".join(formats))
        raise UsageError(say("error.no-form", name=repr(output_format)), where="-f", cure=cure)
    if output is None and sys.stdout.isatty() and is_binary(formats, output_format):
        raise UsageError(say("error.not-for-terminals", name=output_format), where="-f", cure=say("cure.name-output"))
    found = (Target(output_format, output), *_reports(reports, formats))
    for target in found:
        _need(formats, target.format)
    files = [target.file.resolve() for target in found if target.file is not None]
    twice = next((file for number, file in enumerate(files) if file in files[:number]), None)
    if twice is not None:
        raise UsageError(say("error.two-to-one-file"), where=str(twice), cure=say("cure.own-file"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if "markdown" in formats else None
    if summary and any(target.format == "github" for target in found):
        return (*found, Target("markdown", Path(summary), append=True))
    return found


def _reports(written: Iterable[str], formats: Mapping[str, str]) -> Iterator[Target]:
    for one in written:
        name, equals, file = one.partition("=")
        if name not in formats:
            near = get_close_matches(name, formats, 1)
            cure = say("cure.did-you-mean", name=near[0]) if near else say("cure.one-of", names=", ".join(formats))
            raise UsageError(say("error.no-format", name=repr(name)), where="--report", cure=cure)
        if not equals or not file:
            cure = say("cure.such-as", name=f"{name}=report.{name}")
            raise UsageError(say("error.names-no-file", value=repr(one)), where="--report", cure=cure)
        yield Target(name, Path(file))


def _need(formats: Mapping[str, str], name: str) -> None:
    module, extra = find_need(formats, name) or ("", "")
    if module and importlib.util.find_spec(module) is None:
        what = say("error.needs-module", name=name, module=module)
        raise UsageError(what, where=f"format {name}", cure=say("cure.install-extra", extra=extra))
