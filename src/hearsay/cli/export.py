"""``hearsay export``: a database in the forms that others read."""

from __future__ import annotations

import sys
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.code import known_rule
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT, say, write

if TYPE_CHECKING:
    from hearsay.incidents.dataset import Dataset


class Format(StrEnum):
    """The forms; each is described in the guide."""

    incidents_csv = "incidents.csv"
    claims_csv = "claims.csv"
    tombstones_csv = "tombstones.csv"
    xlsx = "xlsx"
    jsonl = "jsonl"
    geojson = "geojson"
    geoparquet = "geoparquet"
    acled_layout = "acled-layout"
    ged_layout = "ged-layout"
    plover = "plover"
    hxl = "hxl"
    datapackage = "datapackage"


def export(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help=", ".join(Format))],
    db: Db = DEFAULT_DB,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    force: Annotated[bool, typer.Option("--force", help="Replace the output file if it is there.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="STATE|DAY",
            help="Only what changed since the state that an earlier export named, or what was reported from a day on.",
        ),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            callback=lambda name: name and known_rule(name),
            metavar="NAME",
            help="How tolls are estimated. Default: stated; in ACLED's and UCDP's layouts theirs.",
            show_default=False,
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """Write the incidents and claims of a database in one of the forms that analysts use."""
    from hearsay.errors import OutputError
    from hearsay.publish.formats import FORMATS
    from hearsay.publish.publication import publication
    from hearsay.store import open_database
    from hearsay.store.dataset import dataset

    chosen = FORMATS[format_]
    if chosen.binary and output == STDOUT and sys.stdout.isatty():
        hint = f"Name a file: --output incidents.{format_}"
        raise OutputError("output-binary", f"{format_} is no text for a terminal", hint=hint)
    with open_database(db) as database, database.reading() as connection:
        found = _credited(dataset(connection, since))
        shown = publication(found, rule=rule or chosen.rule, names=names)
        left_out: Counter[str] = Counter()
        write(chosen.write(shown, left_out), output, replace=force)
    for reason, many in sorted(left_out.items(), key=lambda item: (-item[1], item[0])):
        say(f"left out {many}: {reason}")
    if output != STDOUT:
        say(f"written: state {found.seq}; `--since {found.seq}` will give what changes after it")
    if since is not None and found.tombstones and format_ not in _WITH_TOMBSTONES:
        say(f"{len(found.tombstones)} ids went out of use: `hearsay export tombstones.csv --since {since}`")


_WITH_TOMBSTONES = (Format.tombstones_csv, Format.xlsx, Format.jsonl, Format.datapackage)


def _credited(found: Dataset) -> Dataset:
    """With the licences of the place data that its coders used."""
    from dataclasses import replace

    from hearsay.incidents.dataset import Credit
    from hearsay.places.credits import credits_of

    gazetteers = dict.fromkeys(coder.gazetteer for coder in found.coders)
    credited = dict.fromkeys(credit for gazetteer in gazetteers for credit in credits_of(gazetteer))
    return replace(
        found, credits=tuple(Credit(name=name, licence=licence, attribution=said) for name, licence, said in credited)
    )
