"""Distances and points on the globe, as a sphere: good to half a percent, far below any radius given here."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0088
KM_PER_DEGREE = 111.195


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = radians(lat1), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point ``km`` away in the direction ``bearing`` (degrees clockwise from north)."""
    a, turn, part = radians(lat), radians(bearing), km / EARTH_KM
    b = asin(sin(a) * cos(part) + cos(a) * sin(part) * cos(turn))
    east = atan2(sin(turn) * sin(part) * cos(a), cos(part) - sin(a) * sin(b))
    return round(degrees(b), 5), round((lon + degrees(east) + 540) % 360 - 180, 5)


def middle(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The point half-way between two points."""
    return centre([(lat1, lon1), (lat2, lon2)])


def centre(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the globe (no points: ValueError)."""
    if not points:
        raise ValueError("no points have no middle")
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lat, lon in points)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lat, lon in points)
    z = sum(sin(radians(lat)) for lat, lon in points)
    return round(degrees(atan2(z, sqrt(x * x + y * y))), 5), round(degrees(atan2(y, x)), 5)
