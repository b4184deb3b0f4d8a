"""Who a sentence names: organisations, people and things that a figure may be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.places import Mention
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span

_LONGEST = 16  # letters of a name
_NOUNS = frozenset({"n", "nz", "ns", "nt", "nr", "nrt", "nrfg", "ng", "b", "vn", "j", "l", "an", "eng", "s", "x"})
_PROPER = frozenset({"x", "nr", "nrt", "nz", "nt"})
_UNKNOWN = frozenset({"x", "nr", "nrt", "nz", "ns"})
_OPEN, _CLOSE = "“《‘「『", "”》’」』"
_MARKS = frozenset("，；：。！？、…— \n()（）0123456789")
_FAR = 12  # words before a name in which a verb is looked for
_TERM = 4  # words of a quoted noun; one or two letters in quotation marks are a word spoken of
_QUOTED = 10  # words between quotation marks
_GAP = 4  # words that may stand between 某大学 and 研究所 in one name


class Name(Value, frozen=True):
    """A noun phrase that names somebody or something. `oblique`: compared with, given to, acted upon."""

    start: int
    end: int
    text: str
    oblique: bool
    place: bool  # nothing but a place
    sector: bool  # a part of an economy: 生产性服务业, 高新技术产业
    weak: bool  # a class of things alone (企业, 项目), or words in quotation marks: it names nobody


def find_names(
    words: Sequence[str], spans: Sequence[Span], places: Sequence[Mention], lexicon: FrameLexicon
) -> tuple[Name, ...]:
    """The names among the words of a sentence, in order."""
    at_place = {mention.start: mention for mention in places}
    found: list[Name] = []
    # "" is a word that begins no name; None one that was not looked at yet
    begins = [i for i, kind in enumerate(map(lexicon.name_kinds.get, words)) if kind != ""]
    if at_place:
        begins = sorted({*begins, *[i for i, (start, _) in enumerate(spans) if start in at_place]})
    behind = 0  # the last name
    for i in begins:
        end = _anchor_end(words, i, spans, at_place, lexicon) if i >= behind else None
        if end is None:
            continue
        first = _phrase_start(words, i, found[-1].end if found else spans[0][0], spans, lexicon)
        last = _anchors_end(words, end, spans, at_place, lexicon)
        name = _make_name(words, (first, last), spans, at_place, lexicon)
        if name is not None:
            found.append(name)
        behind = last
    return tuple(found)


def _anchor_end(
    words: Sequence[str], i: int, spans: Sequence[Span], at_place: dict[int, Mention], lexicon: FrameLexicon
) -> int | None:
    """The index behind the anchor that begins at word i, or None: a place, a quoted term, a Latin or proper name."""
    word = words[i]
    if at_place and spans[i][0] in at_place:
        end = at_place[spans[i][0]].end
        while i < len(words) and spans[i][0] < end:
            i += 1
        return i
    kind = _kind(word, lexicon)
    if not kind:
        return None
    if kind == "mark":
        return _quotation_end(words, i)
    if kind == "company":
        return i + 1 if i and tag(words[i - 1]) in _PROPER and _is_noun(words[i - 1], lexicon) else None
    if kind == "latin":
        while i + 2 < len(words) and words[i + 1] == " " and words[i + 2][0].isascii() and words[i + 2][0].isalpha():
            i += 2
    return i + 1


def _quotation_end(words: Sequence[str], i: int) -> int | None:
    """The index behind the mark that closes the one at word i."""
    close = _CLOSE[_OPEN.index(words[i])]
    last = next((j for j in range(i + 1, min(len(words), i + _QUOTED)) if words[j] == close), i + 1)
    return last + 1 if last > i + 1 else None


def _kind(word: str, lexicon: FrameLexicon) -> str:
    """What a word may begin: a quoted term, a company's last word, a Latin name, another name; "" nothing."""
    known = lexicon.name_kinds.get(word)
    return known if known is not None else lexicon.name_kinds.keep(word, _kind_of(word, lexicon))


