"""What can go wrong by the user's doing; each error says where and how to mend it.

The command line prints one as `error: WHERE: WHAT` with `help: CURE` below it and exits with 2.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """The root of everything factcheck raises on purpose.

    `where` is a file, an option or a record ("claims/a.yaml:12"), `what` the matter in one sentence,
    `cure` what the user can do about it.
    """

    def __init__(self, what: str, *, where: str | None = None, cure: str | None = None) -> None:
        self.what, self.where, self.cure = what, where, cure
        super().__init__(f"{where}: {what}" if where else what)

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process, keyword arguments included."""
        return _rebuild, (type(self), self.what, self.where, self.cure)


def _rebuild(kind: type[FactcheckError], what: str, where: str | None, cure: str | None) -> FactcheckError:
    return kind(what, where=where, cure=cure)


class UsageError(FactcheckError):
    """An option or argument that cannot be carried out."""


class ConfigurationError(FactcheckError):
    """A configuration file that cannot be read, or holds what it should not."""


class LedgerError(FactcheckError):
    """A file below `claims/` that cannot be read, or holds what it should not."""


class DataError(FactcheckError):
    """A data file of the package (units, hedges, weights) that breaks its schema."""


class ReadError(FactcheckError):
    """An article that cannot be read; the others go on."""


def unexpected(error: Exception) -> str:
    """What is said of an article on which the program itself fails: on one line, with what is worth a report."""
    return f"the program fails on it ({type(error).__name__}: {error}); please report it".replace("\n", " ")
