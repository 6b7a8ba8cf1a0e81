"""The basemap: world-atlas' TopoJSON as GeoJSON, and a point at which to write each country's name."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

Point = tuple[float, float]
_DIGITS = 4  # of a degree: about 10 m, far below what a map at 1:50 million knows


def basemap(topology: dict[str, Any]) -> dict[str, Any]:
    """The countries of a TopoJSON file (https://github.com/topojson/topojson-specification), as a FeatureCollection."""
    arcs = _arcs(topology)
    return _collection(
        {
            "type": "Feature",
            "properties": {"name": country["properties"]["name"]},
            "geometry": {"type": country["type"], "coordinates": _coordinates(country, arcs)},
        }
        for country in topology["objects"]["countries"]["geometries"]
    )


def names(countries: dict[str, Any]) -> dict[str, Any]:
    """A point within the largest part of each country, with its name and its size in square degrees."""
    return _collection(_name(country) for country in countries["features"])


def _collection(features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _name(country: dict[str, Any]) -> dict[str, Any]:
    polygons = country["geometry"]["coordinates"]
    rings = [polygons[0]] if country["geometry"]["type"] == "Polygon" else [polygon[0] for polygon in polygons]
    areas = [_area(ring) for ring in rings]
    return {
        "type": "Feature",
        "properties": {"name": country["properties"]["name"], "size": round(sum(areas), 1)},
        "geometry": {"type": "Point", "coordinates": _inside(rings[areas.index(max(areas))])},
    }


def _area(ring: list[Point]) -> float:
    """In square degrees, by the shoelace formula."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def _inside(ring: list[Point]) -> Point:
    """The middle of the longest stretch that lies within the ring at half its height."""
    heights = [y for _, y in ring]
    level = (min(heights) + max(heights)) / 2 + 10**-_DIGITS / 2  # through no corner: those are rounded
    crossings = sorted(
        x1 + (level - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 < level) != (y2 < level)
    )
    if not crossings:  # Vatican City is smaller than the grid
        return ring[0]
    west, east = max(zip(crossings[::2], crossings[1::2], strict=True), key=lambda stretch: stretch[1] - stretch[0])
    return round((west + east) / 2, 2), round(level, 2)


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines that the countries share: quantised, each point given by its step from the one before."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((round(x * scale_x + move_x, _DIGITS), round(y * scale_y + move_y, _DIGITS)))
        found.append(line)
    return found


def _coordinates(country: dict[str, Any], arcs: list[list[Point]]) -> list[Any]:
    if country["type"] == "Polygon":
        return [_ring(ring, arcs) for ring in country["arcs"]]
    return [[_ring(ring, arcs) for ring in polygon] for polygon in country["arcs"]]


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A closed line of arcs, each beginning where the one before ends; ``~n`` is arc n backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _unwrapped(points)


def _unwrapped(ring: list[Point]) -> list[Point]:
    """``ring`` going on past 180 degrees where it crosses that meridian, rather than round the whole earth."""
    found: list[Point] = []
    for x, y in ring:  # Antarctica's goes round and does not close: it stays
        turn = round((found[-1][0] - x) / 360) * 360 if found else 0
        found.append((round(x + turn, _DIGITS), y))
    return found if found[0] == found[-1] else ring
