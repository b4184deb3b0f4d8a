"""What the configuration says of some paths alone: dates and currencies of an outlet, rules and severities."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.model import OPEN_CURRENCIES, Article, Claim, Document, Finding, Severity, Value
from factcheck.read import frontmatter
from factcheck.read.find import matches_glob

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

IN_PATH = "path"  # as a date: the first one that the path holds
_DATE = re.compile(
    r"""
    (?<!\d)
    ( (?:19|20) \d\d )                         # the year
    [-/._]? ( 0[1-9] | 1[0-2] )                # the month
    (?: [-/._]? ( 0[1-9] | [12]\d | 3[01] ) )? # the day, where it is there
    (?!\d)
    """,
    re.VERBOSE,
)
_WORST: tuple[Severity, ...] = ("error", "warning", "note")


class PathRules(Value, frozen=True):
    """What holds for the articles whose path below `folder` matches one of `paths`; a folder stands for all in it.

    `date` and `source` are for articles that name none; `currency` is that of a 元 or $ of which nothing tells whose
    it is.
    `severity` is by code of the rule, or its beginning.
    """

    folder: str
    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    date: str | None = None
    source: str | None = None
    currency: str | None = None

    def matches(self, path: str | None) -> bool:
        """Whether an article at this path is meant."""
        below = self.find_below(path)
        return bool(below) and any(matches_glob(below, one.strip("/").split("/")) for one in self.paths)

    def find_below(self, path: str | None) -> tuple[str, ...]:
        """The names on the way from `folder` to a path; none where it is not below."""
        if path is None or path == "-":
            return ()
        try:
            below = Path(os.path.relpath(os.path.abspath(path), self.folder)).parts  # noqa: PTH100 - follows no link
        except ValueError:  # on another drive
            return ()
        return () if below[:1] == (os.pardir,) else below


class PathMetadata(Value, frozen=True):
    """What the articles of a path are given that name none themselves."""

    date: str | None = None
    source: str | None = None

    def complete(self, document: Document) -> Document:
        """The document with what it does not say itself."""
        if self.date is None and self.source is None:
            return document
        front = frontmatter.parse(document.text)
        document = document if front is None else front.complete(document)
        told = msgspec.structs.asdict(self).items()
        return msgspec.structs.replace(
            document, **{name: value for name, value in told if value and getattr(document, name) is None}
        )


class Overrides(Value, frozen=True):
    """All that holds for some paths alone, later entries before earlier ones; and whether comments silence findings."""

    by_path: tuple[PathRules, ...] = ()
    honour_comments: bool = False

    def complete(self, document: Document) -> Document:
        """The document with date and source of its path, where it does not say so itself."""
        return self.find_metadata(document.path).complete(document)

    def find_metadata(self, path: str | None) -> PathMetadata:
        """Date and source of articles at this path that name none."""
        held = self._find_matching(path)
        dated = next((one for one in reversed(held) if one.date), None)
        date = dated.date if dated is not None else None
        if dated is not None and date == IN_PATH:
            date = next(_dates("/".join(dated.find_below(path) or ())), None)
        return PathMetadata(date, _last(held, "source"))

    @property
    def tells_currency(self) -> bool:
        """Whether any path has a currency of its own."""
        return any(one.currency for one in self.by_path)

    def tell_currency(self, article: Article) -> Article:
        """The article with the currency of its path, where nothing in it tells whose money it is."""
        currency = _last(self._find_matching(article.document.path), "currency")
        if currency is None:
            return article
        return msgspec.structs.replace(
            article, claims=tuple(_with_currency(claim, currency) for claim in article.claims)
        )

    def apply(self, findings: Iterable[Finding], articles: Mapping[str, Article]) -> list[Finding]:
        """The findings as the paths of their articles have it.

        A finding leaves where every article of it leaves its rule out, and is as severe as the worst that any of its
        articles makes of it: what one outlet is spared is still told of another.
        """
        if not self.by_path:
            return list(findings)
        return [kept for one in findings if (kept := self._apply(one, articles)) is not None]

    def _apply(self, finding: Finding, articles: Mapping[str, Article]) -> Finding | None:
        docs = {place.doc for place in finding.locations if place.doc in articles}
        held = [self._find_matching(articles[doc].document.path) for doc in sorted(docs)]
        grades = [_grade(finding, rules) for rules in held]
        left = [grade for grade in grades if grade is not None]
        if not grades:
            return finding
        return msgspec.structs.replace(finding, severity=min(left, key=_WORST.index)) if left else None

    def _find_matching(self, path: str | None) -> list[PathRules]:
        return [one for one in self.by_path if one.matches(path)]

    def describe(self) -> dict[str, object]:
        """What of it changes findings, as a report holds it."""
        told: dict[str, object] = {"honour_comments": True} if self.honour_comments else {}
        if self.by_path:
            told["per_path"] = [describe_rules(one) for one in self.by_path]
        return told


def _dates(path: str) -> Iterator[str]:
    """The dates in a path: 2025-02-05, 2025/02/05, 20250205, 2025-02."""
    for found in _DATE.finditer(path):
        date = frontmatter.iso_date("-".join(part for part in found.groups() if part))
        if date is not None:
            yield date


def describe_rules(one: PathRules) -> dict[str, object]:
    """One entry, as a configuration file has it."""
    held = {name: value for name, value in msgspec.structs.asdict(one).items() if value and name != "folder"}
    return held | ({"severity": dict(one.severity)} if one.severity else {})


def _last(held: Iterable[PathRules], name: str) -> Any:  # noqa: ANN401 - each field has its own type
    return next((value for one in reversed(list(held)) if (value := getattr(one, name))), None)


def _grade(finding: Finding, held: Iterable[PathRules]) -> Severity | None:
    """The severity of a finding as one article has it; None where it leaves the rule out."""
    severity: Severity = finding.severity
    chosen = True
    for one in held:
        chosen = finding.rule.startswith(one.select) if one.select else chosen
        if one.ignore and finding.rule.startswith(one.ignore):
            return None
        severity = next((grade for code, grade in reversed(one.severity) if finding.rule.startswith(code)), severity)
    return severity if chosen else None


def _with_currency(claim: Claim, currency: str) -> Claim:
    if claim.kind != "money" or claim.unit not in OPEN_CURRENCIES:
        return claim
    return msgspec.structs.replace(claim, unit=currency, inferred=claim.inferred | {"unit"})
