"""Quantities with their frames: what `extract` returns."""

from __future__ import annotations

from bisect import bisect_left
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.frame.bare_numbers import is_paid, read_bare_number
from factcheck.frame.bearer import BearerReader
from factcheck.frame.cells import outside_tables, read_cells
from factcheck.frame.event_dates import find_event_dates
from factcheck.frame.labelled import TOLD, complete_claim, governing_date, word_time
from factcheck.frame.labelling import LabelReader
from factcheck.frame.labelling_figure import outline_figure
from factcheck.frame.links import link_claims
from factcheck.frame.no_claims import leave_out
from factcheck.frame.period import RunningPeriod, period_of_date, publication_date, stated_period
from factcheck.frame.place import Setting, compared_place, governing_place
from factcheck.frame.places import find_coined_places, may_coin_places
from factcheck.frame.sentence import Sentence, read_sentence
from factcheck.frame.spoken_times import SpokenTimes
from factcheck.frame.status import find_aspects, find_attribution, find_status
from factcheck.frame.subject import Ruled, find_heading, find_subject
from factcheck.frame.topic import Spoken, Topic, read_topic
from factcheck.model import Claim, Document, Quantity, Span, Text
from factcheck.quantity import DateExpression, dates, find_stretches, is_framed_in_it
from factcheck.text.joins import CleanText
from factcheck.text.tables import find_tables
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.labelling import FrameReader, FrameReading
    from factcheck.frame.labelling_figure import AskedFigure
    from factcheck.lexicon import FrameLexicon, Lexicon

_SETTING = 3  # sentences at the top of an article that say where it is set


class _Plain(NamedTuple):
    """A sentence without figures, cut in words."""

    span: Span
    words: tuple[str, ...]
    local: frozenset[str]


