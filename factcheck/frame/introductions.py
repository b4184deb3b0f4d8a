"""Whom a clause introduces: what stands ahead of its 是, 位于 or 被称为, known to the segmenter or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frame.wording import phrase_before
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon

_SHORT = 16  # letters of a name that the segmenter may not know
_HEAD = 10  # letters of the words up to the first verb


def introduced_name(sentence: Sentence, start: int, end: int) -> str | None:
    """The name or noun phrase that a clause says something of: 扎维亚 of 扎维亚位于西部; None where it has no 是."""
    clean, serving_as = sentence.lexicon.names.clean, sentence.lexicon.words.serving_as
    found = sentence.lexicon.names.introducing.search(sentence.folded, start, end)
    if found is None:
        return None
    name = clean.sub("", sentence.folded[start : found.start()])
    if not name:
        return None
    if found[0] == serving_as and any(tag(word) in {"v", "m"} or word[0].isdigit() for word in words(name)):
        return None  # 引进类地毯草作为牧草: what is made use of
    if is_name(name, sentence.lexicon):
        return name
    if found[0] == serving_as:
        return None
    phrase = clean.sub("", phrase_before(sentence, start, found.start()))
    return phrase if len(phrase) > 1 else first_words(sentence, start, end) or None


def is_name(text: str, lexicon: FrameLexicon) -> bool:
    """Whether a stretch is short and of one piece: no 的 in it, no joining word, no pronoun or number."""
    apart = any(tag(word)[0] in ("pcrmd" if len(word) > 1 else "pc") for word in words(text))
    return 1 < len(text) <= _SHORT and lexicon.words.of not in text and not apart


def first_words(sentence: Sentence, first: int, last: int) -> str:
    """The words of a clause up to its first verb; "" where they are none, or too many."""
    head = ""
    for word, _ in sentence.words_between(first, last):
        if tag(word)[0] in "vpdcmt":
            break
        head += word
    head = sentence.lexicon.names.clean.sub("", head)
    return head if 1 < len(head) <= _HEAD else ""
