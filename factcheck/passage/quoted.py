"""What FC201, FC202 and FC203 say, worked out once: which retellings alter, reassign or truncate a quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from factcheck.corpus.versions import days_apart
from factcheck.model import Article, Place, Value
from factcheck.passage.boilerplate import boilerplate
from factcheck.passage.changes import spelled
from factcheck.passage.retold import Retelling, Wording, retellings, wordings
from factcheck.passage.speaker import are_strangers, same_speaker, stated_speaker
from factcheck.passage.written import written_otherwise
from factcheck.text.foreign import foreign_name, hands_on
from factcheck.text.speakers import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Quotation, Span, Text
    from factcheck.passage.changes import Edit

ALTERED_LIKENESS = 0.8
_SAME_LIKENESS = 0.95
_SHORT_CHANGE = 8  # letters; a longer one is another sentence
_LONG = 20  # letters from which words without a speaker are told from a stock phrase
_AROUND = 150  # letters around a quotation that say whose words it hands on
_SAME_ARTICLE = 0.9  # likeness from which an article contradicts itself; below, a speaker says two things
_LOST = 6  # letters of a sentence that must be missing
_DAYS = 45  # apart; later than this a speaker may well say it again, in other words
_SENTENCE = "。！？；…"
_HEADLINE = 45  # letters; a longer line is a paragraph
_FURNITURE = frozenset(  # classes of boilerplate that no person in the article says
    ("byline", "editor-tag", "source-line", "caption", "promotion", "link-list", "headline", "footer", "slogan")
)
_STOPPED = re.compile(r"[。；…：，”’\"][”’\"')）]*$")
Speakers = tuple[str | None, str | None]
Kind = Literal["altered", "other-speaker", "truncated", "translated"]


class Case(Value, frozen=True):
    """A retelling that one of the rules reports, with the aligned part of every quotation of either wording."""

    kind: Kind
    retelling: Retelling
    first: tuple[Place, ...]
    second: tuple[Place, ...]
    speakers: Speakers


_last: list[tuple[Mapping[str, Article], tuple[Case, ...]]] = []


def cases(articles: Mapping[str, Article]) -> tuple[Case, ...]:
    """Every case in these articles. The last answer is kept: four rules ask for the same."""
    if not _last or _last[0][0] is not articles:
        _last[:] = [(articles, tuple(_cases(articles)))]
    return _last[0][1]


def _cases(articles: Mapping[str, Article]) -> list[Case]:
    known = wordings(articles)
    found = [case for wording in known for case in _reassigned(articles, wording)]
    for retelling in retellings(known):
        first = [q for q in retelling.first.quotations if not _headline(articles[q.doc], q)]
        second = [q for q in retelling.second.quotations if not _headline(articles[q.doc], q)]
        if first and second and _apart(first, second) and _close_in_time(articles, first, second):
            speakers = _speaker(first), _speaker(second)
            if kind := _kind(articles, retelling, first, second, speakers):
                found.append(_case(kind, articles, retelling, first, second))
    return [case for case in found if not _is_furniture(articles, case)]


def _reassigned(articles: Mapping[str, Article], wording: Wording) -> Iterator[Case]:
    """One wording that is given to persons of different names."""
    by_name: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in wording.quotations:
        who = stated_speaker(articles[quotation.doc], quotation)
        if who is not None and not _headline(articles[quotation.doc], quotation):
            by_name[who].append(quotation)
    whole = 0, len(wording.letters)
    retelling = Retelling(first=wording, second=wording, a=whole, b=whole, edits=(), equal=whole[1])
    for (one, first), (other, second) in combinations(by_name.items(), 2):
        near = _close_in_time(articles, first, second) and are_strangers(articles, first, second, one, other)
        if near and not same_speaker(one, other):
            yield _case("other-speaker", articles, retelling, first, second)


def _case(
    kind: Kind,
    articles: Mapping[str, Article],
    retelling: Retelling,
    first: list[Quotation],
    second: list[Quotation],
) -> Case:
    return Case(
        kind=kind,
        retelling=retelling,
        first=tuple(_part(articles[q.doc], q, retelling.a) for q in first),
        second=tuple(_part(articles[q.doc], q, retelling.b) for q in second),
        speakers=(_speaker(first), _speaker(second)),
    )


def _speaker(quotations: list[Quotation]) -> str | None:
    named = [q.speaker for q in quotations if q.speaker]
    return next((who for who in named if is_name(who)), named[0] if named else None)


def _kind(
    articles: Mapping[str, Article],
    retelling: Retelling,
    first: list[Quotation],
    second: list[Quotation],
    speakers: Speakers,
) -> Kind | None:
    retelling = _as_spoken(articles, retelling, first[0], second[0])
    if not same_speaker(*speakers):
        same = not retelling.weighty and retelling.likeness >= _SAME_LIKENESS
        whole = same and _clauses(articles, retelling, first[0], second[0])  # a name that both use is nobody's words
        return "other-speaker" if whole and _are_given_away(articles, first, second) else None
    within = len({q.doc for q in (*first, *second)}) == 1
    if not retelling.weighty:
        return "truncated" if not within and _cut(articles, retelling, first[0], second[0]) else None
    if not _clauses(articles, retelling, first[0], second[0]) or (within and retelling.likeness < _SAME_ARTICLE):
        return None
    if speakers == (None, None) and retelling.equal < _LONG:
        return None
    return _changed(articles, retelling, first[0], second[0], speakers)


def _are_given_away(articles: Mapping[str, Article], first: list[Quotation], second: list[Quotation]) -> bool:
    """Whether both sides say in words who speaks, and it is not the same."""
    one, other = (
        {who for q in quoted if (who := stated_speaker(articles[q.doc], q)) is not None} for quoted in (first, second)
    )
    return bool(one and other) and not any(
        same_speaker(x, y) or not are_strangers(articles, first, second, x, y) for x in one for y in other
    )


def _as_spoken(articles: Mapping[str, Article], retelling: Retelling, one: Quotation, other: Quotation) -> Retelling:
    """The retelling without the edits that are the outlet's own."""
    a, b = articles[one.doc], articles[other.doc]
    kept = tuple(edit for edit in retelling.weighty if not written_otherwise(a, one, b, other, edit))
    return replace(retelling, edits=kept)


