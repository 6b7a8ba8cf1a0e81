"""The shapes of regions and districts, where an imported country pack has their borders."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path

from shapely import MultiPolygon, Point, Polygon

from hearsay.places import Gazetteer
from hearsay.places.builtin import LABEL
from hearsay.places.schema import files, label_of

Shape = Polygon | MultiPolygon
_KINDS = ("admin1", "admin2", "admin3", "region")
_DISTRICT, _REGION = 3, 5
"""UCDP where_prec, both included: a country's shape would hide what lies in it."""


class Regions:
    """Borders by name. Packs that are imported later are seen at the next start."""

    def __init__(self, folder: Path) -> None:
        """``folder``: of the gazetteer's files."""
        self._folder = folder
        self._known: dict[tuple[str, float, float], Shape | None] = {}
        self._lock = threading.Lock()

    @cached_property
    def _packs(self) -> Gazetteer:
        return Gazetteer(path for path in files(self._folder) if label_of(path) != LABEL)

    def shape(self, name: str | None, lat: float | None, lon: float | None, precision: int | None) -> Shape | None:
        """The border of the region of that name round the point; None for what is no region, or has no border here."""
        if name is None or lat is None or lon is None or not _DISTRICT <= (precision or 0) <= _REGION:
            return None
        with self._lock:
            key = (name, lat, lon)
            if key not in self._known:
                self._known[key] = self._found(name, Point(lon, lat))
            return self._known[key]

    def _found(self, name: str, point: Point) -> Shape | None:
        entries = (entry for entry in self._packs.lookup(name, alike=False) if entry.kind in _KINDS)
        borders = (self._packs.border(entry) for entry in entries)
        return next((border for border in borders if border is not None and border.contains(point)), None)
