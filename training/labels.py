"""The model of measure, part, scope, basis, time and place, fitted on annotated figures.

`gather_samples` reads pools, `fit` makes a model of samples, `write_model` its file. A field is fitted on its own: the
probability of the annotated stretches (any of them; of scope each) over all stretches of the window and none, with
Gaussian priors on the weights, by L-BFGS. The same samples give the same bytes on one machine.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from frames import Row, match_claim, read_pool
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from factcheck import zh
from factcheck.frame.claims import claims
from factcheck.frame.labelling_figure import (
    TEMPLATES,
    AskedFigure,
    code_word,
    is_held,
    open_windows,
    outline_sentences,
    own_names,
)
from factcheck.frame.labelling_model import FIELDS, LENGTHS, LONGEST, ROLES
from factcheck.frame.labelling_words import TAGS, describe_neighbours, describe_positions, describe_word, tag_number
from factcheck.quantity import recognise
from factcheck.run.article import prepare_document
from factcheck.text.joins import CleanText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.frame.labelling import AskedSentence, FrameReading
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim, Span

# Of a part cross-validation says that it is right in two of ten where it is said: the program is not given it.
KEPT = ("measure", "scope", "basis", "time", "place")
LEAST = 3  # samples in which a feature must be seen
PRIOR = {"measure": 2.0}  # weight of the square of the weights; docs/models.md says what was tried
_PRIOR = 1.2  # of the other fields
_ROUNDS = 80
_SMALL = 0.004  # weights below it are left out of the file
_STEP = 16  # words: windows of like lengths are counted together

Array = np.ndarray[Any, Any]
Described = list[list[str]]  # of each word its features
_Target = tuple[Array, Array, Array]


@dataclass(frozen=True)
class Window:
    """The words around a figure: `first`..`last` of its sentence, of which `left`..`right` are its own.

    `codes` are [template, word], `near` those of the tables in `own`, `whole` the features of the figure itself.
    """

    first: int
    last: int
    left: int
    right: int
    codes: Array
    near: Array
    own: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]

    @classmethod
    def of(cls, sentence: Sentence, figure: AskedFigure, groups: Mapping[str, tuple[int, int]]) -> Window:
        """The window of a figure, as the program opens it."""
        outline = outline_sentences([sentence], np.array([code_word(one, groups) for one in sentence.words]))
        windows = open_windows([(sentence, 0, figure)], outline)
        return cls(
            *windows.spans[0], windows.codes[:, :-1], windows.near[:-1], tuple(map(own_names, windows.own[0])),
            windows.whole[0].describe(),
        )  # fmt: skip


def describe_words(sentence: Sentence, groups: Mapping[str, tuple[int, int]]) -> Described:
    """The features of each word of a sentence, whichever figure is asked about."""
    placed, before, found = describe_positions(sentence), "mark", []
    for i, word in enumerate(sentence.words):
        kind = TAGS[tag_number(word)]
        features = [*describe_word(word, sentence.lexicon, groups), *describe_neighbours(before, kind)]
        found.append([*features, *placed.get(i, ())])
        before = kind
    return found


@dataclass(frozen=True)
class Sample:
    """An annotated figure as the model sees it: its window, the features of the window's words, where fields stand.

    `gold` are (first, last) words of the window; `given` the fields that are annotated, wherever their words stand.
    """

    row: Row
    claim: Claim
    window: Window
    words: Described
    texts: tuple[str, ...]
    spans: list[Span]
    gold: dict[str, list[tuple[int, int]]]
    given: frozenset[str]
    dates: list[tuple[int, int, str | None]]
    places: list[tuple[int, int, str]]
    sentence_start: int = 0


class _Recorder:
    """Takes down the figures of each sentence; reads nothing."""

    def __init__(self) -> None:
        self.seen: list[AskedSentence] = []

    def read(self, asked: Sequence[AskedSentence]) -> Sequence[Sequence[FrameReading | None]]:
        self.seen += asked
        return [[None] * len(figures) for _, figures in asked]


def gather_samples(pairs: Iterable[tuple[Path, Path]], groups: Mapping[str, tuple[int, int]]) -> Iterator[Sample]:
    """The samples of pools, each (frames, news); figures that are no claim, or that nothing reads, are left out."""
    lexicon = zh.lexicon()
    for frames, news in pairs:
        for stored, rows in read_pool(frames, news):
            document, text = prepare_document(stored, lexicon)
            recorder = _Recorder()
            found = claims(document, text, recognise(text, lexicon), lexicon, recorder)
            clean = CleanText.of(text)
            seen = [(sentence, figure) for sentence, figures in recorder.seen for figure in figures]
            described: dict[int, Described] = {}
            for row in rows:
                claim = match_claim(row, found)
                if row.skip or claim is None:
                    continue
                inner = clean.inward((claim.start, claim.end))
                held = [one for one in seen if one[1].quantity.start < inner[1] and inner[0] < one[1].quantity.end]
                if not held:
                    continue
                sentence, figure = held[0]
                if not is_held(sentence, figure):
                    continue
                window = Window.of(sentence, figure, groups)
                if sentence.start not in described:
                    described[sentence.start] = describe_words(sentence, groups)
                words = described[sentence.start][window.first : window.last]
                yield _make_sample(row, claim, sentence, (window, words), clean)


def _make_sample(
    row: Row, claim: Claim, sentence: Sentence, seen: tuple[Window, Described], clean: CleanText
) -> Sample:
    window, words = seen
    ends = sentence.ends[window.first : window.last]
    texts = sentence.words[window.first : window.last]
    spans = [(end - len(word), end) for word, end in zip(texts, ends, strict=True)]
    gold: dict[str, list[tuple[int, int]]] = {}
    own = range(window.left - window.first, window.right - window.first)
    for name in FIELDS:
        for span in row.spans[name]:
            start, end = clean.inward(span)
            inside = [i for i, (a, b) in enumerate(spans) if a < end and start < b]
            if not inside or sentence.end <= start or end <= sentence.start:
                continue
            first, last = inside[0], inside[-1]
            if last - first < LONGEST and not any(first <= i <= last for i in own):
                gold.setdefault(name, []).append((first, last))
    return Sample(
        row=row, claim=claim, window=window, words=words, texts=texts, spans=spans, gold=gold,
        given=frozenset(name for name in FIELDS if row.wordings[name]),
        dates=[(d.start, d.end, d.period) for d in sentence.dates],
        places=[(p.start, p.end, p.place) for p in sentence.places], sentence_start=sentence.start,
    )  # fmt: skip


@dataclass
class Vocabulary:
    """The features of samples and their numbers."""

    names: list[str]
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = {name: number for number, name in enumerate(self.names)}


def _features(sample: Sample) -> Iterator[list[str]]:
    """For each word of the window its features, those of the templates too."""
    for i, features in enumerate(sample.words):
        names = [*features]
        names += [table[sample.window.codes[t, i]] for t, table in enumerate(TEMPLATES)]
        names += [table[sample.window.near[i]] for table in sample.window.own]
        yield names


def read_vocabulary(samples: Sequence[Sample]) -> Vocabulary:
    """The features that are seen in enough samples."""
    seen: Counter[str] = Counter()
    for sample in samples:
        seen.update({name for names in _features(sample) for name in names} | set(sample.window.whole))
    return Vocabulary([*LENGTHS, *sorted(name for name, n in seen.items() if n >= LEAST and name not in LENGTHS)])


@dataclass
class _Batch:
    """Samples of like lengths: features of all words of all of them as one matrix, padded to `width` words."""

    width: int
    samples: list[Sample]
    matrix: csr_matrix  # [samples * width, features]
    whole: csr_matrix  # [samples, features]
    barred: Array  # [samples, width]: words of the figure, and padding


def make_batches(samples: Sequence[Sample], vocabulary: Vocabulary) -> list[_Batch]:
    """The samples as matrices."""
    by_width: defaultdict[int, list[Sample]] = defaultdict(list)
    for sample in samples:
        by_width[-(-len(sample.texts) // _STEP) * _STEP].append(sample)
    numbers = vocabulary.numbers
    made = []
    for width, held in sorted(by_width.items()):
        columns: list[int] = []
        starts = [0]
        wholes: list[int] = []
        whole_starts = [0]
        barred = np.ones((len(held), width), dtype=bool)
        for k, sample in enumerate(held):
            for names in _features(sample):
                columns += [numbers[name] for name in names if name in numbers]
                starts.append(len(columns))
            starts += [len(columns)] * (width - len(sample.texts))
            wholes += [numbers[name] for name in sample.window.whole if name in numbers]
            whole_starts.append(len(wholes))
            barred[k, : len(sample.texts)] = False
            barred[k, sample.window.left - sample.window.first : sample.window.right - sample.window.first] = True
        shape = (len(held) * width, len(numbers))
        ones = np.ones(len(columns), dtype=np.float32)
        matrix = csr_matrix((ones, np.array(columns, dtype=np.int32), np.array(starts)), shape=shape)
        whole = csr_matrix(
            (np.ones(len(wholes), dtype=np.float32), np.array(wholes, dtype=np.int32), np.array(whole_starts)),
            shape=(len(held), len(numbers)),
        )
        made.append(_Batch(width, held, matrix, whole, barred))
    return made


def _score(batch: _Batch, weights: Array) -> tuple[Array, Array]:
    """Scores of stretches [sample, first, words - 1] and of none [sample]."""
    k, n = len(batch.samples), batch.width
    emitted = (batch.matrix @ weights).reshape(k, n, len(ROLES)).astype(np.float64)
    begin, end = emitted[:, :, 0].copy(), emitted[:, :, 1].copy()
    inside = emitted[:, :, 2] - 1e6 * batch.barred
    begin[:, 1:] += emitted[:, :-1, 3]
    end[:, :-1] += emitted[:, 1:, 4]
    total = np.zeros((k, n + 1))
    np.cumsum(inside, axis=1, out=total[:, 1:])
    closed = np.full((k, n + LONGEST), -1e9)
    closed[:, :n] = end + total[:, 1:]
    spread = np.lib.stride_tricks.sliding_window_view(closed, LONGEST, axis=1)[:, :n]
    scores = (begin - total[:, :-1])[:, :, None] + spread + weights[: len(LENGTHS), 0].astype(np.float64)
    none = (batch.whole @ weights[:, 0]).astype(np.float64)
    return scores, none


def _targets(batch: _Batch, name: str) -> tuple[Array, Array, Array]:
    """Gold stretches as a mask [sample, first, words - 1], gold none [sample], and the samples that count."""
    k = len(batch.samples)
    mask = np.zeros((k, batch.width, LONGEST), dtype=bool)
    none, counted = np.zeros(k, dtype=bool), np.ones(k, dtype=bool)
    for i, sample in enumerate(batch.samples):
        for first, last in sample.gold.get(name, ()):
            mask[i, first, last - first] = True
        if name not in sample.gold:
            none[i] = True
            # annotated, and not in this sentence: for a measure it is unknown what should be read, else none
            counted[i] = name not in sample.given or name != "measure"
    return mask, none, counted


def _loss(batch: _Batch, weights: Array, target: tuple[Array, Array, Array], *, each: bool) -> tuple[float, Array]:
    mask, gold_none, counted = target
    scores, none = _score(batch, weights)
    k, n = scores.shape[:2]
    top = np.maximum(scores.max(axis=(1, 2)), none)
    p, q = np.exp(scores - top[:, None, None]), np.exp(none - top)
    whole = p.sum(axis=(1, 2)) + q
    p /= whole[:, None, None]
    q /= whole
    if each:
        want = mask / np.maximum(mask.sum(axis=(1, 2)), 1)[:, None, None]
        logs = np.log(np.maximum(p, 1e-30))
        right = (want * logs).sum(axis=(1, 2)) + gold_none * np.log(np.maximum(q, 1e-30))
    else:
        held = (p * mask).sum(axis=(1, 2)) + q * gold_none
        right = np.log(np.maximum(held, 1e-30))
        want = p * mask / np.maximum(held, 1e-30)[:, None, None]
    loss = -(right * counted).sum()
    gap = (p - want) * counted[:, None, None]  # [k, n, LONGEST]
    gap_none = (q - gold_none) * counted
    by_first = gap.sum(axis=2)
    by_last = np.zeros((k, n + LONGEST))
    for j in range(LONGEST):
        by_last[:, j : j + n] += gap[:, :, j]
    by_last = by_last[:, :n]
    grad = np.zeros((k, n, len(ROLES)), dtype=np.float32)
    grad[:, :, 0], grad[:, :, 1] = by_first, by_last
    # a word is inside the stretches that began up to it and ended not before it
    grad[:, :, 2] = np.cumsum(by_first, axis=1) - (np.cumsum(by_last, axis=1) - by_last)
    grad[:, :, 2][batch.barred] = 0
    grad[:, :-1, 3] = by_first[:, 1:]
    grad[:, 1:, 4] = by_last[:, :-1]
    slope = batch.matrix.T @ grad.reshape(k * n, len(ROLES))
    slope[:, 0] += batch.whole.T @ gap_none.astype(np.float32)
    slope[: len(LENGTHS), 0] += gap.sum(axis=(0, 1)).astype(np.float32)
    return float(loss), slope


def fit(samples: Sequence[Sample], names: Sequence[str] = FIELDS) -> tuple[Vocabulary, Array]:
    """The weights [feature, field, role] of samples; those of fields that are not asked for are nought."""
    vocabulary = read_vocabulary(samples)
    batches = make_batches(samples, vocabulary)
    weights = np.zeros((len(vocabulary.names), len(FIELDS), len(ROLES)), dtype=np.float32)
    for name in names:
        targets = [_targets(batch, name) for batch in batches]
        prior = PRIOR.get(name, _PRIOR)

        def run(
            flat: Array, prior: float = prior, targets: list[_Target] = targets, name: str = name
        ) -> tuple[float, Array]:
            held = flat.reshape(-1, len(ROLES))
            small = held.astype(np.float32)
            loss, slope = prior / 2 * float((held * held).sum()), prior * held
            for batch, target in zip(batches, targets, strict=True):
                more, steep = _loss(batch, small, target, each=name == "scope")
                loss += more
                slope = slope + steep
            return loss, slope.ravel()

        start = np.zeros(len(vocabulary.names) * len(ROLES))
        best = minimize(run, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS, "maxcor": 8})
        weights[:, FIELDS.index(name)] = best.x.reshape(-1, len(ROLES)).astype(np.float32)
    return vocabulary, weights


def write_model(path: Path, vocabulary: Vocabulary, weights: Array) -> None:
    """The file of a model; features that weigh next to nothing are left out."""
    weights = weights[:, [FIELDS.index(name) for name in KEPT]]
    kept = [i for i in range(len(vocabulary.names)) if np.abs(weights[i]).max() >= _SMALL]
    head = json.dumps({"fields": KEPT, "features": [vocabulary.names[i] for i in kept]}, ensure_ascii=False)
    path.write_bytes(head.encode() + b"\n" + weights[kept].astype("<f2").tobytes())
