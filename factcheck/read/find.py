"""What stands on the command line → the files to read, in the order of their real paths, each once."""

from __future__ import annotations

import os
import re
import stat
from fnmatch import fnmatchcase
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.errors import describe_refusal
from factcheck.messages import say, skip_input
from factcheck.model import Phrase, Skipped, Value
from factcheck.read.formats import format_of, list_suffixes
from factcheck.read.source import InputSource, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EXCLUDED = (".*", "readme*", "claims", "node_modules")  # names, in lower case; virtual environments besides
_VENV = "pyvenv.cfg"
_MAGIC = re.compile(r"[*?\[]")


class _Found(Value, frozen=True, order=True):
    """Sorted by real path; of two ways to one file the outermost root wins, then the one without a link."""

    real: str
    root: str
    is_link: bool
    path: str
    id: str
    named: bool


class _Root(Value, frozen=True):
    """A folder under which to look, and what to look for below it: parts of a glob, or everything."""

    path: str
    real: str
    exclude: tuple[str, ...]
    pattern: tuple[str, ...] = ()


def find(paths: Iterable[str], exclude: Sequence[str] = ()) -> tuple[list[InputSource], list[Skipped]]:
    """The sources that `paths` name (files, folders, globs, `-`), and what is passed over, with the reason."""
    found: list[_Found] = []
    skipped: list[Skipped] = []
    under: dict[str, list[_Found]] = {}
    for path in dict.fromkeys(paths):
        items = list(_under(path, tuple(exclude)))
        skipped += [item for item in items if isinstance(item, Skipped)]
        held = [item for item in items if isinstance(item, _Found)]
        found += held
        if not any(item.named for item in held) and not any(isinstance(item, Skipped) and item.fatal for item in items):
            under[path] = held
    sources: dict[str, InputSource] = {}
    named = {item.real for item in found if item.named}
    for item in sorted(found):
        if item.real not in sources and (source := _source(item, skipped, named=item.real in named)) is not None:
            sources[item.real] = source
    for path, held in under.items():
        if not any(item.real in sources for item in held):
            skipped.append(skip_input(printable(path), say("skipped.no-article", suffixes=list_suffixes()), fatal=True))
    return list(sources.values()), skipped


def _under(path: str, exclude: tuple[str, ...]) -> Iterator[_Found | Skipped]:
    if path == "-":
        yield _Found(real="-", root="", is_link=False, path="-", id="-", named=True)
    elif os.path.isdir(path):
        yield from _walk(_Root(path=path, real=os.path.realpath(path), exclude=exclude))
    elif os.path.lexists(path) or not _MAGIC.search(path):
        real = os.path.realpath(path)
        yield _Found(real, os.path.dirname(real), os.path.islink(path), path, os.path.basename(path), named=True)
    else:
        yield from _expand_pattern(path, exclude)


def _expand_pattern(pattern: str, exclude: tuple[str, ...]) -> Iterator[_Found | Skipped]:
    parts = pattern.split(os.sep)
    fixed = list(takewhile(lambda part: not _MAGIC.search(part), parts))
    root = os.sep.join(fixed) or (os.sep if fixed else ".")
    nothing = True
    if os.path.isdir(root):
        for item in _walk(_Root(root, os.path.realpath(root), exclude, tuple(filter(None, parts[len(fixed) :])))):
            nothing = False
            yield item
    if nothing:
        yield skip_input(printable(pattern), say("skipped.no-match"), fatal=True)


def _walk(root: _Root) -> Iterator[_Found | Skipped]:
    folders = [""]
    while folders:
        folder = folders.pop()
        here = os.path.join(root.path, folder) if folder else root.path
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield skip_input(printable(here), say("skipped.unlisted", why=describe_refusal(error)), fatal=True)
            continue
        if folder and any(entry.name == _VENV for entry in entries):
            continue
        home = os.path.realpath(here)
        for entry in entries:
            below = f"{folder}/{entry.name}" if folder else entry.name
            if is_excluded(below, entry.name, root.exclude):
                continue
            if entry.is_dir(follow_symlinks=False):
                if _may_hold(below.split("/"), root.pattern):
                    folders.append(below)
            elif matches_glob(below.split("/"), root.pattern):
                yield from _entry(entry, home, below, root)


def _entry(entry: os.DirEntry[str], home: str, below: str, root: _Root) -> Iterator[_Found | Skipped]:
    is_link = entry.is_symlink()
    real = os.path.realpath(entry.path) if is_link else os.path.join(home, entry.name)
    if is_link and real != root.real and not real.startswith(os.path.join(root.real, "")):
        yield skip_input(printable(entry.path), say("skipped.outside-link"))
    elif not (is_link and os.path.isdir(real)):  # what a link inside the root leads to is found by its own name
        yield _Found(real, root.real, is_link, entry.path, below, named=False)


def is_excluded(below: str, name: str, exclude: Sequence[str]) -> bool:
    """Whether a scan leaves out what has this name, and this path below the folder scanned."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in EXCLUDED) or any(
        fnmatchcase(name, pattern.rstrip("/")) or fnmatchcase(below, pattern.rstrip("/")) for pattern in exclude
    )


def matches_glob(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path, or a folder above it, matches a glob; an empty one matches everything."""
    if not pattern or not parts:
        return not pattern
    if pattern[0] == "**":
        return matches_glob(parts, pattern[1:]) or matches_glob(parts[1:], pattern)
    return fnmatchcase(parts[0], pattern[0]) and matches_glob(parts[1:], pattern[1:])


def _may_hold(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether something below the folder `parts` can match."""
    for part, wanted in zip(parts, pattern, strict=False):
        if wanted == "**":
            return True
        if not fnmatchcase(part, wanted):
            return False
    return True


def _source(item: _Found, skipped: list[Skipped], *, named: bool) -> InputSource | None:
    shown, known = printable(item.path), format_of(item.path)
    if item.path == "-":
        return InputSource(path="-", shown="-", id="-", format=None, named=True)
    if not os.path.lexists(item.path):
        skipped.append(skip_input(shown, say("skipped.no-such"), fatal=True))
    elif known is None:
        of_other_kind = (_unreadable(item.path) if named else None) or say(
            "skipped.unknown-kind", suffixes=list_suffixes()
        )
        skipped.append(skip_input(shown, of_other_kind, fatal=named))
    elif (why := _unreadable(item.path)) is not None:
        skipped.append(skip_input(shown, why, fatal=True))
    else:
        kind, gzipped = known
        return InputSource(item.path, shown, printable(item.id), kind.name, gzipped=gzipped, named=named)
    return None


def _unreadable(path: str) -> Phrase | None:
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return say("error.unreadable", why=describe_refusal(error))
    if stat.S_ISREG(mode):
        return None
    return say("skipped.with-cure", why=say("skipped.not-regular"), cure=say("cure.name-path"))
