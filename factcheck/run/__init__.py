"""The order of the stages, and the engines that carry them."""

from factcheck.run.extract import extract, read_article
from factcheck.run.scan import scan

__all__ = ["extract", "read_article", "scan"]
