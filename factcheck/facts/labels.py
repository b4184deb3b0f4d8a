"""What a fact is called: of all that its sentences say, what most of them share, in whole words; else nothing."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import in_an_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_SAID, _READ = 1.0, 0.5  # what a sentence says in words, and what is read from around it
_BESIDE, _ELSEWHERE = 0.5, 0.25  # what stands in its sentence as something else, and in its article
_SHARED = 0.4  # of the sentences, that must bear a label out
_SPECIFIC = 0.75  # of what bears out a label, that must bear out a longer form of it
_MANY = 12  # letters, beyond which a label is a clause
_NOUNS = frozenset({"j", "l", "i", "x", "eng", "vn", "s", "an", "b"})  # tags of words that may end a name, beside n…
_NO_OPENING = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "f", "y", "m", "e"})  # of words that open no name
_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "eng"})  # of those that name somebody or something
_PROPER = _NAMES - {"nz", "eng"}
_UNKNOWN = "x"
_DOUBTFUL = 0.4  # what a word is worth that the dictionary lacks: a name, or a scrap
_CLAUSE = 0.5, 0.85  # what words are worth with a verb among them: of a bearer a clause, most often; 研发投入强度
_OFTEN = 0.12  # of all articles hold a verb, above which it says of no figure what it measures: 获得
_PART = 0.7  # what the last words of a measure are worth that no sentence has alone
_COMMON = 0.75  # what a noun is worth, where a name would tell who it is
_MARKS = frozenset('“”"‘’「」『』（）()《》〈〉【】[]，。；：、！？,;:!?\n')
_PAIRED = (("《", "》"), ("“", "”"), ("「", "」"))


class _Sentence(NamedTuple):
    """A sentence that states a fact: its letters, those of its article, and where its words begin and end."""

    text: str
    article: str
    words: tuple[tuple[int, int], ...]


def choose_labels(
    statements: Sequence[Statement], articles: Mapping[str, Article], lexicon: Lexicon
) -> dict[str, str | None]:
    """Measure, subject, place and period of a fact. Sentences that are alike letter by letter count as one."""
    alike: dict[tuple[object, ...], Statement] = {}
    for one in sorted(statements, key=lambda one: one.place):
        alike.setdefault((one.context, one.claim.measure, one.claim.subject), one)
    distinct = list(alike.values())
    sentences = [_read_sentence(one, articles, lexicon) for one in distinct]
    labels = {name: _choose(distinct, sentences, name, lexicon) for name in ("measure", "subject", "place")}
    measure, subject = labels["measure"], labels["subject"]
    if measure and subject and (measure.endswith(subject) or subject.endswith(measure)):
        labels["subject"] = None  # what is counted is no one's
    return {**labels, "period": _choose_period(distinct)}


def _read_sentence(one: Statement, articles: Mapping[str, Article], lexicon: Lexicon) -> _Sentence:
    folded, (first, last) = articles[one.claim.doc].text.folded, one.claim.sentence
    words = lexicon.text.segmenter.words(folded[first:last])
    ends = list(accumulate(map(len, words)))
    return _Sentence(folded[first:last], folded, tuple(zip([0, *ends], ends, strict=False)))


def _choose(statements: Sequence[Statement], sentences: Sequence[_Sentence], name: str, lexicon: Lexicon) -> str | None:
    borne: dict[str, float] = {}
    for label in _list_labels(statements, name, lexicon):
        told = sum(_bears_out(label, one, at, name) for one, at in zip(statements, sentences, strict=True))
        part = _PART if all(getattr(one.claim, name) != label for one in statements) else 1.0
        borne[label] = told * part * _judge(label, sentences, name, lexicon)
    if not borne:
        return None
    best = min(borne, key=lambda label: (-borne[label], len(label), label))
    if borne[best] < _SHARED * len(statements):
        return None
    longer = [label for label in borne if best in label and borne[label] >= _SPECIFIC * borne[best]]
    return min(longer, key=lambda label: (-len(label), label))


def _list_labels(statements: Sequence[Statement], name: str, lexicon: Lexicon) -> Iterator[str]:
    """What the sentences name, and of a measure its last words too: 抢救无效死亡, 死亡."""
    seen = set()
    for one in statements:
        named = getattr(one.claim, name)
        if named is None:
            continue
        words = lexicon.text.segmenter.words(named) if name == "measure" else [named]
        for at in range(len(words)):
            label = "".join(words[at:])
            if label not in seen:
                seen.add(label)
                yield label


def _bears_out(label: str, one: Statement, sentence: _Sentence, name: str) -> float:
    """How much a sentence speaks for a label."""
    named = getattr(one.claim, name)
    said = _READ if name in one.claim.inferred else _SAID
    if named == label:
        return said
    if named is not None and named.endswith(label):
        return said
    if label in sentence.text:
        return _BESIDE
    return _ELSEWHERE if label in sentence.article else 0.0


def _judge(label: str, sentences: Sequence[_Sentence], name: str, lexicon: Lexicon) -> float:
    """How good a name a label is, 0 to 1: nothing for scraps of words, pronouns and clauses."""
    if name == "place" and lexicon.frame.gazetteer.canonical(label) is not None:
        return 1.0
    if not _is_well_formed(label, lexicon):
        return 0.0
    words = _find_whole(label, sentences)
    if words is None:  # a place goes without the word for what it is: 望澜 for 望澜市
        return float(name == "place")
    tags = [lexicon.text.segmenter.tag(word) for word in words]
    last = words[-1]
    if tags[0] in _NO_OPENING or last in lexicon.pair.concepts.empty:
        return 0.0
    if name == "measure" and ((tags[-1] in _PROPER) or lexicon.frame.gazetteer.canonical(label) is not None):
        return 0.0
    known = name == "measure" and last in lexicon.pair.concepts.concepts and in_an_article(last) < _OFTEN
    if not known and not (tags[-1][0] == "n" or tags[-1] in _NOUNS):
        return 0.0
    if len(words) > 1 and not known and any(tag == "v" for tag in tags[:-1]):
        return _CLAUSE[name == "measure"]
    if tags[-1] == _UNKNOWN and "\u4e00" <= last[0] <= "\u9fff":
        return _DOUBTFUL
    return _COMMON if name == "subject" and not _NAMES & set(tags) else 1.0


def _is_well_formed(label: str, lexicon: Lexicon) -> bool:
    if len(label) < 2 or len(label) > _MANY:
        return False
    if any(label.count(first) != label.count(last) for first, last in _PAIRED):
        return False
    inner = label[1:-1] if (label[0], label[-1]) in _PAIRED else label
    words = lexicon.frame.words
    return not _MARKS & set(inner) and label not in words.pronouns and label[0] not in words.demonstratives


def _find_whole(label: str, sentences: Iterable[_Sentence]) -> list[str] | None:
    """The words of a label, in the first sentence where it begins and ends with words of the segmenter."""
    for sentence in sentences:
        starts = {span[0]: number for number, span in enumerate(sentence.words)}
        ends = {span[1]: number for number, span in enumerate(sentence.words, 1)}
        at = sentence.text.find(label)
        while at >= 0:
            first, last = starts.get(at), ends.get(at + len(label))
            if first is not None and last is not None:
                return [sentence.text[slice(*span)] for span in sentence.words[first:last]]
            at = sentence.text.find(label, at + 1)
    return None


def _choose_period(statements: Sequence[Statement]) -> str | None:
    """The time that most sentences name, or else that nearly all are read as of."""
    told: defaultdict[str, float] = defaultdict(float)
    for one in statements:
        if one.claim.period is not None:
            told[one.claim.period] += _READ if "period" in one.claim.inferred else _SAID
    if not told:
        return None
    best = min(told, key=lambda period: (-told[period], len(period), period))
    return best if told[best] >= _SHARED * len(statements) else None
