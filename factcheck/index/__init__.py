"""What is on file, on disk: the articles as the stages have read them."""

from factcheck.index.index import Index

__all__ = ["Index"]
