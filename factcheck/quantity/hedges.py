"""The words around a figure that move its bounds: 超过, 不到, 约, 以上, 之内 …; the words themselves are data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.letters import is_han

if TYPE_CHECKING:
    from factcheck.lexicon.hedges import HedgeLexicon
    from factcheck.model import Kind, Number, Qualifier

_OPEN_HIGH = {"more_than", "at_least"}
_OPEN_LOW = {"less_than", "at_most"}
_TURNED: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
_PRICED = {"money", "percent"}
_INSIDE = {"duration", "length", "age"}
_LONGEST = 8
_LEAST_SPACED = 3
_LOOK_BACK = 24
_MARKS = frozenset("><")
_TILDE = "~"


class HedgeSpan(NamedTuple):
    """How far the hedge reaches to the left or the right, and what it says."""

    at: int
    qualifier: Qualifier | None
    word: str = ""


def hedge_before(folded: str, start: int, floor: int, words: HedgeLexicon, *, bare: bool) -> HedgeSpan:
    """The hedge that ends at `start`, looked for down to `floor`. `bare`: before 百, 千, 万 without a digit, or 半."""
    at, limit = start, max(floor, start - _LOOK_BACK)
    for _ in range(3):
        while at > limit and folded[at - 1] == " ":
            at -= 1
        if spaced := _find_spaced(folded, limit, at, words):
            return _negate(folded, limit, HedgeSpan(spaced[0], words.before[spaced[1]], spaced[1]), words)
        if word := _ending(folded, at, limit, words, bare=bare):
            left = folded[at - len(word) - 1 : at - len(word)]
            if (left and left in words.part_of.get(word, "")) or (word in _MARKS and not _compares(folded, at - 1)):
                break
            if word == _TILDE and (left.isdigit() or 0 < floor == at - 1):
                break  # between two figures it is to, whatever is made of them
            if word in words.superlatives and folded[at : at + 1] == words.of:
                return HedgeSpan(start, None)  # 全队最高的19分 is what was reached
            return _negate(folded, limit, HedgeSpan(at - len(word), words.before[word], word), words)
        if word := next(
            (folded[at - n : at] for n in (3, 2, 1) if at - n >= limit and folded[at - n : at] in words.fillers), ""
        ):
            at -= len(word)
            continue
        break
    gap = words.gap.search(folded[limit:start])
    if gap and gap.group().removesuffix(words.of) not in words.superlatives:
        return HedgeSpan(limit + gap.start(), "at_most" if gap["most"] else "at_least", gap.group())
    return HedgeSpan(start, None)


def _ending(folded: str, at: int, limit: int, words: HedgeLexicon, *, bare: bool) -> str:
    """The longest hedge that ends at `at`, or an empty string."""
    for length in range(min(_LONGEST, at - limit), 0, -1):
        word = folded[at - length : at]
        if word not in words.before:
            continue
        measured = word in words.behind_measures and folded[at - 2 : at - 1] in words.measured
        if word not in words.only_bare or bare or measured:
            return word
    return ""


def _compares(folded: str, at: int) -> bool:
    """Whether > or < at `at` stands between two things; at the start of a line > is a quotation, behind <b a tag."""
    left = folded[max(0, at - 2) : at].rstrip(" ")[-1:]
    return bool(left) and (is_han(left) or left in ")(，、：:")


def _find_spaced(folded: str, limit: int, at: int, words: HedgeLexicon) -> tuple[int, str] | None:
    """Where a long hedge with spaces inside begins, as PDF and OCR text have them: 小于 或 等于."""
    if " " not in folded[limit:at]:
        return None
    letters = [place for place in range(limit, at) if folded[place] != " "]
    for length in range(min(_LONGEST, len(letters)), _LEAST_SPACED - 1, -1):
        begin = letters[-length]
        word = folded[begin:at].replace(" ", "")
        if " " in folded[begin:at] and word in words.before:
            return begin, word
    return None


def _negate(folded: str, limit: int, hedge: HedgeSpan, words: HedgeLexicon) -> HedgeSpan:
    """A negation before the hedge turns it round."""
    at, qualifier, word = hedge
    for negation in words.negations:
        begin = at - len(negation)
        if begin >= limit and folded.startswith(negation, begin) and word in words.turned and qualifier is not None:
            return HedgeSpan(begin, _TURNED.get(qualifier, qualifier), negation + word)
    return hedge


def hedge_after(folded: str, end: int, kind: Kind, words: HedgeLexicon) -> HedgeSpan:
    """The hedge that begins at `end`, behind a figure of `kind`."""
    if match := words.behind.match(folded, end):
        word = match.group(1)
        guard = words.after_guard.get(word)
        refused = word in words.prices_only and kind not in _PRICED
        if not refused and not (guard and guard.match(folded, match.end())):
            return HedgeSpan(match.end(), words.after[word], word)
    if kind in _INSIDE and (match := words.inside.match(folded, end)):
        return HedgeSpan(match.end(), "at_most", match.group())
    return HedgeSpan(end, None)


def bounds(low: Number, high: Number, qualifier: Qualifier | None) -> tuple[Number | None, Number | None, Qualifier]:
    """What a figure from `low` to `high` states under a hedge."""
    if low != high:
        return low, high, "range"
    if qualifier in _OPEN_HIGH:
        return low, None, qualifier
    if qualifier in _OPEN_LOW:
        return None, high, qualifier
    return low, high, qualifier or "exact"
