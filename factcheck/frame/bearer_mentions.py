"""The mentions of a sentence that may bear a figure: its noun phrases, and the names inside them."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.frame.labelling_model import load_groups
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import FrameLexicon

_TAGS = {
    "nr": "P", "nrt": "P", "nrfg": "P", "ns": "S", "nt": "T", "nz": "Z", "x": "X", "eng": "E",
    "n": "N", "j": "N", "l": "N", "ng": "N", "an": "N", "s": "N", "i": "N", "nrj": "P", "vn": "V", "b": "B",
}  # fmt: skip
_PROPER = frozenset("PSTXEQ")
_NAMED = _PROPER | {"C"}
_NAMES = frozenset("PTCEXZQWSM")  # kinds of mentions that name somebody or something
_INSIDE = frozenset("PSTZXENVBC")
_NOMINAL = frozenset("NSXPTCE")  # before a verb that with a noun for events names one
_BEGINS = _INSIDE | {"<"}
_START = re.compile("[PSTZXENVBC<r]|0E|zr")  # where a phrase may begin
_SOMEBODY = 2  # letters of what stands for a name behind a surname
_QUOTED = 10  # words between quotation marks
_SAYS = "s"  # of a word with which somebody says something
_PUBLISHED = "d"  # of who published what says it: 云汀协会 of 云汀协会20日发布的数据显示
_TITLED = "《"
_MARKS = {
    **dict.fromkeys("“《‘「『", "<"), **dict.fromkeys("”》’」』", ">"), **dict.fromkeys("，；：。！？\n", "|"),
    **dict.fromkeys("·-&", "-"), " ": " ",
}  # fmt: skip


class BearerMention:
    """A stretch of words that may bear a figure; offsets are those of the text that its sentence is of.

    `kind` is a letter: P person, S place, T organisation, C company, Q in quotation marks, W title of a work,
    E Latin, Z other name, X unknown word, N noun, M noun with a name in it, V what is done, D with a pronoun before
    it. `form` is f for a whole noun phrase, p for one up to its last name, s for its first name, q for what stands in
    quotation marks, t for what stands behind its names, h for its last word. `rank` is the number of its phrase in the
    sentence, `clause` that of its clause; `opens` tells whether its clause begins with it (a), or it is the first
    phrase of its clause and no verb stands before it (b), or one does (c); d and e are the same of further phrases.
    """

    __slots__ = (
        "after", "before", "clause", "codes", "end", "first", "form", "group", "head", "is_amount", "kind", "last",
        "names", "opens", "rank", "says", "scores", "start", "stripped", "text", "weighed",
    )  # fmt: skip

    def __init__(
        self, words: Sequence[str], codes: str, span: tuple[int, int, str], ends: Sequence[int], text: str
    ) -> None:
        first, last, self.form = span
        self.first, self.last = first, last
        self.start, self.end = ends[first] - len(words[first]), ends[last - 1]
        self.text, self.head = text, words[last - 1]
        self.group, self.is_amount = "-", False
        self.before = words[first - 1] if first else ""
        self.after = words[last] if last < len(words) else ""
        self.kind = _kind_of(words, codes, first, last)
        self.codes = (codes[first - 1] if first else "^") + (codes[last] if last < len(words) else "$")
        self.says = "-"
        self.rank = self.clause = self.names = 0
        self.opens = "c"
        self.scores: dict[str, int] = {}
        self.weighed: dict[str, int] = {}  # from outside the sentence, by place
        self.stripped: str | None = None  # without what is taken by a date or a figure, once that is asked


class Mentions:
    """The mentions of one sentence; `clauses` and `verbs` are, for every word and the end, how many came before."""

    __slots__ = ("clauses", "ends", "found", "span", "verbs")

    def __init__(self, words: Sequence[str], span: tuple[int, int], lexicon: FrameLexicon) -> None:
        self.span = span
        ends: list[int] = []
        at = span[0]
        for word in words:
            at += len(word)
            ends.append(at)
        self.ends = ends
        known = lexicon.mention_codes
        looked_at = "".join([known.get(word) or _look_at(word, lexicon) for word in words])
        codes, said = looked_at[::2], looked_at[1::2]
        self.clauses = list(accumulate(map("|".__eq__, codes), initial=0))
        self.verbs = list(accumulate(map("v".__eq__, codes), initial=0))
        self.found = self._find(words, codes, lexicon)
        if _SAYS in said:
            publishes, text = lexicon.status.publishes, "".join(words)
            for one in self.found:
                last = one.last
                if _SAYS in said[last : last + 1 + (codes[last : last + 1] not in {"|", ">"})]:
                    one.says = _SAYS
                elif _SAYS in said[last : codes.find("|", last)] and publishes.match(text, one.end - span[0]):
                    one.says = _PUBLISHED

    def _find(self, words: Sequence[str], codes: str, lexicon: FrameLexicon) -> list[BearerMention]:
        found: list[BearerMention] = []
        heads = lexicon.heads
        i = rank = names = 0
        before = -1
        while (start := _START.search(codes, i)) is not None:
            i = start.start()
            end = _phrase_end(words, codes, i, lexicon)
            if end is None:
                i += 1
                continue
            clause = self.clauses[i]
            opens = self._opens(codes, i, first=clause != before)
            before, named, many = clause, False, len(found)
            for span in _parts_of(words, codes, i, end):
                head, text = words[span[1] - 1], "".join(words[span[0] : span[1]])
                group, amount, alone = heads.get(head) or _look_at_head(head, lexicon)
                if (alone and span[1] == span[0] + 1) or _names_nobody(words, codes, span, text, lexicon):
                    continue
                mention = BearerMention(words, codes, span, self.ends, text)
                mention.group, mention.is_amount = group, amount
                mention.rank, mention.clause, mention.opens, mention.names = rank, clause, opens, names
                named = named or mention.kind in _NAMES
                found.append(mention)
            rank, names, i = rank + (len(found) > many), names + named, end
        return found

    def _opens(self, codes: str, i: int, *, first: bool) -> str:
        """How the phrase at word i stands in its clause; `first`: it is the first one there."""
        begin = codes.rfind("|", 0, i) + 1
        bare = self.verbs[i] == self.verbs[begin]
        if not first:
            return "d" if bare else "e"
        return "a" if begin == i else "b" if bare else "c"


def _look_at(word: str, lexicon: FrameLexicon) -> str:
    """The code of a word, and whether somebody says something with it, as two letters."""
    says = _SAYS if lexicon.status.says.match(word) else "-"
    return lexicon.mention_codes.keep(word, _code_of(word, lexicon) + says)


def _look_at_head(word: str, lexicon: FrameLexicon) -> tuple[str, bool, bool]:
    """Of the last word of a mention its group, whether it is an amount, and whether it names nobody by itself."""
    company, held = load_groups(lexicon.groups).get(word), lexicon.words
    nobody = word in held.organisations or word[0] in held.universals
    return lexicon.heads.keep(word, (str(company[0]) if company else "-", word.endswith(held.measure_nouns), nobody))


def code_of(word: str, lexicon: FrameLexicon) -> str:
    """What a word may be in a mention, as one letter; small letters and marks are no part of one."""
    return (lexicon.mention_codes.get(word) or _look_at(word, lexicon))[0]


def _code_of(word: str, lexicon: FrameLexicon) -> str:
    first = word[0]
    if first in _MARKS:
        return _MARKS[first]
    if first.isascii() or first.isdigit():
        return "0" if first.isdigit() else "E" if first.isalpha() else "w"
    if not lexicon.names.letter.match(first):
        return "w"
    return _code_of_word(word, lexicon)


def _code_of_word(word: str, lexicon: FrameLexicon) -> str:
    """As `_code_of`, of letters of the language's own script."""
    held = lexicon.words
    if word in held.pronouns:
        return "r"
    if len(word) > 1 and word.endswith(held.organisations):
        return "T"
    if word in held.companies:
        return "C"
    kind = tag(word)
    if (
        word in held.predicates
        or word == held.share_verb
        or (kind == "x" and (lexicon.joins(word) or _is_joined(word)))
    ):
        return "v"
    return _TAGS.get(kind) or kind[0]