def _kind_of(word: str, lexicon: FrameLexicon) -> str:
    if word in _OPEN:
        return "mark"
    if _is_anchor(word, lexicon):
        return "latin" if word[0].isascii() else "name"
    return "company" if word in lexicon.words.companies else ""


def _list_start(words: Sequence[str], i: int, floor: int, spans: Sequence[Span], lexicon: FrameLexicon) -> int:
    """The index where the examples begin that 等 at word i ends: 石化、钢铁等产业."""
    first = i
    length = 0
    while first > 0 and spans[first - 1][0] >= floor:
        word = words[first - 1]
        length += len(word)
        if length > _LONGEST // 2 or not (word == "、" or _is_noun(word, lexicon)):
            break
        first -= 1
    while first < i and words[first] == "、":
        first += 1
    return first if first < i else i + 1


def _is_anchor(word: str, lexicon: FrameLexicon) -> bool:
    """Whether a word alone is a Latin name, a proper name, an organisation or people who act."""
    if len(word) < 2:
        return False
    if word[0].isascii():
        return word[0].isalpha() and word not in lexicon.words.abbreviations
    held = lexicon.words
    return tag(word) in {"nr", "nt", "nrt"} or word.endswith(held.organisations + held.actors)


def _is_noun(word: str, lexicon: FrameLexicon) -> bool:
    known = lexicon.nouns.get(word)
    return known if known is not None else lexicon.nouns.keep(word, _looks_like_noun(word, lexicon))


def _looks_like_noun(word: str, lexicon: FrameLexicon) -> bool:
    if not lexicon.names.letter.match(word):
        return False
    return word.startswith(lexicon.words.ordinal) or (tag(word) in _NOUNS and not (len(word) == 1 and tag(word) == "x"))


def _phrase_start(words: Sequence[str], i: int, floor: int, spans: Sequence[Span], lexicon: FrameLexicon) -> int:
    """The index where the noun phrase begins whose anchor is word i."""
    length, start = len(words[i]), i
    while i > 0 and spans[i - 1][0] >= floor and _is_noun(words[i - 1], lexicon):
        word = words[i - 1]
        if length + len(word) > _LONGEST or lexicon.opens(word) or lexicon.joins(word):
            break
        i -= 1
        length += len(words[i])
    i = _name_start(words, i, lexicon)
    if i > 2 and words[i - 1] == lexicon.words.and_others:
        i = _list_start(words, i - 1, floor, spans, lexicon)
    while i < start and tag(words[i]) in {"vn", "v"}:  # 培育企业: a verb and its object
        i += 1
    return i


def _name_start(words: Sequence[str], i: int, lexicon: FrameLexicon) -> int:
    """The index with what a name begins with that is no noun: 盛 of 盛光祖, 新安(深圳) of 新安(深圳)有限公司."""
    if i > 0 and _is_letter(words[i - 1], lexicon):
        if len(words[i]) == 2 and tag(words[i]) in {"nr", "x", "nz"} and _opens_clause(words, i - 1):
            return i - 1
        # 埃斯顿机器人: a name that the segmenter does not know, cut in two at the head of its clause
        han = lexicon.names.letter
        if i > 1 and tag(words[i - 2]) in _UNKNOWN and han.match(words[i - 2]) and _opens_clause(words, i - 2):
            return i - 2
    if i > 3 and words[i - 1] in {")", "）"} and words[i - 3] in {"(", "（"} and _is_noun(words[i - 4], lexicon):
        i -= 4
        while i > 0 and _is_noun(words[i - 1], lexicon):
            i -= 1
    return i


def _is_letter(word: str, lexicon: FrameLexicon) -> bool:
    """One Han letter that may be part of a name."""
    han = len(word) == 1 and lexicon.names.letter.match(word) is not None
    return han and tag(word)[0] in "nqgxva" and not lexicon.joins(word)


def _opens_clause(words: Sequence[str], i: int) -> bool:
    """Whether a clause begins with word i."""
    return i == 0 or words[i - 1] in _MARKS


