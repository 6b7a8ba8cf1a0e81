"""``hearsay gazetteer``: the place data in use, to list, look up, import, download and remove."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hearsay.cli.group import FAILED
from hearsay.cli.output import STDOUT, say, write

app = typer.Typer(help="Place data: list, lookup, import, get, remove.", no_args_is_help=True)
_GEONAMES = "https://download.geonames.org/export/dump/{}.zip"
_EVERYWHERE = "allCountries"
_SECONDS = 3600.0
_MOST_BYTES = 1024**3
"""The dump of all countries is some 400 MB, the largest of one (the United States) some 70."""


class Source(StrEnum):
    """What kind of file is imported."""

    GEONAMES = "geonames"
    WOF = "wof"
    PCODES = "pcodes"
    CSV = "csv"


@app.command("list")
def list_files() -> None:
    """List the gazetteer files of the data folder: label, places, source, licence, file; one a line, tab-separated."""
    from hearsay.config import data_folder
    from hearsay.places.schema import files, label_of, rows

    lines = []
    for path in files(data_folder()):
        meta = {str(key): str(value) for key, value in rows(path, "SELECT key, value FROM meta")}
        (count,) = rows(path, "SELECT count(*) FROM place")[0]
        lines.append("\t".join((label_of(path), str(count), meta["source"], meta["licence"], path.name)))
    write(["".join(f"{line}\n" for line in lines)], STDOUT)
    if not lines:
        say("no gazetteer yet: the built-in one is compiled when it is first used")


@app.command()
def lookup(
    name: Annotated[
        str, typer.Argument(help="A place name, in any spelling and in Latin, Arabic, Cyrillic or Hebrew.")
    ],
    near: Annotated[str, typer.Option(help="LAT,LON: put what is nearest to this point first.")] = "",
    most: Annotated[int, typer.Option(help="How many to show.")] = 10,
) -> None:
    """Show what a name can mean: name, kind, country, region, point, and why it was found; tab-separated."""
    from hearsay.places import Gazetteer
    from hearsay.places.geometry import distance_km

    point = _point(near) if near else None
    found = list(Gazetteer.open().lookup(name))
    if point is not None:
        found.sort(key=lambda e: distance_km(*point, e.lat, e.lon) if e.lat is not None and e.lon is not None else 1e9)
    lines = []
    for entry in found[: max(1, most)]:
        how = "same name" if entry.similarity >= 1 else f"like {entry.matched} ({entry.similarity:.2f})"
        where = "" if entry.lat is None else f"{entry.lat:.4f},{entry.lon:.4f}"
        away = ""
        if point is not None and entry.lat is not None and entry.lon is not None:
            away = f"{distance_km(*point, entry.lat, entry.lon):.0f} km"
        cells = (entry.name, entry.kind, entry.country or "", entry.admin1 or "", entry.admin2 or "", where, entry.id)
        lines.append("\t".join((*cells, f"{entry.population} people", how, away)).rstrip())
    write(["".join(f"{line}\n" for line in lines)], STDOUT)
    if not lines:
        say(f"{name}: not in the gazetteer")
        raise typer.Exit(FAILED)


@app.command("import")
def import_file(
    source: Annotated[Source, typer.Argument(help="What kind of file it is.")],
    paths: Annotated[list[Path], typer.Argument(help="SY.zip, wof_sy.tsv.gz, a p-code CSV, or any CSV.")],
    column: Annotated[list[str] | None, typer.Option(help="For csv: FIELD=COLUMN, for instance name=Place.")] = None,
    country: Annotated[str, typer.Option(help="For csv: the country of rows without one.")] = "",
    licence: Annotated[str, typer.Option(help="For csv: the licence of the data.")] = "not stated",
) -> None:
    """Import place data into the data folder. A file that cannot be imported leaves what was there untouched."""
    from hearsay.config import data_folder
    from hearsay.places.import_csv import import_csv, import_pcodes
    from hearsay.places.import_geonames import import_geonames
    from hearsay.places.import_wof import import_wof

    for path in paths:
        tell = _teller(path.name)
        if source is Source.CSV:
            columns = dict(_pair(text) for text in column or [])
            written = import_csv(
                path,
                data_folder(),
                columns,
                label=path.stem.lower(),
                country=country or None,
                licence=licence,
                progress=tell,
            )
        else:
            load = {Source.GEONAMES: import_geonames, Source.WOF: import_wof, Source.PCODES: import_pcodes}[source]
            written = load(path, data_folder(), tell)
        say(f"{path.name}: {written.name}")


@app.command()
def get(
    country: Annotated[str, typer.Argument(help="A country (SY, SYR or Syria), or allCountries.")],
    url: Annotated[str, typer.Option(help="Where the dump is, instead of GeoNames' own server.")] = "",
) -> None:
    """Download a country's GeoNames dump, or that of all countries, and import it."""
    import tempfile

    from hearsay.config import data_folder
    from hearsay.errors import InputError
    from hearsay.pages.fetch import Fetcher
    from hearsay.places.countries import alpha2_of
    from hearsay.places.import_geonames import import_geonames

    code = _EVERYWHERE if country.lower() == _EVERYWHERE.lower() else alpha2_of(country)
    if code is None:
        raise InputError("no-country", f"no country: {country}", hint="Use ISO codes or an English name.")
    at = url or _GEONAMES.format(code)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{code}.zip"
        say(f"downloading {at}")
        with path.open("wb") as file:
            Fetcher(seconds=_SECONDS).download(at, file, _MOST_BYTES)
        written = import_geonames(path, data_folder(), _teller(path.name))
    say(f"{code}: {written.name}")


@app.command()
def remove(label: Annotated[str, typer.Argument(help="A label that `hearsay gazetteer list` shows.")]) -> None:
    """Remove an imported gazetteer file."""
    from hearsay.config import data_folder
    from hearsay.places.schema import remove as remove_file

    if not remove_file(data_folder(), label):
        say(f"{label}: no such file; see `hearsay gazetteer list`")
        raise typer.Exit(FAILED)


def _point(text: str) -> tuple[float, float]:
    lat, _, lon = text.partition(",")
    try:
        return float(lat), float(lon)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not LAT,LON") from error


def _pair(text: str) -> tuple[str, str]:
    field, sign, column = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"{text} is not FIELD=COLUMN")
    return field, column


def _teller(name: str) -> Callable[[int], None] | None:
    """Progress on a terminal's stderr; none elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(count: int) -> None:
        sys.stderr.write(f"\r{name}: {count:,} rows")
        sys.stderr.flush()

    return tell
