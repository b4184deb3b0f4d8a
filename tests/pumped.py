"""Texts that make a regular expression try all ways to read them, and how long it tries.

For each repetition without a low bound, the alternatives inside it are said over and over, singly and in pairs, behind
what the pattern asks for before them, and then something comes that fits nowhere.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import itertools
import pkgutil
import re
import time
from re import _constants as sre
from re import _parser
from typing import TYPE_CHECKING

import msgspec

import factcheck
from factcheck import zh

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = 5000
SECONDS = 1.0  # of CPU; what grows with the square of 5,000 letters takes a fifth of it
_NOTICED = 0.05  # below it, nothing can be said of how the time grows
_SQUARE = 0.001  # a thousand letters take so long only where their time grows with the square
_SHORT = 300  # letters by which what doubles with each word has shown
_FEW = 12  # repetitions up to here are no loop
_AGAIN = 6  # times that a text is tried anew, before its time counts
_UNFIT = "\x01"  # a letter that no pattern asks for
_SAMPLES = 12  # samples of one repetition


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the package, by its text: what modules hold, and what their cached tables hold."""
    found = {one.pattern: one for one in _within(zh.lexicon())}
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if module.name == "factcheck.__main__":
            continue
        for held in vars(importlib.import_module(module.name)).values():
            for one in _within(_filled(held)):
                if isinstance(one.pattern, str):
                    found.setdefault(one.pattern, one)
    return found


def _filled(held):
    """What a cached function returns that needs no arguments; anything else as it is."""
    home = getattr(held, "__module__", None) or ""
    if not (hasattr(held, "cache_info") and home.startswith("factcheck.")):
        return held
    needed = (one for one in inspect.signature(held).parameters.values() if one.default is one.empty)
    return held() if next(needed, None) is None else None


def _within(held, depth=0) -> Iterator[re.Pattern[str]]:
    if isinstance(held, re.Pattern):
        yield held
    elif depth < 5:
        if isinstance(held, msgspec.Struct):
            made = [name for name, one in vars(type(held)).items() if isinstance(one, functools.cached_property)]
            held = [getattr(held, name) for name in (*held.__struct_fields__, *made)]
        elif isinstance(held, dict):
            held = held.values()
        elif not isinstance(held, tuple | list | set | frozenset):
            return
        for one in held:
            yield from _within(one, depth + 1)


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, bool]]:
    """(what comes first, what is said over and over, whether a pair) for every repetition of a pattern."""
    seen = set()
    for before, body in _repeated(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)):
        samples = list(dict.fromkeys(filter(None, itertools.islice(_samples(body), _SAMPLES))))
        pairs = [one + other for one, other in itertools.permutations(samples, 2)]
        for at, word in enumerate(samples + pairs):
            for head in dict.fromkeys(("", before)):
                if (head, word) not in seen:
                    seen.add((head, word))
                    yield head, word, at >= len(samples)


def _repeated(parsed, before="") -> Iterator[tuple[str, object]]:
    """The body of every repetition that may go on, with the shortest text that leads up to it."""
    for op, argument in parsed:
        if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            _low, high, body = argument
            if high > _FEW:
                yield before, body
            yield from _repeated(body, before)
        else:
            for inner in _inner(op, argument):
                yield from _repeated(inner, before)
        before += _first([(op, argument)])


def _inner(op, argument):
    if op is sre.SUBPATTERN:
        return [argument[3]]
    if op is sre.ATOMIC_GROUP:
        return [argument]
    if op is sre.BRANCH:
        return argument[1]
    if op in {sre.ASSERT, sre.ASSERT_NOT}:
        return [argument[1]] if argument[0] > 0 else []
    if op is sre.GROUPREF_EXISTS:
        return [one for one in argument[1:] if one is not None]
    return []


def _first(parsed) -> str:
    return next(_samples(parsed), "")


def _samples(parsed) -> Iterator[str]:
    """Texts that a pattern takes: of each alternative one at least."""
    rows = [list(itertools.islice(_of(op, argument), _SAMPLES)) or [""] for op, argument in parsed]
    yield "".join(row[0] for row in rows)
    for at, row in enumerate(rows):
        for other in row[1:]:
            yield "".join(one[0] if number != at else other for number, one in enumerate(rows))


def _of(op, argument) -> Iterator[str]:  # noqa: C901 - one line for each thing a pattern is made of
    if op is sre.LITERAL:
        yield chr(argument)
    elif op is sre.NOT_LITERAL:
        yield "年" if argument != ord("年") else "月"
    elif op is sre.ANY:
        yield from "年a"
    elif op is sre.IN:
        yield from _members(argument)
    elif op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        low, high, body = argument
        for one in _samples(body):
            yield one * max(low, 1)
            if high > low + 1:
                yield one * (low + 2)
        if low == 0:
            yield ""
    elif op in {sre.ASSERT, sre.ASSERT_NOT, sre.AT, sre.GROUPREF}:
        yield ""
    else:
        for inner in _inner(op, argument):
            yield from _samples(inner)


def _members(argument) -> Iterator[str]:
    """Letters of a class; of one that says what is left out, letters that are not."""
    members = []
    for op, value in argument:
        if op is sre.LITERAL:
            members.append(chr(value))
        elif op is sre.RANGE:
            members += [chr(value[0]), chr(value[1])]
        elif op is sre.CATEGORY:
            members += {
                sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " \n", sre.CATEGORY_WORD: "a年",
                sre.CATEGORY_NOT_WORD: "-", sre.CATEGORY_NOT_SPACE: "年", sre.CATEGORY_NOT_DIGIT: "年",
            }[value]  # fmt: skip
    if argument[0][0] is sre.NEGATE:
        shunned = re.compile("[" + "".join(map(re.escape, members)) + "]") if members else None
        members = [one for one in "年a，1 -" if shunned is None or not shunned.match(one)]
    yield from members


def slow(pattern: re.Pattern[str], head: str, word: str, *, pair: bool = False) -> str | None:
    """Why the pattern takes too long over the word said up to 5,000 letters long; None where it does not."""
    length = 8 * len(word)
    while True:
        length = min(LETTERS, length)
        text = head + word * (length // len(word)) + _UNFIT
        spent = _spent(pattern, text)
        if _too_long(spent, length):
            if not _too_long(spent / 10, length):  # the machine may have been busy
                spent = min(spent, *(_spent(pattern, text) for _ in range(_AGAIN)))
            if _too_long(spent, length):
                return f"{pattern.pattern[:80]!r} over {head!r} + {word!r}, {length} letters: {spent:.2f} s"
        # even if its time grew with the cube of the length, the last step would take less than is allowed
        if length == LETTERS or spent * (LETTERS / length) ** 3 < SECONDS:
            if length >= _SHORT:
                return None
        # of a pair whose time is known to grow with the square, the last step says nothing new
        elif pair and length > LETTERS // 6 and spent > _SQUARE:
            return None
        # close enough that a time that doubles with each word shows before it is too long
        length = max(length + 4 * len(word), length * 5 // 4) if length < _SHORT else length * 5 // 2


def _too_long(spent: float, length: int) -> bool:
    """Whether a time is beyond the square of 5,000 letters."""
    return spent > _NOTICED and spent * (LETTERS / length) ** 2 > SECONDS


def _spent(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    pattern.search(text)
    pattern.fullmatch(text)
    return time.process_time() - began
