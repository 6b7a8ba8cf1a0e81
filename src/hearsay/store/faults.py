"""What a database says went wrong, said for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from hearsay.errors import StoreError

# By the first words of SQLite's own name of the error: code, message, what to do.
_FAULTS = {
    "SQLITE_BUSY": (
        "database-locked",
        "another program is writing to it",
        "Wait until it has finished, then run the command again: nothing is lost, nothing comes twice.",
    ),
    "SQLITE_LOCKED": ("database-locked", "another program is writing to it", "Run the command again."),
    "SQLITE_FULL": (
        "database-full",
        "the disk is full",
        "Make room, then run the command again: what was written before stays, the rest is added.",
    ),
    "SQLITE_IOERR": (
        "database-unwritable",
        "the disk could not be read or written",
        "It may be full, or the file may have grown past a limit. Then run the command again.",
    ),
    "SQLITE_READONLY": ("database-unwritable", "it may not be written", "Check the permissions of file and folder."),
    "SQLITE_PERM": ("database-unwritable", "it may not be written", "Check the permissions of file and folder."),
    "SQLITE_CANTOPEN": (
        "database-unopenable",
        "the file cannot be opened",
        "Check that its folder exists, and the permissions of both.",
    ),
    "SQLITE_NOTADB": ("database-foreign", "this is no database of Hearsay's", "Name another file with --db."),
    "SQLITE_CORRUPT": ("database-damaged", "the file is damaged", "Restore it from a backup, or ingest anew."),
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns what SQLite or the system raise about the database ``where`` into a :class:`StoreError`."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(error.orig or error, where) from error
    except sqlite3.Error as error:
        raise _fault(error, where) from error


def _fault(error: BaseException, where: str) -> StoreError:
    name = getattr(error, "sqlite_errorname", "")
    for start, (code, message, hint) in _FAULTS.items():
        if name.startswith(start):
            return StoreError(code, message, where=where, hint=hint)
    return StoreError("database-failed", f"the database refused: {error}", where=where)
