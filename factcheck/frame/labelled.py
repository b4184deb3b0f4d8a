"""A claim with what the model read: where it is sure the model speaks, else the grammar, else nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.labelling import SURE
from factcheck.frame.period import is_publication
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.frame.labelling import FrameReading
    from factcheck.frame.labelling_figure import AskedFigure
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Claim, Span
    from factcheck.quantity import DateExpression

TOLD = 0.4  # the least probability of a time in words that a day can be told of
_SLIGHT = 0.05  # below it the date that the grammar reads is not believed
_LASTING = frozenset({"age", "duration"})
_PROPER = frozenset({"x", "nr", "ns", "nt", "nz"})
_EMPTY = "fmcy"  # parts of speech of a letter that measures nothing alone: a position, a number, a particle
_NOUNS = "nx"  # parts of speech of names and nouns
_EDGES = "，,、；;：: “”\"'（）()"


def governing_date(reading: FrameReading, figure: AskedFigure, sentence: Sentence) -> DateExpression | None:
    """The date that governs the figure: the model's where it is sure, else that which the grammar read.

    Of an age or a duration the grammar's is not believed: of what lasts the dates of a sentence say little.
    """
    read = figure.period
    dated = [one for one in reading.times if one[0].period and not is_publication(sentence, one[0])]
    best = max(dated, key=lambda one: one[1], default=None)
    if best is not None and best[1] >= SURE:
        return best[0]
    if figure.quantity.kind in _LASTING:
        return None
    opening = next((date for date, _ in dated if (date.start, date.end) == read), None)
    if opening is not None and len(dated) == 1 and opening.start == sentence.start:
        return opening  # FY23公司营收: the one date of a sentence, which it begins with, governs what follows
    if reading.is_timeless:
        return None
    return next((date for date, chance in dated if (date.start, date.end) == read and chance >= _SLIGHT), None)


def word_time(reading: FrameReading, date: DateExpression | None, sentence: Sentence) -> str | None:
    """The time of a figure as its sentence words it: the date that governs it, else what the model is sure of.

    None where something was published then.
    """
    span = reading.time if reading.time_chance >= SURE else None
    if date is not None:
        return _trim(sentence.folded, _around_date(span, date, sentence))
    if span is None:
        return None
    inside = [one for one in sentence.dates if one.start < span[1] and span[0] < one.end]
    return _trim(sentence.folded, span) if not any(is_publication(sentence, one) for one in inside) else None


def _around_date(span: Span | None, date: DateExpression, sentence: Sentence) -> Span:
    """A date with the words around it that the model reads (截至今天下午3点), but for a noun that it begins with."""
    if span is None or span[1] <= date.start or date.end <= span[0]:
        return date.start, date.end
    start = span[0]
    for word, (_, end) in sentence.words_between(span[0], date.start):
        if tag(word)[0] not in _NOUNS:
            break
        start = end
    return start, span[1]


def complete_claim(claim: Claim, reading: FrameReading, sentence: Sentence) -> Claim:
    """The claim with measure, scope, basis and place as the model reads them; its period is not touched.

    A place that the grammar reads is kept where the model names no other.
    """
    folded, inferred = sentence.folded, set(claim.inferred)
    measure = _choose_measure(claim, reading, sentence)
    held = sentence.lexicon.words
    if claim.kind == "age" and not (measure or "").endswith(held.age_ending):
        measure = held.age  # 现年51岁, 51岁的: the unit tells what is measured, and no word beside it
        inferred.discard("measure")
    first, last = sentence.clause_of(claim.start)
    if measure != claim.measure and reading.measure is not None and first <= reading.measure[0] < last:
        inferred.discard("measure")
    scope = frozenset(text for span in reading.scope if (text := _trim(folded, span)) is not None)
    place = _place(sentence, reading.place, claim.kind) if _is_place_believed(claim, reading, sentence) else None
    if place is not None:
        inferred.discard("place")
    elif claim.place is not None:  # read by the grammar alone, and right one time in four: no statement of the sentence
        inferred.add("place")
    return msgspec.structs.replace(
        claim,
        measure=measure,
        scope=scope,
        basis=_trim(folded, _behind(reading.basis, reading.measure)),
        place=place or claim.place,
        inferred=frozenset(inferred),
    )


def _choose_measure(claim: Claim, reading: FrameReading, sentence: Sentence) -> str | None:
    """The model's wording where it is sure or the grammar has none, else the grammar's; never what only joins.

    Where the grammar's is the model's with words before it, these tell it from others (海外营业收入): it is kept.
    """
    lexicon = sentence.lexicon
    known = _behind_pointer(claim.measure, lexicon)
    if known is not None and _counts_doers(claim, known, reading, sentence):
        return known
    if known is not None and (_only_joins(known, (known,), lexicon) or known in lexicon.words.pronouns):
        known = None
    if known is not None and lexicon.words.share_verb in known:  # 占产值比重: the grammar knows what is a share of what
        return known
    found = _behind_pointer(_trim(sentence.folded, _behind_date(sentence, reading.measure)), lexicon)
    if found is None or reading.measure is None or not (reading.is_measure_sure or known is None):
        return known
    if _only_joins(found, [word for word, _ in sentence.words_between(*reading.measure)], lexicon):
        return known
    if _is_taken(sentence, reading.measure) or found in lexicon.words.pronouns:
        return known
    if known is not None and found == claim.subject:  # 硕士 of 补贴本科1万，硕士3万: to whom it goes
        return known
    between = sentence.folded[reading.measure[1] : claim.start]
    if known is not None and lexicon.words.among in between:  # 其中 opens a part: what stands before it is the whole's
        return known
    if known is not None and known.removeprefix(found) in lexicon.words.counting_nouns:  # 企业 of 企业数量: the same
        return known
    longer = known is not None and known.endswith(found) and "measure" not in claim.inferred
    return known if longer and known is not None and _is_near(known, found, sentence) else found


def _counts_doers(claim: Claim, known: str, reading: FrameReading, sentence: Sentence) -> bool:
    """Whether the figure counts who does what the grammar reads: not all 员工 are 30 of 员工30人参加培训."""
    beside = reading.measure is not None and reading.measure[1] == claim.start and claim.kind == "count"
    return beside and sentence.folded.startswith(known, claim.end) and tag(words(known)[0])[0] == "v"


def _is_near(known: str, found: str, sentence: Sentence) -> bool:
    """Whether a longer wording is the same reading: at most twice as long, or with the bound of an age before it."""
    bounded = any(one.kind == "age" and known.startswith(one.text) for one in sentence.quantities)
    return bounded or len(known) <= 2 * len(found) + 1


def _only_joins(measure: str, held: Iterable[str], lexicon: FrameLexicon) -> bool:
    """Whether a wording measures nothing: it only joins something to its figure, names the currency, or a side."""
    if lexicon.joins(measure) or lexicon.slots.currency_ahead.fullmatch(measure):
        return True
    if len(measure) == 1 and tag(measure)[0] in _EMPTY:  # 前, 后, 间
        return True
    return all(lexicon.joins(word) or word in lexicon.words.predicates for word in held)


def _is_taken(sentence: Sentence, span: Span) -> bool:
    """Whether a stretch is part of a date or of another figure: it measures nothing."""
    taken = [(one.start, one.end) for one in sentence.dates] + [(one.start, one.end) for one in sentence.quantities]
    return any(start <= span[0] and span[1] <= end for start, end in taken)


def _behind_date(sentence: Sentence, span: Span | None) -> Span | None:
    """A span without the date that it begins with: 全年产值 is 产值."""
    for date in sentence.dates:
        if span is not None and date.start <= span[0] < date.end < span[1]:
            span = date.end, span[1]
    return span


def _behind_pointer(text: str | None, lexicon: FrameLexicon) -> str | None:
    """A wording without the pronoun that it begins with: 该机全长 is 全长."""
    if not text or text[0] not in lexicon.words.demonstratives:
        return text
    first, *others = words(text)
    return text[len(first) :] if others and tag(first)[0] == "r" else text


def _behind(span: Span | None, other: Span | None) -> Span | None:
    """A span without the head that it shares with another one: 吞吐量环比 is 环比."""
    shared = span is not None and other is not None and other[0] <= span[0] < other[1] < span[1]
    return (other[1], span[1]) if shared and span is not None and other is not None else span


def _trim(folded: str, span: Span | None) -> str | None:
    """The wording of a span, behind the last rule between cells, without marks at its edges; None without a letter."""
    text = folded[span[0] : span[1]].rpartition("|")[2].strip(_EDGES) if span is not None else ""
    return text if any(map(str.isalnum, text)) else None


def _is_place_believed(claim: Claim, reading: FrameReading, sentence: Sentence) -> bool:
    """Whether the model's place is said: it is sure; before the figure also all of something (全市).

    And there what the grammar reads too and 在 leads to: 出生于望澜, 落户望澜 tell nothing of a figure.
    """
    span = reading.place
    if span is None or reading.place_chance >= SURE:
        return span is not None
    start, end = span
    written, words = sentence.folded[start:end], sentence.lexicon.words
    if end > claim.start or written in words.wholes:
        return end <= claim.start
    if words.located not in (written[0], sentence.folded[start - 1]):
        return False
    read = claim.place if "place" not in claim.inferred else None
    return read is not None and any(m.place == read and m.start < end and start < m.end for m in sentence.places)


def _place(sentence: Sentence, span: Span | None, kind: str) -> str | None:
    """The place of a span: the narrowest that the gazetteer has where its names are all of it, else as written.

    None for places in a list, for the other side of a comparison, for the nation of a rank, which it is among, and for
    what is nobody's name (园区里), but for all of something (全市).
    """
    if span is None:
        return None
    lexicon = sentence.lexicon
    written, gazetteer = sentence.folded[span[0] : span[1]], lexicon.gazetteer
    if written in lexicon.words.worlds or written in lexicon.words.somewhere:
        return written
    inside = [m for m in sentence.places if m.start < span[1] and span[0] < m.end]
    if len(inside) > 1 and inside[-1].place == gazetteer.nation and written.endswith(tuple(lexicon.words.wholes)):
        return _place(sentence, (span[0], inside[-1].start), kind)  # 法国全国: all of that country
    narrowest = gazetteer.narrowest([m.place for m in inside]) if inside else None
    if any(m.oblique for m in inside) or (len(inside) > 1 and narrowest is None):
        return None
    if kind == "rank" and any(m.place == gazetteer.nation for m in inside):
        return None
    if inside and sum(m.end - m.start for m in inside) >= span[1] - span[0]:
        return narrowest or inside[-1].place
    held = [word for word, _ in sentence.words_between(*span)]
    if inside and inside[-1].end < span[1] and tag(held[-1])[0] == "v":
        return _place(sentence, (span[0], inside[-1].end), kind)  # 望澜 of 望澜创业
    if not inside and written[0] in lexicon.words.universals:
        return _trim(sentence.folded, span)
    if inside and held[-1] == lexicon.words.region:  # 望澜地区
        return _trim(sentence.folded, span)
    named = bool(inside) or any(tag(word)[:2] in _PROPER for word in held)
    return _trim(sentence.folded, span) if named and held[-1] not in lexicon.words.no_places else None
