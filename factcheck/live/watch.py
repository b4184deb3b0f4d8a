"""A folder or a file that is watched: what is saved in it is told, once for each time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, watch

from factcheck.index.state import real_path
from factcheck.read import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

_QUIET = 400  # milliseconds in which what is saved at once is told at once


def watch_articles(paths: Sequence[str], exclude: Sequence[str], stop: Event | None = None) -> Iterator[list[str]]:
    """The articles below `paths` that were saved, each time some were, until Ctrl-C or `stop`.

    Folders are watched, also for a file that is named: most editors put a new file in the place of the old one.
    """
    folders = {os.path.realpath(path if Path(path).is_dir() else Path(path).parent) for path in paths}
    saved = watch(*sorted(folders), watch_filter=None, debounce=_QUIET, stop_event=stop, raise_interrupt=False)
    for changes in saved:
        changed = {os.fsencode(os.path.realpath(path)) for change, path in changes if change != Change.deleted}
        sources, _ = find(paths, exclude)
        found = [source.path for source in sources if real_path(source) in changed]
        if found:
            yield found
