"""The gazetteer file: one read-only SQLite database of places, their names and borders.

A file is written whole by :class:`Writer` (a temporary file beside the target, moved in place at the end, so that a
crash leaves what was there before) and is named by its content: ``LABEL-<hash of its rows>.sqlite``.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import tempfile
import time
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from zlib import crc32

import numpy as np

from hearsay.errors import DataError
from hearsay.places.names import fold, respelled, skeleton

VERSION = 4
"""Raised when the tables change: older files are then not opened."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL,
    country TEXT, admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL, radius_km REAL NOT NULL, claims TEXT,
    other_ids TEXT, spellings INTEGER NOT NULL
);
CREATE TABLE name (
    fold TEXT NOT NULL, skeleton TEXT, country TEXT, name TEXT NOT NULL, place INTEGER NOT NULL
);
CREATE TABLE present (folds BLOB NOT NULL);
CREATE TABLE area (place INTEGER PRIMARY KEY, level INTEGER, west REAL, south REAL, east REAL, north REAL, wkb BLOB);
"""
INDEXES = """
CREATE INDEX name_fold ON name (fold);
CREATE INDEX name_skeleton ON name (country, skeleton) WHERE skeleton IS NOT NULL;
CREATE INDEX place_id ON place (id);
CREATE INDEX place_admin ON place (country, kind);
"""
KINDS = (
    "continent", "country", "admin1", "admin2", "admin3", "region", "water", "river", "mountains", "town", "quarter",
    "facility",
)  # fmt: skip
_BATCH = 10_000
_LEFT_SECONDS = 3600.0
"""A temporary file that nobody has written to for so long is left over from a process that was killed."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place on its way into a file. Degrees WGS 84, kilometres, alpha-3; admin numbers are of the same file."""

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None = None
    admin1: int | None = None
    admin2: int | None = None
    population: int = 0
    radius_km: float = 0.0
    names: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()


class Writer:
    """Writes one gazetteer file. Leave the ``with`` block without an error and the file is in place."""

    def __init__(self, folder: Path, label: str, meta: dict[str, str]) -> None:
        """``label`` begins the file's name; ``meta`` (source, licence, attribution …) is stored in it."""
        self.folder, self.label = folder, label
        self.meta = {"version": str(VERSION), "label": label, **meta}
        self.count = 0
        self.path: Path | None = None
        self._digest = hashlib.sha256()
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []
        self._present = array("I")

    def __enter__(self) -> Self:
        """Open the temporary file."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _sweep(self.folder)
            handle, name = tempfile.mkstemp(prefix=f".{self.label}-", suffix=".part", dir=self.folder)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        os.close(handle)
        self._temporary = Path(name)
        self._db = sqlite3.connect(self._temporary, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;" + TABLES)
        self._db.execute("BEGIN")
        return self

    def add(self, place: NewPlace) -> int:
        """Store a place with its names; returns its number in this file."""
        self.count += 1
        row = (
            self.count, place.id, place.name, place.kind, _rounded(place.lat), _rounded(place.lon), place.country,
            place.admin1, place.admin2, place.population, round(place.radius_km, 1), " ".join(place.claims) or None,
            " ".join(place.other_ids) or None, len(place.names) + len(place.other_ids),
        )  # fmt: skip
        self._places.append(row)
        self._digest.update(repr(row).encode())
        respell = place.country in respelled()
        seen: set[str] = set()
        for name in (place.name, *place.names):
            folded = fold(name)
            if folded and folded not in seen:
                seen.add(folded)
                self._present.append(fingerprint(folded))
                bones = (skeleton(name) or None) if respell else None
                self._names.append((folded, bones, place.country, name, self.count))
                self._digest.update(name.encode())
        if len(self._places) >= _BATCH:
            self._flush()
        return self.count

    def add_area(self, place: int, level: int, box: tuple[float, float, float, float], wkb: bytes) -> None:
        """Store the border of a place: its level (0 country, 1, 2), its bounding box (west, south, east, north)."""
        self._db.execute("INSERT OR REPLACE INTO area VALUES (?,?,?,?,?,?,?)", (place, level, *box, wkb))
        self._digest.update(wkb)

    def move(self, place: int, lat: float, lon: float, radius_km: float) -> None:
        """Set the point and the extent of a place stored before, once its members are known."""
        self._flush()
        row = (_rounded(lat), _rounded(lon), round(radius_km, 1), place)
        self._db.execute("UPDATE place SET lat=?, lon=?, radius_km=? WHERE n=?", row)
        self._digest.update(repr(row).encode())

    def _flush(self) -> None:
        self._db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", self._places)
        self._db.executemany("INSERT INTO name VALUES (?,?,?,?,?)", self._names)
        self._places.clear()
        self._names.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish and move the file in place; after an error throw it away."""
        try:
            if kind is None:
                self._finish()
        except (OSError, sqlite3.Error) as problem:
            raise _unwritable(self.folder, problem) from problem
        finally:
            self._db.close()
            self._temporary.unlink(missing_ok=True)

    def _finish(self) -> None:
        self._flush()
        self._digest.update(repr(sorted(self.meta.items())).encode())
        content = self._digest.hexdigest()[:12]
        self._db.executemany("INSERT INTO meta VALUES (?,?)", sorted({**self.meta, "content": content}.items()))
        present = np.unique(np.frombuffer(self._present, dtype="u4")).astype("<u4").tobytes()
        self._db.execute("INSERT INTO present VALUES (?)", (present,))
        self._db.execute("COMMIT")
        self._db.executescript(INDEXES + "ANALYZE;")
        self._db.close()
        with self._temporary.open("rb+") as file:
            os.fsync(file.fileno())
        self.path = self.folder / f"{self.label}-{content}.sqlite"
        self._temporary.chmod(0o444)
        self._temporary.replace(self.path)
        self._replace_older()

    def _replace_older(self) -> None:
        """Drop earlier files of the same label: the new one stands in their place."""
        for path in files(self.folder):
            if path != self.path and label_of(path) == self.label:
                with contextlib.suppress(OSError):
                    path.unlink()


