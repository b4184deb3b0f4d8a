"""The order of the stages, and the engines that carry them."""

from factcheck.run.against import check, check_articles
from factcheck.run.article import extract, quantities, read_article
from factcheck.run.corpus import collect_baseline, scan

__all__ = ["check", "check_articles", "collect_baseline", "extract", "quantities", "read_article", "scan"]
