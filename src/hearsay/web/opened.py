"""The database of an explorer: opened when it is first asked for, and again when another file stands in its place."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from hearsay.store import Database, open_database

WAIT_S = 2.0
"""Seconds that a reader waits for a lock before the page says so."""


class Opened:
    """A database that may come, go and be replaced while the explorer runs."""

    def __init__(self, place: str, replaced: Callable[[], None] = lambda: None) -> None:
        """``place`` as ``--db`` has it; ``replaced`` is called when another file stands there."""
        self._replaced = replaced
        self._place = place
        self._path = Path(place.removeprefix("sqlite:///")).expanduser()
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._file: tuple[int, int] | None = None

    def database(self) -> Database:
        """It, open for reading. StoreError as :func:`hearsay.store.open_database`."""
        with self._lock:
            there = self._identity()
            if self._database is None or there is None or there != self._file:
                self.close()
                self._replaced()
                self._database = open_database(self._place, wait_s=WAIT_S)
                self._file = self._identity()
            return self._database

    def close(self) -> None:
        """Close it; it is opened again when asked for."""
        if self._database is not None:
            self._database.close()
        self._database = None

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
