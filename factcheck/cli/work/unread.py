"""Rulings on what was not read: whether they are stale, nobody can say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.index.index import real_path
from factcheck.read import find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.work.inputs import Inputs
    from factcheck.model import Report


def without_unread(report: Report, inputs: Inputs, filed: Iterable[bytes] = ()) -> Report:
    """The report without what it calls stale though its places are not known and only a part of the project was read.

    `filed` are the real paths of what was read from an index.
    """
    unknown = [one for one in report.stale if not one.places]
    if not unknown or _is_whole(inputs, filed):
        return report
    return msgspec.structs.replace(report, stale=tuple(one for one in report.stale if one.places))


def _is_whole(inputs: Inputs, filed: Iterable[bytes]) -> bool:
    """Whether all articles of the project are among those read.

    The project is the folder around the ledger; where that holds no article, as with a ledger that a build has laid
    aside, it is the current folder (`ledger.rulings.make_absolute` sees places in the same way).
    """
    claims = inputs.session.resolved.claims
    if claims is None:
        return False
    around, _ = find([str(claims.absolute().parent)], inputs.settings.exclude)
    sources = around or find([str(Path.cwd())], inputs.settings.exclude)[0]
    read = {real_path(source) for source in inputs.sources} | set(filed)
    return bool(sources) and all(real_path(source) in read for source in sources)
