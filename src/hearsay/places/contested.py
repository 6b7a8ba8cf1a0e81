"""Whose land a place is: one country to count it under, and the states that claim or hold it beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shapely import Point, Polygon, prepare

from hearsay.codebook import table
from hearsay.places.countries import country_claims
from hearsay.places.gazetteer import Entry
from hearsay.places.names import fold

_SMALL = ("town", "quarter", "facility", "admin3", "admin2")
"""What lies inside a contested region as a whole, so that its point decides."""


@dataclass(frozen=True, slots=True)
class _Region:
    """A region of ``features.toml`` with a drawn border (x east, y north)."""

    country: str | None
    states: frozenset[str]
    border: Polygon


def standing(entry: Entry) -> tuple[str | None, tuple[str, ...]]:
    """Country and further claims of a place, as alpha-3 codes.

    By the contested region whose drawn border holds its point; else as listed, with the claims on the place itself,
    on the contested region that it is listed in, or on its whole country.
    """
    region = _around(entry)
    if region is not None:
        country = region.country or entry.country
        return country, tuple(sorted(region.states - {country}))
    if entry.claims or entry.country is None:
        return entry.country, entry.claims
    known = _named()
    for name in (entry.name, entry.admin1 or "") if entry.kind in ("admin1", "region") else (entry.admin1 or "",):
        if (entry.country, fold(name)) in known:
            return entry.country, known[entry.country, fold(name)]
    return entry.country, country_claims(entry.country)


def _around(entry: Entry) -> _Region | None:
    if entry.kind not in _SMALL or entry.lat is None or entry.lon is None:
        return None
    point = Point(entry.lon, entry.lat)
    return next((r for r in _drawn() if entry.country in r.states and r.border.covers(point)), None)


@cache
def _drawn() -> tuple[_Region, ...]:
    found = []
    for group in table("features").values():
        for region in group.values():
            if "border" in region:
                country = region.get("country")
                border = Polygon([(lon, lat) for lat, lon in region["border"]])
                prepare(border)
                found.append(_Region(country, frozenset({*region["claims"], country} - {None}), border))
    return tuple(found)


@cache
def _named() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Country, folded name) of the contested regions of ``features.toml`` → the other states that claim or hold it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for group in table("features").values():
        for name, region in group.items():
            if "claims" in region and "country" in region:
                for spelling in (name, *region.get("also", ())):
                    found[region["country"], fold(spelling)] = tuple(region["claims"])
    return found
