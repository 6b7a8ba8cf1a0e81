"""The option that names the database, and an incident found in it: the same for every command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.incidents.dataset import Dataset

Db = Annotated[str, typer.Option("--db", envvar="HEARSAY_DB", metavar="FILE", help="The database.")]
DEFAULT_DB = "hearsay.db"


def incident_called(connection: Connection, wanted: str, db: str) -> Dataset:
    """The incident of that id, or the only one whose id begins so. InputError ``incident-ambiguous``, StoreError."""
    from hearsay.errors import InputError
    from hearsay.store import read
    from hearsay.store.dataset import of_incident

    ids = read.find_incidents(connection, wanted)
    if len(ids) > 1 and wanted not in ids:
        hint = "Give more of the id; `hearsay incidents` lists them."
        raise InputError("incident-ambiguous", f"several incidents begin with {wanted!r}", where=db, hint=hint)
    linked = read.incident(connection, wanted if wanted in ids or not ids else ids[0])
    return of_incident(connection, linked)
