"""The small map of an incident: where each claim puts it, on the basemap's borders, as shapes for an SVG."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from hearsay.publish.plain import one_line
from hearsay.records import Claim, Place, Point

SIZE = 320
_KM_PER_DEGREE = 111.2
_ALONE_KM = 900.0  # from edge to edge where there is one place: its country and the neighbours
_LEAST_KM = 25.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as claims have it, in the map's pixels."""

    x: float
    y: float
    reach: float
    name: str
    claims: tuple[str, ...]
    anchor: tuple[float, float] | None
    """The named place, where the claim says how the happening lies from it."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The map."""

    land: tuple[str, ...]
    spots: tuple[Spot, ...]
    scale_km: int
    scale_px: float


def locator(claims: Iterable[Claim], basemap: Path | None) -> Locator | None:
    """The map of the claims' places; None where none has coordinates. Without ``basemap`` there is no land."""
    found: dict[tuple[float, float, str], list[tuple[Place, str]]] = {}
    for claim in claims:
        place = claim.place
        if place is not None and place.lat is not None and place.lon is not None:
            key = (place.lat, place.lon, one_line(place.name or place.text))
            found.setdefault(key, []).append((place, claim.id))
    if not found:
        return None
    frame = _frame([some[0][0] for some in found.values()])
    spots = tuple(
        Spot(
            *frame.pixel(lat, lon),
            reach=round((some[0][0].radius_km or 0) / frame.km_per_pixel, 1),
            name=name,
            claims=tuple(id_ for _, id_ in some),
            anchor=_anchor(some[0][0].anchor, frame),
        )
        for (lat, lon, name), some in found.items()
    )
    scale = 10 ** math.floor(math.log10(frame.km_per_pixel * SIZE / 3))
    return Locator(tuple(_land(frame, basemap)) if basemap else (), spots, scale, round(scale / frame.km_per_pixel, 1))


@dataclass(frozen=True, slots=True)
class _Frame:
    """A square of the earth, flat (equirectangular about its middle)."""

    lat: float
    lon: float
    km_per_pixel: float

    def pixel(self, lat: float, lon: float) -> tuple[float, float]:
        east = (lon - self.lon) * math.cos(math.radians(self.lat)) * _KM_PER_DEGREE
        north = (lat - self.lat) * _KM_PER_DEGREE
        return round(SIZE / 2 + east / self.km_per_pixel, 1), round(SIZE / 2 - north / self.km_per_pixel, 1)

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        high = SIZE / 2 * self.km_per_pixel / _KM_PER_DEGREE
        wide = high / max(0.05, math.cos(math.radians(self.lat)))
        return self.lon - wide, self.lat - high, self.lon + wide, self.lat + high


def _frame(places: Sequence[Place]) -> _Frame:
    """A square that holds every place with its radius, and some of what lies about."""
    lats, lons = [p.lat or 0 for p in places], [p.lon or 0 for p in places]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = math.cos(math.radians(lat))
    span = max((max(lats) - min(lats)), (max(lons) - min(lons)) * squeeze) * _KM_PER_DEGREE
    reach = max(p.radius_km or 0 for p in places)
    across = max(_LEAST_KM, span * 2.2, 6 * reach) if span > 1 else max(_ALONE_KM, 6 * reach)
    return _Frame(lat, lon, across / SIZE)


def _anchor(point: Point | None, frame: _Frame) -> tuple[float, float] | None:
    return frame.pixel(point.lat, point.lon) if point is not None else None


def _land(frame: _Frame, basemap: Path) -> Iterable[str]:
    west, south, east, north = frame.box()
    tree, countries = _countries(basemap)
    for at in tree.query(shapely.box(west, south, east, north)):
        clipped = shapely.clip_by_rect(countries[at], west - 1, south - 1, east + 1, north + 1)
        for part in getattr(clipped, "geoms", [clipped]):
            if part.geom_type == "Polygon" and not part.is_empty:
                points = (frame.pixel(lat, lon) for lon, lat in part.exterior.coords)
                yield "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


@lru_cache(maxsize=1)
def _countries(basemap: Path) -> tuple[shapely.STRtree, list[BaseGeometry]]:
    features = json.loads(basemap.read_text(encoding="utf-8"))["features"]
    countries = [shapely.make_valid(shape(feature["geometry"])) for feature in features]
    return shapely.STRtree(countries), countries
