"""The small map of an incident: where each claim puts it, on the basemap's borders, as shapes for an SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.publish.plain import one_line
from hearsay.records import Claim, Place, Point
from hearsay.web.assets import Assets
from hearsay.web.ground import KM_PER_DEGREE, Frame, clear_of, country_names, land, outline, scale_of
from hearsay.web.regions import Regions

SIZE = 320
_ALONE_KM = 1500.0  # from edge to edge where there is one place: its country and the neighbours
_LEAST_KM = 25.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as claims have it, in the map's pixels."""

    x: float
    y: float
    reach: float
    name: str
    claims: tuple[str, ...]
    region: str | None
    """The outline of the region that the place is, instead of the circle."""
    anchor: tuple[float, float] | None
    """The named place, where the claim says how the happening lies from it."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The map."""

    land: tuple[str, ...]
    names: tuple[tuple[float, float, str], ...]
    """Of countries, each with its place."""
    spots: tuple[Spot, ...]
    scale_km: int
    scale_px: float


def locator(claims: Iterable[Claim], assets: Assets, regions: Regions) -> Locator | None:
    """The map of the claims' places; None where none has coordinates. Without a basemap there is no land."""
    found: dict[tuple[float, float, str], list[tuple[Place, str]]] = {}
    for claim in claims:
        place = claim.place
        if place is not None and place.lat is not None and place.lon is not None:
            key = (place.lat, place.lon, one_line(place.name or place.text))
            found.setdefault(key, []).append((place, claim.id))
    if not found:
        return None
    frame = _frame([some[0][0] for some in found.values()])
    spots = tuple(
        Spot(
            *frame.pixel(lat, lon),
            reach=round((some[0][0].radius_km or 0) / frame.km_per_pixel, 1),
            name=name,
            claims=tuple(id_ for _, id_ in some),
            region=outline(frame, regions.shape(name, lat, lon, some[0][0].precision)),
            anchor=_anchor(some[0][0].anchor, frame),
        )
        for (lat, lon, name), some in found.items()
    )
    ground = land(frame, assets.find("countries.geojson"))
    names = clear_of(
        country_names(frame, assets.find("names.geojson")), [(spot.x, spot.y, spot.name) for spot in spots]
    )
    return Locator(ground, names, spots, *scale_of(frame))


def _frame(places: Sequence[Place]) -> Frame:
    """A square that holds every place with its radius, and some of what lies about."""
    lats, lons = [p.lat or 0 for p in places], [p.lon or 0 for p in places]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = math.cos(math.radians(lat))
    span = max((max(lats) - min(lats)), (max(lons) - min(lons)) * squeeze) * KM_PER_DEGREE
    reach = max(p.radius_km or 0 for p in places)
    across = max(_LEAST_KM, span * 2.2, 6 * reach) if span > 1 else max(_ALONE_KM, 6 * reach)
    return Frame(lat, lon, across / SIZE, SIZE)


def _anchor(point: Point | None, frame: Frame) -> tuple[float, float] | None:
    return frame.pixel(point.lat, point.lon) if point is not None else None
