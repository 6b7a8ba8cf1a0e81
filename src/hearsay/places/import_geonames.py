"""Import of a GeoNames dump: a country's (``SY.txt``, ``SY.zip``) or ``allCountries``.

Nineteen tab-separated columns without a header, as GeoNames' readme describes. Two passes over the file: the regions
first, then everything that stands in them, so that a dump of any size takes little memory.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.errors import DataError
from hearsay.places import countries
from hearsay.places.builtin import town_radius
from hearsay.places.packs import EVERY, Progress, coordinates, lines_of, number, open_text, usable
from hearsay.places.schema import NewPlace, Writer

COLUMNS = 19
META = {
    "source": "GeoNames",
    "licence": "CC BY 4.0",
    "attribution": "Place data from GeoNames (https://www.geonames.org), CC BY 4.0.",
}
_FACILITIES = frozenset(
    "AIRB AIRF AIRP AIRH AIRQ INSM MILB FT PRN DAM RFNR RSTN PRT BDG STNB REFC CMP CMPRF CMPR OILF GASF PS PSH HSP "
    "CSTL MNMT CTRM BP BLDG MKT UNIV MSQE".split()
)
_WATER = frozenset("SEA LK LKS RSV BAY GULF STRT CNL OCN CHN".split())
_RIVERS = frozenset("STM STMI STMS WAD WADS".split())
_MOUNTAINS = frozenset("MT MTS HLL HLLS RDGE PK PLAT PASS".split())
_REGIONS = frozenset("RGN AREA ISL ISLS PEN DSRT VAL PLN FRST OAS".split())
_RADIUS = {"facility": 2.0, "water": 15.0, "river": 40.0, "mountains": 8.0, "region": 15.0}


def import_geonames(path: Path, folder: Path, progress: Progress | None = None) -> Path:
    """Import a dump (``.txt``, ``.txt.gz``, or the ``.zip`` it comes in) into ``folder``; returns the file written.

    DataError with the line's number for a file that is cut short, has other columns, another encoding or impossible
    coordinates; nothing that was there before is touched then.
    """
    label = path.name.split(".")[0].lower()
    with Writer(folder, f"geonames-{label}", _meta(label)) as writer:
        regions = _regions(path, writer)
        for line, row in _rows(path, progress):
            place = _place(row, f"{path}:{line}", regions)
            if place is not None:
                writer.add(place)
        if not writer.count:
            raise DataError("import-empty", "no places in the file", where=str(path))
    if writer.path is None:
        raise DataError("gazetteer-unwritable", "nothing was written", where=str(folder))
    return writer.path


def _meta(label: str) -> dict[str, str]:
    country = countries.alpha3_of(label) if len(label) == 2 else None
    return {**META, "country": country} if country else META


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    if path.suffix.lower() != ".zip":
        with open_text(path) as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.lower().endswith(".txt") and "readme" not in n.lower()]
            if not names:
                raise DataError("import-empty", "no .txt in the archive", where=str(path))
            with archive.open(names[0]) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="")
    except (zipfile.BadZipFile, OSError) as error:
        raise DataError(
            "import-damaged", f"not a whole archive ({error})", where=str(path), hint="Download it again."
        ) from error


def _rows(path: Path, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row."""
    with _opened(path) as file:
        for line, text in enumerate(lines_of(path, file), 1):
            row = text.rstrip("\r\n").split("\t")
            if row == [""]:
                continue
            if len(row) != COLUMNS:
                raise DataError("import-columns", f"{len(row)} columns, expected {COLUMNS}", where=f"{path}:{line}")
            if progress and line % EVERY == 0:
                progress(line)
            yield line, row


def _regions(path: Path, writer: Writer) -> dict[tuple[str, ...], int]:
    """Write countries' first- and second-level regions; their codes → number in the file."""
    numbers: dict[tuple[str, ...], int] = {}
    second: list[tuple[tuple[str, ...], NewPlace]] = []
    for line, row in _rows(path):
        if row[6] != "A" or row[7] not in ("ADM1", "ADM2"):
            continue
        kind = "admin1" if row[7] == "ADM1" else "admin2"
        key: tuple[str, ...] = (row[8], row[10]) if kind == "admin1" else (row[8], row[10], row[11])
        place = _new(row, f"{path}:{line}", kind, None, None, 60.0 if kind == "admin1" else 20.0)
        if place is None or key in numbers:
            continue
        if kind == "admin1":
            numbers[key] = writer.add(place)
        else:
            second.append((key, place))
    for key, place in second:
        if key not in numbers:
            numbers[key] = writer.add(
                NewPlace(
                    place.id, place.name, "admin2", place.lat, place.lon, place.country, numbers.get(key[:2]),
                    population=place.population, radius_km=place.radius_km, names=place.names,
                )
            )  # fmt: skip
    return numbers


def _kind(feature: str, code: str) -> str | None:
    if feature == "P":
        return None if code in ("PPLH", "PPLQ", "PPLW") else "quarter" if code == "PPLX" else "town"
    if feature == "A":
        return "admin3" if code in ("ADM3", "ADM4") else None
    for kind, codes in (
        ("facility", _FACILITIES), ("water", _WATER), ("river", _RIVERS), ("mountains", _MOUNTAINS),
        ("region", _REGIONS),
    ):  # fmt: skip
        if code in codes:
            return kind
    return None


def _place(row: list[str], where: str, regions: dict[tuple[str, ...], int]) -> NewPlace | None:
    kind = _kind(row[6], row[7])
    if kind is None:
        return None
    one, two = regions.get((row[8], row[10])), regions.get((row[8], row[10], row[11]))
    return _new(row, where, kind, one, two, _RADIUS.get(kind, 0.0))


def _new(row: list[str], where: str, kind: str, one: int | None, two: int | None, radius: float) -> NewPlace | None:
    lat, lon = coordinates(row[4], row[5], where)
    population = number(row[14])
    names = tuple(usable([row[2], *row[3].split(",")]))
    if not row[1]:
        return None
    return NewPlace(
        f"geonames:{row[0]}", row[1], kind, lat, lon, countries.alpha3_of(row[8]), one, two, population,
        radius or town_radius(population), names,
    )  # fmt: skip
