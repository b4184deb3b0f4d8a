"""What the articles of one fact are about: the names that the clauses of its figure, their titles and leads share."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import weigh_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.facts.shared_words import FigureSentence
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_NEAR, _HEADED, _SAID = 1.0, 0.8, 0.4  # in the clause of the figure, in title or lead, elsewhere in its sentence
_SHARED = 0.65  # of the articles, that must hold a name for it to be what they are about
_MOST = 3  # words of a name
_LONGEST = 12  # letters of it
_RARE = 7.0  # bits, from which a noun among several says what an article is about
_BITS = 14.0  # that a name can say
_UNSEEN = 14.0  # bits of a word that the dictionary lacks
_SIDES = 2  # letters that stand on a side of a word which is whole
_NOUN = 0.6  # what nouns are worth, where a name would tell who it is
_NAMES = frozenset({"nr", "nrt", "nrfg", "nt", "nz", "nrf", "ns"})
_UNKNOWN = "x"  # of a word that the dictionary lacks: mostly a name
_PARTS = frozenset({_UNKNOWN, "n", "ns", "nr", "nrt", "nrfg", "nt", "nz", "nrf", "vn", "eng", "an", "j", "l", "b"})
_LAST = _PARTS - {"vn", "an", "b", "l"}
_SPECIFIC = 0.85  # of what bears out a name, that must bear out a longer form of it
_LOOSE = frozenset(
    {
        "p",
        "c",
        "d",
        "u",
        "uj",
        "ul",
        "uz",
        "ug",
        "zg",
        "f",
        "y",
        "e",
        "r",
        "v",
        "m",
        "q",
        "a",
        "k",
        "h",
        "o",
    }
)  # tags of single letters that are words of their own
_SAYS = 8  # letters behind a name, in which a word of saying makes it a teller
_MARK = re.compile("[，。、；：,;:!?！？]")
_OFTEN = 4  # times that a name occurs, from which a verb that always stands by it is a part of it: 进, 博会
_TITLE = re.compile("《[^《》\n]{1,20}》")


class Backdrop(NamedTuple):
    """What stands around a sentence that states a fact: the title and lead of its article, and all of it."""

    head: str
    text: str


def read_settings(docs: Iterable[str], articles: Mapping[str, Article], lexicon: Lexicon) -> list[Backdrop]:
    """The settings of sentences, by the ids of their articles, in order."""
    found = []
    for doc in docs:
        article = articles[doc]
        folded = article.text.folded
        spans = (folded[slice(*span)] for span in (article.text.headline, article.text.lead) if span is not None)
        title = lexicon.text.fold(article.document.title or "")
        found.append(Backdrop(head="\n".join((title, *spans)), text=folded))
    return found


def find_topic(
    wordings: Sequence[FigureSentence], settings: Sequence[Backdrop], tellers: Collection[str], lexicon: Lexicon
) -> str | None:
    """The name that says most of what the articles of a fact share, none of those that tell it; None without one."""
    whole = math.fsum(one.worth for one in wordings)
    rows = [
        (one.worth, one.text[slice(*one.clause)], around.head, one.text)
        for one, around in zip(wordings, settings, strict=True)
    ]
    held: dict[str, float] = {}
    for name, bits in _list_names(rows, lexicon):
        if name in held:
            continue
        shared = math.fsum(worth * _find_where(name, *around) for worth, *around in rows)
        held[name] = shared * min(bits, _BITS) if shared >= _SHARED * whole else 0.0
    texts, articles = [text for *_, text in rows], list_texts(settings)
    told = {
        name: worth for name, worth in held.items()
        if worth and is_fit(name, tellers, lexicon) and not tells_it(name, texts, lexicon)
        and not is_scrap(name, articles, lexicon)
    }  # fmt: skip
    if not told:
        return None
    best = min(told, key=lambda name: (-told[name], len(name), name))
    longer = [name for name in told if best in name and told[name] >= _SPECIFIC * told[best]]
    return complete_name(min(longer, key=lambda name: (-len(name), name)), texts, lexicon)


def list_texts(settings: Iterable[Backdrop]) -> list[str]:
    """The texts of the articles, each once."""
    return list(dict.fromkeys(one.text for one in settings))


def is_scrap(name: str, texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a name has a word that the dictionary lacks, and stands only beside one and the same letter: 引林郑."""
    words = lexicon.text.segmenter.words(name)
    whole = len(words[0]) > 1 and len(words[-1]) > 1
    if whole and all(weigh_word(word) < _UNSEEN for word in words if len(word) > 1):
        return False
    ahead, behind = set[str](), set[str]()
    for text in texts:
        for at in _find_all(name, text):
            for side, letter in ((ahead, text[max(0, at - 1) : at]), (behind, text[at + len(name) :][:1])):
                side.add("" if not letter.isalpha() or lexicon.text.segmenter.tag(letter) in _LOOSE else letter)
    return any(len(letters) < _SIDES and "" not in letters for letters in (ahead, behind))


