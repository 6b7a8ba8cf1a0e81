"""``hearsay compare``: a database beside another data set."""

from __future__ import annotations

import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.code import known_rule
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT, colour, say, width, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.publish.comparison import Comparison


class Format(StrEnum):
    """How the comparison is written."""

    table = "table"
    csv = "csv"
    json = "json"


def compare(
    other: Annotated[
        Path, typer.Argument(metavar="OTHER.csv", help="ACLED, UCDP GED, or incidents.csv: known by its header.")
    ],
    db: Db = DEFAULT_DB,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, csv otherwise.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    force: Annotated[bool, typer.Option("--force", help="Replace the output file if it is there.")] = False,
    rule: Annotated[
        str | None,
        typer.Option(
            callback=lambda name: name and known_rule(name),
            metavar="NAME",
            help="How our tolls are estimated. Default: as the other data set does it.",
            show_default=False,
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """Show what a database and another data set have in common, what each has alone, and where they differ."""
    from hearsay.publish.comparison import compare as compared
    from hearsay.publish.comparison import our_events, read_events
    from hearsay.publish.incident_rows import incident_rows
    from hearsay.publish.publication import publication
    from hearsay.store import open_database
    from hearsay.store.dataset import dataset

    skipped: Counter[str] = Counter()
    layout, theirs = read_events(other, skipped)
    _remark(skipped, str(other))
    with open_database(db) as database, database.reading() as connection:
        shown = publication(dataset(connection), rule=rule or layout.rule, names=names)
        left_out: Counter[str] = Counter()
        ours = our_events(incident_rows(shown), left_out, deadly=layout.deadly)
    _remark(left_out, db)
    chosen = output_format or (Format.table if output == STDOUT and sys.stdout.isatty() else Format.csv)
    write(_pieces(compared(ours, theirs), layout.name, chosen), output, replace=force)


def _pieces(found: Comparison, other: str, chosen: Format) -> Iterator[str]:
    from hearsay.publish.comparison import COLUMNS, comparison_rows, summary, table
    from hearsay.publish.csv import table_csv
    from hearsay.publish.jsonl import to_json

    match chosen:
        case Format.table:
            yield table(found, other, width=width(), colour=colour())
        case Format.csv:
            yield from table_csv(COLUMNS, comparison_rows(found))
        case Format.json:
            yield to_json({"other": other, "summary": summary(found, other), "events": list(comparison_rows(found))})
            yield "\n"


def _remark(left_out: Counter[str], where: str) -> None:
    for reason, many in sorted(left_out.items(), key=lambda item: (-item[1], item[0])):
        say(f"{where}: not compared {many}: {reason}")