def claims(
    document: Document, text: Text, quantities: Sequence[Quantity], lexicon: Lexicon, reader: FrameReader | None = None
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text. `quantities` are those of `text`, in order.

    `reader` reads what is learnt of a frame; the model of the lexicon where none is given.
    """
    clean = CleanText.of(text)
    found = _claims(document, clean.text, clean.read_quantities(quantities), lexicon, reader)
    return tuple(map(clean.store_claim, found))


def _claims(
    document: Document, text: Text, quantities: Sequence[Quantity], lexicon: Lexicon, reader: FrameReader | None = None
) -> Sequence[Claim]:
    """As `claims`; the text is clean."""
    date = publication_date(document, text.folded, lexicon.frame)
    dated_in = dates(text, date, lexicon.dates)
    read = list(_sentences(text, dated_in, quantities, lexicon.frame))
    dated = msgspec.structs.replace(document, date=date)
    lead = [sentence for sentence in read[:_SETTING] if isinstance(sentence, Sentence)]
    title = lexicon.text.fold(document.title) if document.title else ""
    taken = [(one.start, one.end) for one in dated_in] + [(one.start, one.end) for one in quantities]
    bearers = BearerReader(text.sentences, [one.words for one in read], text.folded, title, lexicon.frame, taken=taken)
    article = _Context(dated, lead, text, lexicon, bearers=bearers, reader=reader, dated=dated_in)
    for sentence in read:
        article.read(sentence)
    said = article.claims()
    tables = find_tables(text)
    if not tables:
        return said
    cells = [*read_cells(dated, text, tables, lexicon, _claims)]
    return sorted([*outside_tables(said, text, tables, lexicon), *cells], key=lambda claim: claim.start)


def _sentences(
    text: Text, found: Sequence[DateExpression], quantities: Sequence[Quantity], lexicon: FrameLexicon
) -> Iterator[Sentence | _Plain]:
    """The sentences with a figure, and those of the lead; of the others only the words.

    They end with the last one that may say a claim: of what comes behind it only coined names are looked at.
    """
    date_starts, starts = [d.start for d in found], [q.start for q in quantities]
    folded, event = text.folded, lexicon.events.mentioned
    held = []
    most = 0
    for number, span in enumerate(text.sentences):
        inside = quantities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        framed = found[bisect_left(date_starts, span[0]) : bisect_left(date_starts, span[1])]
        leads = number < _SETTING
        asserted = bool(framed) and not (inside or leads) and event.search(folded, *span) is not None
        held.append((span, inside, framed, asserted or bool(inside) or leads))
        if inside or asserted or (leads and framed):
            most = number + 1
    if not most:
        return
    cuts = [tuple(words(folded[start:end])) for start, end in text.sentences[:most]]
    coined = [name for cut in cuts for name in find_coined_places(cut, lexicon)]
    for start, end in text.sentences[most:]:
        if may_coin_places(stretch := folded[start:end], lexicon):
            coined += find_coined_places(words(stretch), lexicon)
    local = frozenset(coined)
    for (span, inside, framed, is_read), cut in zip(held, cuts, strict=False):
        if is_read:
            yield read_sentence(folded, span, cut, lexicon, local=local, dates=framed, quantities=inside, named=True)
        else:
            yield _Plain(span, cut, local)


class _Read(NamedTuple):
    """A sentence as the grammar reads it: its claims and topics by where figures start, its dates, what holds there."""

    sentence: Sentence
    made: dict[int, Claim]
    topics: dict[int, Topic]
    figures: list[AskedFigure]
    dates: dict[int, Claim]
    running: RunningPeriod
    joined: bool  # whether nothing stands between it and the one read before it


class _Context:
    """What an article has said so far: where it is set, when, and of whom it spoke."""

    def __init__(
        self, document: Document, lead: Sequence[Sentence], text: Text, lexicon: Lexicon, *,
        bearers: BearerReader, reader: FrameReader | None, dated: Sequence[DateExpression],
    ) -> None:  # fmt: skip
        self._doc, self._date, self._lexicon = document.id, document.date, lexicon.frame
        self._reader = reader if reader is not None else LabelReader(lexicon.frame)
        self._bearers, self._number = bearers, -1
        self._spelled = lexicon.quantity.spelled.stretches
        self._stretches = find_stretches(text.folded, self._spelled)
        self._setting = Setting(lead, lexicon.frame)
        self._running = RunningPeriod(document.date)
        self._spoken = SpokenTimes(text.folded, dated, document.date)
        self._heading: str | None = None
        self._end = 0  # of the sentence that was read last
        self._read: list[_Read] = []
        self._passed: _Plain | None = None  # the sentence without figures before the next one

    def _before(self, sentence: Sentence) -> str | None:
        """Of whom the paragraph spoke before this sentence; None where it opens with 这种, a kind of thing."""
        if (plain := self._passed) is not None:
            self._passed = None
            if "\n" not in sentence.folded[plain.span[1] : sentence.start]:
                read = read_sentence(
                    sentence.folded, plain.span, plain.words, self._lexicon, local=plain.local, named=True
                )
                self._heading = find_heading(read)
        opens_kind = sentence.folded.startswith(self._lexicon.words.kind_openers, sentence.start)
        return None if opens_kind else self._heading

    def read(self, sentence: Sentence | _Plain) -> None:
        """Read the figures of the next sentence as the grammar does; of one without figures, its words."""
        self._number += 1
        if isinstance(sentence, _Plain):
            self._setting.after_words(sentence.words)
            self._passed = sentence
            return
        if "\n" in sentence.folded[self._end : sentence.start]:
            self._heading = None
        joined = not sentence.folded[self._end : sentence.start].strip()
        made: dict[int, Claim] = {}
        about: Topic | None = None
        topics: dict[int, Topic] = {}
        spoken: Spoken = {}
        for quantity in sentence.quantities:
            about = read_topic(sentence, quantity, about, spoken)
            listed = made.get(about.slot.of_list.start) if about.slot.of_list is not None else None
            claim = self._claim(sentence, quantity, about, listed, list(made.values()))
            if claim is not None:
                made[quantity.start], topics[quantity.start] = claim, about
        asked = [one for one in sentence.quantities if one.start in made and not self._is_unread(sentence, one)]
        figures = [outline_figure(sentence, one, made[one.start]) for one in asked]
        dates = dict(self._dates(sentence))
        self._read.append(_Read(sentence, made, topics, figures, dates, copy(self._running), joined=joined))
        self._setting.after(sentence)
        self._running.after(sentence)
        self._heading, self._end, self._passed = find_heading(sentence), sentence.end, None

    def claims(self) -> list[Claim]:
        """The claims of all sentences that were read, with what the model reads of their figures."""
        readings = self._reader.read([(one.sentence, one.figures) for one in self._read])
        said: list[Claim] = []
        made: Sequence[Claim] = ()
        for one, found in zip(self._read, readings, strict=True):
            made = self._finish(one, found, made if one.joined else ())
            said += made
        return said

    def _finish(
        self, read: _Read, readings: Sequence[FrameReading | None], before: Sequence[Claim]
    ) -> tuple[Claim, ...]:
        """The claims of a sentence; `before` are those of the one right before it."""
        sentence, made = read.sentence, dict(read.made)
        for figure, reading in zip(read.figures, readings, strict=True):
            if reading is not None:
                at = figure.quantity.start
                made[at] = self._date_claim(complete_claim(made[at], reading, sentence), figure, reading, read)
        # what tells a day is no amount: of two readings of the same letters the date stands
        dates = read.dates
        made = {
            start: claim
            for start, claim in made.items()
            if not any(date.start < claim.end and claim.start < date.end for date in dates.values())
        } | dates
        found = link_claims(sentence, tuple([made[start] for start in sorted(made)]), tuple(before))
        weights = self._lexicon.no_claims
        return leave_out(sentence, found, weights) if weights is not None else found

    def _is_unread(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether the words around a figure are of another language: they frame nothing here."""
        return is_framed_in_it(sentence.folded, quantity.start, self._stretches, self._spelled)

    def _date_claim(self, claim: Claim, figure: AskedFigure, reading: FrameReading, read: _Read) -> Claim:
        """The claim with the time of its sentence, as worded and as a period; else the paragraph's period."""
        sentence, about = read.sentence, read.topics[figure.quantity.start]
        inferred = claim.inferred - {"period"}
        if reading.time is not None and reading.time_chance >= TOLD:
            told = self._spoken.resolve(sentence, reading.time, claim.status)
            if told is not None:
                worded = sentence.folded[slice(*reading.time)]
                return msgspec.structs.replace(claim, period=told, time=worded, inferred=inferred)
        stated = claim.period is not None and "period" not in claim.inferred
        date = governing_date(reading, figure, sentence)
        worded_time = word_time(reading, date, sentence)
        when: str | None = None
        if date is not None:
            when = period_of_date(sentence, date, figure.quantity, wish=claim.status, published=self._date)
        elif not stated or figure.period is None:
            return claim if worded_time == claim.time else msgspec.structs.replace(claim, time=worded_time)
        if when is None:
            when = read.running.infer_period(sentence, figure.quantity, about, claim.status)
            inferred |= {"period"} if when is not None else set()
        return msgspec.structs.replace(claim, period=when, time=worded_time, inferred=inferred)

    def _dates(self, sentence: Sentence) -> Iterator[tuple[int, Claim]]:
        """The dates that the sentence asserts of an event."""
        for found in find_event_dates(sentence):
            where = governing_place(sentence, found.date)
            wish, in_words = find_status(sentence, found.date)
            date = found.date
            yield date.start, Claim(
                doc=self._doc, start=date.start, end=date.end, text=date.text, kind="date",
                low=date.low, high=date.high, unit="", qualifier=date.qualifier,
                subject=found.subject, measure=found.event, place=where or self._setting.place, status=wish,
                attribution=find_attribution(sentence, date), sentence=(sentence.start, sentence.end),
                inferred=frozenset(({"place"} if where is None else set()) | (set() if in_words else {"status"})),
                step=date.step, reach=date.reach,
            )  # fmt: skip

    def _claim(
        self, sentence: Sentence, quantity: Quantity, about: Topic, listed: Claim | None, made: list[Claim]
    ) -> Claim | None:
        if quantity.kind == "number" and is_paid(sentence, quantity):
            quantity = msgspec.structs.replace(quantity, kind="money", unit=self._lexicon.words.money_unit)
        unread = self._is_unread(sentence, quantity)
        if unread:
            about = msgspec.structs.replace(about, measure=None)
        sides = find_aspects(sentence, quantity, about)
        measured = read_bare_number(sentence, quantity, about, sides, made[-1] if made else None)
        if measured is None:
            return None
        outside: set[str] = set()
        who, near, sure = Ruled(None) if unread else _find_ruled(sentence, quantity, about)
        where = governing_place(sentence, quantity)
        if where is None and not sentence.names_places_before(quantity.start):
            where = self._setting.place
            outside |= {"place"} if where is not None else set()
        if who is None and not unread and (who := self._before(sentence) or where) is not None:
            outside.add("subject")
        if not (unread or sure) and self._lexicon.bearers is not None:
            said = "n" if near else "o" if "subject" in outside else "s"
            figure = self._bearers.figure(self._number, sentence, quantity, about, ruled=who, said=said)
            who, inside = self._bearers.choose(self._number, figure)
            outside = outside - {"subject"} if inside else outside | {"subject"}
        wish, in_words = find_status(sentence, quantity)
        if listed is not None and not about.tail:
            about = msgspec.structs.replace(about, measure=listed.measure, carried=True)
            sides |= listed.aspects & {"change", "per_unit"}
        when = stated_period(sentence, quantity, sides, wish=wish, published=self._date)
        if when is None and (when := self._running.infer_period(sentence, quantity, about, wish)) is not None:
            outside.add("period")
        outside |= {"measure"} if about.carried and about.measure else set()
        outside |= set() if in_words else {"status"}
        return Claim(
            doc=self._doc, start=quantity.start, end=quantity.end, text=quantity.text, kind=measured.kind,
            low=quantity.low, high=quantity.high, qualifier=quantity.qualifier,
            unit=_unit_at(measured, where, self._lexicon),
            subject=who, measure=_keep_last_cell(about.measure), aspects=sides, place=where, period=when, status=wish,
            attribution=find_attribution(sentence, quantity), sentence=(sentence.start, sentence.end),
            inferred=frozenset(outside), step=quantity.step, reach=quantity.reach,
        )  # fmt: skip


def _find_ruled(sentence: Sentence, quantity: Quantity, about: Topic) -> Ruled:
    """Whom the grammar reads: the other side of a comparison before all."""
    compared = compared_place(sentence, quantity)
    return Ruled(compared, near=True, sure=True) if compared is not None else find_subject(sentence, quantity, about)


def _keep_last_cell(measure: str | None) -> str | None:
    """The measure behind the last rule between cells; None where it has no letter."""
    words = measure.rpartition("|")[2].strip() if measure else ""
    return words if any(map(str.isalnum, words)) else None


def _unit_at(quantity: Quantity, place: str | None, lexicon: FrameLexicon) -> str:
    """元 without a currency in the text is the money of the place, where the gazetteer knows the place."""
    gazetteer = lexicon.gazetteer
    if quantity.unit != lexicon.words.money_unit or place is None or place not in gazetteer.known:
        return quantity.unit
    for home, currency in gazetteer.currencies.items():
        if place == home or gazetteer.is_within(place, home):
            return currency
    return quantity.unit
