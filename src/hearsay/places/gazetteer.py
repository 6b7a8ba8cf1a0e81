"""The gazetteer: look-up of names over the world file and the imported packs."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.fuzz import ratio
from shapely import MultiPolygon, Polygon

from hearsay.config import data_folder
from hearsay.places.areas import Areas
from hearsay.places.builtin import LABEL, world_file
from hearsay.places.geometry import distance_km
from hearsay.places.names import fold, plain, respelled, similarity, skeleton
from hearsay.places.schema import connect, files, fingerprint

_BY_NAME = """
SELECT x.fold, x.name, p.n, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.population, p.radius_km, p.claims,
       p.other_ids, a.name, b.name, p.admin1, p.admin2, p.spellings
FROM name x CROSS JOIN place p ON p.n = x.place LEFT JOIN place a ON a.n = p.admin1 LEFT JOIN place b ON b.n = p.admin2
WHERE """
_EXACT = _BY_NAME + "x.fold IN ({})"
_BONES = "SELECT rowid, fold FROM name WHERE country IN ({}) AND skeleton IS NOT NULL AND skeleton {}"
_ROWS = _BY_NAME + "x.rowid IN ({})"
_NEAR = 40
"""How many of the names with like consonants are compared closely."""
_FEW_BONES = 2
"""Consonants that tell too little by themselves: a name with so few also begins as its other spelling does."""
_CHUNK = 400
_SAME_KM = 4.0
"""Two records of one name and kind this close are one place: sources place villages up to a few kilometres apart."""
_SAME_ID_KM = 10.0
"""With an id in common they may lie further apart, but not far: sources give villages the ids of their namesakes."""
_SAME_AREA_KM = 150.0
MOST = 200
"""Candidates kept for a name, the most populous first: "San Antonio" has more than anyone can weigh."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name can mean. Degrees WGS 84, kilometres, ISO alpha-3."""

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    radius_km: float
    claims: tuple[str, ...]
    other_ids: tuple[str, ...]
    matched: str
    """The spelling in the gazetteer that was found."""
    similarity: float
    """0–1 between the name asked for and ``matched``; 1 when they fold alike."""
    file: int
    """Which of the gazetteer's files it is from, and its number there."""
    number: int
    admin1_number: int | None
    admin2_number: int | None
    spellings: int
    """How many other names and ids the sources have for it: a sign of how well known it is."""


