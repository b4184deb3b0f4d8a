"""How the rules on quotations put a case into words: the changed words named, the aligned parts located."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.passage import Change, changes
from factcheck.passage.telling import quoted_and_told, told_otherwise
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Article, Finding, Location, Passage, Place
    from factcheck.passage.quoted import Case

_NAMED = 4  # changes named one by one
_VERB = {
    "replaced": "{a!r} became {b!r}",
    "dropped": "{a!r} was left out",
    "added": "{b!r} was put in",
    "reordered": "{a!r} was moved",
    "negated": "a negation came or went: {a!r} / {b!r}",
    "figure": "the figure {a!r} became {b!r}",
}
_COPIED = {
    "negation": "a negation came or went: {a} / {b}",
    "date": "the date {a} became {b}",
    "name": "the name {a} became {b}",
}


def between(articles: Mapping[str, Article], a: Place, b: Place) -> tuple[Change, ...]:
    """The changes between two places."""
    return changes(articles[a.doc], a, articles[b.doc], b)


def described(found: Iterable[Change]) -> str:
    """The changes in one sentence without a full stop, the first few one by one."""
    rows = list(found)
    parts = [_VERB[c.kind].format(a=_quoted(c.before), b=_quoted(c.after)) for c in rows[:_NAMED]]
    if len(rows) > _NAMED:
        parts.append(f"and {len(rows) - _NAMED} more changes")
    return "; ".join(parts).replace("'“", "“").replace("”'", "”")


def _quoted(words: str) -> str:
    return f"“{words}”"


def copied(articles: Mapping[str, Article], passage: Passage) -> tuple[str, ...]:
    """What a copy says otherwise, in sentences: names, dates and negations; words quoted here and narrated there."""
    said = []
    if found := told_otherwise(articles, passage):
        parts = [_COPIED[kind].format(a=_quoted(c.before), b=_quoted(c.after)) for kind, c in found[:_NAMED]]
        said.append(f"Changed in the copy: {'; '.join(parts)}.")
    if (quoted := quoted_and_told(articles, passage)) is not None:
        who = f", words of {quoted.quotation.speaker}" if quoted.quotation.speaker else ""
        said.append(
            f"Between quotation marks in {quoted.quotation.doc}{who}; told as the author's own in {quoted.told.doc}."
        )
    return tuple(said)


def groups(articles: Mapping[str, Article], case: Case) -> tuple[Location, ...]:
    """Every place of the first wording as group 0, of the second as group 1."""
    return tuple(
        location(articles[place.doc], place.start, place.end, group)
        for group, places in enumerate((case.first, case.second))
        for place in places
    )


def fingerprints(rule: str, articles: Mapping[str, Article], case: Case) -> tuple[str, ...]:
    """One for each disagreeing pair of sentences."""
    return tuple(
        sorted(
            {
                fingerprint(rule, (articles[a.doc], a.start, a.end), (articles[b.doc], b.start, b.end))
                for a in case.first
                for b in case.second
            }
        )
    )


def who(speakers: tuple[str | None, str | None]) -> str:
    """A sentence on who is said to speak."""
    one, other = speakers
    if one and other:
        return f"Both are given as words of {one}." if one == other else f"Speakers: {one} / {other}."
    return f"Speaker: {one or other}, named at one of the places." if one or other else "No speaker is named."


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """In the order of places."""
    return sorted(findings, key=lambda f: [(p.doc, p.start, p.end, p.group) for p in f.locations])
