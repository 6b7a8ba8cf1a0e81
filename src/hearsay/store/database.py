"""Opens the database: SQLite in WAL mode, any number of readers, one writer at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from hearsay.errors import StoreError
from hearsay.store import migrate
from hearsay.store.faults import told

WAIT_S = 30.0
"""Seconds that a writer waits for another one. A batch is written in a small part of that."""
_READERS = 40
"""Connections that are kept open once they were needed: as many as an explorer has threads. To open one takes as long
as to read an incident."""
_SCHEME = "sqlite:///"


class Database:
    """An open database. ``reading()`` and ``writing()`` give transactions; several threads may use it."""

    def __init__(self, engine: Engine, where: str) -> None:
        """``where`` names it in errors. Use :func:`open_database`."""
        self._engine = engine
        self._writer = engine.execution_options(begin="BEGIN IMMEDIATE")
        self.where = where

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database from its first query on, whatever is written meanwhile."""
        with told(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone may write; committed at the end, rolled back after an error.

        Raises StoreError ``database-locked`` where another writer does not finish in time.
        """
        with told(self.where), self._writer.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close its connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def open_database(place: str | Path, *, write: bool = False, wait_s: float = WAIT_S) -> Database:
    """The database at ``place``, a path or ``sqlite:///PATH``.

    To ``write``, it is made where there is none, and brought to this version's tables. Raises StoreError:
    ``database-missing``, ``-foreign``, ``-older``, ``-newer``, ``-locked``, ``-unopenable``, ``-unwritable`` …
    """
    where = str(place).removeprefix(_SCHEME)
    if "://" in where:
        hint = "Give the path of a SQLite file."
        raise StoreError("database-unsupported", "only SQLite files are supported yet", where=where, hint=hint)
    path = Path(where).expanduser()
    if not write and not path.exists():
        hint = "`hearsay ingest` makes one; --db or HEARSAY_DB says where it is."
        raise StoreError("database-missing", "there is no database", where=where, hint=hint)
    if path.is_dir():
        raise StoreError("database-unopenable", "it is a folder", where=where, hint="Name a file in it with --db.")
    with told(where):
        uri = _for_writing(path) if write else _for_reading(path, wait_s)
    engine = create_engine("sqlite://", creator=lambda: _connect(uri, wait_s), poolclass=QueuePool, pool_size=_READERS)
    event.listen(engine, "begin", _begin)
    database = Database(engine, where)
    try:
        with database.reading() as connection:  # before anything is done to a file that may be somebody else's
            version = migrate.version_of(connection, where)
        if write:
            _keep_log(engine, where)
            with database.writing() as connection:
                migrate.upgrade(connection, where)
        else:
            migrate.check(version, where)
    except BaseException:
        database.close()
        raise
    return database


def _for_writing(path: Path) -> str:
    return f"{_base(path)}?mode=rwc"


def _for_reading(path: Path, wait_s: float) -> str:
    """The way of opening that works here. A log of changes beside the database needs a folder that may be written;
    where there is none, and nothing in a log, the file alone is read."""
    plain, alone = f"{_base(path)}?mode=ro", f"{_base(path)}?mode=ro&immutable=1"
    try:
        with closing(_connect(plain, wait_s)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        log = path.with_name(f"{path.name}-wal")
        unwritable = error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
        if not unwritable or (log.exists() and log.stat().st_size):
            raise
        return alone
    return plain


def _base(path: Path) -> str:
    return "file:" + quote(str(path))


def _connect(uri: str, wait_s: float) -> sqlite3.Connection:
    # Without an isolation level Python starts no transactions of its own: _begin does, for changes of tables too.
    connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _keep_log(engine: Engine, where: str) -> None:
    """Readers and a writer side by side (WAL): stays with the file, and cannot be set within a transaction."""
    with told(where), closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