def _anchors_end(
    words: Sequence[str], end: int, spans: Sequence[Span], at_place: dict[int, Mention], lexicon: FrameLexicon
) -> int:
    """The index behind the last anchor that the nouns behind the first one lead to."""
    last, i = end, end
    proper = tag(words[end - 1]) in {"nr", "nrt", "nz"} and spans[end - 1][0] not in at_place
    while i < len(words) and i - last <= _GAP:
        further = _anchor_end(words, i, spans, at_place, lexicon)
        if further is not None:
            last = i = further
        elif _is_noun(words[i], lexicon) and words[i] not in lexicon.words.predicates:
            i += 1
            if proper and not words[i - 1].endswith(lexicon.words.measure_nouns):
                last = i
        else:
            break
    return last


def _make_name(
    words: Sequence[str], bounds: Span, spans: Sequence[Span], at_place: dict[int, Mention], lexicon: FrameLexicon
) -> Name | None:
    """The name of the words between two indices; of one that is too long, its last words."""
    first, last = bounds
    text = "".join(words[first:last])
    if len(text) > _LONGEST:
        first = max(first, last - 3)
        text = "".join(words[first:last])
    before = words[first - 1] if first else ""
    start, end = spans[first][0], spans[last - 1][1]
    mention = at_place.get(start)
    place = mention is not None and mention.end == end
    oblique = before in lexicon.words.obliques or _is_acted_on(words, first, lexicon)
    return Name(
        start=start, end=end, text=text, oblique=oblique, place=place,
        sector=_is_sector(words, last, lexicon), weak=_is_weak(words, first, last, lexicon),
    )  # fmt: skip


def _is_acted_on(words: Sequence[str], first: int, lexicon: FrameLexicon) -> bool:
    """Whether a verb stands before a name in its clause: it is what the verb acts on, unless 的 makes it the head."""
    if first and words[first - 1] == lexicon.words.of:
        return False
    for i in range(first - 1, max(-1, first - _FAR), -1):
        word = words[i]
        if word in _MARKS:
            return False
        kind = tag(word)
        if (kind == "v" and word not in lexicon.words.copulas) or (kind == "vn" and word in lexicon.words.predicates):
            return True
        if kind == "vn" and (i == 0 or words[i - 1] in _MARKS or tag(words[i - 1]) in {"d", "v", "p", "a"}):
            return True
    return False


def _is_sector(words: Sequence[str], last: int, lexicon: FrameLexicon) -> bool:
    """Whether a name ends in a sector, and not in what names a body that stands behind it: 岚光产业 of 岚光产业基金."""
    body = last < len(words) and words[last] in lexicon.words.bodies
    return words[last - 1].endswith(lexicon.words.sectors) and not body


def _is_weak(words: Sequence[str], first: int, last: int, lexicon: FrameLexicon) -> bool:
    inside = words[first:last]
    if inside[0] in {"“", "‘", "「"} and inside[-1] in {"”", "’", "」"}:
        return not _is_acting(words, first, last, lexicon)
    if lexicon.names.media.search("".join(inside)):
        return True
    if first and words[first - 1] == lexicon.words.whose and not any(tag(word) in _PROPER for word in inside):
        return True  # 其预测模型: a thing of whom the clause before named
    return len(inside) == 1 and (inside[0] in lexicon.words.actors or inside[0] in lexicon.words.organisations)


def _is_acting(words: Sequence[str], first: int, last: int, lexicon: FrameLexicon) -> bool:
    """“人才码”整合: whether a term in quotation marks heads its clause and a verb follows that is not one of saying."""
    term = words[first + 1 : last - 1]
    named = len(term) <= _TERM and len("".join(term)) > 2 and all(_is_noun(word, lexicon) for word in term)
    if not named or not _opens_clause(words, first) or last == len(words) or tag(words[last]) != "v":
        return False
    return words[last] not in lexicon.words.copulas and lexicon.status.says.fullmatch(words[last]) is None
