"""Borders: which country, region and district hold a point, from the polygons of the gazetteer's files."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.prepared import PreparedGeometry, prep

_BOXES = "SELECT place, level, west, south, east, north FROM area"
_NAME = "SELECT p.name, p.country FROM place p WHERE p.n = ?"
_MOST = 400
"""Borders held in memory at once."""


class Areas:
    """The borders of several gazetteer files, read when they are first needed."""

    def __init__(self, files: Sequence[sqlite3.Connection]) -> None:
        """``files`` are open gazetteer files, in the order of the gazetteer's."""
        self._files = files
        self._boxes: list[tuple[int, int, int, float, float, float, float]] | None = None
        self._borders: dict[
            tuple[int, int], tuple[Polygon | MultiPolygon, PreparedGeometry[Polygon | MultiPolygon]]
        ] = {}

    def _all(self) -> list[tuple[int, int, int, float, float, float, float]]:
        """File, number, level and bounding box (west, south, east, north) of each border."""
        if self._boxes is None:
            self._boxes = [(k, *row) for k, db in enumerate(self._files) for row in db.execute(_BOXES)]
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
        for file, number, level, west, south, east, north in self._all():
            inside_box = found[level] is None and west <= lon <= east and south <= lat <= north
            if inside_box and self.contains(file, number, lat, lon):
                name, country = self._files[file].execute(_NAME, (number,)).fetchone()
                found[level] = country if level == 0 else name
        return found[0], found[1], found[2]