def _sweep(folder: Path) -> None:
    """Remove what killed imports left behind; another process's import under way is not touched."""
    for path in folder.glob(".*.part"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _LEFT_SECONDS:
                path.unlink()


def fingerprint(folded: str) -> int:
    """32 bits of a folded name: what is not among a file's fingerprints need not be looked up in it."""
    return crc32(folded.encode())


def files(folder: Path) -> list[Path]:
    """The gazetteer files of a folder, by name."""
    return sorted(folder.glob("*.sqlite"))


def label_of(path: Path) -> str:
    """The label in a gazetteer file's name: ``wof-sy`` of ``wof-sy-0123456789ab.sqlite``."""
    return path.stem.rpartition("-")[0]


def remove(folder: Path, label: str) -> bool:
    """Remove the file with this label; False when there is none."""
    found = [path for path in files(folder) if label_of(path) == label]
    for path in found:
        path.unlink()
    return bool(found)


def connect(path: Path) -> sqlite3.Connection:
    """Open a gazetteer file for reading only; any number of processes may. DataError when it is none or damaged."""
    try:
        db = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        version = dict(db.execute("SELECT key, value FROM meta")).get("version")
    except sqlite3.Error as error:
        raise DataError(
            "gazetteer-damaged", f"not a gazetteer file ({error})", where=str(path), hint="Remove it and import again."
        ) from error
    if version != str(VERSION):
        db.close()
        raise DataError(
            "gazetteer-version",
            f"written for version {version}, this is {VERSION}",
            where=str(path),
            hint="Import again.",
        )
    return db


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, 5)


def _unwritable(folder: Path, error: Exception) -> DataError:
    return DataError(
        "gazetteer-unwritable",
        f"cannot write a gazetteer ({error})",
        where=str(folder),
        hint="Set HEARSAY_DATA to a folder with space that may be written.",
    )


def rows(path: Path, query: str, values: Iterable[object] = ()) -> list[tuple[object, ...]]:
    """One query against one file, for listings."""
    with contextlib.closing(connect(path)) as db:
        return db.execute(query, tuple(values)).fetchall()
