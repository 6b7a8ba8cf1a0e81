"""Totals over periods are not added to what they hold."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import insert, select

from hearsay.store import IncidentQuery, open_database, overview, tables


def killed(database: Path) -> tuple[int, float]:
    with open_database(database) as opened, opened.reading() as db:
        days = overview.days(db, IncidentQuery())
        return sum(day.incidents for day in days), sum(day.killed_low for day in days)


def test_a_total_counts_as_an_incident_but_not_its_dead(tmp_path: Path, demo: Path) -> None:
    path = tmp_path / "hearsay.db"
    shutil.copy(demo, path)
    incidents, before = killed(path)
    toll = tables.incident_tolls.c
    with open_database(path, write=True) as opened, opened.writing() as db:
        told = select(toll.incident, toll.killed_low).where(toll.rule == "stated", toll.killed_low > 0)
        some = db.execute(told.order_by(toll.incident)).first()
        assert some is not None
        home = tables.incident_reports.c
        report = db.execute(select(home.report).where(home.incident == some.incident)).scalars().first()
        db.execute(insert(tables.held), [{"episode": report, "event": report}])
    assert killed(path) == (incidents, before - some.killed_low)
