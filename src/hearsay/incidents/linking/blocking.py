"""Blocking keys: two reports are compared only where they share one, so that linking never compares all with all.

A key holds a day, a kind of event and a place: a square of the map, a region, or the consonants of a name. A report
with a range of days or near a square's edge has several. What has no place at all meets by a toll of some size,
or by a small one and who is said to have done it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, floor, radians

from hearsay.incidents.linking.profile import Profile
from hearsay.incidents.sides import house
from hearsay.places.names import skeleton

_SQUARE = 0.25
"""Degrees: about 28 kilometres from north to south."""
_REACH_KM = 12.0
"""Places within twice this of each other, beyond their radii, share a square: more than ``apart_km``."""
_WIDE_KM = 40.0
"""A wider place meets others by its name or the toll alone, not by squares."""
_KM_A_DEGREE = 111.2
_DAYS = 10
"""Of a longer time only the last days are keys: what lies months wide matches nothing well."""
_TOLL = 3


def blocking_keys(report: Profile) -> frozenset[str]:
    """The keys of a report, each ``day|kind|place``."""
    places = tuple(_places(report))
    return frozenset(f"{day}|{kind}|{place}" for day in _days(report) for kind in _kinds(report) for place in places)


def _days(report: Profile) -> Iterator[int]:
    """Its days, and the one before and after where the day is not sure."""
    if report.days is None:
        return
    first, last = report.days
    slack = 0 if report.to_the_day else 1
    yield from range(max(first, last - _DAYS) - slack, last + slack + 1)


def _kinds(report: Profile) -> frozenset[str]:
    """Kinds of event; force and what is done by force are one."""
    return frozenset("force" if kind in ("ASSAULT", "COERCE") else kind for kind in report.types)


def _places(report: Profile) -> Iterator[str]:
    if report.place_name:
        yield f"name {skeleton(report.place_name) or report.place_name}"
    if report.lat is not None and report.lon is not None and report.radius <= _WIDE_KM:
        yield from _squares(report.lat, report.lon, report.radius + _REACH_KM)
    for measure, toll in (("killed", report.killed), ("injured", report.injured)):
        if toll is not None and toll[1] >= _TOLL:
            yield f"{measure} {toll[1]:g}"
        elif toll is not None:
            yield from (f"{measure} {toll[1]:g} by {doer}" for doer in _doers(report))


def _doers(report: Profile) -> frozenset[str]:
    return frozenset(house(p.id) if p.id else (p.name or "").lower() for p in report.actors if p.id or p.name)


def _squares(lat: float, lon: float, reach: float) -> Iterator[str]:
    high = reach / _KM_A_DEGREE
    wide = min(180.0, high / max(0.05, cos(radians(lat))))
    for row in range(floor((lat - high) / _SQUARE), floor((lat + high) / _SQUARE) + 1):
        for column in range(floor((lon - wide) / _SQUARE), floor((lon + wide) / _SQUARE) + 1):
            yield f"{row}:{column % round(360 / _SQUARE)}"
