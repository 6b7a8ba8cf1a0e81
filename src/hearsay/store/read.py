"""Reads incidents with their claims, articles with their versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, func, select

from hearsay.errors import StoreError
from hearsay.incidents.dataset import Tombstone
from hearsay.incidents.records import LinkedIncident, Source
from hearsay.records import Article, Claim, Coder, Coding, Incident
from hearsay.store import tables
from hearsay.store.codings import is_older
from hearsay.store.links import batches
from hearsay.store.query import IncidentQuery, incident_ids
from hearsay.store.records import Capture, Failure, Findings, StoredClaim, Version


def incident(db: Connection, id_: str) -> LinkedIncident:
    """The incident of that id, or the one that its id now leads to (which then differs from ``id_``).

    StoreError ``incident-unknown``; ``incident-withdrawn`` where no report of it is left.
    """
    table = tables.incidents
    query = select(table.c.record)
    record = db.execute(query.where(table.c.id == id_)).scalar()
    if record is None:
        stone = tombstone(db, id_)
        if stone.successor is None:
            raise StoreError("incident-withdrawn", f"{id_}: no article reports it any more")
        record = db.execute(query.where(table.c.id == stone.successor)).scalar_one()
    return LinkedIncident.model_validate_json(record)


def tombstone(db: Connection, id_: str) -> Tombstone:
    """Where an id of the past leads to. StoreError ``incident-unknown``."""
    for stone in _tombstones(db, tables.redirects.c.old == id_):
        return stone
    raise StoreError("incident-unknown", f"no incident is called {id_!r}", hint="`hearsay incidents` lists them.")


def tombstones(db: Connection, since: int = 0) -> tuple[Tombstone, ...]:
    """The ids that went out of use after that change of the database, by id."""
    return _tombstones(db, tables.redirects.c.seq > since)


def _tombstones(db: Connection, condition: ColumnElement[bool]) -> tuple[Tombstone, ...]:
    table = tables.redirects
    rows = db.execute(select(table).where(condition).order_by(table.c.old))
    return tuple(Tombstone(id=row.old, successor=row.new, seq=row.seq) for row in rows)


def find_incidents(db: Connection, start: str, most: int = 2) -> tuple[str, ...]:
    """The ids, at most so many, that begin with ``start``."""
    table = tables.incidents
    query = select(table.c.id).where(table.c.id.startswith(start, autoescape=True)).order_by(table.c.id).limit(most)
    return tuple(db.execute(query).scalars())


def full_incidents(db: Connection, query: IncidentQuery) -> Iterator[LinkedIncident]:
    """The incidents asked for with all that is known of them, read as they are taken."""
    ids = db.execute(incident_ids(query)).scalars().all()
    table = tables.incidents
    for some in batches(ids):
        rows = db.execute(select(table.c.id, table.c.record).where(table.c.id.in_(some)))
        records = {row.id: row.record for row in rows}
        for id_ in some:
            yield LinkedIncident.model_validate_json(records[id_])


def claims_of(db: Connection, incident: str) -> tuple[StoredClaim, ...]:
    """The claims of an incident, in the order in which their articles came in."""
    home = tables.incident_reports.c.incident
    return tuple(map(_stored_claim, db.execute(_claims().where(home == incident))))


def current_claims(db: Connection) -> Iterator[StoredClaim]:
    """Every claim of the current version of every article, read as they are taken."""
    yield from map(_stored_claim, db.execute(_claims().where(tables.incident_reports.c.incident.is_not(None))))


def claim(db: Connection, id_: str) -> tuple[StoredClaim, ...]:
    """What was coded under a claim's id, the latest coding first; superseded ones have no incident."""
    found = db.execute(_claims().where(tables.claims.c.id == id_))
    return tuple(reversed([_stored_claim(row) for row in found]))


def _claims() -> Select[tuple[str, str, str, str, str | None, int]]:
    table = tables.claims
    return (
        select(
            table.c.record,
            tables.codings.c.source,
            table.c.passage,
            tables.reports.c.id.label("report"),
            tables.incident_reports.c.incident,
            table.c.coding,
        )
        .join(tables.codings, tables.codings.c.n == table.c.coding)
        .join(tables.reports, tables.reports.c.n == table.c.report)
        .outerjoin(tables.incident_reports, tables.incident_reports.c.report == table.c.report)
        .order_by(table.c.n)
    )


def _stored_claim(row: Row[tuple[str, str, str, str, str | None, int]]) -> StoredClaim:
    return StoredClaim(
        claim=Claim.model_validate_json(row.record),
        source=Source.model_validate_json(row.source),
        passage=row.passage,
        report=row.report,
        incident=row.incident,
        coding=row.coding,
    )


