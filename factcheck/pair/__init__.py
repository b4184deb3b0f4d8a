"""Which claims state the same fact, and whether both can be right."""

from factcheck.pair.match import pairs
from factcheck.verdict.compare import compatible, verdict

__all__ = ["compatible", "pairs", "verdict"]
