"""One incident, or one article, with all that is needed to show it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from hearsay.errors import StoreError
from hearsay.incidents.dataset import Dataset
from hearsay.incidents.records import Source
from hearsay.store import tables
from hearsay.store.codings import last_change
from hearsay.store.dataset import telling
from hearsay.store.links import batches
from hearsay.store.query import STATED
from hearsay.store.read import coding, incident
from hearsay.store.records import Findings


def single(db: Connection, id_: str) -> Dataset:
    """The incident of that id, or the one that its id now leads to, with the codings that tell of it.

    StoreError ``incident-unknown``, ``incident-withdrawn``.
    """
    found = incident(db, id_)
    codings = tuple(coding(db, number) for number in telling(db, [found.id]))
    return Dataset(
        incidents=(found,),
        codings=codings,
        coders=tuple(dict.fromkeys(one.coder for one in codings)),
        rule=STATED,
        seq=last_change(db),
    )


def home_of_claims(db: Connection, coding_number: int) -> dict[str, str]:
    """Claim id → the incident that it is part of, for a current coding; none for one that was superseded."""
    home = tables.incident_reports
    rows = (
        select(tables.claims.c.id, home.c.incident)
        .join(home, home.c.report == tables.claims.c.report)
        .where(tables.claims.c.coding == coding_number)
    )
    return {row.id: row.incident for row in db.execute(rows)}


def home_of_reports(db: Connection, reports: Sequence[str]) -> dict[str, tuple[str, Source]]:
    """Report id → the incident that it is part of, and its article, for reports that count."""
    if not reports:
        return {}
    home, report, told = tables.incident_reports, tables.reports, tables.codings
    rows = (
        select(report.c.id, home.c.incident, told.c.source)
        .join(home, home.c.report == report.c.n)
        .join(told, told.c.n == report.c.coding)
        .where(report.c.id.in_(reports))
    )
    return {row.id: (row.incident, Source.model_validate_json(row.source)) for row in db.execute(rows)}


def current(db: Connection, key: str) -> int:
    """The number of an article's current coding. StoreError ``article-unknown``."""
    table = tables.articles
    number = db.execute(select(table.c.current).where(table.c.key == key)).scalar()
    if number is None:
        hint = "The incidents lead to the articles that tell of them."
        raise StoreError("article-unknown", f"no article has the key {key!r}", hint=hint)
    return int(number)


def private_names(db: Connection, coding_number: int) -> tuple[str, ...]:
    """The private people of every article that tells of an incident which this current coding tells of too.

    A name that is private in one of them is masked in all.
    """
    together = telling(db, sorted(set(home_of_claims(db, coding_number).values())))
    table = tables.codings
    found: set[str] = set()
    for some in batches(together):
        for record in db.execute(select(table.c.findings).where(table.c.n.in_(some))).scalars():
            entities = Findings.model_validate_json(record).entities
            found.update(entity.text for entity in entities if entity.private)
    return tuple(sorted(found))
