"""Lists of incidents: filtered, sorted, a page at a time."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field
from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from hearsay.incidents.records import Corroboration
from hearsay.places.names import fold
from hearsay.records import DisputeField, EventType, Record, Status
from hearsay.store import tables
from hearsay.store.records import IncidentRow

STATED = "stated"
"""The estimate rule where none is asked for."""

Order = Literal["day", "-day", "killed", "-killed", "reported", "-reported"]


class IncidentQuery(Record):
    """Which incidents are asked for; what is left out does not narrow it. Days are ISO dates, both included."""

    first_day: str | None = None
    last_day: str | None = None
    box: tuple[float, float, float, float] | None = None
    """West, south, east, north, in degrees; west may be greater than east, across the 180th meridian."""
    countries: tuple[str, ...] = ()
    """ISO alpha-3."""
    types: tuple[EventType, ...] = ()
    sub_types: tuple[str, ...] = ()
    """ACLED sub-event types."""
    statuses: tuple[Status, ...] = ()
    actor: str | None = None
    """A party's registry id, or part of its name, in either role."""
    origin: str | None = None
    """An origin's key, or part of its name."""
    place: str | None = None
    """Part of the place's or the first-level region's name."""
    place_name: str | None = None
    """The place's whole name."""
    region: str | None = None
    """The whole name of the first-level region."""
    outlet: str | None = None
    """An outlet of which an article tells of it, by its whole name."""
    grades: tuple[Corroboration, ...] = ()
    credibility: int | None = Field(default=None, ge=1, le=6)
    """At least as good: this grade or a lower number."""
    killed_at_least: float | None = None
    """By the rule's best figure, else its low one."""
    disputed: bool | None = None
    dispute: DisputeField | None = None
    main: bool = False
    """Only what some article tells first; not what articles tell in passing."""
    changed_since: int | None = None
    """Minted or changed after this change of the database."""
    reported_since: str | None = None
    """Last reported on that day or later, or changed by an ingest that was given such a date."""
    rule: str = STATED
    order: Order = "-day"
    limit: int | None = Field(default=None, ge=1)
    offset: int = Field(default=0, ge=0)


def list_incidents(db: Connection, query: IncidentQuery) -> tuple[IncidentRow, ...]:
    """The incidents asked for, in order; of equals by id."""
    chosen = narrowed(select(*_COLUMNS), query).order_by(*_order(query)).limit(query.limit).offset(query.offset)
    return tuple(IncidentRow.model_validate(dict(row)) for row in db.execute(chosen).mappings())


def incident_row(db: Connection, id_: str, rule: str = STATED) -> IncidentRow | None:
    """The incident of that very id."""
    chosen = narrowed(select(*_COLUMNS), IncidentQuery(rule=rule)).where(tables.incidents.c.id == id_)
    found = db.execute(chosen).mappings().first()
    return IncidentRow.model_validate(dict(found)) if found is not None else None


def count_incidents(db: Connection, query: IncidentQuery) -> int:
    """How many there are, on all pages."""
    return int(db.execute(narrowed(select(func.count()), query)).scalar_one())


def incident_ids(query: IncidentQuery) -> Select[Any]:
    """The ids of the incidents asked for, in order, as a statement."""
    chosen = narrowed(select(tables.incidents.c.id), query).order_by(*_order(query))
    return chosen.limit(query.limit).offset(query.offset)


_TOLLS = ("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high")
_COLUMNS = (
    *(tables.incidents.c[name] for name in IncidentRow.model_fields if name not in _TOLLS),
    *(tables.incident_tolls.c[name] for name in _TOLLS),
)


def narrowed(chosen: Select[Any], query: IncidentQuery) -> Select[Any]:
    """``chosen``, of the columns of incidents and of their tolls, for the incidents asked for: all pages of them."""
    tolls = tables.incident_tolls
    of_rule = and_(tolls.c.incident == tables.incidents.c.id, tolls.c.rule == query.rule)
    joined = chosen.select_from(tables.incidents.outerjoin(tolls, of_rule))
    return joined.where(*_conditions(query))


def _conditions(query: IncidentQuery) -> list[ColumnElement[bool]]:
    at, tolls = tables.incidents.c, tables.incident_tolls.c
    found: list[ColumnElement[bool]] = []
    if query.first_day is not None:
        found.append(at.last_day >= query.first_day)
    if query.last_day is not None:
        found.append(at.first_day <= query.last_day)
    if query.box is not None:
        west, south, east, north = query.box
        found.append(at.lat.between(south, north))
        found.append(at.lon.between(west, east) if west <= east else or_(at.lon >= west, at.lon <= east))
    for column, values in (
        (at.country, query.countries),
        (at.type, query.types),
        (at.acled_sub_type, query.sub_types),
        (at.status, query.statuses),
        (at.corroboration, query.grades),
    ):
        if values:
            found.append(column.in_(values))
    if query.actor is not None:
        table = tables.incident_parties
        named = or_(table.c.id == query.actor, _names(table.c.folded, query.actor))
        found.append(at.id.in_(select(table.c.incident).where(named)))
    if query.origin is not None:
        origin = tables.incident_origins
        named = or_(origin.c.key == query.origin, _names(origin.c.folded, query.origin))
        found.append(at.id.in_(select(origin.c.incident).where(named)))
    for column, value in ((at.place, query.place_name), (at.admin1, query.region)):
        if value is not None:
            found.append(column == value)
    if query.outlet is not None:
        home, report, coding = tables.incident_reports, tables.reports, tables.codings
        told = select(home.c.incident).join(report, report.c.n == home.c.report)
        found.append(at.id.in_(told.join(coding, coding.c.n == report.c.coding).where(coding.c.outlet == query.outlet)))
    if query.place is not None:
        found.append(_names(at.where_words, query.place))
    if query.credibility is not None:
        found.append(at.credibility <= query.credibility)
    if query.killed_at_least is not None:
        found.append(func.coalesce(tolls.killed_best, tolls.killed_low) >= query.killed_at_least)
    if query.disputed is not None:
        found.append(at.disputed.is_(query.disputed))
    if query.dispute is not None:
        found.append(at.disputes.contains(query.dispute, autoescape=True))
    if query.main:
        found.append(at.leads > 0)
    if query.changed_since is not None:
        found.append(at.changed > query.changed_since)
    if query.reported_since is not None:
        dated = select(tables.changes.c.seq).where(tables.changes.c.as_of >= query.reported_since)
        found.append(or_(at.last_reported >= query.reported_since, at.changed.in_(dated)))
    return found


def _names(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether the folded names hold the words; words of no letter at all name nothing."""
    return column.contains(fold(words), autoescape=True) if fold(words) else false()


def _order(query: IncidentQuery) -> list[ColumnElement[object]]:
    at, tolls = tables.incidents.c, tables.incident_tolls.c
    column: ColumnElement[object] = {
        "day": func.coalesce(at.first_day, ""),
        "killed": func.coalesce(tolls.killed_best, tolls.killed_low, -1),
        "reported": func.coalesce(at.last_reported, ""),
    }[query.order.removeprefix("-")]
    return [column.desc() if query.order.startswith("-") else column.asc(), at.id.asc()]
