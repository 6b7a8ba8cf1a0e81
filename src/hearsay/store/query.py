"""Lists of incidents: filtered, sorted, a page at a time."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field
from sqlalchemy import Column, ColumnElement, Connection, Join, Select, and_, false, func, or_, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from hearsay.incidents.records import Corroboration
from hearsay.places.names import fold
from hearsay.records import DisputeField, EventType, Record, Status
from hearsay.store import tables
from hearsay.store.records import IncidentRow

STATED = "stated"
"""The estimate rule where none is asked for."""

_LOW_BOX = 1.0
"""Degrees of latitude."""

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

    @property
    def whole(self) -> IncidentQuery:
        """The same incidents, whichever page of them is asked for in whatever order."""
        return self.model_copy(update={"order": "-day", "limit": None, "offset": 0})


def list_incidents(db: Connection, query: IncidentQuery) -> tuple[IncidentRow, ...]:
    """The incidents asked for, in order; of equals by id."""
    # The ids first, from an index: the rows before the offset, and those that are only sorted, are long.
    page = incident_ids(query).subquery()
    chosen = _rows(query.rule).join(page, page.c.id == tables.incidents.c.id).order_by(*_order(query))
    return tuple(IncidentRow.model_validate(dict(row)) for row in db.execute(chosen).mappings())


def incident_row(db: Connection, id_: str, rule: str = STATED) -> IncidentRow | None:
    """The incident of that very id."""
    found = db.execute(_rows(rule).where(tables.incidents.c.id == id_)).mappings().first()
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


def _rows(rule: str) -> Select[Any]:
    """Incidents with their toll under ``rule``."""
    return select(*_COLUMNS).select_from(_with_tolls(rule))


def _with_tolls(rule: str) -> Join:
    tolls = tables.incident_tolls
    return tables.incidents.outerjoin(tolls, and_(tolls.c.incident == tables.incidents.c.id, tolls.c.rule == rule))


def narrowed(chosen: Select[Any], query: IncidentQuery) -> Select[Any]:
    """``chosen``, of the columns of incidents and of :func:`killed`, for the incidents asked for: all pages of them."""
    source = tables.incidents if query.rule == STATED else _with_tolls(query.rule)
    return chosen.select_from(source).where(*_conditions(query))


def killed(rule: str) -> ReadOnlyColumnCollection[str, Column[Any]]:
    """Columns that hold ``killed_low``, ``killed_best`` and ``killed_high`` under ``rule``.

    The usual rule's stand with the incidents, where an index holds them beside what filters ask for.
    """
    return (tables.incidents if rule == STATED else tables.incident_tolls).c


def _conditions(query: IncidentQuery) -> list[ColumnElement[bool]]:
    at, toll = tables.incidents.c, killed(query.rule)
    found: list[ColumnElement[bool]] = []
    if query.first_day is not None:
        found.append(at.last_day >= query.first_day)
    if query.last_day is not None:
        found.append(at.first_day <= query.last_day)
    if query.box is not None:
        found += in_box(query.box)
    for column, values in (
        # Joined with nothing, so that the index of countries is not used: it leads to the rows, which are long, where
        # the one of what is seen at a glance holds all that is asked for, in the order of days.
        (at.country.concat(""), query.countries),
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
        found.append(func.coalesce(toll.killed_best, toll.killed_low) >= query.killed_at_least)
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


def in_box(box: tuple[float, float, float, float]) -> list[ColumnElement[bool]]:
    """That incidents lie between west, south, east and north; west may be greater than east."""
    at = tables.incidents.c
    west, south, east, north = box
    # In a high box lie so many that the index of points, which leads to the rows, is slower than to go through the one
    # of what is seen at a glance: adding nothing keeps it from being used.
    lat = at.lat if north - south < _LOW_BOX else at.lat + 0
    between = at.lon.between(west, east) if west <= east else or_(at.lon >= west, at.lon <= east)
    return [lat.between(south, north), between]


def _names(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether the folded names hold the words; words of no letter at all name nothing."""
    return column.contains(fold(words), autoescape=True) if fold(words) else false()


def _order(query: IncidentQuery) -> list[ColumnElement[object]]:
    at, toll = tables.incidents.c, killed(query.rule)
    column: ColumnElement[object] = {
        "day": at.first_day,  # as it is: an index has it in order
        "killed": func.coalesce(toll.killed_best, toll.killed_low),
        "reported": at.last_reported,
    }[query.order.removeprefix("-")]
    ordered = column.desc().nulls_last() if query.order.startswith("-") else column.asc().nulls_first()
    return [ordered, at.id.asc()]
