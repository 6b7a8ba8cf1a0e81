"""``hearsay report``: a situation report of a period, or of one incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.answers import Force, Names, Output
from hearsay.cli.code import known_rule
from hearsay.cli.database import DEFAULT_DB, Db, incident_called
from hearsay.cli.incidents import country_code
from hearsay.cli.output import STDOUT, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.incidents.dataset import Dataset
    from hearsay.publish.report import SituationReport


class Format(StrEnum):
    """How the report is written."""

    html = "html"
    text = "text"


def report(
    first_day: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DAY", help="On that day or later.")
    ] = None,
    last_day: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DAY", help="On that day or earlier.")
    ] = None,
    incident: Annotated[str | None, typer.Option(help="One incident, by its id or the start of it.")] = None,
    country: Annotated[list[str] | None, typer.Option(help="A country: SYR, SY or Syria. May be repeated.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what articles only tell in passing.")] = False,
    db: Db = DEFAULT_DB,
    rule: Annotated[str, typer.Option(callback=known_rule, metavar="NAME", help="How tolls are estimated.")] = "stated",
    output_format: Annotated[
        Format, typer.Option("--format", "-f", help="html to print, or plain text.")
    ] = Format.text,
    output: Output = STDOUT,
    force: Force = False,
    names: Names = False,
) -> None:
    """Write up a period, or one incident: what happened by day and place, tolls, disputes, who says so, sources."""
    from hearsay.publish.publication import publication
    from hearsay.publish.report import period_title, situation_report
    from hearsay.store import open_database

    if incident is not None and (first_day or last_day or country):
        raise typer.BadParameter("--incident is one incident, whatever its day and country")
    first, last = (day.date().isoformat() if day else None for day in (first_day, last_day))
    with open_database(db) as database, database.reading() as connection:
        if incident is None:
            found, title = (
                _period(connection, first, last, country or [], everything=everything),
                period_title(first, last),
            )
        else:
            found = incident_called(connection, incident, db)
            title = f"Incident report: {', '.join(linked.id for linked in found.incidents)}"
        shown = publication(found, rule=rule, names=names)
        written = situation_report(shown, title)
    write(_pieces(written, output_format), output, replace=force)


def _period(
    db: Connection, first_day: str | None, last_day: str | None, countries: list[str], *, everything: bool
) -> Dataset:
    from hearsay.store import IncidentQuery
    from hearsay.store.dataset import selection

    codes = tuple(country_code(name) for name in countries)
    query = IncidentQuery(first_day=first_day, last_day=last_day, countries=codes, main=not everything, order="day")
    return selection(db, query)


def _pieces(written: SituationReport, form: Format) -> Iterator[str]:
    from hearsay.publish.report import report_html, report_text

    return report_html(written) if form is Format.html else report_text(written)
