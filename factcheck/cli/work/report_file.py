"""A report in JSON, as a command reads it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import say
from factcheck.regular import read_regular
from factcheck.report.wire_forms import WireReport

if TYPE_CHECKING:
    from pathlib import Path


def read_report(path: Path) -> WireReport:
    """The report that `scan -f json` wrote to a file. Raises `UsageError` for what is none."""
    try:
        return msgspec.json.decode(read_regular(path), type=WireReport)
    except OSError as error:
        what = say("error.unreadable", why=describe_refusal(error))
        raise UsageError(what, where=str(path), cure=say("cure.name-report")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        what = say("error.no-report", error=str(error))
        raise UsageError(what, where=str(path), cure=say("cure.report-of-this-version")) from error
