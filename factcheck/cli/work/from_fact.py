"""A fact of the articles as an entry of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.session import Session
    from factcheck.model import Fact, Report

_FROM, _ARTICLES = "--from-fact", "--articles"
_NEEDED = ("subject", "measure", "value")
_SHORTEST = 6  # letters of an id that are enough, where no other begins with them
_Given = dict[str, str | None]


def complete_fact(
    session: Session, name: str | None, given: Mapping[str, str | None], source: Mapping[str, str | None]
) -> tuple[_Given, _Given]:
    """What is to stand in the ledger, and its source: as given, and where nothing is given as the fact `name` has it.

    The articles are the paths of the session. Raises `UsageError` where the fact is not among theirs, where they do not
    agree on its value and none is given, and where something is missing.
    """
    from factcheck.facts.shared_words import GAP

    fact, known = dict(given), dict(source)
    if name is not None:
        found, report = _find_fact(session, name)
        held: _Given = {
            "subject": found.subject, "measure": found.measure, "place": found.place, "period": found.period,
        }  # fmt: skip
        if GAP in (found.measure or ""):
            del held["measure"]  # words around a figure are no measure that another sentence could have
        if given["value"] is None:
            held["value"] = _choose_value(found)
        fact |= {key: value for key, value in held.items() if fact.get(key) is None}
        first = next(one for one in report.documents if one.id == found.locations[0].doc)
        known |= {key: getattr(first, key) for key in ("title", "url") if known.get(key) is None}
    missing = [f"--{key}" for key in _NEEDED if not fact.get(key)]
    if missing:
        raise UsageError(say("error.fact-lacks", options=", ".join(missing)), cure=say("cure.fact-lacks"))
    return fact, known


def _find_fact(session: Session, name: str) -> tuple[Fact, Report]:
    from factcheck.cli.work.scan import scan_inputs
    from factcheck.report import FACTS

    if not session.paths:
        raise UsageError(say("error.no-articles-of-fact"), where=_FROM, cure=say("cure.articles-of-fact"))
    _, report = scan_inputs(session, FACTS)
    found = {fact.id: fact for fact in report.facts if len(name) >= _SHORTEST and fact.id.startswith(name)}
    if len(found) != 1:
        raise UsageError(say("error.no-such-fact", name=repr(name)), where=_FROM, cure=say("cure.such-fact"))
    return next(iter(found.values())), report


def _choose_value(fact: Fact) -> str:
    if fact.state != "confirmed":
        values = ", ".join(value.text for value in fact.values)
        raise UsageError(say("error.fact-disputed", values=values), where=_FROM, cure=say("cure.fact-disputed"))
    return fact.values[0].text
