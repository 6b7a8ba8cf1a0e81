"""What linking works on: reports, found by their blocking keys, and scored pairs of them.

Reports are known here by their number: ids recur when another coder reads the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, or_, select

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
    for some in batches(numbers):
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


def add_keys(db: Connection, report: int, keys: Collection[str]) -> None:
    """Make a report findable by its blocking keys."""
    if keys:
        db.execute(insert(tables.blocking), [{"key": key, "report": report} for key in sorted(keys)])


def sharing(db: Connection, keys: Collection[str]) -> list[int]:
    """The reports that have one of the keys, by number."""
    table = tables.blocking
    found: set[int] = set()
    for some in batches(sorted(keys)):
        found.update(db.execute(select(table.c.report).where(table.c.key.in_(some))).scalars())
    return sorted(found)


def add_pairs(db: Connection, pairs: Mapping[tuple[int, int], Pair]) -> None:
    """Keep scored pairs, by the numbers of their reports."""
    rows = [
        {"a": min(ends), "b": max(ends), "weight": pair.weight, "record": pair.model_dump_json()}
        for ends, pair in sorted(pairs.items())
    ]
    if rows:
        db.execute(insert(tables.pairs), rows)


def component(db: Connection, numbers: Iterable[int]) -> list[int]:
    """These reports and all that scored pairs connect with them, by number."""
    table = tables.pairs
    found = set(numbers)
    edge = sorted(found)
    while edge:
        reached: set[int] = set()
        for some in batches(edge):
            reached.update(db.execute(select(table.c.b).where(table.c.a.in_(some))).scalars())
            reached.update(db.execute(select(table.c.a).where(table.c.b.in_(some))).scalars())
        edge = sorted(reached - found)
        found |= reached
    return sorted(found)


def pairs_of(db: Connection, component: Iterable[int]) -> list[Pair]:
    """The scored pairs of a whole component."""
    table = tables.pairs
    query = select(table.c.record).order_by(table.c.a, table.c.b)
    return [
        Pair.model_validate_json(record)
        for some in batches(component)
        for record in db.execute(query.where(table.c.a.in_(some))).scalars()
    ]


def forget_reports(db: Connection, numbers: Iterable[int]) -> None:
    """Take superseded reports out of linking. What incidents they were in has to be settled anew."""
    for some in batches(numbers):
        db.execute(delete(tables.blocking).where(tables.blocking.c.report.in_(some)))
        db.execute(delete(tables.pairs).where(or_(tables.pairs.c.a.in_(some), tables.pairs.c.b.in_(some))))


def homes(db: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Report → its incident, of those that are in one."""
    table = tables.incident_reports
    found: dict[int, str] = {}
    for some in batches(numbers):
        query = select(table.c.report, table.c.incident).where(table.c.report.in_(some))
        found |= {row.report: row.incident for row in db.execute(query)}
    return found


def members(db: Connection, incidents: Iterable[str]) -> dict[str, list[int]]:
    """Incident → its reports, by number."""
    table = tables.incident_reports
    found: dict[str, list[int]] = {}
    for some in batches(incidents):
        query = select(table.c.incident, table.c.report).where(table.c.incident.in_(some)).order_by(table.c.report)
        for row in db.execute(query):
            found.setdefault(row.incident, []).append(row.report)
    return found


def batches(values: Iterable[Key]) -> Iterator[list[Key]]:
    """``values`` in lists that one statement can hold."""
    rest = list(values)
    for start in range(0, len(rest), _SOME):
        yield rest[start : start + _SOME]
