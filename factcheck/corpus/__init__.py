"""How rare a word is, in the corpus and in the language; what an article is about."""

from factcheck.corpus.corpus import CorpusStats, WordCounts, corpus_stats, share_words, words_of

__all__ = ["CorpusStats", "WordCounts", "corpus_stats", "share_words", "words_of"]