class Gazetteer:
    """A read-only handle over the world file and the packs of a data folder. Several processes may hold one each."""

    def __init__(self, paths: Iterable[Path]) -> None:
        """Open these gazetteer files. DataError when one is damaged."""
        self.paths = tuple(paths)
        self._files = [connect(path) for path in self.paths]
        self._present = [_present(db) for db in self._files]
        self.id = "+".join(path.stem for path in self.paths)
        self._countries = [_country(db) for db in self._files]
        self._areas = Areas(self._files)
        self._known: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    def open(cls, folder: Path | None = None) -> Gazetteer:
        """The gazetteer of ``folder`` (by default the data folder); compiles the world file on first use.

        DataError when the folder cannot be written then, or a file is damaged.
        """
        home = data_folder() if folder is None else folder
        world = world_file(home)
        return cls([world, *(path for path in files(home) if not path.name.startswith(f"{LABEL}-"))])

    def close(self) -> None:
        """Close the files."""
        for db in self._files:
            db.close()

    def lookup(self, name: str, *, alike: bool = True) -> tuple[Entry, ...]:
        """The places that ``name`` can mean, the likeliest spelling first, then the most populous.

        With ``alike`` a name that is not there exactly is also sought by its consonants, and then among names that
        begin alike.
        """
        exact = self.lookup_all([name])[name]
        return exact if exact or not alike else self.lookup_alike(name)

    def lookup_all(self, names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The places with exactly these names (folded); an empty tuple for a name that is not there."""
        folds = {name: fold(name) for name in names}
        known = self.lookup_folded(folds)
        return {name: known.get(name, ()) for name in folds}

    def lookup_folded(self, folds: Mapping[str, str]) -> dict[str, tuple[Entry, ...]]:
        """The same of names whose folded forms the caller has (``names.fold``), without those that are not there."""
        missing = sorted({key for key in folds.values() if key and key not in self._known})
        if missing:
            self._fetch(missing)
        return {name: found for name, key in folds.items() if (found := self._known.get(key))}

    def _fetch(self, keys: list[str]) -> None:
        if len(self._known) > 100_000:
            self._known.clear()
        prints = np.array([fingerprint(key) for key in keys], dtype="<u4")
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for k, (db, present) in enumerate(zip(self._files, self._present, strict=True)):
            at = np.minimum(np.searchsorted(present, prints), len(present) - 1)
            there = [key for key, yes in zip(keys, present[at] == prints, strict=True) if yes]
            for start in range(0, len(there), _CHUNK):
                part = there[start : start + _CHUNK]
                for key, *row in db.execute(_EXACT.format(",".join("?" * len(part))), part):
                    found[key].append(_entry(k, row, 1.0))
        self._known.update(dict.fromkeys(keys, ()))
        for key, entries in found.items():
            self._known[key] = _merged(entries)

    def lookup_alike(
        self, name: str, countries: frozenset[str] | None = None, *, wide: bool = True, sure: float = 0.75
    ) -> tuple[Entry, ...]:
        """The places whose names have the consonants of ``name``; if ``wide`` and none is as like it as ``sure``, those
        that begin alike.

        ``countries`` (alpha-3) limits the search. Only names of countries that are respelled in English are indexed
        so (``place_spelling.toml``).
        """
        bones = skeleton(name)
        if len(bones) < 2 and len(plain(name)) < 3:
            return ()
        found = self._alike("= ?", (bones,), name, 0.5, countries)
        if wide and (not found or found[0].similarity < sure) and len(bones) >= 3:
            more = self._alike(">= ? AND skeleton < ?", (bones[:2], bones[:2] + "\x7f"), name, 0.7, countries)
            found = _merged([*found, *more])
        return found

    def _alike(
        self, condition: str, values: tuple[str, ...], name: str, least: float, countries: frozenset[str] | None
    ) -> tuple[Entry, ...]:
        found: list[Entry] = []
        folded, opening = fold(name), _opens_with(name) if len(skeleton(name)) <= _FEW_BONES else None
        among = sorted(respelled() if countries is None else countries)
        marks = ",".join("?" * len(among))
        for k, (db, country) in enumerate(zip(self._files, self._countries, strict=True)):
            if countries is not None and country is not None and country not in countries:
                continue
            rows = db.execute(_BONES.format(marks, condition), (*among, *values)).fetchall()
            near = process.extract(folded, [row[1] for row in rows], scorer=ratio, limit=_NEAR, score_cutoff=45)
            numbers = [rows[at][0] for _, _, at in near]
            for _, *row in db.execute(_ROWS.format(",".join("?" * len(numbers))), numbers):
                like = similarity(name, row[0])
                if opening is not None and _opens_with(row[0]) != opening:
                    continue
                if like >= least and (countries is None or row[7] in countries):
                    found.append(_entry(k, row, min(like, 0.999)))
        return _merged(found)

    def within(self, entry: Entry, holder: Entry) -> bool:
        """Whether a place lies in a country, region or district: by number, by border, or by name."""
        if holder.kind == "country" or entry.country != holder.country:
            return entry.country == holder.country
        if entry.file == holder.file and holder.number in (entry.admin1_number, entry.admin2_number):
            return True
        if entry.lat is not None and entry.lon is not None:
            inside = self._areas.contains(holder.file, holder.number, entry.lat, entry.lon)
            if inside is not None:
                return inside
        own = {"admin1": entry.admin1, "admin2": entry.admin2}.get(holder.kind)
        if own is not None:
            return fold(own) == fold(holder.name)
        if (
            holder.kind != "region"
            or entry.lat is None
            or entry.lon is None
            or holder.lat is None
            or holder.lon is None
        ):
            return False
        return distance_km(entry.lat, entry.lon, holder.lat, holder.lon) <= holder.radius_km

    def admin_at(self, lat: float, lon: float) -> tuple[str | None, str | None, str | None]:
        """Country (alpha-3), first- and second-level region whose borders hold the point, where a pack has them."""
        return self._areas.at(lat, lon)

    def border(self, entry: Entry) -> Polygon | MultiPolygon | None:
        """The border of an area, where its file has one."""
        return self._areas.border(entry.file, entry.number)


def _present(db: sqlite3.Connection) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    with contextlib.closing(db.execute("SELECT folds FROM present")) as cursor:
        return np.frombuffer(cursor.fetchone()[0], dtype="<u4")


def _country(db: sqlite3.Connection) -> str | None:
    """The country that a pack is about; None for a file about several."""
    found = db.execute("SELECT value FROM meta WHERE key = 'country'").fetchone()
    return found[0] if found else None


def _entry(file: int, row: list[Any], like: float) -> Entry:
    """``row``: the columns of ``_BY_NAME`` after the first."""
    (
        matched,
        number,
        ident,
        name,
        kind,
        lat,
        lon,
        country,
        population,
        radius,
        claims,
        others,
        one,
        two,
        n1,
        n2,
        spellings,
    ) = row
    return Entry(
        ident, name, kind, lat, lon, country, one, two, population, radius, tuple((claims or "").split()),
        tuple((others or "").split()), matched, like, file, number, n1, n2, spellings,
    )  # fmt: skip


def _merged(entries: list[Entry]) -> tuple[Entry, ...]:
    """One entry for each place: records of one place in several files, or under several spellings, are joined.

    A pack's record wins over the world file's (it has villages, borders and levels), but keeps the larger population.
    """
    ranked = sorted(entries, key=lambda e: (-e.similarity, -e.population, -e.file, e.id))[: 4 * MOST]
    kept: list[Entry] = []
    by_id: dict[tuple[str, str | None], int] = {}
    near: dict[tuple[str | None, str, int, int], list[int]] = defaultdict(list)
    for entry in ranked:
        ids = ((i, entry.country) for i in (entry.id, *entry.other_ids))
        at = next((by_id[key] for key in ids if key in by_id and _same(kept[by_id[key]], entry, _SAME_ID_KM)), None)
        if at is None:
            at = next((k for k in _neighbours(entry, near) if _same(kept[k], entry, _SAME_KM)), None)
        if at is None:
            at = len(kept)
            kept.append(entry)
            near[_cell(entry)].append(at)
        else:
            kept[at] = _joined(kept[at], entry)
        for ident in (entry.id, *entry.other_ids):
            by_id.setdefault((ident, entry.country), at)
    return tuple(sorted(kept, key=lambda e: (-e.similarity, -e.population, e.id))[:MOST])


def _group(kind: str) -> str:
    return "town" if kind in ("quarter", "admin3") else kind


def _cell(entry: Entry) -> tuple[str | None, str, int, int]:
    if entry.lat is None or entry.lon is None or _group(entry.kind) != "town":
        return entry.country, _group(entry.kind), 0, 0
    return entry.country, "town", round(entry.lat * 10), round(entry.lon * 10)


def _neighbours(entry: Entry, near: dict[tuple[str | None, str, int, int], list[int]]) -> Iterable[int]:
    country, kind, y, x = _cell(entry)
    for dy in (0, -1, 1) if kind == "town" else (0,):
        for dx in (0, -1, 1) if kind == "town" else (0,):
            yield from near.get((country, kind, y + dy, x + dx), ())


def _same(one: Entry, other: Entry, town_km: float) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one.kind in ("admin1", "admin2") and (one.admin1 == other.admin1 or None in (one.admin1, other.admin1))
    limit = town_km if _group(one.kind) == "town" else _SAME_AREA_KM
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= limit


def _joined(one: Entry, other: Entry) -> Entry:
    first, second = (other, one) if other.file > one.file else (one, other)
    if first.lat is None:
        first, second = second, first
    world = next((e for e in (one, other) if e.file == 0), first)
    return replace(
        first,
        name=world.name,
        lat=world.lat if world.kind == "town" else first.lat,
        lon=world.lon if world.kind == "town" else first.lon,
        spellings=max(one.spellings, other.spellings),
        population=max(one.population, other.population),
        similarity=max(one.similarity, other.similarity),
        radius_km=max(one.radius_km, other.radius_km) if first.radius_km <= 1 else first.radius_km,
        admin1=first.admin1 or second.admin1,
        admin2=first.admin2 or second.admin2,
        claims=first.claims or second.claims,
        other_ids=tuple(dict.fromkeys((*first.other_ids, second.id, *second.other_ids))),
    )


def _opens_with(name: str) -> bool:
    """Whether a consonant opens the name: the Rovuma is no Oromia."""
    return plain(name).lstrip("h")[:1] not in tuple("aeiouwy")
