"""Finds the rules: every module of this room named `fcNNN_…` declares one.

A rule module holds what it is (`CODE`, `NAME`, `SEVERITY`), the codes that it `OUTRANKS`, its `PRECISION`, and
`find(evidence) -> Iterator[Finding]`; its docstring is its documentation page, in Markdown, the first line a summary.
Where it says nothing, a rule outranks none, its places are figures, and it tells of no text that articles share.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Literal

from factcheck.errors import UsageError
from factcheck.evidence import Evidence
from factcheck.messages import say
from factcheck.model import Finding, Severity, Value
from factcheck.rules.precision import UNMEASURED, Precision

if TYPE_CHECKING:
    from types import ModuleType

Places = Literal["figures", "quotations", "passages"]


class Rule(Value, frozen=True):
    """A rule as the registry knows it. `page` is its documentation in Markdown."""

    code: str
    name: str
    severity: Severity
    page: str
    find: Callable[[Evidence], Iterable[Finding]]
    outranks: tuple[str, ...] = ()  # codes; what those outrank is outranked too
    places: Places = "figures"  # what its findings point to; a figure inside quoted words belongs to these
    tells_copies: bool = False  # whether the articles of a finding have a text in common
    precision: Precision = UNMEASURED

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.split("\n", 1)[0]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    package = importlib.import_module("factcheck.rules")
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.name.startswith("fc"))
    return tuple(_rule(importlib.import_module(f"factcheck.rules.{name}")) for name in names)


def _rule(module: ModuleType) -> Rule:
    return Rule(
        code=module.CODE,
        name=module.NAME,
        severity=module.SEVERITY,
        page=inspect.getdoc(module) or "",
        find=module.find,
        outranks=getattr(module, "OUTRANKS", ()),
        places=getattr(module, "PLACES", "figures"),
        tells_copies=getattr(module, "TELLS_COPIES", False),
        precision=getattr(module, "PRECISION", UNMEASURED),
    )


class _Rules(Mapping[str, Rule]):
    """Code → rule, imported when first asked for."""

    def __getitem__(self, code: str) -> Rule:
        return {rule.code: rule for rule in rules()}[code]

    def __iter__(self) -> Iterator[str]:
        return iter(rule.code for rule in rules())

    def __len__(self) -> int:
        return len(rules())


RULES: Mapping[str, Rule] = _Rules()


class Ranks:
    """Which rules outrank which: those that a rule names, and those that these outrank in their turn."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Raises `CycleError`, a `ValueError` that names them, where two rules outrank one another."""
        self._rules = {rule.code: rule for rule in rules}
        above: dict[str, set[str]] = {code: set() for code in self._rules}
        for rule in self._rules.values():
            for code in rule.outranks:
                above.setdefault(code, set()).add(rule.code)
        ordered = tuple(TopologicalSorter({code: sorted(above[code]) for code in sorted(above)}).static_order())
        self._above: dict[str, frozenset[str]] = {}
        for code in ordered:  # whoever outranks a rule comes before it
            self._above[code] = frozenset(above[code]).union(*(self._above[one] for one in above[code]))
        self.outranked = tuple(code for code in ordered if above[code])

    def above(self, code: str) -> frozenset[str]:
        """The codes that outrank this one."""
        return self._above.get(code, frozenset())

    def below(self, code: str) -> tuple[str, ...]:
        """The codes that this one outranks; itself, too, where others outrank it: of two findings the first stands."""
        return tuple(one for one in self.outranked if one == code or code in self._above[one])

    def places(self, code: str) -> Places:
        """What the findings of a rule point to."""
        return self._rules[code].places if code in self._rules else "figures"


def select(chosen: Iterable[str] = (), ignored: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code begins with one of `chosen` (all, if empty) and with none of `ignored`.

    Raises `UsageError` for a prefix that no code has.
    """
    chosen, ignored = tuple(chosen), tuple(ignored)
    for prefix in (*chosen, *ignored):
        if not any(code.startswith(prefix.upper()) for code in RULES):
            raise UsageError(say("error.no-rule", code=repr(prefix)), cure=say("cure.list-rules"))
    return tuple(
        rule
        for rule in rules()
        if (not chosen or rule.code.startswith(tuple(p.upper() for p in chosen)))
        and not (ignored and rule.code.startswith(tuple(p.upper() for p in ignored)))
    )
