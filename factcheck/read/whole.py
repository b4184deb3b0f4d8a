"""What the formats share whose files are no text: read whole, checked before a library sees them, contained."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError, with_cure
from factcheck.messages import say, skip_input
from factcheck.read.article import write_size
from factcheck.read.extracted import clean_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

ARCHIVE = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Office before 2007 wrote, and what it encrypts into
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_BIT = 0x1
_SAID = 200  # letters of what a library says


def load_whole(
    source: InputSource,
    stored: IO[bytes],
    options: Options,
    suffixes: tuple[str, ...],
    read: Callable[[InputSource, bytes, Options], Iterator[Document | Skipped]],
) -> Iterator[Document | Skipped]:
    """What `read` makes of all the bytes of a file; whatever is wrong with them is told of this file alone.

    Messages name the format by the one of its `suffixes` that the file bears, or by the first. What bears none
    of them, and was not named, is passed over.
    """
    name = source.shown.lower().removesuffix(".gz")
    own = next((suffix for suffix in suffixes if name.endswith(suffix)), None)
    kind, fatal = own or suffixes[0], source.named or own is not None
    data = stored.read(options.max_size + 1)
    if len(data) > options.max_size:
        yield skip_input(source.shown, say("skipped.over-size", size=write_size(options.max_size)), fatal=True)
        return
    if not data.strip():
        return
    if data.startswith(_COMPOUND):
        why = say("skipped.broken-document", kind=kind, why=with_cure(_explain_compound(data)))
        yield skip_input(source.shown, why, fatal=fatal)
        return
    try:
        yield from read(source, data, options)
    except ReadError as error:
        why = say("skipped.broken-document", kind=kind, why=with_cure(error))
        yield skip_input(source.shown, why, fatal=fatal)
    except Exception as error:  # noqa: BLE001 - libraries raise whatever they like of a broken file
        said = " ".join(f"{type(error).__name__}: {error}".split())[:_SAID]
        yield skip_input(source.shown, say("skipped.broken-document", kind=kind, why=said), fatal=fatal)


def _explain_compound(data: bytes) -> ReadError:
    if _ENCRYPTED in data:
        return ReadError(say("error.encrypted"), cure=say("cure.decrypt"))
    return ReadError(say("error.old-office"), cure=say("cure.save-anew"))


def open_archive(data: bytes, options: Options) -> zipfile.ZipFile:
    """The archive, checked: nothing encrypted, and no more bytes in it, decompressed, than a file may have.

    Raises `ReadError`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(say("error.broken-archive", why=str(error).lower())) from error
    if any(entry.flag_bits & _ENCRYPTED_BIT for entry in archive.infolist()):
        raise ReadError(say("error.encrypted"), cure=say("cure.decrypt"))
    if sum(entry.file_size for entry in archive.infolist()) > options.max_size:
        what = say("error.over-size-inside", size=write_size(options.max_size))
        raise ReadError(what, cure=say("cure.allow-size"))
    _check_sizes(archive)
    return archive


def _check_sizes(archive: zipfile.ZipFile) -> None:
    """That no entry is longer than it says: `zipfile` stops there, but what reads the archive next may not."""
    try:
        broken = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise ReadError(say("error.broken-archive", why=str(error).lower())) from error
    if broken is not None:
        raise ReadError(say("error.broken-archive", why=clean_name(broken)))


def list_archive(data: bytes) -> frozenset[str]:
    """The names in an archive; none where it is no whole archive."""
    if not data.startswith(ARCHIVE):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return frozenset()
