"""Who is said to speak: whether a quotation says so in words, and whether two speakers may be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from factcheck.quotation.speakers import find_speaker_after, find_speaker_before, is_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.lexicon import QuotationLexicon
    from factcheck.model import Article, Quotation

_STOPS = "。！？；\n\r"
_STOP = re.compile(f"[{_STOPS}]")
_ALIKE = 0.5  # of two names; above it one is the other misspelt, or written by its sound in another way
_BEFORE, _BEHIND = 200, 120  # letters around a quotation that may name another speaker


def find_stated_speaker(article: Article, quotation: Quotation, lexicon: QuotationLexicon) -> str | None:
    """The person by name whom the sentence of a quotation says to speak it.

    None where it names nobody: he who spoke last in the paragraph may have ended, and another speaks on.
    """
    who = quotation.speaker
    if who is None or not is_name(who, lexicon):
        return None
    folded = article.text.folded
    ahead = folded[: quotation.start - 1].rstrip()
    ahead = ahead[1 + max(ahead.rfind(stop) for stop in _STOPS) :]
    behind = _STOP.split(folded[quotation.end + 1 : quotation.end + 1 + _BEHIND], maxsplit=1)[0]
    return who if who in (find_speaker_before(ahead, lexicon), find_speaker_after(behind, lexicon)) else None


def may_be_one_speaker(one: str | None, other: str | None, lexicon: QuotationLexicon) -> bool:
    """Whether two speakers may be one: the same, unsaid, alike, part of one another, or not both persons by name."""
    if one is None or other is None or one in other or other in one:
        return True
    return not (is_name(one, lexicon) and is_name(other, lexicon)) or Indel.normalized_similarity(one, other) > _ALIKE


def are_strangers(
    articles: Mapping[str, Article], first: Sequence[Quotation], second: Sequence[Quotation], one: str, other: str
) -> bool:
    """Whether neither article names the other's speaker near the quotation: else the mark may only be misread."""
    return not any(
        who in articles[q.doc].text.folded[max(0, q.start - _BEFORE) : q.end + _BEHIND]
        for quoted, who in ((first, other), (second, one))
        for q in quoted
    )
