"""Reads `claims/`: every file typed, every error with file, line and cure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from factcheck import strict_yaml, zh
from factcheck.errors import LedgerError
from factcheck.ledger.baseline import BASELINE, Baselined, read_baseline
from factcheck.ledger.file import Words, load, rows
from factcheck.ledger.rulings import Ruling, read_rulings
from factcheck.lexicon import Grammar
from factcheck.messages import say
from factcheck.model import Document, Phrase, Quantity, Span, Status, Value
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RESERVED = ("aliases", "rulings")
_SUFFIXES = (".yaml", ".yml")
_PERIOD = re.compile(r"(?:by |since )?(?:\d{4}(?:-\d\d){0,2})(?:/\d{4}(?:-\d\d){0,2})?")


class Source(Value, frozen=True, forbid_unknown_fields=True):
    """Where a fact was verified; `checked` is the ISO date of the day it was looked up."""

    title: str | None = None
    url: str | None = None
    checked: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None


class _Entry(Value, frozen=True, forbid_unknown_fields=True):
    """A fact as the file holds it."""

    id: Words
    subject: Words
    measure: Words
    value: Words
    source: Source
    period: str | None = None
    place: str | None = None
    unit: str | None = None
    status: Status = "actual"


class LedgerFact(Value, frozen=True):
    """A verified fact. Wording as written; `quantity` is what the grammar of the articles reads in `value`.

    `where` is the file and line that hold it; `entry` and `span` are the offsets of the whole entry and of its value in
    that file, and `file` is its number in `Ledger.files`.
    """

    id: str
    subject: str
    measure: str
    value: str
    quantity: Quantity
    source: Source
    where: str
    period: str | None = None
    place: str | None = None
    unit: str | None = None
    status: Status = "actual"
    file: int = 0
    entry: Span = (0, 0)
    span: Span = (0, 0)


class Ledger(Value, frozen=True):
    """What is on file: verified facts, groups of words that mean the same (folded), rulings, what was accepted.

    `files` are the files that hold the facts, as documents.
    """

    facts: tuple[LedgerFact, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    rulings: tuple[Ruling, ...] = ()
    baseline: tuple[Baselined, ...] = ()
    files: tuple[Document, ...] = ()

    def forget_rulings(self) -> Ledger:
        """The ledger as if nobody had ruled on anything; a confirmed pair is not accepted by the baseline either."""
        ruled = {ruling.fingerprint for ruling in self.rulings}
        kept = tuple(one for one in self.baseline if one.fingerprint not in ruled)
        return msgspec.structs.replace(self, rulings=(), baseline=kept)

    @classmethod
    def load(cls, folder: str | Path, hedges: Path | None = None) -> Ledger:
        """The ledger in `folder`: `aliases.yaml`, `rulings.yaml`, `baseline.jsonl`, and facts in every other YAML file.

        `hedges` is a file in place of `hedges.yaml`: a value is read as an article would be.
        Raises `LedgerError` with file, line and cure.
        """
        root = Path(folder)
        if not root.is_dir():
            raise LedgerError(say("error.no-folder"), where=str(folder), cure=say("cure.name-claims"))
        files = yaml_files(root)
        named = {path.stem: path for path in files}
        facts, documents = _facts([path for path in files if path.stem not in RESERVED], Grammar(hedges=hedges))
        return cls(
            facts=facts,
            aliases=tuple(_aliases(named["aliases"])) if "aliases" in named else (),
            rulings=tuple(read_rulings(named["rulings"])) if "rulings" in named else (),
            baseline=read_baseline(root),
            files=documents,
        )


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a ledger, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES and not path.name.startswith("."))


def holds_ledger(folder: Path) -> bool:
    """Whether a folder has any file of a ledger: YAML, or a baseline."""
    return bool(yaml_files(folder)) or (folder / BASELINE).exists()


def problems(folder: Path, hedges: Path | None = None) -> Iterator[LedgerError]:
    """What is wrong in each file of a ledger, the first of each: a file that cannot be read holds back no other."""
    seen: dict[str, str] = {}
    for path in yaml_files(folder):
        try:
            if path.stem == "aliases":
                list(_aliases(path))
            elif path.stem == "rulings":
                list(read_rulings(path))
            else:
                list(_entries(load(path)[0], seen, path, 0, Grammar(hedges=hedges)))
        except LedgerError as error:
            yield error
    try:
        read_baseline(folder)
    except LedgerError as error:
        yield error


def refuse_broken(text: str, path: Path, others: Ledger, hedges: Path | None = None) -> dict[str, str]:
    """Raise `LedgerError` where `text`, as the file at `path`, would break the ledger; else file and line of each fact.

    The facts are told by their ids.
    """
    seen = {fact.id: fact.where for fact in others.facts if fact.where.rpartition(":")[0] != str(path)}
    loaded = strict_yaml.load(text, str(path), LedgerError)
    return {fact.id: fact.where for fact in _entries(loaded, seen, path, 0, Grammar(hedges=hedges))}


def _facts(paths: Iterable[Path], grammar: Grammar) -> tuple[tuple[LedgerFact, ...], tuple[Document, ...]]:
    seen: dict[str, str] = {}
    facts: list[LedgerFact] = []
    documents: list[Document] = []
    for path in paths:
        loaded, text = load(path)
        held = list(_entries(loaded, seen, path, len(documents), grammar))
        if held:
            facts += held
            documents.append(Document(id=path.as_posix(), text=text, path=str(path), role="ledger"))
    return tuple(facts), tuple(documents)


def _entries(
    loaded: strict_yaml.Loaded, seen: dict[str, str], path: Path, number: int, grammar: Grammar
) -> Iterator[LedgerFact]:
    for index, entry in enumerate(rows(loaded, list[_Entry])):
        where = f"{path}:{loaded.lines[index,]}"
        if entry.id in seen:
            what = say("error.fact-id-twice", id=repr(entry.id), place=seen[entry.id])
            raise LedgerError(what, where=where, cure=say("cure.own-fact-id"))
        seen[entry.id] = where
        yield _fact(entry, where, loaded, index, number, _quantity(entry.value, grammar))


def _fact(  # noqa: PLR0917 - what one entry is, and where it stands
    entry: _Entry, where: str, loaded: strict_yaml.Loaded, index: int, number: int, quantity: Quantity | None
) -> LedgerFact:
    def fail(what: Phrase, field: str, cure: Phrase) -> LedgerError:
        return LedgerError(what, where=f"{loaded.where}:{loaded.lines[index, field]}", cure=cure)

    if entry.period is not None and not _PERIOD.fullmatch(entry.period):
        cure = say("cure.such-as", name="2025, 2025-01/2025-10, by 2025-06")
        raise fail(say("error.no-period", value=repr(entry.period)), "period", cure)
    if quantity is None:
        cure = say("cure.one-figure", value="557.6万美元")
        raise fail(say("error.not-one-figure", value=repr(entry.value)), "value", cure)
    start, end = loaded.spans[index, "value"]
    return LedgerFact(
        quantity=quantity, where=where, file=number, entry=loaded.extent(index), span=(start, end),
        **msgspec.structs.asdict(entry),
    )  # fmt: skip


def _quantity(value: str, grammar: Grammar) -> Quantity | None:
    from factcheck import zh
    from factcheck.quantity import recognise

    lexicon = zh.lexicon(grammar)
    found = recognise(prepare(value, lexicon=lexicon), lexicon)
    return found[0] if len(found) == 1 else None


def _aliases(path: Path) -> Iterator[tuple[str, ...]]:
    loaded, _ = load(path)
    seen: dict[str, int] = {}
    for index, group in enumerate(rows(loaded, list[Annotated[list[Words], msgspec.Meta(min_length=2)]])):
        words = tuple(dict.fromkeys(zh.lexicon().text.fold(word).strip() for word in group))
        line = loaded.lines[index,]
        for word in words:
            if word in seen:
                what = say("error.alias-twice", word=repr(word), n=str(seen[word]))
                raise LedgerError(what, where=f"{path}:{line}", cure=say("cure.one-group"))
            seen[word] = line
        yield words
