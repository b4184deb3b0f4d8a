"""Whether a sentence states a figure of somebody in so many words: 游戏公司的员工有410人, 410名员工, 大桥全长3.1公里.

Where subject, measure and figure stand together and nothing else stands between, no words around them need be weighed.
What stands before or behind decides as well: 员工410人获奖 counts others, 甲和乙的员工有410人 both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.pair import FactWords, Size

# Parts of speech that carry on no name; a verb where a grammar has read the name: 引桥 is in the dictionary as one.
_SURE = frozenset({"d", "t", "ul"})
_PREDICATE = _SURE | {"v"}
_KINDS = frozenset({"n", "b"})  # of what names a kind: 科技, 民营
_Form = re.Pattern[str]


def reduce_measure(measure: str, lexicon: Lexicon) -> str:
    """What is counted or how it is sized, whatever the wording: 员工 for 员工人数, 长度 for 全长."""
    if size := _size(measure, lexicon.pair.facts):
        return size.noun
    counted = lexicon.pair.facts.counted.fullmatch(measure)
    return counted["what"] if counted else measure


def is_size(measure: str, lexicon: Lexicon) -> bool:
    """Whether a measure is how long, wide, high, deep, thick or heavy something is."""
    return _size(measure, lexicon.pair.facts) is not None


def _size(measure: str, words_of_facts: FactWords) -> Size | None:
    found = words_of_facts.size.fullmatch(measure)
    return None if found is None else words_of_facts.sizes[next(filter(None, found.groups()))]


def states_fact(subject: str, measure: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a sentence says of a figure that it is this measure of this subject.

    `before` and `after` are the letters of the sentence around the figure; all is folded.
    """
    reduced, ends = reduce_measure(measure, lexicon), lexicon.pair.facts.ends
    ahead, behind, around = _forms(subject, reduced, lexicon.pair.facts)
    before = _without_hedge(before, lexicon)
    if ends.match(after) and any(form.search(before) for form in ahead):
        return True
    if behind.search(before) and is_all(reduced, after, lexicon, only_behind=True):
        return True
    return any(
        first.search(before) and (found := last.match(after)) and _says_of_it(after[found.end() :], _SURE, lexicon)
        for first, last in around
    )


def find_share(subject: str, measure: str, before: str, after: str, lexicon: Lexicon) -> str | None:
    """Whether a figure told as the subject's part is of `all` there are of the measure, or of `some`.

    `some` are one batch, one kind, or those that stand for more; None where the sentence tells no part of the subject.
    Letters as in `states_fact`.
    """
    facts, reduced = lexicon.pair.facts, reduce_measure(measure, lexicon)
    sample = facts.sample.match(after)
    if sample and _fill_template(facts.presented, subject=subject).search(before):
        return "some" if _is_kind(sample["counted"], reduced, lexicon) else None
    found = _fill_template(facts.shared, subject=subject).search(before) if subject in before else None
    if found is None or not facts.ends.match(after) or not _is_kind(found["counted"], reduced, lexicon):
        return None
    scope = found["scope"]
    if scope and not (facts.scope.fullmatch(scope) or scope in lexicon.frame.gazetteer.names):
        return None
    return "some" if found["batch"] or found["counted"] != reduced else "all"


def is_sample(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a figure counts those that stand for more: 以9家企业为代表."""
    facts = lexicon.pair.facts
    return before.endswith(facts.presenting) and facts.sample.match(after) is not None


def _is_kind(counted: str, measure: str, lexicon: Lexicon) -> bool:
    """Whether things are those of the measure or a kind of them: 科技新锐企业 and 新锐科技企业 of 新锐企业."""
    if counted == measure:
        return True
    if lexicon.pair.facts.no_kind.match(counted):
        return False
    ours, theirs = words(measure), words(counted)
    left = iter(theirs)
    narrowed = ours[-1] == theirs[-1] and all(word in left for word in ours)
    return narrowed and all(tag(word) in _KINDS for word in theirs if word not in ours)


def is_all(measure: str, after: str, lexicon: Lexicon, *, only_behind: bool = False) -> bool:
    """Whether a clause ends behind a figure, or behind what is counted with it; otherwise more is said of that many."""
    ends = lexicon.pair.facts.ends
    if found := _fill_template(lexicon.pair.facts.classified, measure=measure).match(after):
        return ends.match(after, found.end()) is not None
    return not only_behind and ends.match(after) is not None


def is_joined(subject: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a name is one of several of which a figure tells the sum: 甲和乙的员工有900人."""
    return _fill_template(lexicon.pair.facts.joined, subject=subject).search(before) is not None


def is_of_wider_scope(subject: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a figure is that of all in which the subject has a part: 全省有96家; 96家企业中，望澜占9家."""
    facts = lexicon.pair.facts
    if _fill_template(facts.part_behind, subject=subject).search(after):
        return True
    found = facts.scope_ahead.search(before)
    if found is None or subject in found["rest"]:
        return False
    level, own = facts.scope_levels[found["level"]], _find_level(subject, lexicon)
    return level < own if own is not None else level == facts.scope_levels[facts.province]


def _find_level(subject: str, lexicon: Lexicon) -> int | None:
    """How narrow a place is; None for a name that is in no gazetteer and does not say what it is.

    That may be a firm, which counts in a nation, or a city, and neither is a province.
    """
    gazetteer, facts = lexicon.frame.gazetteer, lexicon.pair.facts
    place = gazetteer.canonical(subject)
    if place is not None:
        return 1 + len(gazetteer.parents.get(place, ()))
    return next((level for ending, level in facts.scope_endings if subject.endswith(ending)), None)


def is_topic(subject: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a clause begins with a name, and what follows up to the figure says something of it and nothing else."""
    found = list(_fill_template(lexicon.pair.facts.opening, subject=subject).finditer(before))
    if not found:
        return False
    rest = before[found[-1].end() :]
    return lexicon.pair.facts.possessive not in rest and (not rest or _says_of_it(rest, _PREDICATE, lexicon))


def _without_hedge(before: str, lexicon: Lexicon) -> str:
    """What stands before the figure without its hedge: 员工 for 员工约."""
    found = max((word for word in lexicon.quantity.hedges.before if before.endswith(word)), key=len, default="")
    return before.removesuffix(found)


def _says_of_it(after: str, parts: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a name ends here: behind 大桥 stands 今天通车, not 连接线."""
    return lexicon.pair.facts.ends.match(after) is not None or tag(words(after)[0]) in parts


@lru_cache(maxsize=1 << 12)
def _fill_template(template: str, *, subject: str = "", measure: str = "") -> _Form:
    return re.compile(template.format(subject=re.escape(subject), measure=re.escape(measure)))


@lru_cache(maxsize=1 << 12)
def _forms(
    subject: str, measure: str, facts: FactWords
) -> tuple[tuple[_Form, ...], _Form, tuple[tuple[_Form, _Form], ...]]:
    """What ends at the figure with the measure before it; with the measure behind it; what stands on both sides."""
    size = _size(measure, facts)
    fill = {
        "subject": re.escape(subject),
        "measure": size.pattern if size else facts.measure.format(measure=re.escape(measure)),
        "letter": size.letter if size else "",
    }
    return (
        tuple(re.compile(form.format_map(fill)) for form in facts.ahead),
        re.compile(facts.behind.format_map(fill)),
        tuple(
            (re.compile(before.format_map(fill)), re.compile(behind.format_map(fill)))
            for before, behind in (facts.around if size else ())
        ),
    )
