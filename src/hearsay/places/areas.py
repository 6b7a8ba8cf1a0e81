"""Borders: which country, region and district hold a point, from the polygons of the gazetteer's files."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Point, Polygon
from shapely.prepared import PreparedGeometry, prep

Boxes = NDArray[np.float64]
Keys = list[tuple[int, int, int]]
_BOXES = "SELECT place, level, west, south, east, north FROM area"
_NAME = "SELECT p.name, p.country FROM place p WHERE p.n = ?"
_MOST = 400
"""Borders held in memory at once."""


class Areas:
    """The borders of several gazetteer files, read when they are first needed."""

    def __init__(self, files: Sequence[sqlite3.Connection]) -> None:
        """``files`` are open gazetteer files, in the order of the gazetteer's."""
        self._files = files
        self._boxes: tuple[Boxes, Keys] | None = None
        self._borders: dict[
            tuple[int, int], tuple[Polygon | MultiPolygon, PreparedGeometry[Polygon | MultiPolygon]]
        ] = {}

    def _all(self) -> tuple[Boxes, Keys]:
        """Bounding boxes (west, south, east, north) of the borders, and file, number and level of each."""
        if self._boxes is None:
            found = [(k, *row) for k, db in enumerate(self._files) for row in db.execute(_BOXES)]
            boxes = np.array([row[3:] for row in found], dtype=float).reshape(-1, 4)
            self._boxes = boxes, [(row[0], row[1], row[2]) for row in found]
        return self._boxes

    def _loaded(
        self, file: int, number: int
    ) -> tuple[Polygon | MultiPolygon, PreparedGeometry[Polygon | MultiPolygon]] | None:
        key = (file, number)
        if key not in self._borders:
            row = self._files[file].execute("SELECT wkb FROM area WHERE place = ?", (number,)).fetchone()
            if row is None:
                return None
            if len(self._borders) >= _MOST:
                self._borders.clear()
            border = shapely.from_wkb(row[0])
            if not isinstance(border, Polygon | MultiPolygon):
                return None
            self._borders[key] = (border, prep(border))
        return self._borders[key]

    def border(self, file: int, number: int) -> Polygon | MultiPolygon | None:
        """The border of a place, in degrees (x is longitude); None when the file has none."""
        loaded = self._loaded(file, number)
        return loaded[0] if loaded else None

    def contains(self, file: int, number: int, lat: float, lon: float) -> bool | None:
        """Whether the border holds the point; None when there is no border."""
        loaded = self._loaded(file, number)
        return None if loaded is None else bool(loaded[1].contains(Point(lon, lat)))

    def at(self, lat: float, lon: float) -> tuple[str | None, str | None, str | None]:
        """Country (alpha-3), first- and second-level region that hold the point, as far as there are borders."""
        found: list[str | None] = [None, None, None]
        boxes, keys = self._all()
        west, south, east, north = boxes.T
        for at in np.flatnonzero((west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)):
            file, number, level = keys[at]
            if found[level] is None and self.contains(file, number, lat, lon):
                name, country = self._files[file].execute(_NAME, (number,)).fetchone()
                found[level] = country if level == 0 else name
        return found[0], found[1], found[2]
