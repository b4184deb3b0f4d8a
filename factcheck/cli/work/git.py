"""What git knows of the articles: which differ from a revision, and which it checked out as another text."""

from __future__ import annotations

import hashlib
import os
import subprocess
from typing import TYPE_CHECKING

from factcheck.errors import ReadError, UsageError
from factcheck.index.index import real_path
from factcheck.messages import say, skip_input
from factcheck.read import decode
from factcheck.regular import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Skipped
    from factcheck.read import InputSource

_HASHES = {40: "sha1", 64: "sha256"}  # by the digits of a name in the repository
_FILES = {b"100644", b"100755"}  # modes of files; others are links and submodules


def find_changes_since(revision: str) -> set[bytes]:
    """The real paths of the files that differ from a revision of the git repository here, new ones included.

    Raises `UsageError` where git, a repository or the revision is missing.
    """
    diff = ("diff", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--end-of-options", revision, "--")
    new = ("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/")
    names = {*_git(*diff, revision=revision).split(b"\0"), *_git(*new).split(b"\0")} - {b""}
    top = _top()
    return {os.path.realpath(os.path.join(top, name)) for name in names}  # noqa: PTH118 - names are bytes


def find_altered_sources(sources: Iterable[InputSource]) -> Iterator[Skipped]:
    """The sources whose text git made another one on the way from the repository, as `.gitattributes` bids it.

    Such an article would be checked as something that nobody committed. An edited file is none of them, nor is one that
    another encoding or other line ends leave the same text.
    """
    top, blobs = os.path.join(_top(), b""), _blobs()  # noqa: PTH118 - names are bytes
    for source in sources:
        real = real_path(source)
        blob = blobs.get(real.removeprefix(top)) if real.startswith(top) else None
        if blob is not None and _is_altered(real, os.fsdecode(real.removeprefix(top)), blob):
            yield skip_input(source.shown, say("skipped.altered-at-checkout"), fatal=True)


def _is_altered(real: bytes, name: str, blob: str) -> bool:
    try:
        here = read_regular(os.fsdecode(real))
    except OSError:  # whoever reads it as an article says so
        return False
    if _hash_blob(here, len(blob)) == blob:
        return False
    written = _text(here)
    if written is not None and written == _text(_git("cat-file", "blob", blob)):
        return False
    return here == _git("cat-file", "--filters", f"--path={name}", blob)


def _blobs() -> dict[bytes, str]:
    """The files that git tracks, by their names from the top, with the names of what is committed or added."""
    rows = _git("ls-files", "-z", "--stage", "--full-name", "--", ":/").split(b"\0")
    told = [row.partition(b"\t") for row in filter(None, rows)]
    return {name: head.split()[1].decode() for head, _, name in told if head.split()[0] in _FILES}


def _hash_blob(data: bytes, digits: int) -> str:
    return hashlib.new(_HASHES[digits], b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _text(data: bytes) -> str | None:
    try:
        return decode(data).text.replace("\r\n", "\n")
    except ReadError:
        return None


def _top() -> bytes:
    return os.path.realpath(_git("rev-parse", "--show-toplevel").removesuffix(b"\n"))


def _git(*arguments: str, revision: str | None = None) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - the git of the path
    except OSError as error:
        raise UsageError(say("error.no-git"), where="--since", cure=say("cure.install-git")) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        where = f"--since {revision}" if revision is not None else "--since"
        raise UsageError(say("error.git-says", said=said), where=where, cure=say("cure.name-revision"))
    return done.stdout
