"""The tables of an index. A reading stands once, by the hash of what was read; places say which documents it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say

if TYPE_CHECKING:
    import sqlite3

    from factcheck.model import Phrase

MARK = 0x6663697A  # "fciz", the application id of the file
# A path may hold bytes that are no text, so it is stored as bytes.
# files: `signature` is what the system says of a file (size, times, number), for a first look; `hash` is of its bytes,
# `head` of those before `resume`, where its last whole line ends; `lines` is the number of those; `needs` the modules
# without which something of it was not read; `said` what was told of it.
# fresh: places of which the pages do not tell yet; where `meta` has `lost`, they tell of what is gone.
# pages: what is looked up of the articles, by kind and number of the page.
# articles: one row a reading; `held` is NULL where nothing could be read, `said` is what was told of it, `claimed`
# what pairing asks of its claims, apart so that it is read without the text.
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE roots (number INTEGER PRIMARY KEY, given BLOB NOT NULL, folder BLOB NOT NULL);
CREATE TABLE readers (number INTEGER PRIMARY KEY, reader TEXT NOT NULL, options TEXT NOT NULL);
CREATE TABLE files (
    number INTEGER PRIMARY KEY, real BLOB NOT NULL UNIQUE, id TEXT NOT NULL, shown TEXT NOT NULL,
    named INTEGER NOT NULL, reader INTEGER NOT NULL, signature TEXT NOT NULL, size INTEGER NOT NULL,
    hash TEXT NOT NULL, resume INTEGER NOT NULL, lines INTEGER NOT NULL, head TEXT NOT NULL, needs TEXT NOT NULL,
    said BLOB
);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, claims INTEGER NOT NULL, date TEXT, said BLOB,
    claimed BLOB, held BLOB
);
CREATE TABLE places (
    file INTEGER NOT NULL, ordinal INTEGER NOT NULL, article INTEGER NOT NULL, id TEXT NOT NULL, record INTEGER,
    PRIMARY KEY (file, ordinal)
) WITHOUT ROWID;
CREATE TABLE fresh (file INTEGER NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (file, ordinal)) WITHOUT ROWID;
CREATE TABLE pages (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE INDEX places_of ON places (article);
CREATE INDEX doubtful ON articles (number) WHERE said IS NOT NULL;
"""
TABLES = tuple(one.strip() for one in _TABLES.split(";") if one.strip())


class IncompleteIndexError(ValueError):
    """A file that lacks what every index has, or holds what none has."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


def check_schema(db: sqlite3.Connection) -> None:
    """Raise `IncompleteIndexError` unless the file has our tables and nothing else: no trigger, no view."""
    wanted = set(TABLES)
    found = {str(sql) for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found == wanted:
        return
    missing = sorted(one.split()[2] for one in wanted - found)
    if missing:
        raise IncompleteIndexError(say("error.index-lacks", name=missing[0]))
    raise IncompleteIndexError(say("error.index-holds-more"))
