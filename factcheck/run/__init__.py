"""The order of the stages, and the engines that carry them."""

from factcheck.run.against import check, checked_against
from factcheck.run.article import extract, quantities, read_article
from factcheck.run.corpus import scan, stands

__all__ = ["check", "checked_against", "extract", "quantities", "read_article", "scan", "stands"]
