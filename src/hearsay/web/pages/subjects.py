"""The pages of an actor, a place, an outlet, an origin: their incidents, what is said, which words are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request, Response
from sqlalchemy import Connection

from hearsay.actors import Registry
from hearsay.analysis.said import Said
from hearsay.analysis.sources import SourceProfile
from hearsay.places.countries import country_name
from hearsay.publish.plain import one_line
from hearsay.store import IncidentQuery, count_incidents, list_incidents
from hearsay.store.codings import last_change
from hearsay.store.overview import Choice, actors, origins
from hearsay.web.faults import WebError
from hearsay.web.filters import PER_PAGE, page_of
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite
from hearsay.web.subject.gathered import Gathered, gathered, parties

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about."""

    kind: str
    title: str
    query: IncidentQuery
    concerns: Callable[[Said], bool]
    overview: str
    """The parameters by which the overview shows the same, where it can."""
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    role: str | None = None
    """``outlet`` or ``origin``: that of its profile among sources."""
    key: str = ""


def actor(actor: str, request: Request, site: TheSite) -> Response:
    """An actor of the registry that incidents name."""
    return _page(
        request,
        site,
        Subject(
            kind="Actor",
            title=_name(site, lambda db: actors(db, only=actor), "no incident names such an actor"),
            query=IncidentQuery(actor=actor),
            concerns=lambda one: any(party.id == actor for party in parties(one)),
            overview=urlencode({"actor": actor}),
            facts=_registered(actor),
        ),
    )


def place(request: Request, site: TheSite, name: str = "", region: str = "", country: str = "") -> Response:
    """A place, by the names that incidents have it by; without ``name`` a region, without that a country."""
    if not (name or region or country) or max(map(len, (name, region, country))) > _LONGEST:
        raise WebError(404, "subject-unknown", "no incident names such a place")
    state = country_name(country) or country
    return _page(
        request,
        site,
        Subject(
            kind="Place" if name else "Region" if region else "Country",
            title=name or region or state,
            query=IncidentQuery(
                place_name=name or None, region=region or None, countries=(country,) if country else ()
            ),
            concerns=lambda one: _lies(one, name, region, country),
            overview="",
            facts=tuple((word, (value,)) for word, value in (("Region", region), ("Country", state)) if value),
        ),
    )


def outlet(outlet: str, request: Request, site: TheSite) -> Response:
    """Who publishes."""
    return _page(
        request,
        site,
        Subject(
            kind="Outlet",
            title=outlet,
            query=IncidentQuery(outlet=outlet),
            concerns=lambda one: one.outlet == outlet,
            overview="",
            role="outlet",
            key=outlet,
        ),
    )


def origin(origin: str, request: Request, site: TheSite) -> Response:
    """An institution at the start of chains."""
    return _page(
        request,
        site,
        Subject(
            kind="Origin",
            title=_name(site, lambda db: origins(db, only=origin), "no incident has such an origin"),
            query=IncidentQuery(origin=origin),
            concerns=lambda one: one.voice.key == origin,
            overview=urlencode({"origin": origin}),
            role="origin",
            key=origin,
        ),
    )


def _name(site: Site, known: Callable[[Connection], Sequence[Choice]], wrong: str) -> str:
    """The name of the one that is known. WebError ``subject-unknown``."""
    with site.reading() as db:
        found = known(db)
    if not found:
        raise WebError(404, "subject-unknown", wrong)
    return found[0].name


def _page(request: Request, site: Site, subject: Subject) -> Response:
    page = page_of(request.query_params)
    query = subject.query.model_copy(update={"order": "-day", "limit": PER_PAGE, "offset": (page - 1) * PER_PAGE})
    with site.reading() as db:
        many, rows = count_incidents(db, query), list_incidents(db, query)
        if not many:
            raise WebError(404, "subject-unknown", f"no incident has that {subject.kind.lower()}")
        found = site.kept.get(
            last_change(db),
            ("subject", subject.query),
            lambda: gathered(db, subject.query, subject.concerns, names=site.settings.names),
        )
    given = {
        "subject": subject,
        "incidents": many,
        "rows": rows,
        "page": page,
        "pages": -(-many // PER_PAGE),
        "here": request.url.include_query_params,
        "found": found,
        "labels": [use for use in found.labels if subject.kind != "Actor" or use.party == subject.title],
        "profile": _profile(subject, found),
    }
    return site.page(request, "subject.html", given)


def _profile(subject: Subject, found: Gathered) -> SourceProfile | None:
    return next((one for one in found.sources if (one.role, one.key) == (subject.role, subject.key)), None)


def _lies(one: Said, name: str, region: str, country: str) -> bool:
    at = one.claim.place
    return at is not None and all(
        not wanted or wanted == has
        for wanted, has in ((name, at.name or at.text), (region, at.admin1), (country, at.country))
    )


def _registered(id_: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the registry says of an actor."""
    registry = Registry.load().actors
    entry = registry.get(id_)
    if entry is None:
        return ()

    def named(other: str) -> str:
        return registry[other].name if other in registry else country_name(other) or other

    years = entry.years and f"{entry.years[0]}–{entry.years[1] or ''}"
    facts: dict[str, Iterable[str | None]] = {
        "Kind": [entry.kind.replace("_", " ")],
        "Country": [country_name(entry.country)] if entry.country else [],
        "Years": [years],
        "Also called": entry.aliases[:8],
        "Part of": [named(entry.part_of)] if entry.part_of else [],
        "Said to be backed by": list(map(named, entry.backed_by)),
    }
    said = {word: tuple(one_line(value) for value in values if value) for word, values in facts.items()}
    return tuple((word, values) for word, values in said.items() if values)


ROUTES = (
    Route("/actors/{actor}", actor, Permission.READ),
    Route("/places", place, Permission.READ),
    Route("/outlets/{outlet:path}", outlet, Permission.READ),
    Route("/origins/{origin:path}", origin, Permission.READ),
)
