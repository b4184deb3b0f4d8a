"""Folds script and width letter by letter; finds sentences, clauses, words, quotations."""

from factcheck.text.fold import MASK, fold
from factcheck.text.prepare import prepare

__all__ = ["MASK", "fold", "prepare"]
