"""Many incidents at a glance: clusters for a map, days for a timeline, and what filters can choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Function, Integer, and_, case, cast, func, select

from hearsay.records import Record
from hearsay.store import tables
from hearsay.store.query import IncidentQuery, in_box, killed, narrowed

PUBLIC_KINDS = ("official", "military", "armed_group", "monitor", "agency", "outlet")
"""Kinds of speakers that are institutions: only they are listed."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Incidents that lie in one cell of a grid; its point is their mean. ``id`` and what follows: where it is one."""

    incidents: int
    lat: float
    lon: float
    west: float
    south: float
    east: float
    north: float
    killed_low: float
    disputed: int
    id: str | None = None
    place: str | None = None
    day: str | None = None
    type: str | None = None
    sub_type: str | None = None
    status: str | None = None
    radius_km: float | None = None
    where_precision: int | None = None


class Day(Record):
    """The incidents that began on a day. Tolls leave out totals over periods, which hold other incidents."""

    day: str
    incidents: int
    killed_low: float
    killed_high: float
    """What is unbounded counts with its best or low figure; ``unbounded`` says how many incidents are."""
    unbounded: int


class Totals(Record):
    """All incidents that are asked for, in figures. ``located``: those that a map can show."""

    incidents: int
    located: int
    disputed: int
    first_day: str | None
    last_day: str | None
    west: float | None
    south: float | None
    east: float | None
    north: float | None


class Choice(Record):
    """Something that a filter can choose, and in how many incidents it is."""

    value: str
    name: str
    incidents: int


def clusters(
    db: Connection, query: IncidentQuery, cell: float, seen: tuple[float, float, float, float] | None = None
) -> tuple[Cluster, ...]:
    """The incidents asked for that have a point, by cells of so many degrees; of the box ``seen`` alone."""
    at, toll = tables.incidents.c, killed(query.rule)
    column, row = cast((at.lon + 180) / cell, Integer), cast((at.lat + 90) / cell, Integer)
    many = func.count()
    single = {
        "id": at.id, "place": at.place, "day": at.first_day, "type": at.type, "sub_type": at.acled_sub_type,
        "status": at.status, "radius_km": at.radius_km, "where_precision": at.where_precision,
    }  # fmt: skip
    chosen = select(
        many.label("incidents"),
        func.avg(at.lat).label("lat"),
        func.avg(at.lon).label("lon"),
        func.min(at.lon).label("west"),
        func.min(at.lat).label("south"),
        func.max(at.lon).label("east"),
        func.max(at.lat).label("north"),
        func.coalesce(func.sum(toll.killed_low), 0).label("killed_low"),
        func.sum(case((at.disputed, 1), else_=0)).label("disputed"),
        *(case((many == 1, func.min(value))).label(name) for name, value in single.items()),
    )
    located = narrowed(chosen, query).where(at.lat.is_not(None), at.lon.is_not(None), *(in_box(seen) if seen else ()))
    rows = db.execute(located.group_by(column, row).order_by(many.desc(), func.min(at.id)))
    return tuple(Cluster(**found) for found in rows.mappings())


def days(db: Connection, query: IncidentQuery) -> tuple[Day, ...]:
    """The incidents asked for that have a day, by the day on which they began."""
    found = {day.day: day for day in _days(db, query)}
    for total in _days(db, query, totals_only=True):
        day = found[total.day]
        found[day.day] = day.model_copy(
            update={
                "killed_low": day.killed_low - total.killed_low,
                "killed_high": day.killed_high - total.killed_high,
                "unbounded": day.unbounded - total.unbounded,
            }
        )
    return tuple(found[day] for day in sorted(found))


def _days(db: Connection, query: IncidentQuery, *, totals_only: bool = False) -> list[Day]:
    """Days with every toll, or with those of totals over periods alone: few, so they are quicker told apart so."""
    at, toll = tables.incidents.c, killed(query.rule)
    open_ended = and_(toll.killed_low.is_not(None), toll.killed_high.is_(None))
    chosen = select(
        at.first_day.label("day"),
        func.count().label("incidents"),
        func.coalesce(func.sum(toll.killed_low), 0).label("killed_low"),
        func.coalesce(func.sum(func.coalesce(toll.killed_high, toll.killed_best, toll.killed_low)), 0).label(
            "killed_high"
        ),
        func.sum(case((open_ended, 1), else_=0)).label("unbounded"),
    )
    dated = narrowed(chosen, query).where(at.first_day.is_not(None)).group_by(at.first_day)
    if totals_only:
        home, held = tables.incident_reports.c, tables.held.c
        dated = dated.where(at.id.in_(select(home.incident).join(tables.held, held.episode == home.report)))
    return [Day.model_validate(dict(row)) for row in db.execute(dated).mappings()]


def totals(db: Connection, query: IncidentQuery) -> Totals:
    """What the incidents asked for come to."""
    at = tables.incidents.c
    chosen = select(
        func.count().label("incidents"),
        func.count(at.lat).label("located"),
        func.coalesce(func.sum(case((at.disputed, 1), else_=0)), 0).label("disputed"),
        func.min(at.first_day).label("first_day"),
        func.max(at.last_day).label("last_day"),
        func.min(at.lon).label("west"),
        func.min(at.lat).label("south"),
        func.max(at.lon).label("east"),
        func.max(at.lat).label("north"),
    )
    return Totals.model_validate(dict(db.execute(narrowed(chosen, query)).mappings().one()))


def countries(db: Connection) -> tuple[Choice, ...]:
    """The countries of all incidents; ``name`` is their code again."""
    return _values(db, tables.incidents.c.country)


def sub_types(db: Connection) -> tuple[Choice, ...]:
    """ACLED's sub-event types of all incidents."""
    return _values(db, tables.incidents.c.acled_sub_type)


def _values(db: Connection, column: Column[Any]) -> tuple[Choice, ...]:
    rows = select(column.label("name"), func.count().label("many")).where(column.is_not(None)).group_by(column)
    return tuple(Choice(value=row.name, name=row.name, incidents=row.many) for row in db.execute(rows))


def actors(db: Connection, most: int = 2000, *, only: str | None = None) -> tuple[Choice, ...]:
    """The parties that the registry knows, the most frequent first: no private person is among them.

    ``only``: that id.
    """
    at = tables.incident_parties.c
    return _named(db, at.id, at.name, func.count(at.incident.distinct()), at.id.is_not(None), most, only)


def origins(db: Connection, most: int = 300, *, only: str | None = None) -> tuple[Choice, ...]:
    """The institutions that say so, the most frequent first; witnesses, medics and residents are not listed.

    ``only``: that key.
    """
    at = tables.incident_origins.c
    once = func.count()  # a key is in an incident once
    return _named(db, at.key, at.name, once, at.kind.in_(PUBLIC_KINDS), most, only)


def _named(
    db: Connection, key: Column[Any], name: Column[Any], many: Function[int], listed: ColumnElement[bool], most: int,
    only: str | None,
) -> tuple[Choice, ...]:  # fmt: skip
    rows = select(key.label("key"), func.min(name).label("name"), many.label("many")).where(listed)
    if only is not None:
        rows = rows.where(key == only)
    chosen = rows.group_by(key).order_by(many.desc(), key).limit(most)
    return tuple(Choice(value=row.key, name=row.name, incidents=row.many) for row in db.execute(chosen))
