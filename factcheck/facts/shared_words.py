"""The words that sentences of one fact share around its figure: a stretch of one of them, said as it stands there."""

from __future__ import annotations

import math
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import weigh_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_AHEAD, _BEHIND = 40, 24  # letters before and behind a figure among which a stretch is looked for
_MOST = 18  # letters of a stretch
_ENOUGH = 12  # sentences in which a stretch is looked for
_SHARED = 0.34, 0.6  # of the articles, that must have a word of the figure's clause for it to be shared, or of another
_FAR = 0.6  # what a word is worth in another clause than that of the figure
_MARK = 4.0  # what a comma within a stretch costs
_HALF = 12  # letters from the figure, at which a word is worth half
_APART = 1.0  # what it costs a stretch not to stand beside the figure
_AWAY = 0.3  # and each letter between the two
_OTHER = 0.1, 1.0  # what a letter costs that few share, in the clause of the figure and in another
_NAMED, _MEASURED = 0.4, 1.5  # of the articles, that name a word as what is measured, and what it is worth then
_LEAST, _LITTLE = 2.0, 0.3  # what a stretch must be worth, and where there is no such, what is better than nothing
_UNSEEN = 14.0  # bits of a word that the dictionary lacks
_RAREST = 10.0  # bits, above which a word says no more
_FILLED = frozenset({"p", "c", "d", "u", "uj", "ul", "uz", "ug", "zg", "f", "y", "e", "r", "ud", "k", "h", "o"})
_IDLE = frozenset({"m", "t", "q", "mq", "tg"})  # tags of numbers and times, which say nothing of a measure
_CUT = frozenset({"nr", "nrt", "nrfg", "nz", "x"})  # tags of words that may be a part of a name
_PART_OF_NAME = frozenset({"n", "ng", "nr", "nz", "x", "g", "zg", "Ng", "j"})  # and of the letter beside it
_COMMAS = frozenset("，,、：")
_STOPS = frozenset('。；：！？!?;…\n“”"‘’「」『』（）()《》〈〉【】[]△')
_MARKS = _STOPS | _COMMAS
GAP = "…"  # where the figure stands in a stretch


class FigureSentence(NamedTuple):
    """A sentence that states a fact: its letters, its words, the figure in it, and how much of its article it is."""

    text: str
    words: tuple[tuple[int, int], ...]
    figure: tuple[int, int]
    figures: tuple[tuple[int, int], ...]  # others of the sentence
    measure: str  # as its claim has it
    clause: tuple[int, int]  # what stands around the figure up to the next marks
    worth: float  # 1 for the only sentence of its article, else a part of it

    @property
    def near(self) -> str:
        """What stands around the figure."""
        return self.text[max(0, self.figure[0] - _AHEAD) : self.figure[1] + _BEHIND]


class _Token(NamedTuple):
    text: str  # "" for the figure
    worth: float
    letters: int
    is_inside: bool  # whether it stands in the clause of the figure


def read_wordings(
    statements: Sequence[Statement], articles: Mapping[str, Article], lexicon: Lexicon
) -> list[FigureSentence]:
    """The sentences of statements, each with its words, in their order."""
    held = Counter(one.claim.doc for one in statements)
    return [_read(one, articles[one.claim.doc], 1 / held[one.claim.doc], lexicon) for one in statements]


def _read(one: Statement, article: Article, worth: float, lexicon: Lexicon) -> FigureSentence:
    first, last = one.claim.sentence
    text, figure = article.text.folded[first:last], (one.claim.start - first, one.claim.end - first)
    ends = list(accumulate(map(len, lexicon.text.segmenter.words(text))))
    others = (
        (claim.start - first, claim.end - first) for claim in article.claims
        if claim.sentence == one.claim.sentence and claim.start != one.claim.start
    )  # fmt: skip
    return FigureSentence(
        text=text, words=tuple(zip([0, *ends], ends, strict=False)), figure=figure, figures=tuple(others),
        measure=one.claim.measure or "", clause=_bound(text, figure, _MARKS, (0, len(text))), worth=worth,
    )  # fmt: skip


