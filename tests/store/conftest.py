"""A database of its own for each test, and incidents made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hearsay.incidents.records import Grade, IncidentOrigin, LinkedIncident, RuleEstimate
from hearsay.records import Coding, Incident
from hearsay.store import Database, open_database
from hearsay.store.codings import add_coding, next_change
from hearsay.store.incidents import put_incidents, settle
from hearsay.store.links import report_numbers

Linked = Callable[..., LinkedIncident]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database is, or will be."""
    return tmp_path / "hearsay.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An empty database, open for writing."""
    with open_database(path, write=True) as opened:
        yield opened


def linked(incident: Incident, id_: str, reports: tuple[str, ...] = ()) -> LinkedIncident:
    """An incident over several articles, with the parts that a list shows."""
    toll = incident.killed
    return LinkedIncident(
        id=id_,
        incident=incident.model_copy(update={"id": id_}),
        reports=reports or (incident.id,),
        origins=tuple(
            IncidentOrigin(key=origin.name.lower(), name=origin.name, claims=origin.claims, outlets=())
            for origin in incident.origins
        ),
        estimates=(RuleEstimate(rule="stated", version=1, killed=toll),),
        grade=Grade(corroboration="disputed", credibility=3, reason="They contradict each other."),
        first_reported="2019-06-10",
        last_reported="2019-06-10",
    )


@pytest.fixture
def filled(database: Database, coding: Coding) -> Database:
    """One article, and its one incident as ``inc-1``."""
    with database.writing() as db:
        seq = next_change(db)
        number = add_coding(db, coding, seq).number
        reports = report_numbers(db, number)
        members = {"inc-1": list(reports.values())}
        settle(db, members, {}, seq)
        put_incidents(db, {"inc-1": linked(coding.incidents[0], "inc-1")}, members, seq)
    return database
