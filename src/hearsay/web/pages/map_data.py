"""What the map shows: incidents, clustered here so that a hundred thousand of them are a few hundred points."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from fastapi import Request, Response
from shapely import set_precision
from shapely.geometry import mapping

from hearsay.store.codings import last_change
from hearsay.store.overview import Cluster, clusters
from hearsay.web.faults import WebError
from hearsay.web.filters import read_box
from hearsay.web.pages.overview import asked_for
from hearsay.web.regions import Regions, Shape
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

_DEEPEST = 14
_PIXEL = 360 / 512
"""Degrees of longitude that a pixel takes at zoom level 0."""
_NARROWED_FROM = 5
"""Zoom level from which only what lies about the view is given: below it the world is a few hundred clusters."""
_ABOUT = 0.5
"""Degrees about the view, at the least: how far off a place may be reaches into it from outside."""
_CELLS = 8  # to a tile of the map, so that clusters stand about 64 pixels apart


Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west may be greater than east."""


def map_data(request: Request, site: TheSite) -> Response:
    """GeoJSON of the filtered incidents, for the zoom level ``zoom`` (0 to 14); ``regions``: shapes of some of them.

    ``view``: the box that the map shows. ``box`` is that of which incidents are given, null where it is all of them.
    """
    asked = request.query_params.get("zoom", "3")
    if not (asked.isascii() and asked.isdecimal() and int(asked[:3]) <= _DEEPEST):
        raise WebError(400, "request-invalid", f"zoom must be a whole number from 0 to {_DEEPEST}")
    zoom = int(asked)
    seen = _seen(request.query_params.get("view"), zoom)
    with site.reading() as db:
        query, cell = asked_for(request, db, site.kept).query.whole, 360 / (_CELLS * 2**zoom)
        drawn = site.maps.get(
            last_change(db),
            (query, zoom, seen),
            lambda: _drawn(clusters(db, query, cell, seen), site.regions, zoom, seen),
        )
    return Response(drawn, media_type="application/json")


def _seen(view: str | None, zoom: int) -> Box | None:
    """The whole tiles that hold the view and some of what lies about it; None: the world."""
    if view is None:
        return None
    box = read_box(view)
    if box is None:
        raise WebError(400, "request-invalid", "view must be west,south,east,north in degrees")
    tile = 360 / 2**zoom
    about = max(tile, _ABOUT)
    west, south, east, north = box
    across = (east - west) % 360
    if zoom < _NARROWED_FROM or across + 2 * (about + tile) >= 360:
        return None
    first, low = (math.floor((edge - about) / tile) * tile for edge in (west, south))
    last, high = (math.ceil((edge + about) / tile) * tile for edge in (west + across, north))
    return _turned(first), max(-90.0, low), _turned(last), min(90.0, high)


def _turned(longitude: float) -> float:
    """It between -180 and 180."""
    return (longitude + 180) % 360 - 180


def _drawn(found: Sequence[Cluster], regions: Regions, zoom: int, seen: Box | None) -> bytes:
    shapes = [(one, regions.shape(one.place, one.lat, one.lon, one.where_precision)) for one in found if one.id]
    shaped = {one.id for one, shape in shapes if shape}
    drawn = {
        "type": "FeatureCollection",
        "box": seen,
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
