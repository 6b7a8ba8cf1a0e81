"""New and changed incidents as an Atom feed (RFC 4287)."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from hearsay.publish import say
from hearsay.store import IncidentQuery, IncidentRow, list_incidents
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

_ENTRIES = 100
_NEVER = "1970-01-01"
"""Atom needs a date where no article states one; nothing is taken from our clock."""


def feed(request: Request, site: TheSite) -> Response:
    """The incidents that were last reported, the latest first."""
    with site.reading() as db:
        rows = list_incidents(db, IncidentQuery(main=True, order="-reported", limit=_ENTRIES))
    base = str(request.base_url).rstrip("/")
    given = {
        "base": base,
        "rows": [(row, _updated(row), _summary(row)) for row in rows],
        "updated": _updated(rows[0]) if rows else f"{_NEVER}T00:00:00Z",
    }
    return Response(site.templates.get_template("feed.xml").render(given), media_type="application/atom+xml")


def _updated(row: IncidentRow) -> str:
    return f"{(row.last_reported or row.last_day or _NEVER)[:10]}T00:00:00Z"


def _summary(row: IncidentRow) -> str:
    killed = say.interval(row.killed_low, row.killed_best, row.killed_high)
    told = f"killed {killed}; " if killed != "no figure" else ""
    return f"{row.status}; {told}{row.corroboration.replace('_', ' ')}, credibility {row.credibility} of 6"


ROUTES = (Route("/feed.atom", feed, Permission.READ),)
