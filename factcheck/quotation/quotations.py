"""Words between quotation marks, who says them, and whether they are speech, a title, or a term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.model import Quotation
from factcheck.quotation.marks import find_lines, find_marked
from factcheck.quotation.speakers import PRONOUN, find_last_speaker, find_speaker_after, find_speaker_before
from factcheck.text.joins import CleanText

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon, QuotationLexicon
    from factcheck.model import Text
    from factcheck.quotation.marks import MarkedSpan

Role = Literal["speech", "title", "term"]
_STOP = re.compile(r"[。！？；]")
_CLAUSE = re.compile(r"[，：]")
_ENDED = ("。", "！", "？", "…")
_WORDY = 12  # letters from which words inside another's sentence are his words and no term
_BRIEF = 5  # letters below which nothing is speech unless it is a sentence behind a colon


def quotations(doc_id: str, text: Text, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Everything between quotation marks or 《》, in the order of the text, an outer one before those inside it.

    A quotation that is left open ends with its sentence. `speaker` is the name, else the role or organisation, folded;
    a pronoun stands for whom the paragraph named last.
    """
    clean = CleanText.of(text)
    text = clean.text
    words, found = lexicon.quotation, list[Quotation]()
    announced: str | None = None  # who spoke at the end of the paragraph before, where it ended with a colon
    for start, end in find_lines(text.folded):
        last = announced
        for mark in find_marked(text.folded, start, end):
            around = _around(text.folded, start, end, mark)
            if mark.title or around.ahead.endswith(words.heralds):
                found.append(_quotation(doc_id, around, mark, "title", None))
                continue
            who = _find_attribution(around, words)
            if who is None and not _is_sentence(around):
                found.append(_quotation(doc_id, around, mark, "term", None))
                continue
            if who in (None, PRONOUN):
                follows = who is not None or around.leads
                who = last or find_last_speaker(text.folded[start : mark.start - 1], words) if follows else None
            found.append(_quotation(doc_id, around, mark, "speech", who))
            last = who or last if mark.depth == 0 else last
        announced = _find_announced(text.folded[start:end], words)
    return tuple(map(clean.store_quotation, found))


class _Around(NamedTuple):
    words: str
    ahead: str  # the paragraph up to the opening mark
    sentence: str  # the sentence up to the opening mark
    behind: str  # the paragraph from the closing mark on
    letters: int
    ended: bool  # the words end with a full stop
    leads: bool  # the words begin a sentence, or follow a colon or comma


def _around(folded: str, start: int, end: int, mark: MarkedSpan) -> _Around:
    words, ahead = folded[mark.start : mark.end], folded[start : mark.start - 1].rstrip()
    sentence = _last_sentence(ahead)
    return _Around(
        words=words,
        ahead=ahead,
        sentence=sentence,
        behind=folded[mark.end + 1 : end],
        letters=sum(map(str.isalnum, words)),
        ended=words.rstrip('”’"').endswith(_ENDED),
        leads=not sentence.strip(' ”’"') or ahead.endswith(("：", "，")),
    )


def _last_sentence(text: str) -> str:
    """What stands behind the last stop, found from the end: a paragraph may hold many quotations."""
    return text[1 + max(text.rfind(stop) for stop in "。！？；") :]


def _quotation(doc_id: str, around: _Around, mark: MarkedSpan, role: Role, who: str | None) -> Quotation:
    return Quotation(doc=doc_id, start=mark.start, end=mark.end, text=around.words, speaker=who, role=role)


def _find_attribution(around: _Around, lexicon: QuotationLexicon) -> str | None:
    """Who is said to speak these words, before them, behind them, or earlier in the sentence; None for nobody."""
    if around.letters < _BRIEF and not (around.ended and around.ahead.endswith("：")):
        return None
    who = find_speaker_before(around.sentence, lexicon)
    if who is not None and (around.leads or around.letters >= _WORDY or around.ended):
        return who
    comma = around.words.endswith("，") or around.behind.startswith("，")
    if around.leads and (around.ended or comma):
        who = find_speaker_after(_STOP.split(around.behind, maxsplit=1)[0], lexicon)
        if who is not None:
            return who
    if around.letters >= _WORDY and around.ahead.endswith("，") and around.behind[:1] in "。，；！？":
        for clause in reversed(_CLAUSE.split(around.sentence.rstrip("，"))):
            if (who := find_speaker_before(clause, lexicon)) is not None:
                return who
    return None


def _is_sentence(around: _Around) -> bool:
    """Whether the words are speech though nobody is said to speak them."""
    if around.letters < _BRIEF:
        return False
    if around.words.endswith("，"):
        return True
    return around.ended and (around.letters >= _WORDY or not around.sentence.strip())


def _find_announced(line: str, lexicon: QuotationLexicon) -> str | None:
    if not line.rstrip().endswith("："):
        return None
    who = find_speaker_before(_last_sentence(line), lexicon)
    return None if who == PRONOUN else who
