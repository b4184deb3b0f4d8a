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
# What its sentence says as something else, its headline or lead, and its article.
_BESIDE, _HEAD, _ELSEWHERE = 0.5, 0.5, 0.25
_NAMED = 0.25  # of the sentences, that must name a bearer as theirs
_SOURCE = 0.2  # who only says it
_NEAR, _IN_CLAUSE = 1.0, 0.6  # what stands close to the figure, and in its clause
_CLOSE = 5  # letters from a figure that are close to it
_IN_MOST = 0.7  # of the sentences, in which a word must stand by the figure that none names as its measure
_DOING = 0.7  # what a verb is worth, told as the amount or the length of what is done
_SHARED = 0.4  # of the sentences, that must bear a label out
_SPECIFIC = 0.75  # of what bears out a label, that must bear out a longer form of it
_MANY = 12  # letters, beyond which a label is a clause
_NOUNS = frozenset({"j", "l", "i", "x", "eng", "vn", "s", "an", "b"})  # tags of words that may end a name, beside n…
_NO_OPENING = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "f", "y", "m", "e"})  # of words that open no name
_AFTER_NAME = frozenset({"v", "p", "c", "d", "u", "uj", "ul", "zg", "f"})  # of words before which a name ends
_NO_BEARER = frozenset({"b", "vn", "an", "s", "f"})  # of words that end no name of somebody
_NO_MEASURE = frozenset({"b", "s", "f", "eng"})  # of words that end no name of what is measured
_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "eng"})  # of those that name somebody or something
_PROPER = _NAMES - {"nz", "eng"}
_UNKNOWN = "x"
_DOUBTFUL = 0.4  # what a word is worth that the dictionary lacks: a name, or a scrap
_CLAUSE = 0.5, 0.85  # what words are worth with a verb among them: of a bearer a clause, most often; 研发投入强度
_OFTEN = 0.12  # of all articles hold a verb, above which it says of no figure what it measures: 获得
_PART = 0.7  # what the last words of a measure are worth that no sentence has alone
_COMMON = 0.75  # what a noun is worth, where a name would tell who it is
_SHARES = frozenset({"percent", "percentage_point"})
_MARKS = frozenset('“”"‘’「」『』（）()《》〈〉【】[]，。；：、！？,;:!?≥≤<>=+%\n')
_ENDS = "≥≤<>=+%、，,：: \n"  # what is cut off at either end of a label
_PAIRED = (("《", "》"), ("“", "”"), ("「", "」"))


class _Sentence(NamedTuple):
    """A sentence that states a fact: its letters, those of its article, and where its words begin and end."""

    text: str
    article: str
    head: str
    words: tuple[tuple[int, int], ...]
    figure: tuple[int, int]


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
    subject = labels["subject"]
    measure = _name_outcome(labels["measure"], distinct, lexicon) or _find_beside(sentences, subject, lexicon)
    labels["measure"] = measure and _say_what_changed(measure, distinct, lexicon)
    if subject and labels["place"] and subject in labels["place"]:
        subject = labels["subject"] = labels["place"]  # the hospital, and not the town that it is named after
    if measure and subject and (measure.endswith(subject) or subject.endswith(measure)):
        labels["subject"] = None  # what is counted is no one's
    return {**labels, "period": _choose_period(distinct)}


def _read_sentence(one: Statement, articles: Mapping[str, Article], lexicon: Lexicon) -> _Sentence:
    text, (first, last) = articles[one.claim.doc].text, one.claim.sentence
    folded = text.folded
    head = (folded[slice(*span)] for span in (text.headline, text.lead) if span is not None)
    words = lexicon.text.segmenter.words(folded[first:last])
    ends = list(accumulate(map(len, words)))
    return _Sentence(
        text=folded[first:last], article=folded, head="\n".join(head), words=tuple(zip([0, *ends], ends, strict=False)),
        figure=(one.claim.start - first, one.claim.end - first),
    )  # fmt: skip


