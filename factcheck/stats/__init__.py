"""How rare a word is, in the corpus and in the language; what an article is about."""

from factcheck.stats.corpus import CorpusStats, corpus_stats, words_of

__all__ = ["CorpusStats", "corpus_stats", "words_of"]
