"""All that a database holds, to compare two of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from hearsay.incidents.records import LinkedIncident
from hearsay.store import Database, IncidentQuery, read, tables


def everything(database: Database) -> dict[str, list[Any]]:
    """Every row of every table."""
    with database.reading() as db:
        return {
            table.name: sorted(map(tuple, db.execute(select(table))), key=repr)
            for table in tables.metadata.sorted_tables
        }


def partition(db: Connection) -> list[tuple[str, ...]]:
    """The sets of reports that are one incident."""
    return sorted(incident.reports for incident in read.full_incidents(db, IncidentQuery()))


def told(db: Connection) -> list[LinkedIncident]:
    """The incidents without their ids, which depend on what came first."""
    found = []
    for incident in read.full_incidents(db, IncidentQuery()):
        inner = incident.incident.model_copy(update={"id": ""})
        found.append(incident.model_copy(update={"id": "", "incident": inner, "contains": ()}))
    return sorted(found, key=lambda incident: incident.reports)
