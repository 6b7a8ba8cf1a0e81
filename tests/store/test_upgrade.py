"""A database of each earlier step is brought up to date with what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, create_engine, insert

from hearsay.store import IncidentQuery, list_incidents, open_database
from hearsay.store.migrate import upgrade

_INCIDENT = {
    "id": "inc-1", "minted": 1, "changed": 1, "first_day": "2019-06-09", "last_day": "2019-06-09", "lat": 35.77,
    "lon": 36.6, "place": "Ariha", "where_words": "ariha", "type": "ASSAULT", "status": "occurred",
    "corroboration": "single", "credibility": 3, "disputed": False, "disputes": "", "articles": 1, "leads": 1,
    "outlets": 1, "origins": 1, "record": "{}",
}  # fmt: skip


@pytest.fixture
def first(path: Path) -> Path:
    """A database of the first step: an incident with a toll under two rules, and one without any."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        upgrade(db, str(path), target="0001")
    with engine.begin() as db:
        _fill(db)
    engine.dispose()
    return path


def _fill(db: Connection) -> None:
    there = MetaData()
    there.reflect(db)
    incidents, tolls = there.tables["incidents"], there.tables["incident_tolls"]
    db.execute(insert(there.tables["changes"]), [{"seq": 1}])
    db.execute(insert(incidents), [_INCIDENT, {**_INCIDENT, "id": "inc-2"}])
    db.execute(
        insert(tolls),
        [
            {"incident": "inc-1", "rule": "acled-style", "killed_low": 9, "killed_best": 9, "killed_high": 9},
            {"incident": "inc-1", "rule": "stated", "killed_low": 9, "killed_best": 12, "killed_high": None},
        ],
    )


def test_the_first_step_knew_no_toll_at_a_glance(first: Path) -> None:
    with open_database(first, write=True) as database, database.reading() as db:
        (found,) = list_incidents(db, IncidentQuery(killed_at_least=12))
        every = list_incidents(db, IncidentQuery(order="-killed"))
    assert (found.killed_low, found.killed_best, found.killed_high) == (9, 12, None)
    assert [row.id for row in every] == ["inc-1", "inc-2"]


def test_it_has_the_tables_of_a_new_one(first: Path, tmp_path: Path) -> None:
    assert _made(first) == _made(tmp_path / "new.db")


def _made(path: Path) -> list[tuple[str, ...]]:
    with open_database(path, write=True) as database, database.reading() as db:
        return [tuple(row) for row in db.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY 1").all()]
