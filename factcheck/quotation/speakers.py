"""Who speaks: the name, role or organisation in the words around a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import QuotationLexicon

_CLAUSE = re.compile(r"[，；。！？\n]")
_LONGEST = 24  # letters of a role or organisation
_CLAUSES = 3  # clauses that a speaker may stand away from the verb


PRONOUN = "\0"  # whoever spoke last


def find_speaker_before(context: str, lexicon: QuotationLexicon) -> str | None:
    """The speaker that `context`, the words of the sentence up to the opening mark, names; PRONOUN for 他."""
    clauses = _CLAUSE.split(context.rstrip(" ，：:,").removesuffix(lexicon.saying_end))
    said = _find_saying(clauses[-1], lexicon) or _find_saying(clauses[-1] + lexicon.saying_end, lexicon)
    if said is None:
        return None
    return _find_subject([*clauses[:-1], clauses[-1][: said.start()]], lexicon)


def find_speaker_after(context: str, lexicon: QuotationLexicon) -> str | None:
    """The speaker that `context`, the words behind the closing mark up to the end of the sentence, names."""
    clauses = _CLAUSE.split(context.lstrip(" ，,"), maxsplit=_CLAUSES)[:_CLAUSES]
    for number, clause in enumerate(clauses):
        if said := _find_saying(clause.rstrip(" ：:"), lexicon):
            return _find_subject([*clauses[:number], clause[: said.start()]], lexicon)
    return None


def find_last_speaker(context: str, lexicon: QuotationLexicon) -> str | None:
    """The last speaker that `context`, the words before a sentence, names."""
    for clause in reversed(_CLAUSE.split(context.replace("：", "，"))):
        if (who := find_speaker_before(clause, lexicon)) is not None and who != PRONOUN:
            return who
    return None


def _find_saying(clause: str, lexicon: QuotationLexicon) -> re.Match[str] | None:
    """The verb that a clause ends with."""
    return lexicon.saying.search(clause, max(0, len(clause) - lexicon.longest_saying))


def _find_subject(clauses: list[str], lexicon: QuotationLexicon) -> str | None:
    for clause in reversed(clauses[-_CLAUSES:]):
        if found := read_speaker(clause, lexicon):
            return found
    return None


def read_speaker(phrase: str, lexicon: QuotationLexicon) -> str | None:
    """The name in a phrase such as 副主任李某某对记者, else its role or organisation; None where it names nobody."""
    left = phrase.strip(" 、：:“”‘’\"'")
    while (cut := lexicon.adjunct.search(left)) and cut.start() < cut.end():
        left = left[: cut.start()].rstrip(" 、：:")
    left = lexicon.opening.sub("", re.sub(r"\([^()]{0,40}\)$", "", left)).strip(" 、")
    if not left:
        return None
    if lexicon.pronoun.match(left):
        return PRONOUN
    for pattern in (lexicon.titled, lexicon.addressed, lexicon.called):
        if match := pattern.search(left):
            return match["name"]
    if lexicon.person.match(left):
        return left
    if match := lexicon.foreign_person.search(left):
        return match["name"]
    role = re.split(r"[、“”‘’\"]", left)[-1].strip()
    return role if 1 < len(role) <= _LONGEST else None


def ends_in_name(phrase: str, lexicon: QuotationLexicon) -> bool:
    """Whether a phrase ends with a title and a name: 副主任李某某."""
    return bool(lexicon.titled.search(phrase))


def is_name(who: str, lexicon: QuotationLexicon) -> bool:
    """Whether a speaker is a person by name."""
    return bool(lexicon.person.match(who))
