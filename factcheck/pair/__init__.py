"""Which claims state the same fact."""

from factcheck.pair.match import pairs

__all__ = ["pairs"]
