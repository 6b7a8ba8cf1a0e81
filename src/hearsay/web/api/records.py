"""Incidents, claims and articles as the records that they are, without the names of private people."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from hearsay.errors import StoreError
from hearsay.publish.publication import publication
from hearsay.publish.redact import redact
from hearsay.store import read, single
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite


def incident(incident: str, site: TheSite) -> Response:
    """A LinkedIncident: claims, origins, every estimate, the grade, why each report is in."""
    with site.reading() as db:
        shown = publication(single.single(db, incident), names=site.settings.names)
        (linked,) = shown.incidents
    return _json(linked.model_dump_json())


def claim(claim: str, site: TheSite) -> Response:
    """A Claim, with its article, its words and its incident."""
    with site.reading() as db:
        found = read.claim(db, claim)
        if not found:
            raise StoreError("claim-unknown", f"no claim is called {claim!r}")
        private = () if site.settings.names else single.private_names(db, found[0].coding)
        coding = redact(read.coding(db, found[0].coding), names=site.settings.names, also=private)
    shown = next(one for one in coding.claims if one.id == claim)
    text = coding.article.text
    told = {
        "claim": shown.model_dump(mode="json"),
        "article": coding.article.key,
        "outlet": coding.article.outlet,
        "passage": text[slice(*shown.span)],
        "incident": found[0].incident,
    }
    return JSONResponse(told)


def article(article: str, site: TheSite) -> Response:
    """The current Coding of an article: the contract's own record."""
    with site.reading() as db:
        number = single.current(db, article)
        private = () if site.settings.names else single.private_names(db, number)
        coding = redact(read.coding(db, number), names=site.settings.names, also=private)
    return _json(coding.model_dump_json())


def schema(request: Request) -> dict[str, Any]:
    """This API, described by OpenAPI."""
    found: dict[str, Any] = request.app.openapi()
    return found


def _json(record: str) -> Response:
    return Response(record, media_type="application/json")


ROUTES = (
    Route("/api/incidents/{incident}", incident, Permission.READ, in_schema=True),
    Route("/api/claims/{claim}", claim, Permission.READ, in_schema=True),
    Route("/api/articles/{article}", article, Permission.READ, in_schema=True),
    Route("/api/openapi.json", schema, Permission.READ),
)
