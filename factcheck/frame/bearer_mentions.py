"""The mentions of a sentence that may bear a figure: its noun phrases, and the names inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.lexicon import FrameLexicon

_TAGS = {
    "nr": "P", "nrt": "P", "nrfg": "P", "ns": "S", "nt": "T", "nz": "Z", "x": "X", "eng": "E",
    "n": "N", "j": "N", "l": "N", "ng": "N", "an": "N", "s": "N", "i": "N", "nrj": "P", "vn": "V", "b": "B",
}  # fmt: skip
_OPEN, _CLOSE = "“《‘「『", "”》’」』"
_PROPER = frozenset("PSTXEQ")
_INSIDE = frozenset("PSTZXENVBC")
_QUOTED = 10  # words between quotation marks
_LONGEST = 20  # letters of a mention
_TITLED = "《"
_BREAKS = frozenset("，；：。！？\n")  # between clauses
_TIES = frozenset("·-&")  # between two parts of one name


class Mention:
    """A stretch of words that may bear a figure; offsets are those of the text that its sentence is of.

    `kind` is a letter: P person, S place, T organisation, C company, Q in quotation marks, W title of a work,
    E Latin, Z other name, X unknown word, N noun, M noun with a name in it, V what is done, D with a pronoun before
    it. `form` is f for a whole noun phrase, p for one up to its last name, s for its first name, q for what stands in
    quotation marks, t for what stands behind its names, h for its last word. `rank` is the number of its phrase in the
    sentence, `clause` that of its clause; `opens` tells whether a clause begins with it (a), whether it is the first
    phrase of its clause and no verb stands before it (b), or not (c).
    """

    __slots__ = (
        "after", "before", "clause", "codes", "end", "first", "form", "group", "head", "kind", "last", "names", "opens", "rank",
        "says", "scores", "start", "text",
    )  # fmt: skip

    def __init__(
        self, words: Sequence[str], codes: str, span: tuple[int, int, str], ends: Sequence[int], groups: Mapping[str, str]
    ) -> None:
        first, last, self.form = span
        self.first, self.last = first, last
        self.start, self.end = ends[first] - len(words[first]), ends[last - 1]
        self.text = "".join(words[first:last])
        self.head = words[last - 1]
        self.group = groups.get(self.head, "-")
        self.before = words[first - 1] if first else ""
        self.after = words[last] if last < len(words) else ""
        self.kind = _kind_of(words, codes, first, last)
        self.codes = (codes[first - 1] if first else "^") + (codes[last] if last < len(words) else "$")
        self.says = "-"
        self.rank = self.clause = self.names = 0
        self.opens = "c"
        self.scores: dict[str, float] = {}


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
        codes = "".join([code_of(word, lexicon) for word in words])
        clauses, verbs, clause, verb = [], [], 0, 0
        for code in codes:
            clauses.append(clause)
            verbs.append(verb)
            if code == "|":
                clause += 1
            elif code == "v":
                verb += 1
        clauses.append(clause)
        verbs.append(verb)
        self.clauses, self.verbs = clauses, verbs
        self.found = self._find(words, codes, lexicon)
        for one in self.found:
            k = one.last
            if k < len(words) and (
                _says(words[k], lexicon) or (k + 1 < len(words) and codes[k] not in "|>" and _says(words[k + 1], lexicon))
            ):
                one.says = "s"

    def _find(self, words: Sequence[str], codes: str, lexicon: FrameLexicon) -> list[Mention]:
        found: list[Mention] = []
        i, many, rank, before, names = 0, len(words), 0, -1, 0
        clauses, verbs = self.clauses, self.verbs
        opening = 0  # verbs before the clause
        while i < many:
            end = _phrase_end(words, codes, i, lexicon)
            if end is None:
                i += 1
                continue
            clause = clauses[i]
            first = clause != before
            if first:
                k = i
                while k > 0 and codes[k - 1] != "|":
                    k -= 1
                opening = verbs[k]
                opens = "a" if k == i else "b" if verbs[i] == opening else "c"
            else:
                opens = "d" if verbs[i] == opening else "e"
            before = clause
            named = False
            for span in _parts_of(words, codes, i, end):
                mention = Mention(words, codes, span, self.ends, lexicon.groups)
                mention.rank, mention.clause, mention.opens, mention.names = rank, clause, opens, names
                named = named or mention.kind in "PTCEXZQWSM"
                found.append(mention)
            rank += 1
            names += named
            i = end
        return found


def _says(word: str, lexicon: FrameLexicon) -> bool:
    known = lexicon.saying.get(word)
    return known if known is not None else lexicon.saying.keep(word, lexicon.status.says.match(word) is not None)


def code_of(word: str, lexicon: FrameLexicon) -> str:
    """What a word may be in a mention, as one letter; small letters and marks are no part of one."""
    known = lexicon.mention_codes.get(word)
    return known if known is not None else lexicon.mention_codes.keep(word, _code_of(word, lexicon))


def _code_of(word: str, lexicon: FrameLexicon) -> str:
    first = word[0]
    if first in _OPEN:
        return "<"
    if first in _CLOSE:
        return ">"
    if first.isdigit():
        return "0"
    if first.isascii():
        return "E" if first.isalpha() else " " if first == " " else "-" if word in _TIES else "w"
    if word in _TIES:
        return "-"
    if not lexicon.names.letter.match(first):
        return "|" if first in _BREAKS else "w"
    if word in lexicon.words.pronouns:
        return "r"
    if len(word) > 1 and word.endswith(lexicon.words.organisations):
        return "T"
    if word in lexicon.words.companies:
        return "C"
    kind = tag(word)
    if kind == "x" and (lexicon.joins(word) or _is_joined(word)):
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
    for code in "EXZS":
        if code in inside and end != "N" and end != "V":
            return code
    return "V" if end == "V" else "M" if any(code in _PROPER for code in inside) else "N"


def _phrase_end(words: Sequence[str], codes: str, i: int, lexicon: FrameLexicon) -> int | None:
    """The index behind the noun phrase that begins at word i, or None."""
    many = len(codes)
    j = i
    if codes[i] == "r":  # 该公司, 本次比赛
        if i + 1 < many and codes[i + 1] == "q":
            j += 1
        if j + 1 >= many or codes[j + 1] not in "NVTCSv" or (codes[j + 1] == "v" and len(words[j]) == 1):
            return i + 1 if j == i and len(words[i]) > 1 and words[i] not in lexicon.words.pronouns else None
        j += 2 if codes[j + 1] == "v" else 1
    elif codes[i] not in _INSIDE and codes[i] != "<":
        if not (codes[i] == "0" and i + 1 < many and codes[i + 1] == "E"):
            return None
    length = 0
    while j < many:
        code = codes[j]
        if code == "<":
            close = next((k for k in range(j + 1, min(many, j + _QUOTED)) if codes[k] == ">"), None)
            if close is None or close == j + 1:
                break
            j = close + 1
        elif code in _INSIDE:
            j += 1
        elif code in "-" and j > i and j + 1 < many and codes[j + 1] in _INSIDE:
            j += 1
        elif code == "0" and ((j > i and codes[j - 1] in "E-") or (j + 1 < many and codes[j + 1] == "E")):
            j += 1
        elif code == " " and j > i and j + 1 < many and codes[j - 1] in "E0" and codes[j + 1] in "E0":
            j += 1
        elif code == "r" and j > i and codes[j - 1] == "P":  # 刘某某
            j += 1
        else:
            break
    while j > i and (codes[j - 1] == "B" or codes[j - 1] in "- "):
        j -= 1
    return j if j > i else None


def _parts_of(words: Sequence[str], codes: str, i: int, j: int) -> list[tuple[int, int, str]]:
    """The spans of words inside a phrase that may be a mention of their own, with their form."""
    rows: list[tuple[int, int, str]] = [(i, j, "f")]
    if j - i == 1:
        return rows if len(words[i]) > 1 or codes[i] in "NSXP" else []
    inside = codes[i:j]
    proper = [k for k, code in enumerate(inside) if code in _PROPER or code == "C"]
    quote = inside.find(">")
    if quote >= 0:
        rows.append((i + inside.find("<"), i + quote + 1, "q"))
    if proper:
        last = i + proper[-1] + 1
        if last < j and last > i:
            rows.append((i, last, "p"))
        first = i + proper[0] + 1
        while first < last and codes[first] in "C-r0":
            first += 1
        if first != last:
            rows.append((i, first, "s"))
        if last < j - 1 and codes[last] not in ">":
            rows.append((last, j, "t"))
    if len(words[j - 1]) > 1 and codes[j - 1] not in "V":
        rows.append((j - 1, j, "h"))
    seen: set[tuple[int, int]] = set()
    unique: list[tuple[int, int, str]] = []
    for row in rows:
        if row[:2] not in seen:
            seen.add(row[:2])
            unique.append(row)
    return unique
