"""Changes to the files of the ledger: the text is edited, so comments survive, and a kill loses nothing.

A change reads the file, writes the new text to a temporary file, syncs it and renames it over the old one, all under a
lock, so that two windows do not overwrite each other. Lock and temporary file stand in the folder's `.factcheck/`,
which is there while something is written, and which git ignores (see `factcheck/atomic.py`).
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.atomic import hold_folder, put_in_place
from factcheck.errors import LedgerError, describe_refusal
from factcheck.ledger.baseline import BASELINE, as_lines
from factcheck.ledger.file import parse, read
from factcheck.ledger.rulings import make_relative, read_rulings
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factcheck import strict_yaml
    from factcheck.ledger.baseline import Baselined
    from factcheck.ledger.rulings import Ruling

RULINGS = "rulings.yaml"
SCRATCH = ".factcheck"
_FIELDS = ("fingerprint", "ruling", "reason", "by", "date")  # of an entry, in this order
_PLAIN = re.compile(r"[\w\u4e00-\u9fff（《“][\w\u4e00-\u9fff（）《》“”、，。；！？·%./+ -]*")
_UNPRINTABLE = re.compile(r"[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028-\u202e]")
_NOTHING = {"~", "null", "Null", "NULL"}


@contextlib.contextmanager
def hold_lock(folder: Path) -> Iterator[Path]:
    """Hold the lock of a ledger, and the folder for what is being written; another process that wants it waits."""
    with contextlib.ExitStack() as stack:
        try:
            scratch = stack.enter_context(hold_folder(Path(os.path.realpath(folder)) / SCRATCH))
        except OSError as error:
            raise _unwritable(folder, error) from error
        yield scratch


def replace(path: Path, text: str, scratch: Path) -> None:
    """Put `text` where the file is, all of it or none; a link stays one. `scratch` is what `hold_lock` gave."""
    real = Path(os.path.realpath(path))
    try:
        if real.parent == scratch.parent:
            _write_file(real, text, scratch)
        else:  # a link to another folder, which may be on another disk
            with hold_folder(real.parent / SCRATCH) as there:
                _write_file(real, text, there)
    except OSError as error:
        raise _unwritable(path, error) from error


def _write_file(path: Path, text: str, scratch: Path) -> None:
    new = scratch / path.name
    new.write_bytes(text.encode())
    put_in_place(path, new)


def _unwritable(path: Path, error: OSError) -> LedgerError:
    what = say("error.unwritable", why=describe_refusal(error))
    return LedgerError(what, where=str(path), cure=say("cure.ledger-permissions"))


def rule_on(folder: Path, rulings: Iterable[Ruling]) -> bool:
    """Write rulings to `rulings.yaml`, all or none: none, and False, where a fingerprint is ruled on by now."""
    rulings = tuple(rulings)
    with hold_lock(folder) as scratch:
        if {ruling.fingerprint for ruling in rulings} & {held.fingerprint for held in current_rulings(folder)}:
            return False
        path = rulings_file(folder)
        rows = [_row(ruling, folder) for ruling in rulings]
        replace(path, append_rows(_read_if_there(path), str(path), *rows), scratch)
    return True


def take_back(folder: Path, rulings: Iterable[Ruling]) -> bool:
    """Take rulings out of `rulings.yaml`, all or none: none, and False, where one is gone or was changed."""
    rulings = tuple(rulings)
    with hold_lock(folder) as scratch:
        if not {_list_fields(ruling) for ruling in rulings} <= {_list_fields(held) for held in current_rulings(folder)}:
            return False
        path = rulings_file(folder)
        prints = (ruling.fingerprint for ruling in rulings)
        replace(path, remove_rows(_read_if_there(path), str(path), "fingerprint", *prints), scratch)
    return True


def _row(ruling: Ruling, folder: Path) -> dict[str, object]:
    places = [make_relative(place, folder) for place in ruling.places]
    return {name: getattr(ruling, name) for name in _FIELDS} | ({"places": places} if places else {})


def _list_fields(ruling: Ruling) -> tuple[str, ...]:
    return tuple(getattr(ruling, name) for name in _FIELDS)


def current_rulings(folder: Path) -> tuple[Ruling, ...]:
    """The rulings as they are on disk now."""
    path = rulings_file(folder)
    return tuple(read_rulings(path)) if path.exists() else ()


def write_baseline(folder: Path, baseline: Iterable[Baselined]) -> Path:
    """Write `baseline.jsonl` anew; its path. Places are written as seen from the folder around the ledger."""
    held = [
        msgspec.structs.replace(one, where=tuple(_relative_place(place, folder) for place in one.where))
        for one in baseline
    ]
    with hold_lock(folder) as scratch:
        replace(folder / BASELINE, as_lines(held), scratch)
    return folder / BASELINE


def _relative_place(place: str, folder: Path) -> str:
    path, _, line = place.rpartition(":")
    return f"{make_relative(os.path.abspath(path), folder)}:{line}"  # noqa: PTH100 - follows no link


def add_entry(path: Path, row: Mapping[str, object], check: Callable[[str], None] | None = None) -> None:
    """Append an entry to a file of facts; `check` is given the new text and raises where it will not do."""
    with hold_lock(path.parent) as scratch:
        text = append_rows(_read_if_there(path), str(path), row)
        if check is not None:
            check(text)
        replace(path, text, scratch)


def rulings_file(folder: Path) -> Path:
    """The file that holds the rulings, or will."""
    other = folder / "rulings.yml"
    return other if other.exists() else folder / RULINGS


def _read_if_there(path: Path) -> str:
    return read(path) if path.exists() else ""


def append_rows(text: str, where: str, *rows: Mapping[str, object]) -> str:
    """The text of a YAML list with more entries, indented as the others are. Raises `LedgerError`."""
    loaded = parse(text, where)
    held = loaded.value if loaded.value is not None else []
    newline = "\r\n" if "\r\n" in text else "\n"
    head = text if not text or text.endswith("\n") else text + newline
    indent = " " * _indent(loaded, text)
    entries = "".join(
        f"{indent}{'  ' if number else '- '}{key}: {_format_value(value)}{newline}"
        for row in rows
        for number, (key, value) in enumerate(row.items())
    )
    return _check_text(head + entries, where, [*held, *map(dict, rows)] if isinstance(held, list) else None)


def remove_rows(text: str, where: str, key: str, *values: str) -> str:
    """The text of a YAML list without the entries whose `key` is one of `values`; as it is, where there is none."""
    loaded = parse(text, where)
    held = loaded.value if isinstance(loaded.value, list) else []
    gone = {n for n, row in enumerate(held) if isinstance(row, dict) and row.get(key) in values}
    rest = text
    for at in sorted(gone, reverse=True):  # from the end, so that the offsets before hold
        start, end = loaded.extent(at)
        first = rest.rfind("\n", 0, start) + 1
        last = rest.find("\n", end)
        rest = rest[:first] + (rest[last + 1 :] if last >= 0 else "")
    return _check_text(rest, where, [row for n, row in enumerate(held) if n not in gone]) if gone else text


def _indent(loaded: strict_yaml.Loaded, text: str) -> int:
    if (0,) not in loaded.spans:
        return 0
    start = loaded.spans[0,][0]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) - len(line.lstrip(" "))


def _check_text(text: str, where: str, expected: list[object] | None) -> str:
    """The new text, if it reads as it should; a file in another style than `- key: value` is left alone."""
    try:
        value = parse(text, where).value
    except LedgerError:
        value = object()
    if expected is None or (value or []) != expected:
        raise LedgerError(say("error.other-layout"), where=where, cure=say("cure.list-of-entries"))
    return text


def _format_value(value: object) -> str:
    """A value as YAML: plain where that is safe, else in double quotes; a mapping and a list on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_format_value, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_format_value(inner)}" for key, inner in value.items()) + "}"
    text = str(value)
    if _PLAIN.fullmatch(text) and text not in _NOTHING and not text.endswith(" ") and ", " not in text:
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return '"' + _UNPRINTABLE.sub(lambda found: _escape_code(ord(found[0])), quoted) + '"'


def _escape_code(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"  # half a letter, which no YAML can hold
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
