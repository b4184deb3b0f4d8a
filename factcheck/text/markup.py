"""What a reader does not see in a text: invisible letters, emphasis, escapes, formulas, entities.

Every function hands back a text of the same length, in which `JOIN` stands for a letter that is not seen.
"""

from __future__ import annotations

import html
import re

JOIN = "\u2060"  # the word joiner of Unicode: what stands beside it belongs together

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
_ANY_SIGN = re.compile(
    "[*_`&\\\\$\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]|~~"
)
_ENTITY = re.compile(r"&(?:\#\d{1,7};|\#[xX][0-9A-Fa-f]{1,6};|nbsp;?|[A-Za-z]{2,8}\d?;)")
_ESCAPE = re.compile(r"\\(?=[%~$&_#*+\-.!^|{}\[\]()`])")
# A dollar before a number is money; around a number it opens and closes a formula. As in Markdown, what opens stands
# before a letter, and no digit follows what closes.
_FORMULA = re.compile(r"(?<![\\$A-Za-z\d])\$(?!\$)([^$\n\u2e80-\uffef]{1,80}?)(?<!\\)\$(?![$\d])")
_IN_FORMULA = re.compile(
    r"""
    \\ (?: (?P<sign> [A-Za-z]{1,12} ) | (?P<letter> [%$&~_#] ) | [,;!:\ ] )
    | (?P<drop> [{}^\s] )
    | [-+\d.,:/%~<>=()A-Za-z\u00b1\u00d7\u2248]
    """,
    re.VERBOSE,
)
_SIGNS = {
    "sim": "~", "approx": "\u2248", "times": "\u00d7", "cdot": "\u00b7", "pm": "\u00b1", "ge": "\u2265",
    "geq": "\u2265", "le": "\u2264", "leq": "\u2264", "mathrm": "", "text": "", "rm": "", "mathbf": "", "mathit": "",
    "mbox": "", "quad": "", "qquad": "", "operatorname": "",
}  # fmt: skip
_POWER = re.compile(r"\d\s*\^")
_ENDS_NUMBER = re.compile(r"[\d%}A-Za-z]\s*$")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}")
# Emphasis: the mark twice or three times, which may hold the same mark once, and then once.
_EMPHASIS = (
    ("**", re.compile(r"(?<![\\*])(\*{2,3})(?![\s*])([^\n]{1,400}?)(?<![\s\\*])\1(?!\*)")),
    ("__", re.compile(r"(?<![\\_A-Za-z\d])(_{2,3})(?![\s_])([^\n]{1,400}?)(?<![\s\\_])\1(?![_A-Za-z\d])")),
    ("~~", re.compile(r"(?<![\\~])(~~)(?![\s~])([^\n]{1,400}?)(?<![\s\\~])\1(?!~)")),
    ("`", re.compile(r"(?<![\\`])(`{1,2})(?![\s`])([^`\n]{1,400}?)(?<![\s\\])\1(?!`)")),
    ("*", re.compile(r"(?<![\\*A-Za-z\d])(\*)(?![\s*])([^*\n]{1,400}?)(?<![\s\\])\1(?![*\d])")),
    ("_", re.compile(r"(?<![\\_A-Za-z\d])(_)(?![\s_])([^_\n]{1,400}?)(?<![\s\\])\1(?![_A-Za-z\d])")),
)


def join_markup(text: str) -> str:
    """The text with its markup and its invisible letters as `JOIN`, entities as the letter they stand for."""
    if _ANY_SIGN.search(text) is None:
        return text
    text = _INVISIBLE.sub(JOIN, text)
    if "&" in text:
        text = _ENTITY.sub(_read_entity, text)
    if "$" in text:
        text = _FORMULA.sub(_read_formula, text)
    for mark, pattern in _EMPHASIS:
        if mark in text:
            text = pattern.sub(_join_marks, text)
    return _ESCAPE.sub(JOIN, text)


def end_of_letter(stored: str, at: int) -> int:
    """Where the letter ends that is read at `at`: an entity is one letter."""
    entity = _ENTITY.match(stored, at) if stored[at] == "&" else None
    return entity.end() if entity is not None and _read_entity(entity) != entity.group() else at + 1


def _read_entity(entity: re.Match[str]) -> str:
    letter = html.unescape(entity.group())
    if len(letter) != 1 or not (letter.isprintable() or letter == "\u00a0" or _INVISIBLE.match(letter)):
        return entity.group()
    return _INVISIBLE.sub(JOIN, letter) + JOIN * (len(entity.group()) - 1)


def _join_marks(emphasis: re.Match[str]) -> str:
    """Emphasis without its marks; 3*4*5 is a product."""
    mark, inside, text = emphasis[1], emphasis[2], emphasis.string
    before, behind = text[emphasis.start() - 1 : emphasis.start()], text[emphasis.end() : emphasis.end() + 1]
    if (before.isdigit() and inside[0].isdigit()) or (behind.isdigit() and inside[-1].isdigit()):
        return emphasis.group()
    return JOIN * len(mark) + inside + JOIN * len(mark)


def _read_formula(formula: re.Match[str]) -> str:
    """A number set as a formula, read as it is printed; any other formula stays as it is."""
    inside = formula[1]
    if not any(map(str.isdigit, inside)) or not _ENDS_NUMBER.search(inside) or _POWER.search(inside):
        return formula.group()
    if "\\" not in inside and (_WORD.search(inside) or inside != inside.strip()):
        return formula.group()
    parts, at = [JOIN], 0
    while at < len(inside):
        one = _IN_FORMULA.match(inside, at)
        if one is None:
            return formula.group()
        seen = one["letter"] or ("" if one["drop"] or one.group().startswith("\\") else one.group())
        if one["sign"]:
            if one["sign"] not in _SIGNS:
                return formula.group()
            seen = _SIGNS[one["sign"]]
        unseen = JOIN * (len(one.group()) - len(seen))
        parts.append(unseen + seen if one["letter"] else seen + unseen)
        at = one.end()
    return "".join([*parts, JOIN])
