"""Incidents as OGC API – Features, part 1 (core, GeoJSON): https://docs.ogc.org/is/17-069r4/17-069r4.html."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import JSONResponse

from hearsay.store import IncidentQuery, IncidentRow, count_incidents, list_incidents, overview
from hearsay.store.query import incident_row
from hearsay.store.read import incident
from hearsay.web.api.asked import Box, Interval, box_of, days_of
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

_CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GEOJSON = "application/geo+json"
MOST = 10_000
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def landing(request: Request) -> dict[str, Any]:
    """Where everything is."""
    base = _base(request)
    return {
        "title": "Hearsay",
        "description": "Incidents of conflict as they are told, with who says so.",
        "links": [
            _link(f"{base}/", "self", "this document"),
            _link(f"{base}/openapi.json", "service-desc", "the API", "application/vnd.oai.openapi+json;version=3.0"),
            _link(f"{base}/conformance", "conformance", "conformance classes"),
            _link(f"{base}/collections", "data", "collections"),
        ],
    }


def conformance() -> dict[str, Any]:
    """The parts of the standard that are kept to."""
    return {"conformsTo": [f"{_CORE}core", f"{_CORE}geojson"]}


def collections(request: Request, site: TheSite) -> dict[str, Any]:
    """The one collection there is."""
    base = _base(request)
    links = [_link(f"{base}/collections", "self", "this document")]
    return {"links": links, "collections": [collection(request, site)]}


def collection(request: Request, site: TheSite) -> dict[str, Any]:
    """Incidents, and where and when they lie."""
    base = f"{_base(request)}/collections/incidents"
    with site.reading() as db:
        found = overview.totals(db, IncidentQuery())
    extent: dict[str, Any] = {"temporal": {"interval": [[_instant(found.first_day), _instant(found.last_day)]]}}
    if found.west is not None:
        extent["spatial"] = {"bbox": [[found.west, found.south, found.east, found.north]], "crs": _CRS84}
    return {
        "id": "incidents",
        "title": "Incidents",
        "description": "Incidents as they are told; the toll is that of the rule `stated`.",
        "itemType": "feature",
        "crs": [_CRS84],
        "extent": extent,
        "links": [
            _link(base, "self", "this document"),
            _link(f"{base}/items", "items", "the incidents", _GEOJSON),
        ],
    }


def items(
    request: Request,
    site: TheSite,
    bbox: Box = "",
    datetime: Interval = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> JSONResponse:
    """Incidents as GeoJSON, a page at a time: in a box, in a time."""
    first, last = days_of(datetime)
    query = IncidentQuery(first_day=first, last_day=last, box=box_of(bbox), order="day", limit=limit, offset=offset)
    with site.reading() as db:
        many, rows = count_incidents(db, query), list_incidents(db, query)
    here = request.url.include_query_params(limit=limit)
    links = [_link(str(here.include_query_params(offset=offset)), "self", "this page", _GEOJSON)]
    if offset + len(rows) < many and rows:
        links.append(_link(str(here.include_query_params(offset=offset + limit)), "next", "the next page", _GEOJSON))
    shown = {
        "type": "FeatureCollection",
        "features": [_feature(row, request) for row in rows],
        "numberMatched": many,
        "numberReturned": len(rows),
        "links": links,
    }
    return JSONResponse(shown, media_type=_GEOJSON)


def item(request: Request, site: TheSite, feature: str) -> JSONResponse:
    """One incident."""
    with site.reading() as db:
        row = incident_row(db, feature) or incident_row(db, incident(db, feature).id)
    assert row is not None  # noqa: S101  an incident that there is has its row
    base = f"{_base(request)}/collections/incidents"
    links = [
        _link(f"{base}/items/{row.id}", "self", "this incident", _GEOJSON),
        _link(base, "collection", "all incidents"),
    ]
    return JSONResponse({**_feature(row, request), "links": links}, media_type=_GEOJSON)


def _feature(row: IncidentRow, request: Request) -> dict[str, Any]:
    point = None
    if row.lat is not None and row.lon is not None:
        point = {"type": "Point", "coordinates": [row.lon, row.lat]}
    told = row.model_dump(exclude={"lat", "lon", "id"})
    page = str(request.base_url).rstrip("/") + f"/incidents/{row.id}"
    return {"type": "Feature", "id": row.id, "geometry": point, "properties": {**told, "page": page}}


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/") + "/api"


def _instant(day: str | None) -> str | None:
    return f"{day}T00:00:00Z" if day else None


def _link(href: str, rel: str, title: str, media: str = "application/json") -> dict[str, str]:
    return {"href": href, "rel": rel, "type": media, "title": title}


def _read(path: str, answer: Any) -> Route:
    return Route(path, answer, Permission.READ, in_schema=True)


ROUTES = (
    _read("/api/", landing),
    _read("/api/conformance", conformance),
    _read("/api/collections", collections),
    _read("/api/collections/incidents", collection),
    _read("/api/collections/incidents/items", items),
    _read("/api/collections/incidents/items/{feature}", item),
)