def _changed(
    articles: Mapping[str, Article], retelling: Retelling, one: Quotation, other: Quotation, speakers: Speakers
) -> Kind | None:
    changed = [edit for edit in retelling.weighty if not _left_out(articles, one, other, edit)]
    if not changed:
        return "truncated"
    if retelling.likeness < ALTERED_LIKENESS:
        return None
    if any(_translated(articles[q.doc], q, speakers) for q in (one, other)):
        return "translated"
    if len(changed) < len(retelling.weighty):
        return "truncated"
    return "altered" if all(max(e.a_end - e.a, e.b_end - e.b) <= _SHORT_CHANGE for e in changed) else None


def _apart(first: list[Quotation], second: list[Quotation]) -> bool:
    """Whether no quotation lies inside another: words within words are one place."""
    return not any(a.doc == b.doc and a.start < b.end and b.start < a.end for a in first for b in second)


def _translated(article: Article, quotation: Quotation, speakers: Speakers) -> bool:
    folded = article.text.folded
    around = (
        folded[max(0, quotation.start - _AROUND) : quotation.start] + folded[quotation.end : quotation.end + _AROUND]
    )
    known = [who for who in speakers if who]
    return hands_on(around) or any(foreign_name(who) or f"·{who}" in folded for who in known)


def _clauses(articles: Mapping[str, Article], retelling: Retelling, one: Quotation, other: Quotation) -> bool:
    """Whether the aligned part begins and ends with clauses on both sides: else the two go on to say other things."""
    for quotation, (start, end) in ((one, retelling.a), (other, retelling.b)):
        folded = articles[quotation.doc].text.folded
        _, at = spelled(folded, quotation.start, quotation.end)
        opens = start == 0 or _marks(folded, at[start - 1] + 1, at[start])
        closes = end == len(at) or _marks(folded, at[end - 1] + 1, at[end])
        if not (opens and closes):
            return False
    return True