def _bound(text: str, figure: tuple[int, int], marks: Collection[str], span: tuple[int, int]) -> tuple[int, int]:
    """From the last of some marks before a figure to the first behind it, within a span."""
    (start, end), (low, high) = figure, (max(0, span[0]), min(len(text), span[1]))
    before = next((at + 1 for at in range(start - 1, low - 1, -1) if text[at] in marks), low)
    return before, next((at for at in range(end, high) if text[at] in marks), high)


class _Sharing:
    """How much of the articles holds a word near the figure, and how much names it as what is measured."""

    def __init__(self, wordings: Sequence[FigureSentence]) -> None:
        self._held = [(one.near, one.measure, one.worth) for one in wordings]
        self._whole = math.fsum(one.worth for one in wordings)
        self._known: dict[str, tuple[float, float]] = {}

    def of(self, word: str) -> tuple[float, float]:
        """The two shares, 0 to 1."""
        known = self._known.get(word)
        if known is None:
            near = math.fsum(worth for text, _, worth in self._held if word in text)
            named = math.fsum(worth for _, measure, worth in self._held if word in measure)
            known = self._known[word] = near / self._whole, named / self._whole
        return known


def find_shared_stretch(wordings: Sequence[FigureSentence], lexicon: Lexicon) -> str | None:
    """The stretch of a sentence by the figure that holds most of what they share; None where that is little."""
    sharing = _Sharing(wordings)
    for least in (_LEAST, _LITTLE):
        found = [told for one in wordings[:_ENOUGH] if (told := _find_in(one, sharing, lexicon, least)) is not None]
        if found:
            stretch = min(found, key=lambda one: (-one[0], len(one[1]), one[1]))[1]
            return _mend(stretch, wordings, lexicon)
    return None


def _mend(stretch: str, wordings: Sequence[FigureSentence], lexicon: Lexicon) -> str:
    """A stretch with the letter ahead of its first word, where the dictionary lacks it and has cut it: 望, 澜市."""
    first = lexicon.text.segmenter.words(stretch)[0]
    if weigh_word(first) < _UNSEEN:
        return stretch
    ahead = [one.text[at - 1] for one in wordings if (at := one.text.find(first)) > 0]
    letters = set(ahead)
    letter = ahead[0] if len(letters) == 1 and len(ahead) > 1 else ""
    loose = not letter.isalpha() or letter in lexicon.pair.concepts.empty
    return stretch if loose or lexicon.text.segmenter.tag(letter) in _FILLED | _IDLE else letter + stretch


def _find_in(one: FigureSentence, sharing: _Sharing, lexicon: Lexicon, least: float) -> tuple[float, str] | None:
    """The best stretch of the clause of a figure; where that says nothing (最高达到13亿), of what is around it too."""
    tokens = _weigh_tokens(one, sharing, lexicon)
    inside = [token for token in tokens if token.is_inside]
    return _find_best(inside, lexicon, least) or _find_best(tokens, lexicon, least)


def _find_best(tokens: Sequence[_Token], lexicon: Lexicon, least: float) -> tuple[float, str] | None:
    at = next((number for number, token in enumerate(tokens) if not token.text), None)
    if at is None:
        return None
    away = _count_between(tokens, at)
    best = (0.0, 0, 0)
    for first in range(len(tokens)):
        worth, letters = 0.0, 0
        for last in range(first, len(tokens)):
            worth += tokens[last].worth
            letters += tokens[last].letters
            if letters > _MOST:
                break
            apart = 0 if first <= at <= last else min(away[first], away[last])
            told = worth - (_APART + _AWAY * apart if apart else 0.0)
            if told > best[0]:
                best = told, first, last
    if best[0] < least:
        return None
    text = _trim(_complete(tokens, best[1], best[2], lexicon), lexicon)
    return (best[0], text) if text else None


def _complete(tokens: Sequence[_Token], first: int, last: int, lexicon: Lexicon) -> Sequence[_Token]:
    """A stretch with the single letters at its ends that belong to a name which the segmenter cut: 姆巴, 佩."""
    tag = lexicon.text.segmenter.tag
    if first > 0 and tag(tokens[first].text) in _CUT and _is_letter(tokens[first - 1], lexicon):
        first -= 1
    if last + 1 < len(tokens) and tag(tokens[last].text) in _CUT and _is_letter(tokens[last + 1], lexicon):
        last += 1
    return tokens[first : last + 1]


