"""Plain text: one article a file, with front matter or without."""

from factcheck.read.article import load_article

SUFFIXES = (".txt",)
IS_TEXT = True
load = load_article
