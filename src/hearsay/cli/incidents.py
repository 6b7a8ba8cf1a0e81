"""``hearsay incidents``: the incidents of a database, as a table or for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hearsay.cli.code import known_rule
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT, colour, say, width, write

if TYPE_CHECKING:
    from hearsay.publish.publication import Publication
    from hearsay.store import IncidentQuery


SHOWN = 50
"""Incidents in a table where no limit is given; other programs get all."""


class Format(StrEnum):
    """How the list is written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def incidents(
    db: Db = DEFAULT_DB,
    first_day: Annotated[str | None, typer.Option("--from", metavar="DAY", help="On that day or later.")] = None,
    last_day: Annotated[str | None, typer.Option("--to", metavar="DAY", help="On that day or earlier.")] = None,
    country: Annotated[list[str] | None, typer.Option(help="A country: SYR, SY or Syria. May be repeated.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of the name of a place or region.")] = None,
    event: Annotated[list[str] | None, typer.Option(help="PLOVER's type, for instance ASSAULT.")] = None,
    sub_event: Annotated[list[str] | None, typer.Option(help="ACLED's sub-event type.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="occurred, planned, denied …")] = None,
    actor: Annotated[str | None, typer.Option(help="Part of a party's name, or its id, on either side.")] = None,
    origin: Annotated[str | None, typer.Option(help="Part of the name of who says so.")] = None,
    grade: Annotated[list[str] | None, typer.Option(help="single, one_origin, several_origins …")] = None,
    credibility: Annotated[int | None, typer.Option(min=1, max=6, help="At least as good: 1 is best.")] = None,
    killed: Annotated[float | None, typer.Option(min=0, help="At least so many, by the rule.")] = None,
    disputed: Annotated[bool | None, typer.Option("--disputed/--undisputed", help="Contradicted or not.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what articles only tell in passing.")] = False,
    rule: Annotated[str, typer.Option(callback=known_rule, metavar="NAME", help="How tolls are estimated.")] = "stated",
    order: Annotated[str, typer.Option(help="day, killed or reported; -day: the latest first.")] = "-day",
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many. Default: 50 in a table.")] = None,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl otherwise.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """List incidents: what, where, when, the toll as a range, who says so, how sure it is, what is disputed."""
    from hearsay.publish.publication import publication
    from hearsay.store import count_incidents, open_database
    from hearsay.store.dataset import selection

    to_terminal = output == STDOUT and sys.stdout.isatty()
    chosen = output_format or (Format.table if to_terminal else Format.jsonl)
    if limit is None and chosen is Format.table:
        limit = SHOWN
    query = _query(
        first_day=first_day, last_day=last_day, countries=[country_code(name) for name in country or []], place=place,
        types=event or [], sub_types=sub_event or [], statuses=status or [], actor=actor, origin=origin,
        grades=grade or [], credibility=credibility, killed_at_least=killed, disputed=disputed, main=not everything,
        rule=rule, order=order, limit=limit,
    )  # fmt: skip
    with open_database(db) as database, database.reading() as connection:
        shown = publication(selection(connection, query), rule=rule, names=names)
        write(_pieces(shown, chosen), output)
        there, deadly = (count_incidents(connection, asked) for asked in (query, _deadly(query)))
        every = query.model_copy(update={"main": False})
        told, told_deadly = (count_incidents(connection, asked) for asked in (every, _deadly(every)))
    say(_remark(min(there, limit or there), there, told - there, told_deadly - deadly))


def _deadly(query: IncidentQuery) -> IncidentQuery:
    """Those of them in which somebody is said to have died."""
    return query.model_copy(update={"killed_at_least": max(1, query.killed_at_least or 0)})


def _remark(shown: int, there: int, in_passing: int, deadly: int) -> str:
    """``deadly``: of those told in passing, which a list should not hide unsaid."""
    parts = [f"{shown} {'incident' if shown == 1 else 'incidents'}"]
    parts += [f" of {there}; more with --limit"] if shown < there else []
    dead = f", {deadly} of them with dead" if deadly else ""
    parts += [f"; {in_passing} more are told in passing{dead}: --all"] if in_passing else []
    return "".join(parts)


def _query(**asked: Any) -> IncidentQuery:
    from pydantic import ValidationError

    from hearsay.store import IncidentQuery

    try:
        return IncidentQuery.model_validate(asked)
    except ValidationError as error:
        first = error.errors()[0]
        raise typer.BadParameter(f"{first['input']!r}: {first['msg'].lower()}") from error


def country_code(name: str) -> str:
    """ISO alpha-3 of a country by its name or either code. BadParameter where there is none."""
    from hearsay.places.countries import alpha2_of, alpha3_of

    code = alpha3_of(alpha2_of(name) or "")
    if code is None:
        raise typer.BadParameter(f"no country: {name}")
    return code


def _pieces(shown: Publication, chosen: Format) -> Iterator[str]:
    from hearsay.publish.csv import table_csv
    from hearsay.publish.incident_table import incident_table
    from hearsay.publish.jsonl import incidents_jsonl
    from hearsay.publish.tables import TABLES

    match chosen:
        case Format.jsonl:
            return incidents_jsonl(shown)
        case Format.csv:
            table = TABLES["incidents"]
            return table_csv(table.columns, table.rows(shown))
        case Format.table:
            return incident_table(shown, width=width(), colour=colour())
