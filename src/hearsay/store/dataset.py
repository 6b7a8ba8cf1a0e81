"""What is published from a database: everything, or what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy import Connection, func, select

from hearsay.errors import StoreError
from hearsay.incidents.dataset import Dataset, Tombstone
from hearsay.incidents.records import LinkedIncident
from hearsay.records import Coder, Coding
from hearsay.store import tables
from hearsay.store.codings import last_change
from hearsay.store.links import batches
from hearsay.store.query import STATED, IncidentQuery, incident_ids
from hearsay.store.read import coding, current_codings, full_incidents, tombstones

T = TypeVar("T")


def dataset(db: Connection, since: str | None = None) -> Dataset:
    """The database as it stands in this transaction, or what changed ``since``.

    ``since`` is the number of a change (what the last export called ``seq``: incidents changed after it), or an ISO
    day: incidents that an article of that day or later reports, or that an ingest given such a date changed; of the
    tombstones, those that no ingest with an earlier date made.
    StoreError ``since-unreadable``.
    """
    number, day = _read(since)
    query = IncidentQuery(order="day", changed_since=number, reported_since=day)
    gone = tombstones(db, _last_before(db, day) if day else number or 0)
    return _dataset(db, query, since=since, gone=gone, all_codings=since is None)


def selection(db: Connection, query: IncidentQuery) -> Dataset:
    """The incidents asked for, and the codings that tell of them."""
    return _dataset(db, query)


def of_incident(db: Connection, linked: LinkedIncident) -> Dataset:
    """One incident, and the codings that tell of it."""
    return Dataset(
        incidents=(linked,),
        codings=_Again(lambda: (coding(db, n) for n in telling(db, [linked.id]))),
        coders=_coders(db),
        rule=STATED,
        seq=last_change(db),
    )


def _dataset(
    db: Connection,
    query: IncidentQuery,
    *,
    since: str | None = None,
    gone: tuple[Tombstone, ...] = (),
    all_codings: bool = False,
) -> Dataset:
    def codings() -> Iterator[Coding]:
        if all_codings:
            return current_codings(db)
        ids = [id_ for (id_,) in db.execute(incident_ids(query))]
        return (coding(db, n) for n in telling(db, ids))

    return Dataset(
        incidents=_Again(lambda: full_incidents(db, query)),
        codings=_Again(codings),
        coders=_coders(db),
        rule=STATED,
        seq=last_change(db),
        since=since,
        tombstones=gone,
    )


def _read(since: str | None) -> tuple[int | None, str | None]:
    """The number of a change, or a day."""
    if since is None:
        return None, None
    if since.isdecimal() and len(since) < 8:
        return int(since), None
    try:
        return None, date.fromisoformat(since).isoformat()
    except ValueError as error:
        hint = "Give the number that the last export named as its state, or a day such as 2024-05-14."
        raise StoreError("since-unreadable", f"{since!r} is no state and no day", hint=hint) from error


def _last_before(db: Connection, day: str) -> int:
    """The last change that was given an earlier date; 0 where none was."""
    query = select(func.coalesce(func.max(tables.changes.c.seq), 0)).where(tables.changes.c.as_of < day)
    return int(db.execute(query).scalar_one())


def telling(db: Connection, incidents: Iterable[str]) -> list[int]:
    """The codings that tell of these incidents, by number."""
    home, report = tables.incident_reports, tables.reports
    query = select(report.c.coding).join(home, home.c.report == report.c.n).distinct()
    found: set[int] = set()
    for some in batches(incidents):
        found.update(db.execute(query.where(home.c.incident.in_(some))).scalars())
    return sorted(found)


def _coders(db: Connection) -> tuple[Coder, ...]:
    """The coders of what is current, in the order in which they came."""
    table = tables.codings
    query = select(tables.coders.c.record).join(table).join(tables.articles, tables.articles.c.current == table.c.n)
    ordered = query.group_by(tables.coders.c.record).order_by(func.min(table.c.n))
    return tuple(map(Coder.model_validate_json, db.execute(ordered).scalars()))


@dataclass(frozen=True, slots=True)
class _Again(Generic[T]):
    """Records that can be gone through again: each time they are read anew."""

    read: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.read()
