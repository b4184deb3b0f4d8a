"""What can go wrong by the user's doing; each error says where and how to mend it.

The command line prints one as `error: WHERE: WHAT` with `help: CURE` below it and exits with 2. What an error says is a
key of the catalogue and its values, so that it can be told in any language; `str(error)` is English.
"""

from __future__ import annotations

import errno

from factcheck.messages import has, say, tell
from factcheck.model import Phrase
from factcheck.regular import NotRegularError


class FactcheckError(Exception):
    """The root of everything factcheck raises on purpose.

    `where` is a file, an option or a record ("claims/a.yaml:12"), `phrase` the matter in one sentence, `remedy` what
    the user can do about it; a plain text is one from outside, which nobody can put in other words.
    """

    def __init__(self, phrase: Phrase | str, *, where: str | None = None, cure: Phrase | str | None = None) -> None:
        self.phrase, self.where = _as_phrase(phrase), where
        self.remedy = _as_phrase(cure) if cure is not None else None
        super().__init__(self.phrase)

    @property
    def what(self) -> str:
        """The matter in English."""
        return tell(self.phrase)

    @property
    def cure(self) -> str | None:
        """What to do about it, in English."""
        return tell(self.remedy) if self.remedy is not None else None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process, keyword arguments included."""
        return _rebuild, (type(self), self.phrase, self.where, self.remedy)


def _rebuild(kind: type[FactcheckError], phrase: Phrase, where: str | None, cure: Phrase | None) -> FactcheckError:
    return kind(phrase, where=where, cure=cure)


def _as_phrase(said: Phrase | str) -> Phrase:
    return said if isinstance(said, Phrase) else say("plain", text=said)


class UsageError(FactcheckError):
    """An option or argument that cannot be carried out."""


class ConfigurationError(FactcheckError):
    """A configuration file that cannot be read, or holds what it should not."""


class LedgerError(FactcheckError):
    """A file below `claims/` that cannot be read, or holds what it should not."""


class DataError(FactcheckError):
    """A data file of the package (units, hedges, weights) that breaks its schema."""


class EngineError(FactcheckError):
    """A cluster that is not there, or whose workers cannot do the work."""


class ReadError(FactcheckError):
    """An article that cannot be read; the others go on."""


def with_cure(error: FactcheckError) -> Phrase:
    """The matter and its cure in one line."""
    return error.phrase if error.remedy is None else say("skipped.with-cure", why=error.phrase, cure=error.remedy)


def describe_crash(error: Exception) -> Phrase:
    """What is said of an article on which the program itself fails: on one line, with what is worth a report."""
    return say("skipped.program-fails", error=f"{type(error).__name__}: {error}".replace("\n", " "))


def describe_refusal(error: OSError) -> Phrase:
    """What the operating system says, without number and path."""
    if isinstance(error, NotRegularError):
        return say("skipped.not-regular")
    key = f"system.{errno.errorcode.get(error.errno or 0, '').lower()}"
    return say(key) if has(key) else say("plain", text=(error.strerror or str(error)).lower())
