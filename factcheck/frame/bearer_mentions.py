"""The mentions of a sentence that may bear a figure: its noun phrases, and the names inside them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

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
_RUN = re.compile("[PSTZXENVBC]+")  # what goes on with a phrase, whatever stands beside it
_GOES_ON = frozenset("<0vr- ")  # what may go on with one, by what stands beside it
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


class _Part(NamedTuple):
    """Words of a phrase, counted from its first one, that may be a mention of their own; see `BearerMention`."""

    first: int
    last: int
    form: str
    kind: str


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
        "names", "opens", "rank", "says", "scores", "shape", "start", "stripped", "text", "weighed",
    )  # fmt: skip

    def __init__(
        self, words: Sequence[str], ends: Sequence[int], first: int, part: _Part, *, text: str, codes: str, says: str,
        group: str, amount: bool, stands: tuple[int, int, int, str],
    ) -> None:  # fmt: skip
        """`first` is the first word of the phrase; `stands` its rank, its clause, the names before it, how it opens."""
        begin, end, form, kind = part
        self.last = last = first + end
        self.first = first = first + begin
        self.start, self.end = ends[first] - len(words[first]), ends[last - 1]
        self.text, self.head, self.group, self.is_amount = text, words[last - 1], group, amount
        self.before = words[first - 1] if first else ""
        self.after = words[last] if last < len(words) else ""
        self.form, self.kind, self.codes, self.says = form, kind, codes, says
        self.rank, self.clause, self.names, self.opens = stands
        self.shape = kind + self.opens + form + codes[1] + says + codes[0]  # all its codes as one
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
        looked_at = [*map(known.get, words)]
        if None in looked_at:  # rare: most words were seen before
            looked_at = [known.get(word) or _look_at(word, lexicon) for word in words]
        both = "".join(filter(None, looked_at))
        codes, said = both[::2], both[1::2]
        self.clauses = list(accumulate(map("|".__eq__, codes), initial=0))
        self.verbs = list(accumulate(map("v".__eq__, codes), initial=0))
        self.found = self._find(words, codes, said if _SAYS in said else "", lexicon)

    def _find(self, words: Sequence[str], codes: str, said: str, lexicon: FrameLexicon) -> list[BearerMention]:
        """`said` has `_SAYS` for each word with which somebody says something; "" where there is none."""
        found: list[BearerMention] = []
        heads, nobodies, ends, clauses = lexicon.heads, lexicon.nobodies, self.ends, self.clauses
        around = "^" + codes + "$"
        i = rank = names = 0
        before = -1
        while (start := _START.search(codes, i)) is not None:
            i = start.start()
            end = _phrase_end(words, codes, i, lexicon)
            if end is None:
                i += 1
                continue
            clause = clauses[i]
            stands = rank, clause, names, self._opens(codes, i, first=clause != before)
            before, named, many = clause, False, len(found)
            for part in _parts_of(words, codes, i, end):
                first, last = i + part.first, i + part.last
                head = words[last - 1]
                group, amount, alone = heads.get(head) or _look_at_head(head, lexicon)
                if alone and last == first + 1:
                    continue
                text = "".join(words[first:last])
                if nobodies[text] if text in nobodies else _look_at_name(text, lexicon):
                    continue
                says = _tell_says(words, codes, said, last, lexicon) if said else "-"
                found.append(BearerMention(
                    words, ends, i, part, text=text, group=group, amount=amount, says=says, stands=stands,
                    codes=around[first] + around[last + 1],
                ))  # fmt: skip
                named = named or part.kind in _NAMES
            rank, names, i = rank + (len(found) > many), names + named, end
        return found

    def _opens(self, codes: str, i: int, *, first: bool) -> str:
        """How the phrase at word i stands in its clause; `first`: it is the first one there."""
        begin = codes.rfind("|", 0, i) + 1
        bare = self.verbs[i] == self.verbs[begin]
        if not first:
            return "d" if bare else "e"
        return "a" if begin == i else "b" if bare else "c"


def _tell_says(words: Sequence[str], codes: str, said: str, last: int, lexicon: FrameLexicon) -> str:
    """How the words from word `last` on say of a mention before them that it says something."""
    if _SAYS in said[last : last + 1 + (codes[last : last + 1] not in {"|", ">"})]:
        return _SAYS
    stop = codes.find("|", last)
    published = _SAYS in said[last:stop] and lexicon.status.publishes.match("".join(words[last:stop]))
    return _PUBLISHED if published else "-"


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


def _kind_of(inside: str, *, titled: bool) -> str:
    """The kind of a mention of words with these codes; `titled`: the first one opens a title."""
    if inside[0] == "r":
        return "D"
    if inside[0] == "<":
        return "W" if titled else "Q"
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


def _look_at_name(text: str, lexicon: FrameLexicon) -> bool:
    """Whether a phrase is who tells news, or what gives a name: it names nobody."""
    names = lexicon.names
    told = names.media.search(text) is not None or names.naming.search(text) is not None
    return lexicon.nobodies.keep(text, told)


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
        if (run := _RUN.match(codes, j)) is not None:
            j = run.end()
            continue
        step = _step(words, codes, i, j, lexicon) if codes[j] in _GOES_ON else 0
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


def _parts_of(words: Sequence[str], codes: str, i: int, j: int) -> tuple[_Part, ...]:
    """The stretches of the phrase of the words i to j that may be a mention of their own; none twice."""
    inside = codes[i:j]
    titles = tuple([word == _TITLED for word in words[i:j]]) if "<" in inside else ()
    return _divide_phrase(inside, titles, long=len(words[j - 1]) > 1)


@lru_cache(maxsize=1 << 14)  # of phrases with the same codes the parts are the same
def _divide_phrase(codes: str, titles: tuple[bool, ...], *, long: bool) -> tuple[_Part, ...]:
    """The parts of a phrase of words with these codes; `titles` tells which words open a title.

    `long`: the last word has more than one letter. A quoted cry is no part.
    """
    end = len(codes)
    if end == 1:
        whole = long or codes in "SX"
        return (_Part(0, 1, "f", _kind_of(codes, titled=titles == (True,))),) if whole else ()
    spans: dict[tuple[int, int], str] = {(0, end): "f"}
    close = codes.find(">")
    if close >= 0:
        spans.setdefault((codes.find("<"), close + 1), "q")
    proper = [k for k in range(end) if codes[k] in _NAMED]
    if proper:
        last = proper[-1] + 1
        spans.setdefault((0, last), "p")
        first = proper[0] + 1
        while first < last and codes[first] in "C-r0":
            first += 1
        spans.setdefault((0, first), "s")
        if last < end - 1 and codes[last] != ">":
            spans.setdefault((last, end), "t")
    if long and codes[-1] != "V":
        spans.setdefault((end - 1, end), "h")
    parts = []
    for (first, last), form in spans.items():
        inside, titled = codes[first:last], bool(titles) and titles[first]
        quoted = inside[0] == "<" and not titled and last > first + 1
        if not (quoted and "v" in inside and "n" not in inside.lower()):
            parts.append(_Part(first, last, form, _kind_of(inside, titled=titled)))
    return tuple(parts)
