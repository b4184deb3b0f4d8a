"""The one way YAML comes in: the ledger, the data files, front matter.

Scalars stay text, whatever they look like (`no`, `1e3`, `2025-02-07`); `null`, `~` and nothing at all are None.
Anchors, aliases, tags, duplicate keys and nesting deeper than 20 are errors. Every error names file and line.
"""

from __future__ import annotations

import difflib
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec
import yaml

from factcheck.model import Phrase, say
from factcheck.yaml_depth import openings

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 20
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_STEP = re.compile(r"\.([^.\[\]`]+)|\[(\d+)\]|\[\.\.\.\]")
T = TypeVar("T")
Path = tuple[str | int, ...]
_Marks = dict[Path, tuple[Any, Any]]  # where a node begins and, for a scalar, where it ends


class MakesError(Protocol):
    """A class of errors, which the caller chooses: keys of the catalogue for what is wrong and for the cure."""

    def __call__(self, phrase: Phrase, /, *, where: str, cure: Phrase) -> Exception: ...  # noqa: D102 - see the class


class BadValueError(ValueError):
    """What a typed value raises in its `__post_init__` where it refuses its fields; it is told with file and line."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


class Loaded:
    """Plain values (dict, list, str, None), and where each stands.

    `lines` maps a path of keys and indices to a line, `spans` that of a scalar to its offsets, quotes included.
    """

    _line_end = re.compile(r"[ \t]*(?:#.*)?[\r\n]")

    def __init__(self, value: Any, marks: _Marks, where: str, error: MakesError, text: str) -> None:
        self.value, self.where, self.error, self.text = value, where, error, text
        self._marks = marks

    @cached_property
    def lines(self) -> dict[Path, int]:  # noqa: D102 - see the class
        return {path: mark.line + 1 for path, (mark, _) in self._marks.items()}

    @cached_property
    def spans(self) -> dict[Path, tuple[int, int]]:  # noqa: D102 - see the class
        return {path: (start.index, end.index) for path, (start, end) in self._marks.items()}

    def convert(self, kind: type[T]) -> T:
        """The value as a typed one; what breaks the schema is an error that names its line."""
        try:
            return msgspec.convert(self.value, kind, strict=False)
        except msgspec.ValidationError as error:
            message, _, at = str(error).partition(" - at ")
            refused = error.__cause__.phrase if isinstance(error.__cause__, BadValueError) else None
            raise self._make_error(message, at, kind, refused) from error

    def extent(self, *path: str | int) -> tuple[int, int]:
        """The offsets of the value at `path`, from its first letter to the end of the line of its last scalar."""
        end = self._ends[path]
        line_end = self._line_end.search(self.text, end)
        return self.spans[path][0], line_end.start() if line_end is not None else len(self.text)

    @cached_property
    def _ends(self) -> dict[Path, int]:
        ends: dict[Path, int] = {}
        for path, (_, end) in self.spans.items():
            for size in range(len(path) + 1):
                ends[path[:size]] = max(end, ends.get(path[:size], 0))
        return ends

    def _make_error(self, message: str, at: str, kind: Any, refused: Phrase | None) -> Exception:
        line, what, cure = self._line(at), refused or say("plain", text=message), say("cure.form-in-docs")
        if (missing := re.search(r"missing required field `(.+)`", message)) is not None:
            what = say("error.missing-key", name=repr(missing[1]))
            cure = say("cure.add-line", line=f"{missing[1]}: …")
        elif (unknown := re.search(r"unknown field `(.+)`", message)) is not None:
            what, line = say("error.no-key", name=repr(unknown[1])), self._line(f"{at}.{unknown[1]}")
            known = _fields(msgspec.inspect.type_info(kind))
            near = difflib.get_close_matches(unknown[1], known, 1)
            cure = say("cure.did-you-mean", name=near[0]) if near else say("cure.keys", names=", ".join(known))
        return self.error(what, where=f"{self.where}:{line}", cure=cure)

    def _line(self, at: str) -> int:
        path: Path = ()
        line = self.lines.get((), 1)
        for key, index in _STEP.findall(at):
            path = (*path, key or int(index or 0))
            line = self.lines.get(path, line)
        return line


def _fields(kind: msgspec.inspect.Type) -> list[str]:
    """Every key that a typed value may hold, at any depth."""
    if isinstance(kind, msgspec.inspect.StructType):
        return [name for field in kind.fields for name in (field.encode_name, *_fields(field.type))]
    inner = [getattr(kind, name) for name in ("item_type", "value_type") if hasattr(kind, name)]
    return [name for part in (*inner, *getattr(kind, "types", ())) for name in _fields(part)]


def load(text: str, where: str, error: MakesError) -> Loaded:
    """The one document in `text`. `where` names it in errors, which are of the class `error`."""
    marks: _Marks = {}

    def fail(what: Phrase, line: int, cure: Phrase) -> Exception:
        return error(what, where=f"{where}:{line}", cure=cure)

    # Before the parser: some releases of it stop deep nesting with an error of their own, some with the stack.
    for depth, line in openings(text):
        if depth > MAX_DEPTH:
            raise fail(say("error.nested"), line, say("cure.nest-less", n=str(MAX_DEPTH)))
    try:
        parser = _Parser(text)
        try:
            value = _document(parser, marks, fail)
        finally:
            parser.dispose()
    except yaml.YAMLError as problem:
        mark: Any = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or str(problem).split("\n", 1)[0]
        # What is never closed is missed only at the end of the text, one line too far.
        line = min(mark.line, text.rstrip().count("\n")) + 1 if mark else 1
        raise fail(say("error.broken-yaml", why=what), line, say("cure.mend-or-quote")) from problem
    return Loaded(value, marks, where, error, text)


def _document(parser: Any, marks: _Marks, fail: Any) -> Any:
    events: Iterator[Any] = iter(parser.get_event, None)
    value: Any = None
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            if marks:
                raise fail(say("error.second-document"), line, say("cure.one-document"))
            value = _node(next(events), events, (), marks, fail)
    return value


def _node(event: Any, events: Any, path: Path, marks: _Marks, fail: Any) -> Any:
    line = event.start_mark.line + 1
    marks[path] = event.start_mark, event.end_mark
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise fail(say("error.anchor"), line, say("cure.write-out"))
    if getattr(event, "tag", None) not in (None, "!"):
        raise fail(say("error.tag", name=str(event.tag)), line, say("cure.no-tag"))
    if len(path) > MAX_DEPTH:
        raise fail(say("error.nested"), line, say("cure.nest-less", n=str(MAX_DEPTH)))
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in _NOTHING else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, path, marks, fail)
    return _mapping(events, path, marks, fail)


def _sequence(events: Any, path: Path, marks: _Marks, fail: Any) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_node(event, events, (*path, len(items)), marks, fail))
    return items


def _mapping(events: Any, path: Path, marks: _Marks, fail: Any) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent) or event.anchor:
            raise fail(say("error.no-plain-key"), line, say("cure.key-and-value"))
        key = event.value
        if key in mapping:
            raise fail(say("error.key-twice", name=repr(key)), line, say("cure.keep-one"))
        mapping[key] = _node(next(events), events, (*path, key), marks, fail)
    return mapping
