"""What the map shows: incidents, clustered here so that a hundred thousand of them are a few hundred points."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import JSONResponse

from hearsay.store.overview import Cluster, clusters
from hearsay.web.faults import WebError
from hearsay.web.pages.overview import asked_for
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

_DEEPEST = 14
_CELLS = 8  # to a tile of the map, so that clusters stand about 64 pixels apart


def map_data(request: Request, site: TheSite) -> JSONResponse:
    """GeoJSON of the filtered incidents, for the zoom level ``zoom`` (0 to 14)."""
    zoom = request.query_params.get("zoom", "3")
    if not (zoom.isascii() and zoom.isdecimal() and int(zoom[:3]) <= _DEEPEST):
        raise WebError(400, "request-invalid", f"zoom must be a whole number from 0 to {_DEEPEST}")
    with site.reading() as db:
        found = clusters(db, asked_for(request, db, site.kept).query, 360 / (_CELLS * 2 ** int(zoom)))
    return JSONResponse({"type": "FeatureCollection", "features": [_feature(one) for one in found]})


def _feature(one: Cluster) -> dict[str, object]:
    if one.id is None:
        told: dict[str, object] = {
            "incidents": one.incidents,
            "box": [one.west, one.south, one.east, one.north],
            "disputed": one.disputed,
        }
    else:
        what = one.sub_type or (one.type or "").capitalize()
        told = {
            "incidents": 1,
            "id": one.id,
            "title": what,
            "place": one.place or "",
            "day": one.day or "",
            "status": one.status,
            "radius_km": one.radius_km,
            "region": (one.where_precision or 0) >= 3,
            "disputed": one.disputed,
            "killed_low": one.killed_low,
        }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(one.lon, 5), round(one.lat, 5)]},
        "properties": told,
    }


ROUTES = (Route("/map", map_data, Permission.READ),)
