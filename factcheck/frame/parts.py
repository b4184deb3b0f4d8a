"""Parts of a whole, and their shares: 共96家，其中外地59家、本地37家，占六成."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.frame.linking import LIST_GAP, are_of_one_unit, count_one_thing, is_relative, link_to, text_between

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_PARTS = frozenset({"count", "money", "mass", "area", "volume", "energy", "length"})
_SHARES = frozenset({"percent", "fraction"})


def link_parts(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """The parts of a sentence with their wholes, and the shares with their parts.

    `before` are the figures of the sentence right before, of which 其中 at the head of this one may speak.
    """
    finder = _PartFinder(sentence, claims, before)
    for i in range(len(claims)):
        yield from finder.links(i)


class _PartFinder:
    """What a sentence has told so far: the whole it speaks of, and which figures are parts."""

    def __init__(self, sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim]) -> None:
        self._sentence, self._claims, self._before = sentence, claims, before
        self._whole: Claim | None = None
        self._printed: set[int] = set()  # parts whose whole is printed
        self._parts: set[int] = set()  # these, and parts of a whole that is only named

    def links(self, i: int) -> Iterator[tuple[Claim, Link]]:
        """The links that figure `i` brings."""
        claim = self._claims[i]
        after = self._claims[i - 1] if i else None  # the figure that it stands after
        if after is not None and "；" in text_between(self._sentence, after, claim):
            self._whole = None
        if _is_first_behind_among(self._sentence, self._claims, i):
            last, self._whole = self._whole, self._whole_of(i, claim)
            # a second 其中 tells other parts of the same whole, which may overlap with those just listed
            if not (self._whole is last and after is not None and after.start in self._printed):
                yield from self._part(claim)
        elif after is not None:
            yield from self._behind(i, claim, after)

    def _behind(self, i: int, claim: Claim, after: Claim) -> Iterator[tuple[Claim, Link]]:
        """The links of a figure that no 其中 opens."""
        if _is_whole_ahead(self._sentence, after, claim):
            self._whole = claim
            yield from self._part(after)
        elif after.start in self._printed and _continues_list(self._sentence, self._claims, i, self._printed):
            if self._whole is not None and _size(claim) <= _size(self._whole):
                yield from self._part(claim)
        elif claim.kind in _SHARES:
            yield from self._share(i, claim, after)
        elif after.kind in _SHARES and _stands_behind_share(self._sentence, self._claims, i):
            self._whole = self._whole_of(i - 1, claim)
            yield from self._part(claim)
            if self._whole is not None:
                yield after, link_to("share_of", claim)

    def _whole_of(self, i: int, part: Claim) -> Claim | None:
        """The whole of a part, told before figure `i`."""
        earlier = self._claims[:i]
        if earlier:
            return _find_whole(self._sentence, earlier, part)
        return _find_whole_before(self._sentence, self._before, part)

    def _part(self, claim: Claim) -> Iterator[tuple[Claim, Link]]:
        if self._whole is not None:
            self._printed.add(claim.start)
            self._parts.add(claim.start)
            yield claim, link_to("part_of", self._whole)

    def _share(self, i: int, claim: Claim, part: Claim) -> Iterator[tuple[Claim, Link]]:
        gap, lexicon = text_between(self._sentence, part, claim), self._sentence.lexicon
        if part is self._whole:
            if lexicon.parts.of_whole_gap.fullmatch(gap) and self._claims[i - 2].start in self._printed:
                yield claim, link_to("share_of", self._claims[i - 2])
            return
        named = lexicon.parts.named_gap.fullmatch(gap) is not None
        if lexicon.parts.total_gap.fullmatch(gap):
            earlier = [other for other in self._claims[: i - 1] if other.start not in self._parts]
            self._whole = _find_whole(self._sentence, earlier, part, same=False)
        elif not lexicon.parts.share_gap.fullmatch(gap):
            # 20亿、16亿美元，占: the share of both
            one = self._sentence.folded[part.start - 1] not in lexicon.words.list_joins
            if one and named and part.start not in self._printed and _may_be_part(part):
                yield claim, link_to("share_of", part)
            self._parts |= {part.start} if named else set()
            return
        self._parts.add(part.start)
        whole = self._whole
        if whole is None:
            if (
                lexicon.parts.total.search(gap) and part.start not in self._printed and _may_be_part(part)
            ):  # 占总人数的35%: of a whole that is named only
                yield claim, link_to("share_of", part)
        elif whole is not part and are_of_one_unit(part, whole, lexicon) and not is_relative(part):
            yield part, link_to("part_of", whole)
            yield claim, link_to("share_of", part)


def _is_whole_ahead(sentence: Sentence, part: Claim, whole: Claim) -> bool:
    """98名议员，占全港458名议员总数的21.4%: whether the second figure is what the first is a part of."""
    fit = are_of_one_unit(part, whole, sentence.lexicon) and not is_relative(part) and not is_relative(whole)
    if not fit or _size(part) > _size(whole):
        return False
    gap = text_between(sentence, part, whole)
    return len(gap) <= LIST_GAP and "；" not in gap and sentence.lexicon.parts.whole_ahead.search(gap) is not None


def _may_be_part(claim: Claim) -> bool:
    return claim.kind in _PARTS and not is_relative(claim)


def _text_behind_among(sentence: Sentence, claim: Claim) -> str | None:
    """What stands between 其中 and a figure, where its clause begins with 其中 or follows it at once; else None."""
    among, (start, _) = sentence.lexicon.parts.among, sentence.clause_of(claim.start)
    for match in among.finditer(sentence.folded, max(sentence.start, start - 4), claim.start):
        if match.start() == start or match.end() == start:
            return sentence.folded[match.end() : claim.start]
    return None


def _is_first_behind_among(sentence: Sentence, claims: Sequence[Claim], i: int) -> bool:
    """Whether a figure is the first behind 其中, in the clause that begins with it."""
    claim = claims[i]
    start, _ = sentence.clause_of(claim.start)
    if is_relative(claim) or claim.kind not in _PARTS or (i and claims[i - 1].end > start):
        return False
    ahead = _text_behind_among(sentence, claim)
    return ahead is not None and len(ahead) <= LIST_GAP and not sentence.lexicon.parts.of_others.search(ahead)


def _continues_list(sentence: Sentence, claims: Sequence[Claim], i: int, printed: Collection[int]) -> bool:
    """Whether a figure is the next part of a list: 其中门票30亿元、餐饮40亿元."""
    part, claim = claims[i - 1 : i + 1]
    gap, lexicon = text_between(sentence, part, claim), sentence.lexicon
    if not are_of_one_unit(part, claim, lexicon) or is_relative(claim):
        return False
    if not lexicon.parts.next_part_gap.fullmatch(gap) or lexicon.parts.no_part.search(gap):
        return False
    if not ("、" in gap or sentence.folded[claim.end : sentence.clause_of(claim.start)[1]].strip(")） ") == ""):
        return False
    # 结汇86亿元，售汇113亿元，其中代客结汇84亿元，售汇101亿元: its own words may name another whole
    wholes = [other for other in claims[:i] if are_of_one_unit(other, claim, lexicon) and other.start not in printed]
    named = [_have_words_in_common(sentence, other, claim) for other in wholes]
    return len(wholes) < 2 or not any(named)


def _stands_behind_share(sentence: Sentence, claims: Sequence[Claim], i: int) -> bool:
    share, part = claims[i - 1], claims[i]
    ahead = _text_behind_among(sentence, share)
    patterns = sentence.lexicon.parts
    if ahead is None or len(ahead) > LIST_GAP or not _may_be_part(part) or patterns.of_others.search(ahead):
        return False
    gap = text_between(sentence, share, part)
    return bool(gap) and patterns.share_first_gap.fullmatch(gap) is not None


def _find_whole(sentence: Sentence, earlier: Sequence[Claim], part: Claim, *, same: bool = True) -> Claim | None:
    """The figure a part belongs to: the nearest before it of its unit that can hold it.

    Where an earlier one shares words with the part and the nearest does not (赔付2万件, 其中车险报案9万件): that one.
    None can hold it: there is no whole, unless the words leave no other (3万名，其中17万名).
    """
    lexicon = sentence.lexicon
    fit = [claim for claim in reversed(earlier) if are_of_one_unit(claim, part, lexicon) and not is_relative(claim)]
    fit = [claim for claim in fit if not _is_aside(sentence, claim)]
    if same:
        fit = [claim for claim in fit if count_one_thing(sentence, claim, part)]
    if not fit or any("from" in claim.aspects or "to" in claim.aspects for claim in fit[:1]):
        return None
    large = [claim for claim in fit if _size(claim) >= _size(part)]
    named = [claim for claim in large if _have_words_in_common(sentence, claim, part)]
    if same and named and fit[0] not in named:
        large = named
    whole = large[0] if large else _find_only_whole(sentence, earlier, part)
    if whole is None or whole.qualifier == "range" or lexicon.parts.no_sum.search(_wording_around(sentence, whole)):
        return None
    return None if _is_listed(sentence, earlier, whole) else whole


def _find_only_whole(sentence: Sentence, earlier: Sequence[Claim], part: Claim) -> Claim | None:
    """The one figure of its unit before 其中, right ahead of it, that a part is said to belong to."""
    alike_ones = [claim for claim in earlier if are_of_one_unit(claim, part, sentence.lexicon)]
    if len(alike_ones) != 1 or alike_ones[0] is not earlier[-1] or alike_ones[0].end > part.start:
        return None
    right_among = sentence.lexicon.parts.right_among
    return alike_ones[0] if right_among.fullmatch(text_between(sentence, alike_ones[0], part)) else None


def _is_listed(sentence: Sentence, claims: Sequence[Claim], whole: Claim) -> bool:
    """Whether a figure is one of a list: what follows may be part of their sum."""
    lexicon = sentence.lexicon
    return any(
        (one is whole or other is whole)
        and are_of_one_unit(one, other, lexicon)
        and lexicon.parts.listed_gap.fullmatch(text_between(sentence, one, other))
        for one, other in pairwise(claims)
    )


def _is_aside(sentence: Sentence, claim: Claim) -> bool:
    """上年同期为24亿元: what a figure is compared with has no parts here."""
    return sentence.lexicon.parts.aside.match(sentence.folded, sentence.clause_of(claim.start)[0]) is not None


def _have_words_in_common(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether the wording of both has two letters in a row in common."""
    one, other = _wording_around(sentence, whole), _wording_around(sentence, part)
    loose = sentence.lexicon.parts.loose
    return any(one[i : i + 2] in other for i in range(len(one) - 1) if not loose.search(one[i : i + 2]))


def _wording_around(sentence: Sentence, claim: Claim) -> str:
    """The clause of a figure up to it, from the figure before on, with its noun behind."""
    start = sentence.clause_of(claim.start)[0] if sentence.start <= claim.start < sentence.end else claim.sentence[0]
    ahead = re.split(r"\d", sentence.folded[start : claim.start])[-1]
    behind = sentence.lexicon.parts.noun.match(
        sentence.folded, claim.end, max(claim.end, sentence.clause_of(claim.end - 1)[1])
    )
    return ahead + "，" + (behind[0] if behind else "")


def _find_whole_before(sentence: Sentence, before: Sequence[Claim], part: Claim) -> Claim | None:
    """The only figure of its unit in the sentence before; of two of them 其中 does not say which it means."""
    fit = [claim for claim in before if are_of_one_unit(claim, part, sentence.lexicon)]
    opens = sentence.lexicon.parts.among.match(sentence.folded, sentence.start) is not None
    whole = _find_whole(sentence, fit, part) if opens and len(fit) == 1 else None
    return None if whole is None or "per_unit" in whole.aspects else whole


def _size(claim: Claim) -> float:
    bound = claim.high if claim.high is not None else claim.low
    return float(bound) if bound is not None else 0.0
