"""Done, wished, ruled or denied; what of a measure a figure is; and whose figure it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon.frame_patterns import StatusPatterns
    from factcheck.model import Quantity, Status

_AHEAD = 24  # letters of a clause before a figure that can deny it
_REACH = 2  # clauses in which a forecast or a rule is worded; a target holds for all that it lists
_LONGEST = 20  # letters of a source
_SEGMENT = re.compile(r"[，、：；。“”\"]")


def find_status(sentence: Sentence, quantity: Quantity) -> tuple[Status, bool]:
    """The status, and whether words of the sentence say so: those of the clause, or of the nearest before it."""
    if _is_denied(sentence, quantity):
        return "denied", True
    own, words = sentence.clause_of(quantity.start), sentence.lexicon.status
    for distance, (start, end) in enumerate((own, *sentence.clauses_before(own[0]))):
        if "；" in sentence.folded[end : own[0]]:
            break
        wished, aimed, done = _read_clause(sentence.folded[start:end], words)
        if (start, end) == own and done and not aimed:
            return "actual", True
        if distance < _REACH and wished is not None:
            return wished, True
        if aimed:
            return "target", True
        if done:
            return "actual", True
    return "actual", False


@lru_cache(maxsize=1 << 12)  # the figures of a sentence ask for the same clauses
def _read_clause(text: str, words: StatusPatterns) -> tuple[Status | None, bool, bool]:
    """The first status that a clause words, whether it words a target, and whether it says that something is done."""
    wished = next((name for name, pattern in words.statuses.items() if pattern.search(text)), None)
    aimed = wished == "target" or words.statuses["target"].search(text) is not None
    return wished, aimed, words.done.search(text) is not None  # type: ignore[return-value]  # keys are statuses


def _is_denied(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is a rumour, refuted or corrected; the one that corrects it is not."""
    folded, words = sentence.folded, sentence.lexicon.status
    start, end = sentence.clause_of(quantity.start)
    ahead = folded[max(start, quantity.start - _AHEAD) : quantity.start]
    if words.corrected.search(ahead):
        return False
    if words.denied_after.match(folded, quantity.end + _noun_length(sentence, quantity, end)):
        return True
    if words.denied_before.search(ahead):
        return True
    return words.denied.search(folded, sentence.start, sentence.end) is not None


def _noun_length(sentence: Sentence, quantity: Quantity, end: int) -> int:
    """The letters of the counted noun behind a figure, up to a word that denies it."""
    match = sentence.lexicon.status.denied_noun.match(sentence.folded, quantity.end, end + 6)
    return len(match[0]) if match else 0


def find_aspects(sentence: Sentence, quantity: Quantity, topic: Topic) -> frozenset[str]:
    """Which side of its measure a figure is: change, total, new, share, per_unit, extreme, from, to."""
    words = sentence.lexicon.status
    raw, tail = topic.slot.raw, topic.tail
    near = raw + " " + tail
    ahead = sentence.folded[sentence.clause_of(quantity.start)[0] : quantity.start]
    found = {name for name, pattern in words.aspects.items() if name not in {"from", "to"} and pattern.search(near)}
    if words.aspects["to"].search(raw):
        found.add("to")
    elif words.aspects["from"].search(raw) and _leads_on(sentence, quantity):
        found.add("from")
    grown = words.change.search(ahead) and not words.change_not.search(ahead) and "to" not in found
    if grown or words.change_behind.match(sentence.folded, quantity.end):
        found.add("change")
    return frozenset(found)


def _leads_on(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a later figure of the sentence is where the movement ends."""
    end = next((other.start for other in sentence.quantities if other.start >= quantity.end), None)
    leads_on = sentence.lexicon.status.leads_on
    return end is not None and leads_on.search(sentence.folded[quantity.end : end]) is not None


def _has_figure_before(sentence: Sentence, at: int) -> bool:
    """Whether a figure stands before the offset in its clause: 96家企业公布时 tells no source."""
    start = sentence.clause_of(at)[0]
    return any(start <= other.start < at for other in sentence.quantities)


def find_attribution(sentence: Sentence, quantity: Quantity) -> str | None:
    """Whose figure it is: who stands before the last verb of saying ahead of it."""
    head = sentence.folded[sentence.start : quantity.start]
    words = sentence.lexicon.status
    matches = list(words.says.finditer(head))
    for match in reversed(matches):
        at = sentence.start + match.start()
        if _has_figure_before(sentence, at):
            continue
        dates = [date for date in sentence.dates if date.end <= at]
        ends = [sentence.start, *(date.end for date in dates)]
        # who published it stands behind a day, or ahead of it: 云汀局今天公布的数据显示
        spans = [(ends[-1], at), *((ends[-2], date.start) for date in dates[-1:])]
        for begin, end in spans:
            segment = words.according.sub("", _SEGMENT.split(sentence.folded[begin:end])[-1].strip())
            source = words.source_trim.sub("", segment).strip(" ()（）")
            if 2 <= len(source) <= _LONGEST:
                return source
            if source:
                break
    return None
