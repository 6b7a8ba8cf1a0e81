"""The page of an incident."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from hearsay.incidents.reports import source_of
from hearsay.publish.publication import publication
from hearsay.store.single import home_of_reports, single
from hearsay.web.incident.chains import BOX_HEIGHT, BOX_WIDTH, chains
from hearsay.web.incident.history import history
from hearsay.web.incident.locator import SIZE, locator
from hearsay.web.incident.matrix import matrix
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite


def show(incident: str, request: Request, site: TheSite) -> Response:
    """The page; an id that was merged into another leads on to it."""
    given = view(incident, site)
    if given["linked"].id != incident:
        return RedirectResponse(f"/incidents/{given['linked'].id}", status_code=301)
    return site.page(request, "incident.html", given)


def view(id_: str, site: Site) -> dict[str, Any]:
    """What the page shows, without the names of private people."""
    with site.reading() as db:
        found = single(db, id_)
        homes = home_of_reports(db, [runner.report for one in found.incidents for runner in one.runners_up])
    shown = publication(found, names=site.settings.names)
    (linked,), codings = tuple(shown.incidents), tuple(shown.codings)
    claims = {
        claim.id: (claim, source_of(coding.article))
        for coding in codings
        for claim in coding.claims
        if claim.id in linked.incident.claims
    }
    told = [claims[id_][0] for id_ in linked.incident.claims if id_ in claims]
    return {
        "linked": linked,
        "incident": linked.incident,
        "claims": claims,
        "sources": shown.sources(linked),
        "matrix": matrix(linked, claims),
        "chains": chains(linked, claims),
        "box": (BOX_WIDTH, BOX_HEIGHT),
        "stages": history(codings, linked),
        "locator": locator(told, site.assets, site.regions),
        "size": SIZE,
        "near": [(runner, *homes.get(runner.report, (None, None))) for runner in linked.runners_up],
        "seq": shown.seq,
        "coders": shown.coders,
    }


ROUTES = (Route("/incidents/{incident}", show, Permission.READ, quick=True),)