def count_articles(db: Connection) -> int:
    """How many articles there are."""
    return int(db.execute(select(func.count()).select_from(tables.articles)).scalar_one())


def article_keys(db: Connection, start: str = "", *, revised: bool = False) -> tuple[str, ...]:
    """The keys of articles that begin so, in the order in which they came; ``revised``: of several codings only."""
    table = tables.codings
    query = select(table.c.article).where(table.c.article.startswith(start, autoescape=True)).group_by(table.c.article)
    if revised:
        query = query.having(func.count() > 1)
    return tuple(db.execute(query.order_by(func.min(table.c.n))).scalars())


def edited_articles(db: Connection) -> frozenset[str]:
    """The ids of the current versions of articles of which another text is known too."""
    table = tables.codings
    several = select(table.c.article).group_by(table.c.article).having(func.count(table.c.version.distinct()) > 1)
    current = select(table.c.source).join(tables.articles, tables.articles.c.current == table.c.n)
    rows = db.execute(current.where(table.c.article.in_(several))).scalars()
    return frozenset(Source.model_validate_json(row).article for row in rows)


def versions(db: Connection, key: str) -> tuple[Version, ...]:
    """What was coded of an article, the earlier first; none where there is no such article.

    In the order in which it came, but for versions that say that they are older than one that came before.
    """
    table = tables.codings
    query = (
        select(table.c.n, table.c.record, table.c.seq, tables.coders.c.record.label("coder"), tables.articles.c.current)
        .join(tables.coders, tables.coders.c.id == table.c.coder)
        .join(tables.articles, tables.articles.c.key == table.c.article)
        .where(table.c.article == key)
        .order_by(table.c.n)
    )
    found: list[Version] = []
    for row in db.execute(query).all():
        version = Version(
            number=row.n,
            article=Article.model_validate_json(row.record),
            coder=Coder.model_validate_json(row.coder),
            seq=row.seq,
            current=row.n == row.current,
            captures=_captures(db, row.n),
        )
        place = next((at for at, other in enumerate(found) if is_older(version.article, other.article)), len(found))
        found.insert(place, version)
    return tuple(found)


def _captures(db: Connection, coding: int) -> tuple[Capture, ...]:
    table = tables.captures
    rows = db.execute(select(table).where(table.c.coding == coding).order_by(table.c.source, table.c.id))
    return tuple(
        Capture(source=row.source, media=row.media, fields=json.loads(row.fields), sha256=row.sha256) for row in rows
    )


def coding(db: Connection, number: int) -> Coding:
    """A coding as it was made. StoreError ``coding-unknown``."""
    asked = {"coding": number}
    row = db.execute(_CODING, asked).first()
    if row is None:
        raise StoreError("coding-unknown", f"there is no coding {number}")
    findings = Findings.model_validate_json(row.findings)
    # Its parts are validated here; that they fit together was when it was made, and takes as long as to read it.
    return Coding.model_construct(
        article=Article.model_validate_json(row.record),
        attributions=findings.attributions,
        places=findings.places,
        entities=findings.entities,
        claims=tuple(map(Claim.model_validate_json, db.scalars(_CLAIMS, asked))),
        incidents=tuple(map(Incident.model_validate_json, db.scalars(_REPORTS, asked))),
        problems=findings.problems,
        coder=Coder.model_validate_json(row.coder),
    )


def _records(table: Table) -> Select[Any]:
    return select(table.c.record).where(table.c.coding == bindparam("coding")).order_by(table.c.n)


# Made once: to put a statement together takes longer than to run it.
_CLAIMS, _REPORTS = _records(tables.claims), _records(tables.reports)
_CODING = (
    select(tables.codings.c.record, tables.codings.c.findings, tables.coders.c.record.label("coder"))
    .join(tables.coders)
    .where(tables.codings.c.n == bindparam("coding"))
)


def current_codings(db: Connection) -> Iterator[Coding]:
    """The current coding of every article, in the order in which they came, read as they are taken."""
    numbers = db.execute(select(tables.articles.c.current).order_by(tables.articles.c.current)).scalars().all()
    for number in numbers:
        yield coding(db, number)


def failures(db: Connection) -> tuple[Failure, ...]:
    """The inputs that could not be coded, by name."""
    table = tables.failures
    rows = db.execute(select(table.c.source, table.c.code, table.c.message, table.c.hint).order_by(table.c.source))
    return tuple(Failure.model_validate(dict(row)) for row in rows.mappings())
