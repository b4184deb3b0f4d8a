"""What `facts` does: scan, choose among the facts, report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from factcheck import zh
from factcheck.cli.work.finish import CLEAN, UNREADABLE, finish
from factcheck.cli.work.scan import scan_inputs
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.read import frontmatter
from factcheck.report import FACTS

if TYPE_CHECKING:
    from factcheck.cli.session import Session
    from factcheck.model import Fact, Report


@dataclass(frozen=True)
class Choice:
    """Which facts are shown. `since` is an ISO date, or part of one."""

    min_sources: int = 1
    disputed: bool = False
    about: tuple[str, ...] = ()
    since: str | None = None


def list_facts(session: Session, choice: Choice) -> int:
    """The exit code of `factcheck facts`. Raises `UsageError` for a day that is none."""
    if choice.since is not None:
        day = frontmatter.iso_date(choice.since)
        if day is None:
            raise UsageError(say("error.no-day", day=repr(choice.since)), where="--since", cure=say("cure.iso-day"))
        choice = replace(choice, since=day)
    inputs, report = scan_inputs(session, FACTS)
    code = finish(choose_facts(report, choice), inputs, FACTS)
    return code if code == UNREADABLE else CLEAN  # what is disputed is what was asked for


def choose_facts(report: Report, choice: Choice) -> Report:
    """The report with the chosen facts, and with the findings that lie in their places."""
    texts = {one.id: zh.lexicon().text.fold(one.text) for one in report.documents} if choice.about else {}
    words = [zh.lexicon().text.fold(word) for word in choice.about]
    facts = tuple(fact for fact in report.facts if _is_chosen(fact, choice, words, texts))
    places = {(place.doc, place.start) for fact in facts for place in fact.locations}
    findings = tuple(
        finding
        for finding in report.findings
        if sum((place.doc, place.start) in places for place in finding.locations) > 1
    )
    return msgspec.structs.replace(report, facts=facts, findings=findings)


def _is_chosen(fact: Fact, choice: Choice, words: list[str], texts: dict[str, str]) -> bool:
    if fact.independent < choice.min_sources or (choice.disputed and fact.state != "disputed"):
        return False
    if choice.since is not None and not any((value.last or "") >= choice.since for value in fact.values):
        return False
    said = [fact.subject or "", fact.measure or "", fact.place or ""]
    said += [texts[place.doc][slice(*place.sentence)] for place in fact.locations] if texts else []
    return all(any(word in one for one in said) for word in words)
