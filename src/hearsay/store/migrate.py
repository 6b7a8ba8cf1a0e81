"""Brings a database to this version's tables: all steps in one transaction, or none."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from hearsay.errors import StoreError

HEAD = "0002"
"""The newest step in ``migrations/versions``. Steps are numbered, so that a newer database is known as such."""
VERSION_TABLE = "hearsay_version"
STEPS = Path(__file__).parent / "migrations"


def version_of(connection: Connection, where: str) -> str | None:
    """The step that the database is at; None where it is empty. StoreError where it is somebody else's."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return str(connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one())  # noqa: S608
    if not tables:
        return None
    raise StoreError(
        "database-foreign",
        "this database is not one of Hearsay's",
        where=where,
        hint="Name another file with --db.",
    )


def check(version: str | None, where: str) -> None:
    """Refuse a database that this version cannot read as it is."""
    if version == HEAD:
        return
    if version is None:
        raise StoreError(
            "database-empty", "nothing was ingested into it", where=where, hint="`hearsay ingest` fills it."
        )
    if version > HEAD:
        raise _newer(where)
    raise StoreError(
        "database-older",
        "it was made by an older version of Hearsay",
        where=where,
        hint="The next `hearsay ingest` brings it up to date.",
    )


def upgrade(connection: Connection, where: str, *, target: str = HEAD, steps: Path = STEPS) -> None:
    """Take the steps from the database's version to ``target``, within the caller's transaction."""
    version = version_of(connection, where)
    if version == target:
        return
    if version is not None and version > target:
        raise _newer(where)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _newer(where: str) -> StoreError:
    return StoreError(
        "database-newer",
        "it was made by a newer version of Hearsay",
        where=where,
        hint="Update Hearsay; an older version would not understand what is in it.",
    )
