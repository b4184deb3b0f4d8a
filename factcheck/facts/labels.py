"""What a fact is called: of all that its sentences say, what most of them share, in whole words; else nothing."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import in_an_article, weigh_word
from factcheck.facts.shared_words import FigureSentence, find_shared_stretch, read_wordings
from factcheck.facts.topics import (
    Backdrop,
    complete_name,
    find_topic,
    is_scrap,
    is_teller,
    list_texts,
    read_settings,
    tells_it,
)

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
_TELLING = 7.0  # bits, from which a word says which event people came to harm in
_FEW = 0.02  # of all articles hold a noun, above which it says nothing of whom a figure is about: 男子
_PART = 0.7  # what the last words of a measure are worth that no sentence has alone
_COMMON = 0.75  # what a noun is worth, where a name would tell who it is
# Kinds of figures of which a noun says what they are of.
_AMOUNTS = frozenset({
    "money", "percent", "percentage_point", "area", "mass", "volume", "power", "energy", "data", "length",
})  # fmt: skip
_GUESSED = frozenset({"forecast", "estimate"})
_SHARES = frozenset({"percent", "percentage_point"})
_MARKS = frozenset('“”"‘’「」『』（）()《》〈〉【】[]，。；：、！？,;:!?≥≤<>=+%\n')
_ENDS = "≥≤<>=+%、，,：: \n"  # what is cut off at either end of a label
_PAIRED = (("《", "》"), ("“", "”"), ("「", "」"))


class _Told(NamedTuple):
    """All that states a fact, each sentence once: its claim, its words, and what stands around it."""

    statements: Sequence[Statement]
    wordings: Sequence[FigureSentence]
    settings: Sequence[Backdrop]
    lexicon: Lexicon

    @property
    def whole(self) -> float:
        """What all sentences weigh: as much as there are articles."""
        return math.fsum(one.worth for one in self.wordings)

    def rows(self) -> Iterator[tuple[Statement, FigureSentence, Backdrop]]:
        """A statement, its wording, its setting."""
        return zip(self.statements, self.wordings, self.settings, strict=True)


def choose_labels(
    statements: Sequence[Statement], articles: Mapping[str, Article], lexicon: Lexicon
) -> dict[str, str | None]:
    """Measure, subject, place and period of a fact. Sentences that are alike letter by letter count as one."""
    alike: dict[tuple[object, ...], Statement] = {}
    for one in sorted(statements, key=lambda one: one.place):
        alike.setdefault((one.context, one.claim.measure, one.claim.subject), one)
    distinct = list(alike.values())
    told = _Told(
        distinct, read_wordings(distinct, articles, lexicon),
        read_settings([one.claim.doc for one in distinct], articles, lexicon), lexicon,
    )  # fmt: skip
    labels = {name: _choose(told, name) for name in ("measure", "subject", "place")}
    subject, place = labels["subject"], labels["place"]
    if subject and place and subject in place:
        subject = place  # the hospital, and not the town that it is named after
    measure = _choose_measure(labels["measure"], subject, told)
    subject = _choose_subject(subject, measure, told)
    if measure is None or (subject and (measure.endswith(subject) or subject.endswith(measure))):
        measure, subject = measure or subject, None  # what is counted is no one's
    return {"measure": measure, "subject": subject, "place": place, "period": _choose_period(distinct)}


def _choose_measure(named: str | None, subject: str | None, told: _Told) -> str | None:
    """The noun that the sentences name, where it says what an amount is of; else the words that they share."""
    base = _name_outcome(named, told) or _find_beside(told, subject)
    noun = base and _say_what_changed(base, told)
    first, lexicon = told.statements[0], told.lexicon
    stretch = find_shared_stretch(told.wordings, lexicon)
    whose = subject or first.claim.kind in _SHARES  # 同比增长 says nothing, whosever it is
    if (
        base
        and noun
        and whose
        and first.claim.kind in _AMOUNTS
        and _is_known(noun, lexicon)
        and _stands_near(base, told)
    ):
        return stretch if stretch and base == noun and noun in stretch else noun  # 受灾面积 says more than 面积
    common = _find_common([min(one.outcomes, default=None) for one in told.statements])
    if stretch and common:
        bare = subject is None or lexicon.frame.gazetteer.canonical(subject) is not None
        return stretch if bare and _says_of_what(stretch, common, lexicon) else noun
    return stretch or noun


def _stands_near(noun: str, told: _Told) -> bool:
    """Whether a noun stands in the clause of the figure, or what the figure says is how it changed: 续航均为318公里."""
    changes = sum(at.worth for one, at, _ in told.rows() if "change" in one.claim.aspects)
    held = sum(at.worth for at in told.wordings if noun in at.text[slice(*at.clause)])
    return max(2 * changes, 2 * held) >= told.whole


def _says_of_what(stretch: str, outcome: str, lexicon: Lexicon) -> bool:
    """Whether a stretch says what became of people, and in what: 仓库火灾致…死亡."""
    words = lexicon.pair.measures.outcomes[outcome]
    rest = lexicon.text.segmenter.words(words.sub("", stretch))
    return words.search(stretch) is not None and any(weigh_word(word) >= _TELLING for word in rest if len(word) > 1)


def _is_known(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is one of measures, or tells the growth of one."""
    words, grows = lexicon.text.segmenter.words(noun), lexicon.pair.measures.tells_change.search(noun) is not None
    return len(words) > 1 if grows else words[-1] in lexicon.pair.concepts.concepts  # 增幅: of what?


