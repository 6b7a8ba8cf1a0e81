"""Import of any CSV with a map of its columns, and of OCHA's p-codes."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from hearsay.errors import DataError
from hearsay.places import countries
from hearsay.places.builtin import town_radius
from hearsay.places.packs import EVERY, Progress, coordinates, deduplicated, lines_of, number, open_text, usable
from hearsay.places.schema import KINDS, NewPlace, Writer

FIELDS = ("id", "name", "lat", "lon", "kind", "country", "admin1", "admin2", "population", "names")
"""What a column can be mapped to. ``name``, ``lat`` and ``lon`` must be; ``names`` are further names, ``|`` between."""

PCODES_META = {
    "source": "OCHA p-codes",
    "licence": "CC BY-IGO",
    "attribution": "P-codes from OCHA common operational datasets, CC BY-IGO.",
}


def import_csv(
    path: Path,
    folder: Path,
    columns: Mapping[str, str],
    *,
    label: str,
    country: str | None = None,
    licence: str = "not stated",
    attribution: str = "",
    progress: Progress | None = None,
) -> Path:
    """Import a CSV (comma, semicolon or tab; with a header) into ``folder``; returns the gazetteer file written.

    ``columns`` maps FIELDS to the file's own column names; ``country`` (alpha-2 or alpha-3) holds for rows without
    one. Regions named in ``admin1`` and ``admin2`` are made from the rows that name them.
    DataError with the line's number for what cannot be read; nothing that was there before is touched then.
    """
    unknown = sorted(set(columns) - set(FIELDS)) + [f for f in ("name", "lat", "lon") if f not in columns]
    if unknown:
        raise DataError(
            "import-columns",
            f"the column map lacks or does not know: {', '.join(unknown)}",
            hint=f"Fields: {', '.join(FIELDS)}.",
        )
    meta = {"source": path.name, "licence": licence, "attribution": attribution or f"Place data from {path.name}."}
    fixed = _code(country) if country else None
    if fixed:
        meta["country"] = fixed
    rows = list(_rows(path, columns, progress))
    if not rows:
        raise DataError("import-empty", "no rows in the file", where=str(path))
    with Writer(folder, f"csv-{label}", meta) as writer:
        numbers: dict[tuple[str | None, ...], int] = {}
        places = [_place(row, where, label, fixed, writer, numbers) for where, row in rows]
        for place in deduplicated(places):
            writer.add(place)
    if writer.path is None:
        raise DataError("gazetteer-unwritable", "nothing was written", where=str(folder))
    return writer.path


def _rows(path: Path, columns: Mapping[str, str], progress: Progress | None) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each row stands and its cells by field."""
    with open_text(path) as file:
        lines = lines_of(path, file)
        header = next(lines, "")
        delimiter = max(",;\t", key=header.count)
        names = next(csv.reader([header.lstrip("\ufeff")], delimiter=delimiter), [])
        missing = [column for column in columns.values() if column not in names]
        if missing:
            raise DataError("import-columns", f"no column {', '.join(missing)}", where=f"{path}:1")
        at = {field: names.index(column) for field, column in columns.items()}
        reader = csv.reader(lines, delimiter=delimiter)
        for row in reader:
            where = f"{path}:{reader.line_num + 1}"
            if not row:
                continue
            if len(row) < len(names):
                raise DataError("import-columns", f"{len(row)} columns, expected {len(names)}", where=where)
            if progress and reader.line_num % EVERY == 0:
                progress(reader.line_num)
            yield where, {field: row[k].strip() for field, k in at.items()}


def _place(
    row: dict[str, str],
    where: str,
    label: str,
    fixed: str | None,
    writer: Writer,
    numbers: dict[tuple[str | None, ...], int],
) -> NewPlace:
    lat, lon = coordinates(row["lat"], row["lon"], where)
    kind = row.get("kind") or "town"
    if kind not in KINDS:
        raise DataError(
            "import-kind", f"no kind of place: {kind[:40]!r}", where=where, hint=f"Kinds: {', '.join(KINDS)}."
        )
    if not row["name"]:
        raise DataError("import-name", "a row without a name", where=where)
    country = _code(row["country"], where) if row.get("country") else fixed
    one = _region(writer, numbers, label, country, row.get("admin1", ""), None)
    two = _region(writer, numbers, label, country, row.get("admin2", ""), one)
    population = number(row.get("population", ""))
    return NewPlace(
        row.get("id") or f"{label}:{where.rpartition(':')[2]}", row["name"], kind, lat, lon, country, one, two,
        population, town_radius(population), tuple(usable(row.get("names", "").split("|"))),
    )  # fmt: skip


def _region(
    writer: Writer,
    numbers: dict[tuple[str | None, ...], int],
    label: str,
    country: str | None,
    name: str,
    above: int | None,
) -> int | None:
    """The number of a region of the file, made when it is first named. It has no point of its own."""
    if not name:
        return None
    key = (country, name, str(above))
    if key not in numbers:
        kind = "admin1" if above is None else "admin2"
        numbers[key] = writer.add(
            NewPlace(f"{label}:{kind}/{name}", name, kind, None, None, country, above, radius_km=30.0)
        )
    return numbers[key]


def _code(country: str, where: str | None = None) -> str:
    code = country.upper() if country.upper() in countries.all_countries() else None
    found = code or countries.alpha3_of(country) or countries.country_named(country)
    if found is None:
        raise DataError(
            "import-country", f"no country: {country[:40]!r}", where=where, hint="Use ISO alpha-2 or alpha-3."
        )
    return found


def import_pcodes(path: Path, folder: Path, progress: Progress | None = None) -> Path:
    """Import OCHA's global p-codes (``Location,Admin Level,P-Code,Name,Parent P-Code``) into ``folder``.

    P-codes have no points: they give regions that another source places a second name and their p-code as an id.
    """
    columns = ("Location", "Admin Level", "P-Code", "Name", "Parent P-Code")
    numbers: dict[str, int] = {}
    with Writer(folder, "pcodes", PCODES_META) as writer, open_text(path) as file:
        reader = csv.DictReader(lines_of(path, file))
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise DataError("import-columns", f"no column {', '.join(missing)}", where=f"{path}:1")
        for row in reader:
            where = f"{path}:{reader.line_num}"
            if row["Parent P-Code"] is None or row["Admin Level"] not in ("1", "2", "3", "4"):
                raise DataError("import-columns", "not a row of p-codes", where=where)
            if progress and reader.line_num % EVERY == 0:
                progress(reader.line_num)
            if row["Admin Level"] in ("1", "2") and row["Location"] in countries.all_countries():
                above, kind = numbers.get(row["Parent P-Code"]), f"admin{row['Admin Level']}"
                place = NewPlace(f"pcode:{row['P-Code']}", row["Name"], kind, None, None, row["Location"], above)
                numbers[row["P-Code"]] = writer.add(place)
        if not writer.count:
            raise DataError("import-empty", "no p-codes in the file", where=str(path))
    if writer.path is None:
        raise DataError("gazetteer-unwritable", "nothing was written", where=str(folder))
    return writer.path
