"""Import of a Who's On First country pack: a TSV of places and, beside it, a GeoJSON of borders.

Columns: ``wof_id placetype name lat lon region_id county_id geonames_id wikidata_id population names_other names_ara
src_geom``; ``wof_sy.tsv.gz`` has its borders in ``wof_sy_admin.geojson.gz``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import cos, pi, radians, sqrt
from pathlib import Path
from typing import Any

import shapely
from shapely import Point, STRtree
from shapely.geometry import shape

from hearsay.errors import DataError
from hearsay.places import countries
from hearsay.places.builtin import regions, town_radius
from hearsay.places.geometry import KM_PER_DEGREE
from hearsay.places.names import plain, similarity
from hearsay.places.packs import EVERY, Progress, coordinates, deduplicated, lines_of, number, open_text, usable
from hearsay.places.schema import NewPlace, Writer

KINDS = {
    "country": "country", "region": "admin1", "county": "admin2", "localadmin": "admin3", "locality": "town",
    "borough": "quarter", "neighbourhood": "quarter", "campus": "facility",
}  # fmt: skip
_LEVELS = {"country": 0, "admin1": 1, "admin2": 2}
_COLUMNS = ("wof_id", "placetype", "name", "lat", "lon", "region_id", "county_id", "geonames_id", "population")
META = {
    "source": "Who's On First",
    "licence": "Who's On First licence (attribution); GeoNames CC BY 4.0",
    "attribution": "Place data from Who's On First (https://whosonfirst.org/docs/licenses/) and GeoNames, CC BY 4.0.",
}


@dataclass(frozen=True, slots=True)
class _Row:
    place: NewPlace
    wof: str
    region: str
    county: str


def import_wof(path: Path, folder: Path, progress: Progress | None = None) -> Path:
    """Import ``wof_CC.tsv[.gz]`` and its borders into ``folder``; returns the gazetteer file written.

    DataError with the line for a file that is cut short, lacks a column or has impossible coordinates; nothing that
    was there before is touched then.
    """
    stem = path.name.split(".")[0]
    country = countries.alpha3_of(stem.rpartition("_")[2])
    if country is None:
        raise DataError(
            "import-name",
            "the file's name does not end in a country code",
            where=str(path),
            hint="Expected wof_sy.tsv.gz.",
        )
    rows = list(_rows(path, country, progress))
    borders = _borders(path.parent / f"{stem}_admin.geojson.gz")
    with Writer(folder, f"wof-{stem.rpartition('_')[2]}", {**META, "country": country}) as writer:
        _write(writer, rows, borders)
    if writer.path is None:
        raise DataError("gazetteer-unwritable", "nothing was written", where=str(folder))
    return writer.path


def _rows(path: Path, country: str, progress: Progress | None) -> Iterator[_Row]:
    with open_text(path) as file:
        reader = csv.DictReader(lines_of(path, file), delimiter="\t")
        missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise DataError("import-columns", f"no column {', '.join(missing)}", where=f"{path}:1")
        for row in reader:
            where = f"{path}:{reader.line_num}"
            if row["src_geom"] is None:
                raise DataError("import-columns", "too few columns", where=where)
            kind = KINDS.get(row["placetype"])
            if kind is None:
                continue
            yield _row(row, kind, country, where)
            if progress and reader.line_num % EVERY == 0:
                progress(reader.line_num)


def _row(row: dict[str, str], kind: str, country: str, where: str) -> _Row:
    lat, lon = coordinates(row["lat"], row["lon"], where)
    population = number(row["population"])
    others = [*row["names_other"].replace("\n", "|").split("|"), *(row.get("names_ara") or "").split("|")]
    names = tuple(usable(others)) if kind != "country" else ()
    ids = tuple(f"geonames:{row['geonames_id']}" for _ in (0,) if row["geonames_id"])
    if row.get("wikidata_id"):
        ids = (*ids, f"wikidata:{row['wikidata_id']}")
    name = countries.country_name(country) if kind == "country" else _latin(row["name"], names)
    if kind == "admin1":
        known = _regions(country)
        name = next((known[plain(n)] for n in (name, *names) if plain(n) in known), name)
    place = NewPlace(
        f"wof:{row['wof_id']}", name, kind, lat, lon, country, population=population,
        radius_km=town_radius(population), names=(row["name"], *names), other_ids=ids,
    )  # fmt: skip
    return _Row(place, row["wof_id"], row["region_id"], row["county_id"])


def _latin(name: str, others: tuple[str, ...]) -> str:
    """The name to show: itself, or the Latin one most like it when it is in another script."""
    if any(c.isascii() and c.isalpha() for c in name):
        return name
    latin = [other for other in others if other.isascii() and other[:1].isupper()]
    return max(latin, key=lambda other: (round(similarity(name, other), 3), other), default=name)


@cache
def _regions(country: str) -> dict[str, str]:
    """Folded name of a first-level region → the name the codebook writes."""
    found: dict[str, str] = {}
    for region in regions(country):
        for spelling in (region.name, *region.also):
            found.setdefault(plain(spelling), region.name)
    return found


def _borders(path: Path) -> dict[str, Any]:
    """WOF id → polygon. A pack without borders has none."""
    if not path.exists():
        return {}
    try:
        with open_text(path) as file:
            features = json.loads("".join(lines_of(path, file)))["features"]
        found = {str(f["properties"]["wof_id"]): shape(f["geometry"]) for f in features if f.get("geometry")}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError("import-borders", f"not the GeoJSON of a pack ({error})", where=str(path)) from error
    return {key: polygon if polygon.is_valid else polygon.buffer(0) for key, polygon in found.items()}


def _write(writer: Writer, rows: list[_Row], borders: dict[str, Any]) -> None:
    numbers: dict[str, int] = {}
    areas = [row for row in rows if row.place.kind in _LEVELS]
    for row in sorted(areas, key=lambda r: _LEVELS[r.place.kind]):
        border = borders.get(row.wof)
        place = row.place
        lat, lon, radius = place.lat, place.lon, 30.0
        if border is not None and not border.is_empty:
            lat, lon, radius = extent(border)
        numbers[row.wof] = writer.add(
            NewPlace(
                place.id, place.name, place.kind, lat, lon, place.country,
                numbers.get(row.region) if place.kind == "admin2" else None, population=place.population,
                radius_km=radius, names=place.names, other_ids=place.other_ids,
            )
        )  # fmt: skip
        if border is not None and not border.is_empty:
            writer.add_area(numbers[row.wof], _LEVELS[place.kind], border.bounds, shapely.to_wkb(border))
    finder = {level: _Finder(areas, borders, numbers, kind) for kind, level in _LEVELS.items()}
    small = [
        replace(
            row.place,
            admin1=numbers.get(row.region) or finder[1].number_at(row.place),
            admin2=numbers.get(row.county) or finder[2].number_at(row.place),
        )
        for row in rows
        if row.place.kind not in _LEVELS
    ]
    for place in deduplicated(
        sorted(small, key=lambda p: (not any(i.startswith("geonames:") for i in p.other_ids), p.id))
    ):
        writer.add(place)


class _Finder:
    """Finds the region of one level that holds a place whose row does not say."""

    def __init__(self, areas: list[_Row], borders: dict[str, Any], numbers: dict[str, int], kind: str) -> None:
        held = [row for row in areas if row.place.kind == kind and row.wof in borders]
        self._numbers = [numbers[row.wof] for row in held]
        self._borders = [borders[row.wof] for row in held]
        self._tree = STRtree(self._borders)

    def number_at(self, place: NewPlace) -> int | None:
        """The region's number in the file, None when no border holds the place."""
        if place.lat is None or place.lon is None:
            return None
        found = self._tree.query(Point(place.lon, place.lat), predicate="within")
        return self._numbers[min(found)] if len(found) else None


def extent(border: Any) -> tuple[float, float, float]:
    """A point inside a polygon, near its middle, and the radius in kilometres of a circle of its area."""
    middle = border.centroid
    point = middle if border.contains(middle) else border.representative_point()
    squeeze = max(0.05, cos(radians(point.y)))
    return point.y, point.x, max(1.0, sqrt(border.area * squeeze / pi) * KM_PER_DEGREE)