def _choose(statements: Sequence[Statement], sentences: Sequence[_Sentence], name: str, lexicon: Lexicon) -> str | None:
    borne: dict[str, float] = {}
    kind = statements[0].claim.kind
    for label in _list_labels(statements, name, lexicon):
        told = sum(_bears_out(label, one, at, name) for one, at in zip(statements, sentences, strict=True))
        if name != "place" and _count_named(label, statements, name) < _NAMED * len(statements):
            continue
        part = _PART if all((getattr(one.claim, name) or "").strip(_ENDS) != label for one in statements) else 1.0
        borne[label] = told * part * _judge(label, sentences, name, lexicon, kind)
    if not borne:
        return None
    best = min(borne, key=lambda label: (-borne[label], len(label), label))
    if borne[best] < _SHARED * len(statements):
        return None
    longer = [label for label in borne if best in label and borne[label] >= _SPECIFIC * borne[best]]
    return min(longer, key=lambda label: (-len(label), label))


def _count_named(label: str, statements: Sequence[Statement], name: str) -> int:
    """How many sentences name a label as what is looked for."""
    return sum(label in (getattr(one.claim, name) or "") for one in statements)


def _list_labels(statements: Sequence[Statement], name: str, lexicon: Lexicon) -> Iterator[str]:
    """What the sentences name, and its last words, and its first: 抢救无效死亡, 死亡; 家用轿车为例, 家用轿车."""
    seen = set()
    for one in statements:
        named = getattr(one.claim, name)
        if named is None:
            continue
        words = lexicon.text.segmenter.words(named) if name != "place" else [named]
        parts = ["".join(words[at:]) for at in range(len(words))]
        if name == "subject":
            tags = [lexicon.text.segmenter.tag(word) for word in words]
            parts += ["".join(words[:at]) for at in range(1, len(words)) if tags[at] in _AFTER_NAME]
            parts = [lexicon.pair.measures.no_bearer.sub("", part) for part in parts]
        for part in parts:
            label = part.strip(_ENDS)
            if label not in seen:
                seen.add(label)
                yield label


def _bears_out(label: str, one: Statement, sentence: _Sentence, name: str) -> float:
    """How much a sentence speaks for a label."""
    named = getattr(one.claim, name)
    said = _READ if name in one.claim.inferred else _SAID
    teller = one.claim.attribution
    if name == "subject" and teller and (teller in label or teller.endswith(label)):
        return _SOURCE
    named = named and named.rstrip(_ENDS)
    if named is not None and (named.endswith(label) or (name == "subject" and named.startswith(label))):
        return said
    if label in sentence.text:
        return _BESIDE
    if name == "subject" and label in sentence.head:
        return _HEAD
    return _ELSEWHERE if label in sentence.article else 0.0


def _judge(label: str, sentences: Sequence[_Sentence], name: str, lexicon: Lexicon, kind: str = "") -> float:
    """How good a name a label is, 0 to 1: nothing for scraps of words, pronouns and clauses."""
    if name == "place" and lexicon.frame.gazetteer.canonical(label) is not None:
        return 1.0
    if not _is_well_formed(label, lexicon):
        return 0.0
    words = _find_whole(label, sentences)
    if words is None:  # a place goes without the word for what it is: 望澜 for 望澜市
        return float(name == "place")
    tags = [lexicon.text.segmenter.tag(word) for word in words]
    if name == "measure" and _is_proper(label, words, tags, lexicon):
        return 0.0
    return _judge_words(words, tags, name, lexicon, kind)


def _judge_words(words: Sequence[str], tags: Sequence[str], name: str, lexicon: Lexicon, kind: str) -> float:
    """As `_judge`, by how its words begin and end; what is done is a name where the `kind` of figure has a noun."""
    last = words[-1]
    if not any("\u4e00" <= letter <= "\u9fff" for letter in last) and (name == "measure" or last[0].isdigit()):
        return 0.0  # 11, My bones be
    if name == "measure" and tags[-1] in _NO_MEASURE and last not in lexicon.pair.concepts.concepts:
        return 0.0
    cut = len(words) > 1 and len(words[0]) == 1 and tags[0] == "v"  # 孵企业, of 在孵企业
    if cut or tags[0] in _NO_OPENING or (name == "subject" and tags[-1] in _NO_BEARER):
        return 0.0
    if last in lexicon.pair.concepts.empty:  # 金额 says nothing, 挪用金额 does
        return _COMMON if name == "measure" and len(words) > 1 and tags[-2][0] in "vn" else 0.0
    rare = name == "measure" and in_an_article(last) < _OFTEN
    known = rare and last in lexicon.pair.concepts.concepts
    if rare and tags[-1] == "v" and not known:
        told = kind in lexicon.pair.measures.amounts  # 羁押 can be told as 羁押时长
        return _DOING if told and "v" not in tags[:-1] and len(last) > 1 else 0.0
    if not known and not (tags[-1][0] == "n" or tags[-1] in _NOUNS):
        return 0.0
    if len(words) > 1 and not known and any(tag == "v" for tag in tags[:-1]):
        return _CLAUSE[name == "measure"]
    if tags[-1] == _UNKNOWN and "\u4e00" <= last[0] <= "\u9fff":
        return _DOUBTFUL
    return _COMMON if name == "subject" and not _NAMES & set(tags) else 1.0


