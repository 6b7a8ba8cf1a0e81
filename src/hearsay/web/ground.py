"""The ground of a small map: a piece of the basemap, flat, in the pixels of an SVG."""

from __future__ import annotations

import json
import math
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.2
_LETTER = 7.5
"""Pixels that a letter of a country's name takes."""
_LOADING = threading.Lock()
Name = tuple[float, float, str]
"""A point in pixels from the left and from above, and the words there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A square of the earth, flat (equirectangular about its middle), ``size`` pixels wide."""

    lat: float
    lon: float
    km_per_pixel: float
    size: int

    def pixel(self, lat: float, lon: float) -> tuple[float, float]:
        """From the left and from above."""
        ((x, y),) = self.pixels(np.array([[lon, lat]]))
        return x, y

    def pixels(self, points: NDArray[np.float64]) -> list[list[float]]:
        """The same of many points: an array of n x 2 of longitude and latitude in degrees."""
        scale = KM_PER_DEGREE / self.km_per_pixel
        east, south = scale * math.cos(math.radians(self.lat)), -scale
        placed = (points - (self.lon, self.lat)) * (east, south) + self.size / 2
        rounded: list[list[float]] = placed.round(1).tolist()
        return rounded

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        high = self.size / 2 * self.km_per_pixel / KM_PER_DEGREE
        wide = high / max(0.05, math.cos(math.radians(self.lat)))
        return self.lon - wide, self.lat - high, self.lon + wide, self.lat + high


def scale_of(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres, and its pixels."""
    kilometres = max(1, 10 ** math.floor(math.log10(frame.km_per_pixel * frame.size / 3)))
    return kilometres, round(kilometres / frame.km_per_pixel, 1)


@lru_cache(maxsize=512)  # many incidents lie in one town
def land(frame: Frame, basemap: Path | None) -> tuple[str, ...]:
    """The outlines of the countries in the frame, as paths; none without ``basemap``."""
    return tuple(_land(frame, basemap)) if basemap is not None else ()


def _land(frame: Frame, basemap: Path) -> Iterator[str]:
    west, south, east, north = frame.box()
    with _LOADING:  # once, however many pages wait for it
        tree, countries = _countries(basemap)
    for at in tree.query(shapely.box(west, south, east, north)):
        clipped = shapely.clip_by_rect(countries[at], west - 1, south - 1, east + 1, north + 1)
        half_a_pixel = frame.km_per_pixel / KM_PER_DEGREE / 2
        yield from _paths(frame, clipped.simplify(half_a_pixel, preserve_topology=False))


def outline(frame: Frame, region: BaseGeometry | None) -> str | None:
    """A region as one path, no finer than the frame shows."""
    if region is None:
        return None
    return "".join(_paths(frame, region.simplify(frame.km_per_pixel / KM_PER_DEGREE)))


def _paths(frame: Frame, area: BaseGeometry) -> Iterator[str]:
    for part in getattr(area, "geoms", [area]):
        if part.geom_type == "Polygon" and not part.is_empty:
            points = frame.pixels(shapely.get_coordinates(part.exterior))
            yield "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


@lru_cache(maxsize=512)
def country_names(frame: Frame, names: Path | None) -> tuple[Name, ...]:
    """The names of the countries in the frame that have room for them, each with its middle; none without ``names``."""
    return tuple(_country_names(frame, names)) if names is not None else ()


def _country_names(frame: Frame, names: Path) -> Iterator[Name]:
    west, south, east, north = frame.box()
    put: list[tuple[float, float, float]] = []
    for name, size, lat, lon in _names(names):
        half = len(name) * _LETTER / 2
        across = math.sqrt(size) * KM_PER_DEGREE / frame.km_per_pixel
        if not (west < lon < east and south < lat < north and across > half):
            continue
        x, y = frame.pixel(lat, lon)
        if half < x < frame.size - half and all(abs(y - at) > 14 or abs(x - of) > half + wide for of, at, wide in put):
            put.append((x, y, half))
            yield x, y, name


def clear_of(names: Iterable[Name], labels: Iterable[Name]) -> tuple[Name, ...]:
    """The countries' names over which no label lies; of a label the point where it begins, and its words."""
    taken = [(x, x + len(words) * _LETTER, y) for x, y, words in labels]

    def free(x: float, y: float, name: str) -> bool:
        half = len(name) * _LETTER / 2
        return all(abs(y - at) >= 16 or x + half <= left or x - half >= right for left, right, at in taken)

    return tuple(name for name in names if free(*name))


@lru_cache(maxsize=1)
def _names(names: Path) -> tuple[tuple[str, float, float, float], ...]:
    """Name, area in square degrees, latitude and longitude of each country, the largest first."""
    found = []
    for feature in json.loads(names.read_text(encoding="utf-8"))["features"]:
        told, (lon, lat) = feature["properties"], feature["geometry"]["coordinates"]
        found.append((told["name"], told["size"], lat, lon))
    return tuple(sorted(found, key=lambda country: -country[1]))


@lru_cache(maxsize=1)
def _countries(basemap: Path) -> tuple[shapely.STRtree, NDArray[np.object_]]:
    countries = shapely.get_parts(shapely.from_geojson(basemap.read_text(encoding="utf-8")))
    faulty = ~shapely.is_valid(countries)
    countries[faulty] = shapely.make_valid(countries[faulty])
    return shapely.STRtree(countries), countries
