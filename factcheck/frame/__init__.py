"""Who, what, where, when, wished or done: the frame around a quantity."""

from factcheck.frame.claims import claims

__all__ = ["claims"]