def _marks(folded: str, start: int, end: int) -> bool:
    return bool(folded[start:end].strip())


def _is_furniture(articles: Mapping[str, Article], case: Case) -> bool:
    """Whether a side of a case is nobody's speech but a line of the page: an editor's, a caption, a link, a slogan."""
    return any(all(_is_on_the_page(articles[p.doc].text, p) for p in places) for places in (case.first, case.second))


def _is_on_the_page(text: Text, place: Place) -> bool:
    held = [span for name, span in boilerplate(text) if name in _FURNITURE]
    shared = sum(max(0, min(end, place.end) - max(start, place.start)) for start, end in held)
    return 2 * shared > place.end - place.start


def _headline(article: Article, quotation: Quotation) -> bool:
    folded = article.text.folded
    start = folded.rfind("\n", 0, quotation.start) + 1
    end = folded.find("\n", quotation.end)
    line = folded[start : end if end >= 0 else len(folded)].strip()
    return len(line) <= _HEADLINE and not _STOPPED.search(line)


def _close_in_time(articles: Mapping[str, Article], first: list[Quotation], second: list[Quotation]) -> bool:
    gaps = [days_apart(articles[a.doc].document, articles[b.doc].document) for a in first for b in second]
    return any(gap is None or gap <= _DAYS for gap in gaps)


def _part(article: Article, quotation: Quotation, part: Span) -> Place:
    _, offsets = spelled(article.text.folded, quotation.start, quotation.end)
    return Place(quotation.doc, offsets[part[0]], offsets[part[1] - 1] + 1)


def _left_out(articles: Mapping[str, Article], one: Quotation, other: Quotation, edit: Edit) -> bool:
    """Whether one side leaves out a clause, or marks what it leaves out."""
    if edit.a_end > edit.a and edit.b_end > edit.b:
        return False
    dropped = edit.a_end > edit.a
    quotation, start, end = (one, edit.a, edit.a_end) if dropped else (other, edit.b, edit.b_end)
    shorter, at = (other, edit.b) if dropped else (one, edit.a)
    folded = articles[quotation.doc].text.folded
    _, offsets = spelled(folded, quotation.start, quotation.end)
    words = folded[offsets[start] : offsets[end - 1] + 1]
    clause = end - start > _SHORT_CHANGE or any(not letter.isalnum() and letter != " " for letter in words)
    _, gaps = spelled(articles[shorter.doc].text.folded, shorter.start, shorter.end)
    marked = 0 < at < len(gaps) and "…" in articles[shorter.doc].text.folded[gaps[at - 1] : gaps[at]]
    return clause or marked


def _cut(articles: Mapping[str, Article], retelling: Retelling, one: Quotation, other: Quotation) -> bool:
    """Whether the shorter quotation breaks off, or begins, inside a sentence of the longer one."""
    for longer, shorter, part, rest in (
        (one, retelling.second, retelling.a, retelling.b),
        (other, retelling.first, retelling.b, retelling.a),
    ):
        if rest != (0, len(shorter.letters)):
            continue
        folded = articles[longer.doc].text.folded
        _, offsets = spelled(folded, longer.start, longer.end)
        behind = _sentence_letters(folded, offsets[part[1] :], offsets[part[1] - 1])
        before = _sentence_letters(folded, offsets[: part[0]][::-1], offsets[part[0]])
        if max(behind, before) >= _LOST:
            return True
    return False


def _sentence_letters(folded: str, offsets: list[int], at: int) -> int:
    """How many letters of the sentence at `at` follow among `offsets`, which lead away from it."""
    for count, offset in enumerate(offsets):
        if any(letter in _SENTENCE for letter in folded[min(at, offset) + 1 : max(at, offset)]):
            return count
        at = offset
    return len(offsets)
