"""Finds the rules: every module of this room named `fcNNN_…` declares one.

A rule module holds CODE, NAME, SEVERITY and `find(evidence) -> Iterator[Finding]`; its docstring is its
documentation page, in Markdown, the first line a summary.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import CorpusStats
from factcheck.errors import UsageError
from factcheck.lexicon import Lexicon
from factcheck.messages import say
from factcheck.model import Article, Finding, Pair, Passage, Severity, Value
from factcheck.pair.ledger import Checked
from factcheck.pair.titles import Headed

if TYPE_CHECKING:
    from types import ModuleType


class Evidence(Value, frozen=True):
    """What the stages before have found; all that a rule may look at."""

    articles: Mapping[str, Article]
    pairs: tuple[Pair, ...] = ()
    passages: tuple[Passage, ...] = ()
    checked: tuple[Checked, ...] = ()  # claims beside the verified facts that they state
    headed: tuple[Headed, ...] = ()  # titles of the metadata against the text
    lexicon: Lexicon | None = None  # None: that of Chinese
    stats: CorpusStats | None = None  # None: how rare a word is is not known, and rules nothing out
    silenced: frozenset[str] = frozenset()  # fingerprints of pairs that a person has explained


class Rule(Value, frozen=True):
    """A rule as the registry knows it. `page` is its documentation in Markdown."""

    code: str
    name: str
    severity: Severity
    page: str
    find: Callable[[Evidence], Iterable[Finding]]

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
    page = inspect.getdoc(module) or ""
    return Rule(code=module.CODE, name=module.NAME, severity=module.SEVERITY, page=page, find=module.find)


class _Rules(Mapping[str, Rule]):
    """Code → rule, imported when first asked for."""

    def __getitem__(self, code: str) -> Rule:
        return {rule.code: rule for rule in rules()}[code]

    def __iter__(self) -> Iterator[str]:
        return iter(rule.code for rule in rules())

    def __len__(self) -> int:
        return len(rules())


RULES: Mapping[str, Rule] = _Rules()


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
