"""What linking works on: reports, found by their blocking keys, and scored pairs of them.

Reports are known here by their number: ids recur when another coder reads the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, and_, delete, insert, or_, select

from hearsay.incidents.records import Pair, Report, Source
from hearsay.records import Claim
from hearsay.store import tables

_SOME = 500
"""Values in one statement: databases bound their number."""

Key = TypeVar("Key", int, str)


def report_numbers(db: Connection, coding: int) -> dict[str, int]:
    """The reports of a coding: id → number."""
    query = select(tables.reports.c.id, tables.reports.c.n).where(tables.reports.c.coding == coding)
    return {row.id: row.n for row in db.execute(query)}


def load_reports(db: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """The reports of these numbers, in their order."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    passages: dict[int, list[str]] = defaultdict(list)
    found: dict[int, Report] = {}
    for some in batches(sorted(numbers)):
        table = tables.claims
        query = select(table.c.report, table.c.record, table.c.passage).where(table.c.report.in_(some))
        for row in db.execute(query.order_by(table.c.n)):
            claims[row.report].append(Claim.model_validate_json(row.record))
            passages[row.report].append(row.passage)
        about = select(tables.reports.c.n, tables.reports.c.id, tables.codings.c.source)
        joined = about.join(tables.codings, tables.codings.c.n == tables.reports.c.coding)
        for row in db.execute(joined.where(tables.reports.c.n.in_(some)).order_by(tables.reports.c.n)):
            found[row.n] = Report(
                id=row.id,
                source=Source.model_validate_json(row.source),
                claims=tuple(claims[row.n]),
                passages=tuple(passages[row.n]),
            )
    return found


@dataclass(frozen=True, slots=True)
class Reach:
    """What a report is found by: its blocking keys, and the time that it speaks of (proleptic ordinals)."""

    keys: frozenset[str]
    of_period: bool
    days: tuple[int, int] | None
    country: str | None


def add_reach(db: Connection, reports: Mapping[int, Reach]) -> None:
    """Let reports be found."""
    rows = [
        {
            "report": number,
            "of_period": reach.of_period,
            "first_day": reach.days[0] if reach.days else None,
            "last_day": reach.days[1] if reach.days else None,
            "country": reach.country,
        }
        for number, reach in sorted(reports.items())
    ]
    if rows:
        db.execute(insert(tables.linked), rows)
    keys = [{"key": key, "report": number} for number, reach in sorted(reports.items()) for key in sorted(reach.keys)]
    if keys:
        db.execute(insert(tables.blocking), keys)


def sharing(db: Connection, keys: Collection[str]) -> set[int]:
    """The reports that have one of the keys."""
    table = tables.blocking
    found: set[int] = set()
    for some in batches(sorted(keys)):
        found.update(db.execute(select(table.c.report).where(table.c.key.in_(some))).scalars())
    return found


def in_time(db: Connection, reach: Reach) -> set[int]:
    """The events on the days of a report of a period; the periods that a report of an event may lie in. Both of the
    report's country, or of one that is not known."""
    table = tables.linked
    if reach.days is None:
        return set()
    first, last = reach.days
    inside = and_(table.c.first_day >= first, table.c.last_day <= last)
    around = and_(table.c.first_day <= first, table.c.last_day >= last)
    query = select(table.c.report).where(
        table.c.of_period.is_(not reach.of_period), inside if reach.of_period else around
    )
    if reach.country is not None:
        query = query.where(or_(table.c.country == reach.country, table.c.country.is_(None)))
    return set(db.execute(query).scalars())


def add_held(db: Connection, held: Iterable[tuple[int, int]]) -> None:
    """Note that an episode (the first) sums up an event (the second)."""
    rows = [{"episode": episode, "event": event} for episode, event in sorted(held)]
    if rows:
        db.execute(insert(tables.held), rows)


def held_by(db: Connection, episodes: Iterable[int]) -> set[int]:
    """The events that these sum up."""
    table = tables.held
    return _reached(db, select(table.c.event), table.c.episode, episodes)


def holding(db: Connection, events: Iterable[int]) -> set[int]:
    """The episodes that sum up these."""
    table = tables.held
    return _reached(db, select(table.c.episode), table.c.event, events)


def add_pairs(db: Connection, pairs: Mapping[tuple[int, int], Pair]) -> None:
    """Keep scored pairs, by the numbers of their reports."""
    rows = [
        {"a": min(ends), "b": max(ends), "links": pair.links, "record": pair.model_dump_json()}
        for ends, pair in sorted(pairs.items())
    ]
    if rows:
        db.execute(insert(tables.pairs), rows)


def component(db: Connection, numbers: Iterable[int]) -> set[int]:
    """These reports and all that pairs which link connect with them."""
    found = set(numbers)
    edge = found
    while edge:
        edge = neighbours(db, edge, links_only=True) - found
        found = found | edge
    return found


def neighbours(db: Connection, numbers: Iterable[int], *, links_only: bool = False) -> set[int]:
    """The reports that have a pair with one of these."""
    table = tables.pairs
    from_a, from_b = select(table.c.b), select(table.c.a)
    if links_only:
        from_a, from_b = from_a.where(table.c.links), from_b.where(table.c.links)
    ends = sorted(numbers)
    return _reached(db, from_a, table.c.a, ends) | _reached(db, from_b, table.c.b, ends)


def pairs_of(db: Connection, numbers: Iterable[int]) -> list[Pair]:
    """The pairs that hold one of these reports, by the numbers of both."""
    table = tables.pairs
    query = select(table.c.a, table.c.b, table.c.record)
    found = {
        (row.a, row.b): row.record
        for some in batches(sorted(numbers))
        for end in (table.c.a, table.c.b)
        for row in db.execute(query.where(end.in_(some)))
    }
    return [Pair.model_validate_json(record) for _, record in sorted(found.items())]


def _reached(db: Connection, query: Select[Any], column: Column[int], values: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(sorted(values)):
        found.update(number for (number,) in db.execute(query.where(column.in_(some))))
    return found


def forget_reports(db: Connection, numbers: Iterable[int]) -> None:
    """Take superseded reports out of linking. What incidents they were in has to be settled anew."""
    for some in batches(sorted(numbers)):
        for table in (tables.blocking, tables.linked, tables.incident_reports):
            db.execute(delete(table).where(table.c.report.in_(some)))
        db.execute(delete(tables.held).where(or_(tables.held.c.episode.in_(some), tables.held.c.event.in_(some))))
        db.execute(delete(tables.pairs).where(or_(tables.pairs.c.a.in_(some), tables.pairs.c.b.in_(some))))


def homes(db: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Report → its incident, of those that are in one."""
    table = tables.incident_reports
    found: dict[int, str] = {}
    for some in batches(sorted(numbers)):
        query = select(table.c.report, table.c.incident).where(table.c.report.in_(some))
        found |= {row.report: row.incident for row in db.execute(query)}
    return found


def members(db: Connection, incidents: Iterable[str]) -> dict[str, list[int]]:
    """Incident → its reports, by number."""
    table = tables.incident_reports
    found: dict[str, list[int]] = {}
    for some in batches(sorted(incidents)):
        query = select(table.c.incident, table.c.report).where(table.c.incident.in_(some)).order_by(table.c.report)
        for row in db.execute(query):
            found.setdefault(row.incident, []).append(row.report)
    return found


def batches(values: Iterable[Key]) -> Iterator[list[Key]]:
    """``values`` in lists that one statement can hold."""
    rest = list(values)
    for start in range(0, len(rest), _SOME):
        yield rest[start : start + _SOME]
