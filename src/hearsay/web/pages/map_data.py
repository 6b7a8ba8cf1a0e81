"""What the map shows: incidents, clustered here so that a hundred thousand of them are a few hundred points."""

from __future__ import annotations

import json
from collections.abc import Sequence

from fastapi import Request, Response
from shapely import set_precision
from shapely.geometry import mapping

from hearsay.store.codings import last_change
from hearsay.store.overview import Cluster, clusters
from hearsay.web.faults import WebError
from hearsay.web.pages.overview import asked_for
from hearsay.web.regions import Regions, Shape
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

_DEEPEST = 14
_PIXEL = 360 / 512
"""Degrees of longitude that a pixel takes at zoom level 0."""
_CELLS = 8  # to a tile of the map, so that clusters stand about 64 pixels apart


def map_data(request: Request, site: TheSite) -> Response:
    """GeoJSON of the filtered incidents, for the zoom level ``zoom`` (0 to 14); ``regions``: shapes of some of them."""
    asked = request.query_params.get("zoom", "3")
    if not (asked.isascii() and asked.isdecimal() and int(asked[:3]) <= _DEEPEST):
        raise WebError(400, "request-invalid", f"zoom must be a whole number from 0 to {_DEEPEST}")
    zoom = int(asked)
    with site.reading() as db:
        query, cell = asked_for(request, db, site.kept).query.whole, 360 / (_CELLS * 2**zoom)
        drawn = site.maps.get(
            last_change(db), (query, zoom), lambda: _drawn(clusters(db, query, cell), site.regions, zoom)
        )
    return Response(drawn, media_type="application/json")


def _drawn(found: Sequence[Cluster], regions: Regions, zoom: int) -> bytes:
    shapes = [(one, regions.shape(one.place, one.lat, one.lon, one.where_precision)) for one in found if one.id]
    shaped = {one.id for one, shape in shapes if shape}
    drawn = {
        "type": "FeatureCollection",
        "features": [_feature(one, shaped=one.id in shaped) for one in found],
        "regions": {
            "type": "FeatureCollection",
            "features": [_region(one, shape, zoom) for one, shape in shapes if shape],
        },
    }
    return json.dumps(drawn, separators=(",", ":")).encode()


def _region(one: Cluster, shape: Shape, zoom: int) -> dict[str, object]:
    """The region in which an incident lies, no finer than the zoom level shows."""
    drawn = set_precision(shape.simplify(_PIXEL / 2**zoom), 1e-4)
    return {"type": "Feature", "geometry": mapping(drawn), "properties": {"status": one.status, "place": one.place}}


def _feature(one: Cluster, *, shaped: bool) -> dict[str, object]:
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
            "radius_km": None if shaped else one.radius_km,
            "disputed": one.disputed,
            "killed_low": one.killed_low,
        }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(one.lon, 5), round(one.lat, 5)]},
        "properties": told,
    }


ROUTES = (Route("/map", map_data, Permission.READ),)
