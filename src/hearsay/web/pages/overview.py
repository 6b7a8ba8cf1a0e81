"""The overview: map, timeline and table under one set of filters."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response
from sqlalchemy import Connection

from hearsay.incidents.rules import RULES
from hearsay.places.countries import country_name
from hearsay.store import IncidentQuery, count_incidents, list_incidents, overview
from hearsay.store.codings import last_change
from hearsay.store.overview import Choice, Totals
from hearsay.store.query import STATED
from hearsay.store.read import count_articles
from hearsay.web import filters
from hearsay.web.filters import PER_PAGE, Filters, read_filters
from hearsay.web.kept import Kept
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite
from hearsay.web.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters can choose from in this database."""

    countries: tuple[Choice, ...]
    sub_types: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    origins: tuple[Choice, ...]

    @property
    def known(self) -> dict[str, frozenset[str]]:
        """The only values of filters that could otherwise be used to look for a private name."""
        return {
            "actor": frozenset(choice.value for choice in self.actors),
            "origin": frozenset(choice.value for choice in self.origins),
        }


def choices(db: Connection, kept: Kept) -> Choices:
    """Those of the whole database, whatever is filtered."""
    return kept.get(last_change(db), "choices", lambda: _choices(db))


def _choices(db: Connection) -> Choices:
    named = (Choice(value=c.value, name=country_name(c.value) or c.value, incidents=c.incidents)
             for c in overview.countries(db))  # fmt: skip
    return Choices(
        countries=tuple(sorted(named, key=lambda choice: choice.name)),
        sub_types=overview.sub_types(db),
        actors=tuple(sorted(overview.actors(db), key=lambda choice: choice.name.casefold())),
        origins=tuple(sorted(overview.origins(db), key=lambda choice: choice.name.casefold())),
    )


def asked_for(request: Request, db: Connection, kept: Kept) -> Filters:
    """The filters of a request, for what is drawn beside the overview."""
    return read_filters(request.query_params, choices(db, kept).known)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the filters come to, whichever page of the table is looked at, in whatever order."""

    totals: Totals
    in_passing: int
    timeline: Timeline | None


def _sums(db: Connection, query: IncidentQuery) -> Sums:
    found, in_passing = overview.totals(db, query), 0
    if query.main:
        in_passing = count_incidents(db, query.model_copy(update={"main": False})) - found.incidents
    return Sums(found, in_passing, timeline(overview.days(db, query)))


def show(request: Request, site: TheSite) -> Response:
    """The page. htmx takes its results out of it when a filter changes."""
    with site.reading() as db:
        offered = choices(db, site.kept)
        asked = read_filters(request.query_params, offered.known)
        query = asked.query.whole
        sums = site.kept.get(last_change(db), query, lambda: _sums(db, query))
        given = {
            "asked": asked,
            "choices": offered,
            "offered": filters,
            "rules": [name for name in RULES if name != STATED],
            "rows": list_incidents(db, asked.query),
            "totals": sums.totals,
            "in_passing": sums.in_passing,
            "pages": -(-sums.totals.incidents // PER_PAGE),
            "timeline": sums.timeline,
            "articles": count_articles(db),
        }
    return site.page(request, "overview.html", given)


ROUTES = (Route("/", show, Permission.READ),)
