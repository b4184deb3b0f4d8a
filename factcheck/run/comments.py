"""Comments in articles that ask for silence: `<!-- factcheck: ignore FC101 reason -->`, where that is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.messages import say, skip_input
from factcheck.model import Value
from factcheck.run.rulings import find_spots, keep_open

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.evidence import Evidence
    from factcheck.model import Article, Finding, Location, Skipped

_BEGIN = "<!--"
_COMMENT = re.compile(
    r"""
      <!-- [ \t]{0,9} factcheck: [ \t]{0,9} ignore \b
      (?: [ \t]{1,9} ( FC\d{1,3} (?: , [ \t]{0,9} FC\d{1,3} ){0,19} ) \b )?   # the rules
      ( [^\n]{0,500}? ) -->                                                 # why
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"[\r\n]")


class Comment(Value, frozen=True):
    """A comment that silences: rules by code or its beginning, and the stretch of the line that it is on."""

    codes: tuple[str, ...]
    start: int
    end: int


def find_comments(articles: Iterable[Article], skipped: list[Skipped]) -> dict[str, list[Comment]]:
    """The comments by the article that holds them. One without codes or a reason is put into `skipped`."""
    found: dict[str, list[Comment]] = {}
    for article in articles:
        document = article.document
        if _BEGIN not in document.text:
            continue
        for match in _COMMENT.finditer(document.text):
            if match[1] is None or not match[2].strip():
                line = document.record or document.text.count("\n", 0, match.start()) + 1
                skipped.append(skip_input(document.path or document.id, say("skipped.comment"), line=line))
                continue
            codes = tuple(code.strip() for code in match[1].split(","))
            found.setdefault(document.id, []).append(Comment(codes, *_line(document.text, match.start())))
    return found


def _line(text: str, at: int) -> tuple[int, int]:
    behind = _BREAK.search(text, at)
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1, behind.start() if behind else len(text)


def apply_comments(
    findings: Sequence[Finding],
    evidence: Evidence,
    comments: Mapping[str, Sequence[Comment]],
    confirmed: Collection[str] = (),
) -> tuple[list[Finding], int]:
    """The findings without the pairs that have a place on the line of a comment; and how many findings are touched.

    What a person has `confirmed` as an error, by its fingerprint, no comment silences.
    """
    kept: list[Finding] = []
    touched = 0
    for finding in findings:
        here = {
            (place.doc, place.start, place.end) for place in finding.locations if _is_silenced(place, finding, comments)
        }
        if not here:
            kept.append(finding)
            continue
        silenced = frozenset(_pairs_at(finding, here, evidence)) - set(confirmed)
        left = keep_open(finding, evidence, silenced) if finding.fingerprints else None
        kept += [left] if left is not None else []
        touched += left is not finding
    return kept, touched


def _is_silenced(place: Location, finding: Finding, comments: Mapping[str, Sequence[Comment]]) -> bool:
    return any(
        finding.rule.startswith(one.codes) and place.start < one.end and one.start < place.end
        for one in comments.get(place.doc, ())
    )


def _pairs_at(finding: Finding, here: set[tuple[str, int, int]], evidence: Evidence) -> Iterator[str]:
    return (name for name, spots in find_spots(finding, evidence).items() if spots & here)