def complete_name(name: str, texts: Iterable[str], lexicon: Lexicon) -> str:
    """A name with the letter that stands on one side of it wherever it occurs, where no other word has it: 姆巴, 佩."""
    tag = lexicon.text.segmenter.tag
    sides: list[tuple[str, str]] = []
    for text in texts:
        words = lexicon.text.segmenter.words(text)
        ends = list(accumulate(map(len, words)))
        for at in _find_all(name, text):
            number = bisect_right(ends, at)
            behind = bisect_right(ends, at + len(name))
            before = words[number - 1] if number and ends[number - 1] == at else ""
            after = words[behind] if behind < len(words) and ends[behind - 1] == at + len(name) else ""
            sides.append((before, after))
    for side, ahead in ((0, True), (1, False)):
        letters = {pair[side] for pair in sides}
        letter = next(iter(letters), "")
        loose = tag(letter) in _LOOSE and not (tag(letter) == "v" and len(sides) >= _OFTEN)
        if len(letters) == 1 and len(sides) > 1 and len(letter) == 1 and letter.isalpha() and not loose:
            return letter + name if ahead else name + letter
    return name


def _find_all(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def is_fit(name: str, tellers: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a name may be what a figure is about: no place, nor an office without a name, nor who tells it."""
    frame = lexicon.frame
    if frame.gazetteer.canonical(name) is not None or name[-1] in frame.words.division_letters:
        return False
    return name not in frame.words.organisations and not is_teller(name, tellers, lexicon)


def is_teller(name: str, tellers: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a name is a medium, or mostly tells the figure; `tellers` has one for each sentence, "" for none."""
    told = [name in teller for teller in tellers]
    return 2 * sum(told) >= len(told) > 0 or lexicon.frame.names.media.search(name) is not None


def tells_it(name: str, texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a name mostly stands before a word of saying: 美国能源部预计."""
    behind = [text[at + len(name) :][:_SAYS] for text in texts for at in _find_all(name, text)]
    said = [lexicon.frame.status.says.search(_MARK.split(rest)[0]) is not None for rest in behind]
    return 2 * sum(said) > len(said)


def _find_where(name: str, clause: str, head: str, sentence: str) -> float:
    if name in clause:
        return _NEAR
    if name in head:
        return _HEADED
    return _SAID if name in sentence else 0.0


def _list_names(rows: Sequence[tuple[float, str, str, str]], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Titles, and names of one word or of a few nouns, in clauses and heads, each with the bits that it says."""
    for text in dict.fromkeys(text for _, clause, head, _ in rows for text in (clause, head)):
        yield from ((title, _BITS) for title in _TITLE.findall(text))
        words = lexicon.text.segmenter.words(text)
        tags = [lexicon.text.segmenter.tag(word) for word in words]
        fit = [_is_fit_part(word, tag, lexicon) for word, tag in zip(words, tags, strict=True)]
        for first in range(len(words)):
            if first and words[first - 1][-1].isdigit():
                continue  # 3000|人经
            for last in range(first, min(first + _MOST, len(words))):
                if not fit[last]:
                    break
                name = "".join(words[first : last + 1])
                known = words[last] in lexicon.pair.concepts.concepts  # that is what is measured
                if tags[last] in _LAST and 2 <= len(name) <= _LONGEST and not known:
                    bits = _weigh(words[first : last + 1], tags[first : last + 1])
                    if bits:
                        yield name, bits


def _is_fit_part(word: str, tag: str, lexicon: Lexicon) -> bool:
    """Whether a word may be of a name: no number with its unit, no mark, no single letter of the alphabet."""
    if tag not in _PARTS or (tag == _UNKNOWN and (not word.isalpha() or word[0] in lexicon.pair.numerals)):
        return False
    return len(word) > 1 or (word.isalpha() and not word.isascii())


def _weigh(words: Sequence[str], tags: Sequence[str]) -> float:
    """The bits of a name: of its rarest word, and a little of the others; 0 for a noun alone, which says too little."""
    told = sorted((weigh_word(word) for word in words if len(word) > 1), reverse=True)
    named = any(
        len(word) > 1 and (tag in _NAMES or (tag == _UNKNOWN and weigh_word(word) >= _RARE))
        for word, tag in zip(words, tags, strict=True)
    )
    if not told or not (named or (len(words) > 1 and told[0] >= _RARE)):
        return 0.0
    return (told[0] + sum(told[1:]) / 4) * (1.0 if named else _NOUN)
