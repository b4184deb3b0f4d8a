"""Which retellings alter, reassign, truncate or translate a quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from factcheck.model import Article, Place, Value
from factcheck.quotation.attribution import are_strangers, find_stated_speaker, may_be_one_speaker
from factcheck.quotation.foreign import is_foreign_name, is_handed_on
from factcheck.quotation.house_style import is_house_style
from factcheck.quotation.retellings import Retelling, Wording, collect_wordings, find_retellings
from factcheck.quotation.speakers import is_name
from factcheck.text.boilerplate import find_boilerplate
from factcheck.text.dates import days_apart
from factcheck.text.edits import spell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from factcheck.lexicon import Lexicon
    from factcheck.model import Quotation, Span
    from factcheck.quotation.retellings import HeldQuotations
    from factcheck.text.edits import Edit

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
CaseKind = Literal["altered", "other-speaker", "truncated", "translated"]


class QuotationCase(Value, frozen=True):
    """A retelling that one of the rules reports, with the aligned part of every quotation of either wording."""

    kind: CaseKind
    retelling: Retelling
    first: tuple[Place, ...]
    second: tuple[Place, ...]
    speakers: Speakers


def find_cases(articles: Mapping[str, Article], lexicon: Lexicon) -> tuple[QuotationCase, ...]:
    """Every case in these articles."""
    return tuple(_CaseFinder(articles, lexicon).find(collect_wordings(articles)))


def find_cases_around(
    articles: Mapping[str, Article], lexicon: Lexicon, docs: Collection[str], held: HeldQuotations
) -> tuple[QuotationCase, ...]:
    """The cases of which a wording stands in one of `docs`, articles by id; `held` is what all of them quote."""
    return tuple(_CaseFinder(articles, lexicon).find(held.find_near(docs), docs))


class _CaseFinder:
    """The tests that a retelling goes through, over the articles of one corpus."""

    def __init__(self, articles: Mapping[str, Article], lexicon: Lexicon) -> None:
        self._articles = articles
        self._text, self._words = lexicon.text, lexicon.quotation

    def find(self, known: list[Wording], docs: Collection[str] | None = None) -> list[QuotationCase]:
        """The cases among these wordings; with `docs`, articles, those of which a wording stands in one of these."""
        asked = (wording for wording in known if docs is None or wording.stands_in(docs))
        found = [case for wording in asked for case in self._find_reassigned(wording)]
        for retelling in find_retellings(known, docs):
            first, second = (
                [q for q in wording.quotations if not _is_headline(self._folded_text(q), q)]
                for wording in (retelling.first, retelling.second)
            )
            if first and second and _are_apart(first, second) and self._are_close_in_time(first, second):
                speakers = self._find_speaker(first), self._find_speaker(second)
                if kind := self._find_kind(retelling, first, second, speakers):
                    found.append(self._make_case(kind, retelling, first, second))
        return [case for case in found if not self._is_furniture(case)]

    def _folded_text(self, place: Quotation | Place) -> str:
        return self._articles[place.doc].text.folded

    def _find_reassigned(self, wording: Wording) -> Iterator[QuotationCase]:
        """One wording that is given to persons of different names."""
        by_name: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in wording.quotations:
            who = find_stated_speaker(self._articles[quotation.doc], quotation, self._words)
            if who is not None and not _is_headline(self._folded_text(quotation), quotation):
                by_name[who].append(quotation)
        span = 0, len(wording.letters)
        retelling = Retelling(first=wording, second=wording, a=span, b=span, edits=(), equal=span[1])
        for (one, first), (other, second) in combinations(by_name.items(), 2):
            near = self._are_close_in_time(first, second)
            near = near and are_strangers(self._articles, first, second, one, other)
            if near and not may_be_one_speaker(one, other, self._words):
                yield self._make_case("other-speaker", retelling, first, second)

    def _make_case(
        self, kind: CaseKind, retelling: Retelling, first: list[Quotation], second: list[Quotation]
    ) -> QuotationCase:
        return QuotationCase(
            kind=kind,
            retelling=retelling,
            first=tuple(_find_part(self._folded_text(q), q, retelling.a) for q in first),
            second=tuple(_find_part(self._folded_text(q), q, retelling.b) for q in second),
            speakers=(self._find_speaker(first), self._find_speaker(second)),
        )

    def _find_speaker(self, quotations: list[Quotation]) -> str | None:
        named = [q.speaker for q in quotations if q.speaker]
        return next((who for who in named if is_name(who, self._words)), named[0] if named else None)

    def _find_kind(
        self, retelling: Retelling, first: list[Quotation], second: list[Quotation], speakers: Speakers
    ) -> CaseKind | None:
        one, other = first[0], second[0]
        edits = self._find_spoken_edits(retelling, one, other)
        if not may_be_one_speaker(*speakers, self._words):
            same = not edits and retelling.likeness >= _SAME_LIKENESS
            # a name that both use is nobody's words
            reassigned = same and self._are_clauses(retelling, one, other) and self._are_given_away(first, second)
            return "other-speaker" if reassigned else None
        within = len({q.doc for q in (*first, *second)}) == 1
        if not edits:
            return "truncated" if not within and self._breaks_off(retelling, one, other) else None
        if not self._are_clauses(retelling, one, other) or (within and retelling.likeness < _SAME_ARTICLE):
            return None
        if speakers == (None, None) and retelling.equal < _LONG:
            return None
        return self._find_kind_of_change(retelling, edits, one, other, speakers)

    def _are_given_away(self, first: list[Quotation], second: list[Quotation]) -> bool:
        """Whether both sides say in words who speaks, and it is not the same."""
        stated = (
            [find_stated_speaker(self._articles[q.doc], q, self._words) for q in quoted] for quoted in (first, second)
        )
        one, other = ({who for who in names if who is not None} for names in stated)
        return bool(one and other) and not any(
            may_be_one_speaker(x, y, self._words) or not are_strangers(self._articles, first, second, x, y)
            for x in one
            for y in other
        )

    def _find_spoken_edits(self, retelling: Retelling, one: Quotation, other: Quotation) -> list[Edit]:
        """The edits that change what was spoken, those that are the outlet's own left out."""
        a, b = self._articles[one.doc], self._articles[other.doc]
        weighty = retelling.weighty_edits(self._words)
        return [edit for edit in weighty if not is_house_style(a, one, b, other, edit, lexicon=self._words)]

    def _find_kind_of_change(
        self, retelling: Retelling, edits: list[Edit], one: Quotation, other: Quotation, speakers: Speakers
    ) -> CaseKind | None:
        changed = [edit for edit in edits if not self._is_left_out(one, other, edit)]
        if not changed:
            return "truncated"
        if retelling.likeness < ALTERED_LIKENESS:
            return None
        if any(self._is_translated(q, speakers) for q in (one, other)):
            return "translated"
        if len(changed) < len(edits):
            return "truncated"
        return "altered" if all(max(e.a_end - e.a, e.b_end - e.b) <= _SHORT_CHANGE for e in changed) else None

    def _is_translated(self, quotation: Quotation, speakers: Speakers) -> bool:
        folded, start, end = self._folded_text(quotation), quotation.start, quotation.end
        around = folded[max(0, start - _AROUND) : start] + folded[end : end + _AROUND]
        known = [who for who in speakers if who]
        return is_handed_on(around, self._words) or any(
            is_foreign_name(who, self._words) or f"·{who}" in folded for who in known
        )

    def _are_clauses(self, retelling: Retelling, one: Quotation, other: Quotation) -> bool:
        """Whether the aligned part begins and ends with clauses on both sides: else the two go on to other things."""
        for quotation, (start, end) in ((one, retelling.a), (other, retelling.b)):
            folded = self._folded_text(quotation)
            _, at = spell(folded, quotation.start, quotation.end)
            opens = start == 0 or _holds_marks(folded, at[start - 1] + 1, at[start])
            closes = end == len(at) or _holds_marks(folded, at[end - 1] + 1, at[end])
            if not (opens and closes):
                return False
        return True

    def _is_furniture(self, case: QuotationCase) -> bool:
        """Whether a side is nobody's speech but a line of the page: an editor's, a caption, a link, a slogan."""
        return any(all(map(self._is_on_the_page, places)) for places in (case.first, case.second))

    def _is_on_the_page(self, place: Place) -> bool:
        found = find_boilerplate(self._articles[place.doc].text, self._text)
        held = [span for name, span in found if name in _FURNITURE]
        shared = sum(max(0, min(end, place.end) - max(start, place.start)) for start, end in held)
        return 2 * shared > place.end - place.start

    def _are_close_in_time(self, first: list[Quotation], second: list[Quotation]) -> bool:
        dated = self._articles
        gaps = [days_apart(dated[a.doc].document, dated[b.doc].document) for a in first for b in second]
        return any(gap is None or gap <= _DAYS for gap in gaps)

    def _is_left_out(self, one: Quotation, other: Quotation, edit: Edit) -> bool:
        """Whether one side leaves out a clause, or marks what it leaves out."""
        if edit.a_end > edit.a and edit.b_end > edit.b:
            return False
        dropped = edit.a_end > edit.a
        quotation, start, end = (one, edit.a, edit.a_end) if dropped else (other, edit.b, edit.b_end)
        shorter, at = (other, edit.b) if dropped else (one, edit.a)
        folded, rest = self._folded_text(quotation), self._folded_text(shorter)
        _, offsets = spell(folded, quotation.start, quotation.end)
        words = folded[offsets[start] : offsets[end - 1] + 1]
        clause = end - start > _SHORT_CHANGE or any(not letter.isalnum() and letter != " " for letter in words)
        _, gaps = spell(rest, shorter.start, shorter.end)
        return clause or (0 < at < len(gaps) and "…" in rest[gaps[at - 1] : gaps[at]])

    def _breaks_off(self, retelling: Retelling, one: Quotation, other: Quotation) -> bool:
        """Whether the shorter quotation breaks off, or begins, inside a sentence of the longer one."""
        for longer, shorter, part, rest in (
            (one, retelling.second, retelling.a, retelling.b),
            (other, retelling.first, retelling.b, retelling.a),
        ):
            if rest != (0, len(shorter.letters)):
                continue
            folded = self._folded_text(longer)
            _, offsets = spell(folded, longer.start, longer.end)
            behind = _count_sentence_letters(folded, offsets[part[1] :], offsets[part[1] - 1])
            before = _count_sentence_letters(folded, offsets[: part[0]][::-1], offsets[part[0]])
            if max(behind, before) >= _LOST:
                return True
        return False


def _are_apart(first: list[Quotation], second: list[Quotation]) -> bool:
    """Whether no quotation lies inside another: words within words are one place."""
    return not any(a.doc == b.doc and a.start < b.end and b.start < a.end for a in first for b in second)


def _holds_marks(folded: str, start: int, end: int) -> bool:
    return bool(folded[start:end].strip())


def _is_headline(folded: str, quotation: Quotation) -> bool:
    start = folded.rfind("\n", 0, quotation.start) + 1
    end = folded.find("\n", quotation.end)
    line = folded[start : end if end >= 0 else len(folded)].strip()
    return len(line) <= _HEADLINE and not _STOPPED.search(line)


def _find_part(folded: str, quotation: Quotation, part: Span) -> Place:
    _, offsets = spell(folded, quotation.start, quotation.end)
    return Place(quotation.doc, offsets[part[0]], offsets[part[1] - 1] + 1)


def _count_sentence_letters(folded: str, offsets: list[int], at: int) -> int:
    """How many letters of the sentence at `at` follow among `offsets`, which lead away from it."""
    for count, offset in enumerate(offsets):
        if any(letter in _SENTENCE for letter in folded[min(at, offset) + 1 : max(at, offset)]):
            return count
        at = offset
    return len(offsets)
