"""One call of a command, as one value from its options to the engine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli.confidence import parse_confidence
from factcheck.cli.config import Resolved, resolve, size_in_bytes
from factcheck.cli.language import choose_language
from factcheck.cli.settings import NAMES
from factcheck.errors import UsageError
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.cli.options import CommonOptions, StdinFormat
    from factcheck.cli.settings import Settings
    from factcheck.messages import Language
    from factcheck.read import Options

STATISTICS = "statistics"  # the format that --statistics asks for


@dataclass(frozen=True)
class StandardInput:
    """What a command is told of standard input, which has no name and no folder; None where it is not told."""

    format: StdinFormat | None = None
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Cluster:
    """Where Spark runs, as its addresses are; None where `spark-submit` has said. `tables`: a folder for Parquet."""

    master: str | None = None
    tables: str | None = None


@dataclass(frozen=True)
class Session:
    """What is set and where it comes from, what is to be read, and where the reports go.

    `reports` are FORMAT=FILE, as typed; `output` None is standard output.
    """

    resolved: Resolved
    paths: tuple[str, ...] = ()
    output: Path | None = None
    reports: tuple[str, ...] = ()
    stdin: StandardInput = StandardInput()

    @property
    def settings(self) -> Settings:
        """The settings as resolved."""
        return self.resolved.settings

    @property
    def hedges(self) -> Path | None:
        """The table of hedges in place of factcheck's own."""
        return self.resolved.hedges

    @property
    def language(self) -> Language:
        """The language of what is told to the person at the command line."""
        return choose_language(self.settings.lang)

    @property
    def reading(self) -> Options:
        """How articles are read."""
        from factcheck.read import Options  # what reads nothing is quicker without it

        return Options(encoding=self.settings.encoding, max_size=size_in_bytes(self.settings.max_file_size))

    @property
    def jobs(self) -> int:
        """The number of worker processes: as set, or the cores this process may use."""
        if self.settings.jobs:
            return self.settings.jobs
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose_cluster(common: CommonOptions) -> Cluster | None:
    """The cluster that options name; None for this machine.

    Raises `UsageError` for options that go with Spark alone.
    """
    master, tables = common.master, common.tables
    if common.engine == "spark":
        return Cluster(master, tables)
    for name, value in (("--master", master), ("--tables", tables)):
        if value is not None:
            raise UsageError(say("error.only-with-spark"), where=name, cure=say("cure.add-engine"))
    return None


def open_session(
    common: CommonOptions,
    *,
    paths: Iterable[str] = (),
    against: str | None = None,
    stdin: StandardInput = StandardInput(),
) -> Session:
    """The session of a command: its options, over the environment, over the configuration.

    Raises `ConfigurationError` and `UsageError`.
    """
    options = {name: getattr(common, name, None) for name in NAMES} | {"against": against}
    for name in ("select", "ignore", "exclude"):
        listed = options[name] or ()
        options[name] = tuple(part for value in listed for part in value.split(",") if part) or None
    if options["min_confidence"] is not None:
        options["min_confidence"] = parse_confidence(options["min_confidence"])
    if common.statistics:
        if options["output_format"] not in {None, STATISTICS}:
            raise UsageError(say("error.statistics-and-format"), where="--statistics", cure=say("cure.give-one"))
        options["output_format"] = STATISTICS
    found = resolve(options, file=common.config, isolated=common.isolated)
    return Session(found, tuple(paths), common.output, tuple(common.report or ()), stdin)