def _is_joined(word: str) -> bool:
    """Whether a word that no dictionary has is two at least, with one of them closed-class: 将举, 扮演着."""
    first = tag(word[0])[0]
    return len(word) > 1 and (first in "dru" or (first in "pc" and len(word) == 2) or tag(word[-1])[0] in "pucd")


def _kind_of(words: Sequence[str], codes: str, first: int, last: int) -> str:
    inside = codes[first:last]
    if inside[0] == "r":
        return "D"
    if inside[0] == "<":
        return "W" if words[first] == _TITLED else "Q"
    end = inside[-1]
    if end in "TCP":
        return end
    if end == "r":
        return "P"
    if end not in "NV":
        for code in "EXZS":
            if code in inside:
                return code
    return "V" if end == "V" else "M" if any(code in _PROPER for code in inside) else "N"


def _names_nobody(
    words: Sequence[str], codes: str, span: tuple[int, int, str], text: str, lexicon: FrameLexicon
) -> bool:
    """Whether a phrase is who tells news, what gives a name, or a quoted cry."""
    first, last, _ = span
    quoted = codes[first] == "<" and words[first] != _TITLED and last > first + 1
    if quoted and "v" in codes[first:last] and "n" not in codes[first:last].lower():
        return True
    known = lexicon.nobodies.get(text)
    if known is None:
        names = lexicon.names
        told = names.media.search(text) is not None or names.naming.search(text) is not None
        known = lexicon.nobodies.keep(text, told)
    return known


