"""Draws the places of coded reports, with their radii, as an SVG picture. Standard library only.

    hearsay code PAGE.html --format jsonl | python docs/places_map.py > map.svg

Reads Codings, a line of JSON each, from standard input. Places wider than ``--widest`` kilometres (a country) and those
further than ``--within`` kilometres from the middle one (a dateline) are named under the list.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, cos, floor, hypot, radians
from statistics import median
from typing import Any

SIDE, LIST = 560, 330
"""Pixels: the map is a square, the list stands to its right."""
MARGIN = 30
KM_PER_DEGREE = 111.2
KINDS = (
    ((1,), "#0b6a8f", "a town, a landmark"),
    ((2,), "#2f9e6e", "near one"),
    ((3, 4), "#7a5195", "a district, a province"),
    ((5, 6, 7), "#c0641a", "a part of a province or a country"),
)
"""UCDP's where_prec, colour, words for the legend."""


def main() -> None:
    """Standard input to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--within", type=float, default=180.0, metavar="KM")
    parser.add_argument("--widest", type=float, default=100.0, metavar="KM")
    asked = parser.parse_args()
    places = [place for line in sys.stdin for place in json.loads(line)["places"]]
    sys.stdout.write(drawing(places, asked.within, asked.widest))


def drawing(places: Sequence[dict[str, Any]], within: float, widest: float) -> str:
    """The SVG of the places that have a point; one of several mentions of the same."""
    found = {(p["name"], p["lat"], p["lon"], p["radius_km"]): p for p in places if p["lat"] is not None}
    narrow = [p for p in found.values() if p["radius_km"] <= widest]
    if not narrow:
        sys.exit("no place with a point")
    lat, lon = median(p["lat"] for p in narrow), median(p["lon"] for p in narrow)
    squeeze = cos(radians(lat))
    shown = [p for p in narrow if _km(p["lat"] - lat, (p["lon"] - lon) * squeeze) <= within]
    shown.sort(key=lambda p: (-p["radius_km"], p["name"] or p["text"]))
    sides = [
        (p["lat"] + way * p["radius_km"] / KM_PER_DEGREE, p["lon"] + way * p["radius_km"] / KM_PER_DEGREE / squeeze)
        for p in shown
        for way in (-1, 1)
    ]
    south, north = min(y for y, _ in sides), max(y for y, _ in sides)
    west, east = min(x for _, x in sides), max(x for _, x in sides)
    lat, lon = (south + north) / 2, (west + east) / 2
    scale = (SIDE - 2 * MARGIN) / _km(max(north - south, (east - west) * squeeze), 0)  # pixels in a kilometre

    def at(y: float, x: float) -> tuple[float, float]:
        return (
            SIDE / 2 + (x - lon) * squeeze * KM_PER_DEGREE * scale,
            SIDE / 2 - (y - lat) * KM_PER_DEGREE * scale,
        )

    parts = [*_grid(lat, lon, squeeze, scale, at)]
    parts += (_circle(place, at(place["lat"], place["lon"]), scale) for place in shown)
    taken: list[tuple[float, float]] = []
    numbers: dict[tuple[float, float], list[int]] = {}
    for number, place in enumerate(shown, 1):
        numbers.setdefault(at(place["lat"], place["lon"]), []).append(number)
    for point, those in numbers.items():
        parts += _numbered(", ".join(map(str, those)), _colour(shown[those[-1] - 1]), point, taken)
    parts += _scale(scale)
    parts += _list(shown, sorted({p["text"] for p in places} - {p["text"] for p in shown}))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + LIST} {SIDE}" font-family="sans-serif">'
    ground = (
        f'<rect width="{wide}" height="{SIDE}" fill="{fill}"/>'
        for wide, fill in ((SIDE + LIST, "#fff"), (SIDE, "#f6f5f0"))
    )
    return "\n".join([head, *ground, *parts, "</svg>", ""])


def _km(north: float, east: float) -> float:
    return KM_PER_DEGREE * hypot(north, east)


def _colour(place: dict[str, Any]) -> str:
    return next(colour for codes, colour, _ in KINDS if (place["precision"] or 7) in codes)


def _grid(lat: float, lon: float, squeeze: float, scale: float, at: Any) -> list[str]:
    """A line at every half degree."""
    high = SIDE / 2 / scale / KM_PER_DEGREE
    wide = high / squeeze
    parts = []
    for half in range(ceil(2 * (lat - high)), floor(2 * (lat + high)) + 1):
        y = at(half / 2, lon)[1]
        parts += [f'<path d="M0 {y:.1f}H{SIDE}" stroke="#e0ddd2"/>', _text(5, y - 4, f"{half / 2:g}° N", "#8a877c", 11)]
    for half in range(ceil(2 * (lon - wide)), floor(2 * (lon + wide)) + 1):
        x = at(lat, half / 2)[0]
        if x > 4 * MARGIN / 3:  # clear of the words at the left edge
            parts += [
                f'<path d="M{x:.1f} 0V{SIDE}" stroke="#e0ddd2"/>',
                _text(x + 4, 14, f"{half / 2:g}° E", "#8a877c", 11),
            ]
    return parts


def _circle(place: dict[str, Any], point: tuple[float, float], scale: float) -> str:
    colour, radius = _colour(place), max(3.0, place["radius_km"] * scale)
    where = f'cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{radius:.1f}"'
    return f'<circle {where} fill="{colour}" fill-opacity="0.10" stroke="{colour}" stroke-width="1.3"/>'


def _numbered(numbers: str, colour: str, point: tuple[float, float], taken: list[tuple[float, float]]) -> Iterator[str]:
    """A middle and the numbers of its places, moved round the middle to where no others stand."""
    x, y = point
    offsets = ((9, -6), (9, 14), (-9, -6), (-9, 14), (20, 4), (-20, 4), (0, -16), (0, 24))
    dx, dy = next((o for o in offsets if all(hypot(x + o[0] - a, y + o[1] - b) > 15 for a, b in taken)), offsets[0])
    taken.append((x + dx, y + dy))
    anchor = "start" if dx > 0 else "middle" if dx == 0 else "end"
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="{colour}"/>'
    yield (
        f'<text x="{x + dx * 0.7:.1f}" y="{y + dy:.1f}" font-size="13" font-weight="bold" fill="{colour}" '
        f'stroke="#fff" stroke-width="3" paint-order="stroke" text-anchor="{anchor}">{numbers}</text>'
    )


def _scale(scale: float) -> list[str]:
    km = next(step for step in (200, 100, 50, 20, 10, 5, 2, 1) if step * scale < SIDE / 4 or step == 1)
    y, end = SIDE - 16, SIDE - MARGIN
    return [
        f'<path d="M{end - km * scale:.1f} {y - 5}v5H{end}v-5" fill="none" stroke="#444" stroke-width="1.5"/>',
        _text(end - km * scale + 6, y - 4, f"{km} km", "#444", 11),
    ]


def _list(shown: Sequence[dict[str, Any]], left: Sequence[str]) -> Iterator[str]:
    """Number, words and radius of each place, in the colour of its precision; the legend; what is not drawn."""
    x, y = SIDE + 20, 28
    for number, place in enumerate(shown, 1):
        relation = place["relation"]["kind"].replace("_", " ") + " " if place["relation"] else ""
        yield _text(x + 4, y, str(number), _colour(place), 13)
        yield _text(x + 26, y, f"{relation}{place['text']}", "#222", 13)
        yield _text(x + 235, y, f"± {place['radius_km']:g} km", "#555", 13)
        y += 22
    y += 14
    for codes, colour, words in KINDS:
        yield f'<circle cx="{x + 10}" cy="{y - 4}" r="6" fill="{colour}" fill-opacity="0.15" stroke="{colour}"/>'
        yield _text(x + 26, y, f"{words} ({'–'.join(str(code) for code in sorted({codes[0], codes[-1]}))})", "#555", 12)
        y += 20
    for row in textwrap.wrap("Not drawn: " + ", ".join(left), 48) if left else ():
        y += 17
        yield _text(x + 4, y, row, "#555", 12)


def _text(x: float, y: float, words: str, colour: str, size: int) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}">{escape(words)}</text>'


if __name__ == "__main__":
    main()
