"""Folds script and width letter by letter; masks what is no prose; finds sentences, clauses, boilerplate, edits."""

from factcheck.text.mask import MASK
from factcheck.text.prepare import prepare

__all__ = ["MASK", "prepare"]