def _is_letter(token: _Token, lexicon: Lexicon) -> bool:
    letter = len(token.text) == 1 and token.text.isalpha()
    return letter and lexicon.text.segmenter.tag(token.text) in _PART_OF_NAME


def _count_between(tokens: Sequence[_Token], at: int) -> list[int]:
    """The letters between each token and the figure."""
    away = [0] * len(tokens)
    for numbers in (range(at - 1, -1, -1), range(at + 1, len(tokens))):
        letters = 0
        for number in numbers:
            away[number] = letters
            letters += tokens[number].letters
    return away


def _weigh_tokens(one: FigureSentence, sharing: _Sharing, lexicon: Lexicon) -> list[_Token]:
    """The words around a figure up to the next full stops, each with what it says of what all share."""
    start, end = one.figure
    low, high = _bound(one.text, one.figure, _STOPS, (start - _AHEAD, end + _BEHIND))
    found: list[_Token] = []
    for first, last in one.words:
        if first < low or last > high:
            continue
        if first < end and last > start:
            if not found or found[-1].text:
                found.append(_Token("", 0.0, 0, is_inside=True))
            continue
        is_inside = one.clause[0] <= first and last <= one.clause[1]
        worth = _weigh((first, last), one, sharing, lexicon, is_inside=is_inside)
        found.append(_Token(one.text[first:last], worth, last - first, is_inside))
    return found


def _weigh(
    span: tuple[int, int], one: FigureSentence, sharing: _Sharing, lexicon: Lexicon, *, is_inside: bool
) -> float:
    """What a word says: more if it is rare, stands near and many share it; less than nothing if they do not."""
    first, last = span
    word, cost = one.text[first:last], _OTHER[not is_inside] * (last - first)
    if word in _COMMAS:
        return -_MARK
    tag = lexicon.text.segmenter.tag(word)
    of_figure = any(start < last and first < end for start, end in one.figures)
    of_figure = of_figure or (first > 0 and one.text[first - 1].isdigit())
    if of_figure or tag in _IDLE or any(map(str.isdigit, word)) or _is_telling(word, lexicon):
        return -float(len(word))
    near, named = sharing.of(word)
    if tag in _FILLED or word in lexicon.pair.concepts.empty or not any(map(str.isalnum, word)):
        return 0.0 if is_inside or near >= _SHARED[1] else -cost
    if near < _SHARED[not is_inside]:
        return -cost
    away = one.figure[0] - last if last <= one.figure[0] else first - one.figure[1]
    worth = near * len(word) * (0.5 + min(weigh_word(word), _RAREST) / _RAREST)
    worth *= _MEASURED if word in one.measure and named >= _NAMED else 1.0
    return worth * (1.0 if is_inside else _FAR) * _HALF / (_HALF + away)


def _is_telling(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says that somebody reports: 记者, 获悉, 表示."""
    frame = lexicon.frame
    told = frame.names.media.search(word), frame.status.says.fullmatch(word), frame.periods.published.fullmatch(word)
    return any(found is not None for found in told)


def _trim(tokens: Iterable[_Token], lexicon: Lexicon) -> str:
    """The words of a stretch without what opens or ends no phrase, and with a gap where the figure stands."""
    held = list(tokens)
    while held and _is_loose(held[0], lexicon) and not _is_bound(held, lexicon):
        del held[0]
    while held and _is_loose(held[-1], lexicon):
        del held[-1]
    return GAP.join(part.strip() for part in "".join(one.text or GAP for one in held).split(GAP))


def _is_loose(token: _Token, lexicon: Lexicon) -> bool:
    if token.worth < 0 or not token.text.strip():
        return True
    words, tag = lexicon.pair.concepts.empty | lexicon.frame.words.modals, lexicon.text.segmenter.tag(token.text)
    return tag in _FILLED or tag in _IDLE or token.text in words


def _is_bound(tokens: Sequence[_Token], lexicon: Lexicon) -> bool:
    """Whether the first word is of one with the next, both of one letter: 在孵企业."""
    if len(tokens) < 2 or not len(tokens[0].text) == len(tokens[1].text) == 1:
        return False
    return tokens[0].text in lexicon.frame.words.at_or_in and lexicon.text.segmenter.tag(tokens[1].text) == "v"