def _choose_subject(named: str | None, measure: str | None, told: _Told) -> str | None:
    """Whom the sentences name; where that is nobody, or stands in the measure, the name that their articles share."""
    texts = [one.text for one in told.wordings]
    named = named and complete_name(named, texts, told.lexicon)
    tellers = [one.claim.attribution or "" for one in told.statements]
    if named and (not _tells_whom(named, told.lexicon) or is_teller(named, tellers, told.lexicon)):
        named = None
    if named and _is_guessed(told) and tells_it(named, texts, told.lexicon):
        named = None  # who forecasts does not bear what is forecast
    if named and is_scrap(named, list_texts(told.settings), told.lexicon):
        named = None
    if named and named not in (measure or ""):
        return named
    topic = find_topic(told.wordings, told.settings, tellers, told.lexicon)
    if topic and topic not in (measure or "") and (named is None or _is_name(topic, told.lexicon)):
        return topic
    return named


def _is_guessed(told: _Told) -> bool:
    """Whether most sentences forecast or estimate."""
    guessed = sum(at.worth for one, at, _ in told.rows() if one.claim.status in _GUESSED)
    return 2 * guessed > told.whole


def _tells_whom(label: str, lexicon: Lexicon) -> bool:
    """Whether a bearer is a name, or a noun that few articles hold: not 男子, 企业."""
    return _is_name(label, lexicon) or in_an_article(label) < _FEW


def _is_name(label: str, lexicon: Lexicon) -> bool:
    return any(lexicon.text.segmenter.tag(word) in _NAMES for word in lexicon.text.segmenter.words(label))


def _choose(told: _Told, name: str) -> str | None:
    borne: dict[str, float] = {}
    kind = told.statements[0].claim.kind
    for label in _list_labels(told.statements, name, told.lexicon):
        if name != "place" and _count_named(label, told, name) < _NAMED * told.whole:
            continue
        held = math.fsum(at.worth * _bears_out(label, one, at, around, name) for one, at, around in told.rows())
        part = _PART if all((getattr(one.claim, name) or "").strip(_ENDS) != label for one in told.statements) else 1.0
        borne[label] = held * part * _judge(label, told.wordings, name, told.lexicon, kind)
    if not borne:
        return None
    best = min(borne, key=lambda label: (-borne[label], len(label), label))
    if borne[best] < _SHARED * told.whole:
        return None
    longer = [label for label in borne if best in label and borne[label] >= _SPECIFIC * borne[best]]
    return min(longer, key=lambda label: (-len(label), label))


def _count_named(label: str, told: _Told, name: str) -> float:
    """How much of the sentences names a label as what is looked for."""
    return math.fsum(at.worth for one, at, _ in told.rows() if label in (getattr(one.claim, name) or ""))


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


def _bears_out(label: str, one: Statement, at: FigureSentence, around: Backdrop, name: str) -> float:
    """How much a sentence speaks for a label."""
    named = getattr(one.claim, name)
    inferred = name in one.claim.inferred
    teller = one.claim.attribution
    if name == "subject" and teller and (teller in label or teller.endswith(label)):
        return _SOURCE
    named = named and named.rstrip(_ENDS)
    if named is not None and (named.endswith(label) or (name == "subject" and named.startswith(label))):
        if name == "place" and inferred and label not in at.text and label not in around.head:
            return _ELSEWHERE
        return _READ if inferred else _SAID
    if label in at.text:
        return _BESIDE
    if name != "measure" and label in around.head:
        return _HEAD
    return _ELSEWHERE if label in around.text else 0.0


def _judge(label: str, sentences: Sequence[FigureSentence], name: str, lexicon: Lexicon, kind: str = "") -> float:
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
    numerals = lexicon.pair.numerals
    if name == "subject" and any(
        tag == "m" or (tag == _UNKNOWN and word[0] in numerals) for word, tag in zip(words, tags, strict=True)
    ):
        return 0.0  # 发电量三创历史
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


def _find_whole(label: str, sentences: Iterable[FigureSentence]) -> list[str] | None:
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


def _name_outcome(measure: str | None, told: _Told) -> str | None:
    """The measure, or what became of the people counted, where most sentences say so and the measure does not."""
    words = told.lexicon.pair.measures
    common = _find_common([min(one.outcomes, default=None) for one in told.statements])
    if common is None or words.outcomes[common].search(measure or ""):
        return measure
    return words.said_outcomes[common]


def _find_beside(told: _Told, subject: str | None) -> str | None:
    """The noun that stands by the figure in most sentences, though none of them names it as the measure."""
    held: defaultdict[str, float] = defaultdict(float)
    for sentence in told.wordings:
        for word, worth in _list_beside(sentence).items():
            held[word] += worth * sentence.worth
    often = {word: worth for word, worth in held.items() if worth >= _IN_MOST * told.whole}
    fit = {
        word: worth
        for word, worth in often.items()
        if word not in (subject or "") and _judge(word, told.wordings, "measure", told.lexicon) == 1.0
    }
    return min(fit, key=lambda word: (-fit[word], -len(word), word)) if fit else None


def _list_beside(sentence: FigureSentence) -> dict[str, float]:
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


def _say_what_changed(measure: str, told: _Told) -> str:
    """The measure, in words that say what of it the figure is: a growth is no level, and what is done has an amount."""
    statements, lexicon = told.statements, told.lexicon
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
