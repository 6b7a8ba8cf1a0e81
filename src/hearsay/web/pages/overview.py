"""The overview: map, timeline and table under one set of filters."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response
from sqlalchemy import Connection

from hearsay.incidents.rules import RULES
from hearsay.places.countries import country_name
from hearsay.store import list_incidents, overview
from hearsay.store.codings import last_change
from hearsay.store.overview import Choice
from hearsay.store.query import STATED
from hearsay.store.read import count_articles
from hearsay.web import filters
from hearsay.web.filters import PER_PAGE, Filters, read_filters
from hearsay.web.kept import Kept
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite
from hearsay.web.timeline import timeline


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


def show(request: Request, site: TheSite) -> Response:
    """The page. htmx takes its results out of it when a filter changes."""
    with site.reading() as db:
        offered = choices(db, site.kept)
        asked = read_filters(request.query_params, offered.known)
        found = overview.totals(db, asked.query)
        in_passing = 0
        if asked.query.main:
            everything = asked.query.model_copy(update={"main": False})
            in_passing = overview.totals(db, everything).incidents - found.incidents
        given = {
            "asked": asked,
            "choices": offered,
            "offered": filters,
            "rules": [name for name in RULES if name != STATED],
            "rows": list_incidents(db, asked.query),
            "totals": found,
            "in_passing": in_passing,
            "pages": -(-found.incidents // PER_PAGE),
            "timeline": timeline(overview.days(db, asked.query)),
            "articles": count_articles(db),
        }
    return site.page(request, "overview.html", given)


ROUTES = (Route("/", show, Permission.READ),)