def _is_proper(label: str, words: Sequence[str], tags: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a label is the name of somebody or of a place."""
    known = lexicon.frame.gazetteer.canonical
    named = tags[-1] in _PROPER and (len(words) == 1 or known(words[-1]) is not None or tags[-1] != "ns")
    return named or known(label) is not None


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
            of_figure = at > 0 and sentence.text[at - 1].isdigit()  # 10分钟收费: the minutes are the figure's
            if first is not None and last is not None and not of_figure:
                return [sentence.text[slice(*span)] for span in sentence.words[first:last]]
            at = sentence.text.find(label, at + 1)
    return None


def _name_outcome(measure: str | None, statements: Sequence[Statement], lexicon: Lexicon) -> str | None:
    """The measure, or what became of the people counted, where most sentences say so and the measure does not."""
    words = lexicon.pair.measures
    common = _find_common([min(one.outcomes, default=None) for one in statements])
    said = common is None or any(outcome.search(measure or "") for outcome in words.outcomes.values())
    return measure if common is None or said else words.said_outcomes[common]


def _find_beside(sentences: Sequence[_Sentence], subject: str | None, lexicon: Lexicon) -> str | None:
    """The noun that stands by the figure in most sentences, though none of them names it as the measure."""
    told: defaultdict[str, float] = defaultdict(float)
    for sentence in sentences:
        for word, worth in _list_beside(sentence).items():
            told[word] += worth
    often = {word: worth for word, worth in told.items() if worth >= _IN_MOST * len(sentences)}
    fit = {
        word: worth
        for word, worth in often.items()
        if word not in (subject or "") and _judge(word, sentences, "measure", lexicon) == 1.0
    }
    return min(fit, key=lambda word: (-fit[word], -len(word), word)) if fit else None


def _list_beside(sentence: _Sentence) -> dict[str, float]:
    """The words of the clause of a figure, each with how near it stands."""
    start, end = sentence.figure
    found: dict[str, float] = {}
    for first, last in sentence.words:
        between = sentence.text[last:start] if last <= start else sentence.text[end:first]
        if last - first < 2 or (last > start and first < end) or _MARKS & set(between):
            continue
        worth = _NEAR if len(between) <= _CLOSE else _IN_CLAUSE
        word = sentence.text[first:last]
        found[word] = max(found.get(word, 0.0), worth)
    return found


def _say_what_changed(measure: str, statements: Sequence[Statement], lexicon: Lexicon) -> str:
    """The measure, in words that say what of it the figure is: a growth is no level, and what is done has an amount."""
    words, first = lexicon.pair.measures, statements[0]
    changes = [one for one in statements if "change" in one.claim.aspects]
    if first.kind in _SHARES and 2 * len(changes) > len(statements) and not words.tells_change.search(measure):
        base, direction = (_find_common([getattr(one, name) for one in changes]) for name in ("base", "direction"))
        return f"{measure}{words.said_bases.get(base or '', '')}{words.said_directions[direction or '']}"
    last = lexicon.text.segmenter.words(measure)[-1]
    doing = lexicon.text.segmenter.tag(last) == "v" and last not in lexicon.pair.concepts.concepts
    return measure + words.amounts.get(first.claim.kind, "") if doing else measure


def _find_common(named: Sequence[str | None]) -> str | None:
    """What more than half of them are."""
    return next((one for one in sorted(filter(None, set(named))) if 2 * named.count(one) > len(named)), None)


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
