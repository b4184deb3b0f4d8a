"""How the rules on quotations put a case into words: the changed words named, the aligned parts located."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.passage.telling import find_lost_marks, find_telling_changes
from factcheck.quotation.changes import find_changes
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.evidence import Evidence
    from factcheck.model import Article, Finding, Location, Passage, Phrase, Place
    from factcheck.quotation.cases import QuotationCase
    from factcheck.quotation.changes import Change

_NAMED = 4  # changes named one by one


def changes_between(evidence: Evidence, a: Place, b: Place) -> tuple[Change, ...]:
    """The changes between two places."""
    articles = evidence.articles
    return find_changes(articles[a.doc], a, articles[b.doc], b, evidence.lexicon.quotation)


def describe_changes(found: Iterable[Change]) -> tuple[Phrase, ...]:
    """The changes, the first few one by one."""
    rows = list(found)
    named = tuple(say(f"change.{c.kind}", a=c.before, b=c.after) for c in rows[:_NAMED])
    return (*named, say("change.more", count=len(rows) - _NAMED)) if len(rows) > _NAMED else named


def describe_copy(evidence: Evidence, passage: Passage) -> tuple[Phrase, ...]:
    """What a copy says otherwise, in sentences: names, dates and negations; words quoted here and narrated there."""
    said = []
    if found := find_telling_changes(evidence.articles, passage, evidence.lexicon):
        named = tuple(say(f"change.{kind}", a=c.before, b=c.after) for kind, c in found[:_NAMED])
        said.append(say("copy.changed", changes=named))
    if (quoted := find_lost_marks(evidence.articles, passage)) is not None:
        places = {"article": quoted.quotation.doc, "other": quoted.narrated.doc}
        speaker = quoted.quotation.speaker
        said.append(say("copy.quoted.speaker", speaker=speaker, **places) if speaker else say("copy.quoted", **places))
    return tuple(said)


def locate_case(articles: Mapping[str, Article], case: QuotationCase) -> tuple[Location, ...]:
    """Every place of the first wording as group 0, of the second as group 1."""
    return tuple(
        location(articles[place.doc], place.start, place.end, group)
        for group, places in enumerate((case.first, case.second))
        for place in places
    )


def fingerprint_case(rule: str, evidence: Evidence, case: QuotationCase) -> tuple[str, ...]:
    """One for each disagreeing pair of sentences."""
    articles, lexicon = evidence.articles, evidence.lexicon
    return tuple(
        sorted(
            {
                fingerprint(rule, (articles[a.doc], a.start, a.end), (articles[b.doc], b.start, b.end), lexicon=lexicon)
                for a in case.first
                for b in case.second
            }
        )
    )


def tell_speakers(speakers: tuple[str | None, str | None]) -> Phrase:
    """A sentence on who is said to speak."""
    one, other = speakers
    if one and other:
        return say("speaker.both", a=one) if one == other else say("speaker.each", a=one, b=other)
    named = one or other
    return say("speaker.one", a=named) if named else say("speaker.none")


def sort_by_place(findings: Iterable[Finding]) -> list[Finding]:
    """In the order of places."""
    return sorted(findings, key=lambda f: [(p.doc, p.start, p.end, p.group) for p in f.locations])