def _phrase_end(words: Sequence[str], codes: str, i: int, lexicon: FrameLexicon) -> int | None:
    """The index behind the noun phrase that begins at word i, or None."""
    j = i
    code = codes[i]
    if code == "r" and words[i] == lexicon.words.whose:
        return None
    if code == "r":
        last = _pronoun_end(words, codes, i, lexicon)
        if last is None or last == i + 1:
            return last
        j = last
    elif code not in _BEGINS and codes[i : i + 2] not in {"0E", "zr"}:
        return None
    elif code == "z":
        j += 1
    while j < len(codes):
        step = 1 if codes[j] in _INSIDE else _step(words, codes, i, j, lexicon)
        if not step:
            break
        j += step
    while j > i and codes[j - 1] in "B- ":
        j -= 1
    return j if j > i else None


def _pronoun_end(words: Sequence[str], codes: str, i: int, lexicon: FrameLexicon) -> int | None:
    """The index behind 该公司 and 本次比赛, up to which a pronoun leads; behind 我国 alone; None behind another.

    我们 and 其中 lead to no name, and 该机 is none.
    """
    held = lexicon.words
    points = words[i][0] in held.demonstratives
    if not points and words[i] in held.pronouns:
        return None
    j = i + (codes[i + 1 : i + 2] == "q")
    behind = codes[j + 1 : j + 2]
    if behind and behind in "NVTCS":
        return j + 2
    if behind == "v" and len(words[j]) > 1:
        return j + 2
    alone = j == i and len(words[i]) > 1 and tag(words[i][-1])[0] == "n"
    return i + 1 if alone and not points else None


def _step(words: Sequence[str], codes: str, i: int, j: int, lexicon: FrameLexicon) -> int:
    """How many words from word j on, which may be no part of any phrase, go on with the one that begins at word i."""
    code = codes[j]
    if code == "<":
        close = codes.find(">", j + 1, j + _QUOTED)
        return close + 1 - j if close > j + 1 else 0
    before, behind = codes[j - 1] if j > i else "", codes[j + 1 : j + 2]
    if code == "0":
        return int((before != "" and before in "E-") or behind == "E")
    if not before:
        return 0
    if code == "v":  # 渡轮相撞事故
        return 2 * (before in _NOMINAL and j + 1 < len(words) and words[j + 1] in lexicon.words.event_nouns)
    if code == "r":  # 刘某某: a surname may be in the dictionary as any letter
        return int(len(words[j]) <= _SOMEBODY and (before == "P" or (before == "z" and j == i + 1)))
    if code == "-":
        return int(behind != "" and behind in _INSIDE)
    return int(code == " " and before in "E0" and behind != "" and behind in "E0")


def _parts_of(words: Sequence[str], codes: str, i: int, j: int) -> list[tuple[int, int, str]]:
    """The spans of words inside a phrase that may be a mention of their own, with their form; no span twice."""
    if j - i == 1:
        return [(i, j, "f")] if len(words[i]) > 1 or codes[i] in "SX" else []
    spans: dict[tuple[int, int], str] = {(i, j): "f"}
    close = codes.find(">", i, j)
    if close >= 0:
        spans.setdefault((codes.find("<", i, j), close + 1), "q")
    proper = [k for k in range(i, j) if codes[k] in _NAMED]
    if proper:
        last = proper[-1] + 1
        spans.setdefault((i, last), "p")
        first = proper[0] + 1
        while first < last and codes[first] in "C-r0":
            first += 1
        spans.setdefault((i, first), "s")
        if last < j - 1 and codes[last] != ">":
            spans.setdefault((last, j), "t")
    if len(words[j - 1]) > 1 and codes[j - 1] != "V":
        spans.setdefault((j - 1, j), "h")
    return [(*span, form) for span, form in spans.items()]
