"""Who speaks: the name, role or organisation in the words around a quotation."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_HAN = "\u4e00-\u9fff"
_CLAUSE = re.compile(r"[，；。！？\n]")
_LONGEST = 24  # letters of a role or organisation
_CLAUSES = 3  # clauses that a speaker may stand away from the verb


class Words(msgspec.Struct, frozen=True):
    """What `data/speech.yaml` holds."""

    verbs: tuple[str, ...]
    adverbs: tuple[str, ...]
    titles: tuple[str, ...]
    address: tuple[str, ...]
    openings: tuple[str, ...]
    pronouns: tuple[str, ...]
    heralds: tuple[str, ...]
    named_by: str
    surnames: str
    compound_surnames: tuple[str, ...]


@cache
def words() -> Words:
    """The words that say who speaks."""
    name = "speech.yaml"
    return load(files("factcheck.zh").joinpath("words", name).read_text("utf-8"), name, DataError).convert(Words)


class _Patterns:
    def __init__(self) -> None:
        known = words()
        verb = _any(tuple(word for word in known.verbs if word not in {"称", "称道"}))
        person = f"(?:(?:{_any(known.compound_surnames)})[{_HAN}]{{1,2}}|[{known.surnames}][{_HAN}]{{1,2}})"
        foreign = f"[{_HAN}A-Za-z.]{{1,12}}(?:·[{_HAN}A-Za-z.]{{1,12}})+"
        self._longest = max(map(len, known.verbs)) + 1  # 过 behind it
        title, address = _any(known.titles), _any(known.address)
        self._said = re.compile(f"(?:(?<![{known.named_by}])称道?|{verb})(?:了|过)?$")
        self.adjunct = re.compile(
            rf"(?:{_any(known.adverbs)}|[{_HAN}]{{1,3}}地|[0-9]{{1,2}}[日月]"
            rf"|(?:对|向|跟|给|同)[^，。；]{{0,20}}(?:记者|媒体|外界|本报|大家|现场|观众|网友|晚报|日报|新闻|周刊|客户端)"
            rf"|(?:在|于|当|就)[^，。；]{{1,40}}(?:时|中|上|后|里|内|期间|之际|现场|前|下|问题|事|一事))$"
        )
        self.opening = re.compile(f"^(?:{_any(known.openings)}|[0-9年月日]+日)")
        self.titled = re.compile(rf"(?:{title})(?P<name>{foreign}|{person})$")
        self.called = re.compile(rf"^(?P<name>{foreign}|{person})(?:{title})$")
        self.address = re.compile(rf"(?P<name>[{known.surnames}][{_HAN}]{{0,2}}(?:{address}))$")
        self.person = re.compile(rf"^(?:{foreign}|{person})$")
        self.foreign = re.compile(rf"(?P<name>{foreign})$")
        self.pronoun = re.compile(rf"^(?:{_any(known.pronouns)})$")

    def said(self, clause: str) -> re.Match[str] | None:
        """The verb that a clause ends with."""
        return self._said.search(clause, max(0, len(clause) - self._longest))


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def _any(alternatives: tuple[str, ...]) -> str:
    return "|".join(re.escape(one) for one in sorted(alternatives, key=lambda w: (-len(w), w)))


PRONOUN = "\0"  # whoever spoke last


def before(context: str) -> str | None:
    """The speaker that `context`, the words of the sentence up to the opening mark, names; PRONOUN for 他."""
    clauses = _CLAUSE.split(context.rstrip(" ，：:,").removesuffix("道"))
    said = _patterns().said(clauses[-1]) or _patterns().said(clauses[-1] + "道")
    if said is None:
        return None
    return _subject([*clauses[:-1], clauses[-1][: said.start()]])


def after(context: str) -> str | None:
    """The speaker that `context`, the words behind the closing mark up to the end of the sentence, names."""
    clauses = _CLAUSE.split(context.lstrip(" ，,"), maxsplit=_CLAUSES)[:_CLAUSES]
    for number, clause in enumerate(clauses):
        if said := _patterns().said(clause.rstrip(" ：:")):
            return _subject([*clauses[:number], clause[: said.start()]])
    return None


def last_named(context: str) -> str | None:
    """The last speaker that `context`, the words before a sentence, names."""
    for clause in reversed(_CLAUSE.split(context.replace("：", "，"))):
        if (who := before(clause)) is not None and who != PRONOUN:
            return who
    return None


def _subject(clauses: list[str]) -> str | None:
    for clause in reversed(clauses[-_CLAUSES:]):
        if found := speaker(clause):
            return found
    return None


def speaker(phrase: str) -> str | None:
    """The name in a phrase such as 副主任李某某对记者, else its role or organisation; None where it names nobody."""
    patterns = _patterns()
    left = phrase.strip(" 、：:“”‘’\"'")
    while (cut := patterns.adjunct.search(left)) and cut.start() < cut.end():
        left = left[: cut.start()].rstrip(" 、：:")
    left = patterns.opening.sub("", re.sub(r"\([^()]{0,40}\)$", "", left)).strip(" 、")
    if not left:
        return None
    if patterns.pronoun.match(left):
        return PRONOUN
    for pattern in (patterns.titled, patterns.address, patterns.called):
        if match := pattern.search(left):
            return match["name"]
    if patterns.person.match(left):
        return left
    if match := patterns.foreign.search(left):
        return match["name"]
    role = re.split(r"[、“”‘’\"]", left)[-1].strip()
    return role if 1 < len(role) <= _LONGEST else None


def ends_in_name(phrase: str) -> bool:
    """Whether a phrase ends with a title and a name: 副主任李某某."""
    return bool(_patterns().titled.search(phrase))


def is_name(who: str) -> bool:
    """Whether a speaker is a person by name."""
    return bool(_patterns().person.match(who))
