"""Draws the places of one coded report, with their radii, as an SVG picture. Standard library only.

    hearsay code PAGE.html --format jsonl | python docs/places_map.py > map.svg

Reads one Coding, a line of JSON, from standard input. Places wider than ``--widest`` kilometres (a country) and those
further than ``--within`` kilometres from the middle one (a dateline) are named under the picture.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from html import escape
from math import ceil, cos, floor, hypot, radians
from statistics import median
from typing import Any

WIDTH, HEIGHT, MARGIN = 760, 560, 46
KM_PER_DEGREE = 111.2
SHADES = {1: "#1b6e8c", 2: "#1b6e8c", 3: "#7a5195", 4: "#7a5195", 5: "#b8651b", 6: "#8a8a8a", 7: "#8a8a8a"}
"""Colour by UCDP's where_prec: a town, near one; a district, a province; a part; a country."""


def main() -> None:
    """Standard input to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--within", type=float, default=180.0, metavar="KM")
    parser.add_argument("--widest", type=float, default=150.0, metavar="KM")
    asked = parser.parse_args()
    coding = json.loads(sys.stdin.readline())
    sys.stdout.write(drawing(coding["places"], asked.within, asked.widest))


def drawing(places: Sequence[dict[str, Any]], within: float, widest: float) -> str:
    """The SVG of the places that have a point."""
    found = {(p["text"], p["lat"], p["lon"], p["radius_km"]): p for p in places if p["lat"] is not None}
    narrow = [p for p in found.values() if p["radius_km"] <= widest]
    if not narrow:
        sys.exit("no place with a point")
    lat, lon = median(p["lat"] for p in narrow), median(p["lon"] for p in narrow)
    squeeze = cos(radians(lat))
    shown = [p for p in narrow if _km(p["lat"] - lat, (p["lon"] - lon) * squeeze) <= within]
    reach = max(_km(p["lat"] - lat, (p["lon"] - lon) * squeeze) + p["radius_km"] for p in shown)
    scale = (min(WIDTH, HEIGHT) / 2 - MARGIN) / reach  # pixels in a kilometre

    def at(y: float, x: float) -> tuple[float, float]:
        return (
            WIDTH / 2 + (x - lon) * squeeze * KM_PER_DEGREE * scale,
            HEIGHT / 2 - (y - lat) * KM_PER_DEGREE * scale,
        )

    parts = [*_grid(lat, lon, squeeze, scale, at)]
    taken: list[float] = []
    for place in sorted(shown, key=lambda p: -p["radius_km"]):
        parts += _place(place, at(place["lat"], place["lon"]), scale, taken)
    parts += _scale(scale)
    left = sorted({p["text"] for p in places} - {p["text"] for p in shown})
    if left:
        parts.append(_text(MARGIN, HEIGHT - 10, "not drawn: " + ", ".join(left), "#555", 12))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fbfaf6"/>', *parts, "</svg>", ""])


def _km(north: float, east: float) -> float:
    return KM_PER_DEGREE * hypot(north, east)


def _grid(lat: float, lon: float, squeeze: float, scale: float, at: Any) -> list[str]:
    """A line at every half degree."""
    high, wide = HEIGHT / 2 / scale / KM_PER_DEGREE, WIDTH / 2 / scale / KM_PER_DEGREE / squeeze
    parts = []
    for half in range(ceil(2 * (lat - high)), floor(2 * (lat + high)) + 1):
        y = at(half / 2, lon)[1]
        parts += [f'<path d="M0 {y:.1f}H{WIDTH}" stroke="#e3dfd3"/>', _text(4, y - 3, f"{half / 2:g}° N", "#999", 11)]
    for half in range(ceil(2 * (lon - wide)), floor(2 * (lon + wide)) + 1):
        x = at(lat, half / 2)[0]
        parts += [f'<path d="M{x:.1f} 0V{HEIGHT}" stroke="#e3dfd3"/>', _text(x + 3, 13, f"{half / 2:g}° E", "#999", 11)]
    return parts


def _place(place: dict[str, Any], point: tuple[float, float], scale: float, taken: list[float]) -> list[str]:
    """Its circle, its middle and its words, moved down where another label stands."""
    colour = SHADES[place["precision"] or 7]
    x, y = point
    radius = max(2.0, place["radius_km"] * scale)
    label = y + 4
    while any(abs(label - other) < 15 for other in taken):
        label += 5
    taken.append(label)
    relation = place["relation"]["kind"].replace("_", " ") + " " if place["relation"] else ""
    words = f"{relation}{place['text']} ± {place['radius_km']:g} km, precision {place['precision']}"
    return [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.10" stroke="{colour}"/>',
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>',
        f'<path d="M{x:.1f} {y:.1f}L{x + 12:.1f} {label - 4:.1f}" stroke="{colour}" stroke-width="0.7"/>',
        _text(x + 14, label, words, "#222", 13),
    ]


def _scale(scale: float) -> list[str]:
    km = next(step for step in (200, 100, 50, 20, 10, 5, 2, 1) if step * scale < WIDTH / 4 or step == 1)
    y, end = HEIGHT - 30, MARGIN + km * scale
    return [
        f'<path d="M{MARGIN} {y}H{end:.1f}" stroke="#222" stroke-width="2"/>',
        _text(end + 6, y + 4, f"{km} km", "#222", 12),
    ]


def _text(x: float, y: float, words: str, colour: str, size: int) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}">{escape(words)}</text>'


if __name__ == "__main__":
    main()
