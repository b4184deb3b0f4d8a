"""A verified fact as a claim: read by the grammar of the articles, its frame exactly as the ledger gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.frame import claims
from factcheck.ledger import LedgerFact
from factcheck.model import Article, Claim, Document, Value
from factcheck.quantity import recognise
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from factcheck.ledger import Ledger
    from factcheck.lexicon import Lexicon

_OWN = ("start", "end", "text", "kind", "low", "high", "unit", "qualifier", "step", "reach")


class WordedFact(Value, frozen=True):
    """A fact told in one sentence, as an article of its own, for what compares sentences; and where it truly stands.

    `claim` is in that sentence; `cited` is the same claim in the file of the ledger, `file` is that file.
    """

    fact: LedgerFact
    article: Article
    claim: Claim
    cited: Claim
    file: Document


def word_facts(ledger: Ledger, taken: Container[str] = (), *, lexicon: Lexicon) -> Iterator[WordedFact]:
    """Every fact of the ledger as a sentence and its claim, in order; `taken` are the ids of articles."""
    files = [msgspec.structs.replace(file, id=_free(file.id, taken)) for file in ledger.files]
    for number, fact in enumerate(ledger.facts):
        yield _word_fact(fact, _free(f"\0{number}", taken), files[fact.file] if files else None, lexicon)


def _free(name: str, taken: Container[str]) -> str:
    return name if name not in taken else _free(name + "#", taken)


def _word_fact(fact: LedgerFact, name: str, file: Document | None, lexicon: Lexicon) -> WordedFact:
    words = lexicon.pair.facts
    sentence = words.sentence.format(subject=fact.subject, measure=fact.measure) + fact.value + words.sentence_end
    # the place settles what 元 is, and is a word that the two sentences may share
    named = fact.place is None or fact.place in sentence
    document = Document(id=name, text=sentence if named else words.sentence_place.format(place=fact.place) + sentence)
    text = prepare(document.text, lexicon=lexicon)
    found = claims(document, text, recognise(text, lexicon), lexicon)
    claim = _exact(fact, found[-1] if found else None, document, lexicon)
    article = Article(document=document, text=text, claims=(claim,), quotations=())
    if file is None:  # a ledger made by hand has no file: the sentence stands for it
        file = Document(id=fact.where, text=document.text, path=fact.where, role="ledger")
        return WordedFact(
            fact=fact, article=article, claim=claim, cited=msgspec.structs.replace(claim, doc=file.id), file=file
        )
    start, end = fact.span
    at = file.text.find(claim.text, start, end)
    if at >= 0:
        start, end = at, at + len(claim.text)
    cited = msgspec.structs.replace(claim, doc=file.id, start=start, end=end, sentence=fact.entry)
    return WordedFact(fact=fact, article=article, claim=claim, cited=cited, file=file)


def _exact(fact: LedgerFact, read: Claim | None, document: Document, lexicon: Lexicon) -> Claim:
    """The claim of the sentence with the frame of the ledger; nothing of it is inferred."""
    value = len(document.text.removesuffix(lexicon.pair.facts.sentence_end)) - len(fact.value)
    figure = fact.quantity
    own = {name: getattr(figure, name) for name in _OWN} | {"start": value + figure.start, "end": value + figure.end}
    if read is not None and (read.low, read.high, read.kind) == (figure.low, figure.high, figure.kind):
        own["unit"] = read.unit  # 元 in a sentence that names its place
    if fact.unit is not None:
        own["unit"] = fact.unit
    fold = lexicon.text.fold
    place = fold(fact.place).strip() if fact.place is not None else None
    return Claim(
        doc=document.id, subject=fold(fact.subject), measure=fold(fact.measure),
        aspects=read.aspects if read is not None else frozenset(),
        place=_canonical(place, lexicon) if place is not None else None,
        period=fact.period, status=fact.status, sentence=(0, len(document.text)), **own,
    )  # fmt: skip


def _canonical(place: str, lexicon: Lexicon) -> str:
    """As the frames of articles name it: prefectures without 市."""
    return lexicon.frame.gazetteer.names.get(place) or place.removesuffix(lexicon.pair.city)
