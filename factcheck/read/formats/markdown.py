"""Markdown: one article a file; its marks are told from prose where the text is prepared."""

from factcheck.read.article import load_article

SUFFIXES = (".md", ".markdown")
IS_TEXT = True
load = load_article
