"""Writes incidents and the redirects from ids that were merged into others or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select, union, update

from hearsay.incidents.records import LinkedIncident, RuleEstimate
from hearsay.places.names import fold
from hearsay.records import Toll
from hearsay.store import tables
from hearsay.store.codings import day
from hearsay.store.links import batches
from hearsay.store.query import STATED

_OF_AN_INCIDENT = (tables.incident_tolls, tables.incident_parties, tables.incident_origins)


def settle(
    db: Connection, members: Mapping[str, Collection[int]], redirects: Mapping[str, str | None], seq: int
) -> None:
    """Put reports, by their numbers, into incidents, and point ids no longer used to what stands in their place."""
    home = tables.incident_reports
    for some in batches(sorted({number for numbers in members.values() for number in numbers})):
        db.execute(delete(home).where(home.c.report.in_(some)))
    rows = [{"report": number, "incident": id_} for id_ in sorted(members) for number in sorted(members[id_])]
    if rows:
        db.execute(insert(home), rows)
    _remove(db, redirects)
    for old, new in sorted(redirects.items()):
        _redirect(db, old, new, seq)


def put_incidents(
    db: Connection, made: Mapping[str, LinkedIncident], members: Mapping[str, Collection[int]], seq: int
) -> None:
    """Write incidents, new or in the place of what their ids had; what is as it was stays as it is."""
    table = tables.incidents
    minted: dict[str, int] = {}
    same: set[str] = set()
    for some in batches(sorted(made)):
        for row in db.execute(select(table.c.id, table.c.minted, table.c.record).where(table.c.id.in_(some))):
            minted[row.id] = row.minted
            if row.record == made[row.id].model_dump_json():
                same.add(row.id)
    changed = {id_: incident for id_, incident in made.items() if id_ not in same}
    _remove(db, changed)
    for id_, incident in sorted(changed.items()):
        when = {"minted": minted.get(id_, seq), "changed": seq}
        db.execute(insert(table).values(_row(incident) | _size(db, members[id_]) | when))
        _insert_parts(db, incident)


def _remove(db: Connection, ids: Iterable[str]) -> None:
    """Delete incidents with what hangs on them; their ids stay known by their redirects."""
    for some in batches(sorted(ids)):
        for table in _OF_AN_INCIDENT:
            db.execute(delete(table).where(table.c.incident.in_(some)))
        db.execute(delete(tables.incidents).where(tables.incidents.c.id.in_(some)))


def _redirect(db: Connection, old: str, new: str | None, seq: int) -> None:
    """Point an id, and those that pointed to it, to what stands in its place; None: it is withdrawn."""
    table = tables.redirects
    db.execute(update(table).where(table.c.new == old).values(new=new, seq=seq))
    db.execute(insert(table).values(old=old, new=new, seq=seq))


def used_ids(db: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that an incident has, or ever had."""
    kept, past = tables.incidents.c.id, tables.redirects.c.old
    found: set[str] = set()
    for some in batches(ids):
        found.update(
            db.execute(union(select(kept).where(kept.in_(some)), select(past).where(past.in_(some)))).scalars()
        )
    return found


def _row(linked: LinkedIncident) -> dict[str, object]:
    incident, place, time = linked.incident, linked.incident.place, linked.incident.time
    acled = incident.event.acled
    stated = next((_tolls(estimate) for estimate in linked.estimates if estimate.rule == STATED), {})
    return {
        "id": linked.id,
        "first_day": day(time.start or time.end) if time else None,
        "last_day": day(time.end or time.start) if time else None,
        "date_precision": time.precision if time else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "where_precision": place.precision if place else None,
        "place": (place.name or place.text) if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "where_words": _searchable(place.name, place.text, place.admin1, place.admin2) if place else "",
        "type": incident.event.type,
        "mode": incident.event.mode,
        "acled_type": acled.event_type if acled else None,
        "acled_sub_type": acled.sub_event_type if acled else None,
        "status": incident.status,
        "corroboration": linked.grade.corroboration,
        "credibility": linked.grade.credibility,
        "disputed": bool(incident.disputes),
        "disputes": " ".join(dict.fromkeys(dispute.field for dispute in incident.disputes)),
        "origins": len(linked.origins),
        "first_reported": linked.first_reported,
        "last_reported": linked.last_reported,
        "record": linked.model_dump_json(),
        **{bound: figure for bound, figure in stated.items() if bound.startswith("killed")},
    }


def _size(db: Connection, reports: Collection[int]) -> dict[str, object]:
    """How many articles, of how many outlets, the reports come from, and of how many they are the first."""
    articles: set[str] = set()
    outlets: set[str] = set()
    leads: set[str] = set()
    at, beside = tables.reports, tables.reports.alias()
    first = select(func.min(beside.c.n)).where(beside.c.coding == at.c.coding).scalar_subquery()
    query = select(tables.codings.c.article, tables.codings.c.outlet, (at.c.n == first).label("leads"))
    joined = query.join(at, at.c.coding == tables.codings.c.n)
    for some in batches(sorted(reports)):
        for row in db.execute(joined.where(at.c.n.in_(some))):
            articles.add(row.article)
            outlets.add(row.outlet or row.article)
            leads.update([row.article] if row.leads else [])
    return {"articles": len(articles), "outlets": len(outlets), "leads": len(leads)}


def _insert_parts(db: Connection, linked: LinkedIncident) -> None:
    parties = [
        {
            "incident": linked.id, "role": role, "position": position, "name": party.name or party.text,
            "folded": _searchable(party.name, party.text), "id": party.id, "kind": party.kind, "country": party.country,
        }
        for role, people in (("actor", linked.incident.actors), ("recipient", linked.incident.recipients))
        for position, party in enumerate(people)
    ]  # fmt: skip
    origins = [
        {
            "incident": linked.id, "key": origin.key, "name": origin.name,
            "folded": _searchable(origin.name, origin.affiliation), "affiliation": origin.affiliation,
            "kind": origin.kind, "country": origin.country, "party": origin.party,
        }
        for origin in linked.origins
    ]  # fmt: skip
    for table, rows in (
        (
            tables.incident_tolls,
            [{"incident": linked.id, "rule": estimate.rule, **_tolls(estimate)} for estimate in linked.estimates],
        ),
        (tables.incident_parties, parties),
        (tables.incident_origins, origins),
    ):
        if rows:
            db.execute(insert(table), rows)


def _searchable(*names: str | None) -> str:
    """Names without accents, capitals and marks, one after the other."""
    return " / ".join(dict.fromkeys(fold(name) for name in names if name))


def _tolls(estimate: RuleEstimate) -> dict[str, float | None]:
    row: dict[str, float | None] = {}
    tolls: tuple[tuple[str, Toll | None], ...] = (("killed", estimate.killed), ("injured", estimate.injured))
    for measure, toll in tolls:
        for bound in ("low", "best", "high"):
            row[f"{measure}_{bound}"] = getattr(toll, bound) if toll else None
    return row
