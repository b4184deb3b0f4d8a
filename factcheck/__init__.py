"""factcheck: what in a corpus of Chinese articles cannot all be right.

The names below are the whole public surface; each is imported when it is first used, so that
`import factcheck` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck import errors as errors
    from factcheck.index import Index as Index
    from factcheck.ledger import Ledger as Ledger
    from factcheck.model import Claim as Claim
    from factcheck.model import Document as Document
    from factcheck.model import Fact as Fact
    from factcheck.model import FactValue as FactValue
    from factcheck.model import Finding as Finding
    from factcheck.model import Location as Location
    from factcheck.model import Quantity as Quantity
    from factcheck.model import Report as Report
    from factcheck.model import Skipped as Skipped
    from factcheck.progress import Progress as Progress
    from factcheck.read.library import read_documents as read
    from factcheck.run import check as check
    from factcheck.run import extract as extract
    from factcheck.run import quantities as quantities
    from factcheck.run import scan as scan

__version__ = "0.1.0"
__distribution__ = "factcheck-zh"  # another project's import name is factcheck too

_HOMES = {
    "Claim": "factcheck.model",
    "Document": "factcheck.model",
    "Fact": "factcheck.model",
    "FactValue": "factcheck.model",
    "Finding": "factcheck.model",
    "Index": "factcheck.index",
    "Ledger": "factcheck.ledger",
    "Location": "factcheck.model",
    "Progress": "factcheck.progress",
    "Quantity": "factcheck.model",
    "Report": "factcheck.model",
    "Skipped": "factcheck.model",
    "check": "factcheck.run",
    "extract": "factcheck.run",
    "quantities": "factcheck.run",
    "scan": "factcheck.run",
}

__all__ = [
    "Claim",
    "Document",
    "Fact",
    "FactValue",
    "Finding",
    "Index",
    "Ledger",
    "Location",
    "Progress",
    "Quantity",
    "Report",
    "Skipped",
    "check",
    "errors",
    "extract",
    "quantities",
    "read",
    "scan",
]


def __getattr__(name: str) -> Any:
    if name in {"errors", "read"}:
        return importlib.import_module(f"factcheck.{name}")
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
