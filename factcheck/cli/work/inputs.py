"""What a command reads: the articles of its paths, and what is passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli.output import refuse_input
from factcheck.cli.progress import show_progress
from factcheck.cli.work.stdin import make_stdin_filler
from factcheck.cli.work.targets import Target, targets
from factcheck.model import Document, Skipped
from factcheck.read import documents, find, set_stdin_format
from factcheck.run.inputs import order_skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.cli.session import Session
    from factcheck.cli.settings import Settings
    from factcheck.read import InputSource


@dataclass(frozen=True)
class Inputs:
    """The articles of a session, what was passed over, and which reports are to be made of them."""

    session: Session
    targets: tuple[Target, ...]
    articles: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    sources: tuple[InputSource, ...]

    @property
    def settings(self) -> Settings:
        """The settings of the session."""
        return self.session.settings


def read_inputs(session: Session, formats: Mapping[str, str]) -> Inputs:
    """The articles that the paths of a session name; `formats` are those of its reports."""
    sources, passed_over = find(session.paths, session.settings.exclude)
    return read_sources(session, formats, sources, passed_over)


def read_sources(
    session: Session, formats: Mapping[str, str], sources: Sequence[InputSource], passed_over: Iterable[Skipped]
) -> Inputs:
    """The articles of `sources`, with all that is passed over."""
    settings = session.settings
    sources = set_stdin_format(sources, session.stdin.format)
    dated = make_stdin_filler(session.stdin, sources)
    wanted = targets(settings.output_format, session.output, session.reports, formats)
    for target in wanted:
        refuse_input(target.file, sources)
    articles: list[Document] = []
    skipped = list(passed_over)
    overrides = session.resolved.overrides
    with show_progress(settings) as progress:
        for item in documents(sources, session.reading, progress=progress):
            if isinstance(item, Document):
                articles.append(overrides.complete(dated(item)))
            else:
                skipped.append(item)
    # Sorted, so that the order of the arguments does not show in the report.
    return Inputs(session, wanted, tuple(articles), tuple(order_skipped(skipped)), tuple(sources))
