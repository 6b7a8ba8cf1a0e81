"""From a name, what it means and how it is related, to a point, a radius and a precision."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from math import cos, pi, radians, sqrt
from typing import Any

from shapely import MultiPolygon, Polygon, affinity, box

from hearsay.codebook import table
from hearsay.places.choose import Scored
from hearsay.places.contested import standing
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.geometry import KM_PER_DEGREE, centre, distance_km, middle, moved
from hearsay.places.names import fold
from hearsay.places.relations import Stand
from hearsay.places.toponym import Toponym
from hearsay.records import Candidate, Place, Point, Relation, Span, mention

_AREAS = ("country", "admin1", "admin2", "admin3", "region", "continent", "mountains", "water", "river")
_TOWNS = ("town", "quarter", "facility")
_SENTENCE_END = re.compile(r"[.!?]\W*\s|\n")
_NEAR_ENOUGH_KM = 25.0
"""UCDP codes a place within some 25 km of a named one as near it; further away it is a fuzzy region."""


@cache
def _rules() -> dict[str, Any]:
    return table("place_relations")


def located(
    text: str,
    toponyms: Sequence[Toponym],
    spans: Sequence[Span],
    chosen: Sequence[Sequence[Scored]],
    stands: Sequence[Stand | None],
    unsettled: Container[int],
    gazetteer: Gazetteer,
) -> tuple[Place, ...]:
    """The contract's Places. A name without a meaning is placed by what it stands by, or has no coordinates.

    ``unsettled``: numbers of the toponyms whose meanings are candidates only.
    """
    offered = chosen
    chosen = [() if k in unsettled else scored for k, scored in enumerate(offered)]
    points = [_point_of(scored, chosen) for scored in chosen]
    places = (_place(text, toponyms, spans, chosen, points, stands[k], gazetteer, k) for k in range(len(toponyms)))
    return tuple(
        place.model_copy(update={"candidates": _candidates(offered[k])}) if k in unsettled else place
        for k, place in enumerate(places)
    )


def _point_of(scored: Sequence[Scored], chosen: Sequence[Sequence[Scored]]) -> tuple[float, float, float] | None:
    """Latitude, longitude, radius of the best meaning; a district without a point has that of its towns named here."""
    if not scored:
        return None
    entry = scored[0][1]
    if entry.lat is not None and entry.lon is not None:
        return entry.lat, entry.lon, entry.radius_km
    towns = [
        (other[0][1].lat, other[0][1].lon)
        for other in chosen
        if other
        and other[0][1].kind in _TOWNS
        and other[0][1].country == entry.country
        and other[0][1].admin1 == entry.admin1
    ]
    located_towns = [(lat, lon) for lat, lon in dict.fromkeys(towns) if lat is not None and lon is not None]
    if located_towns:
        return (*centre(located_towns), max(entry.radius_km, 40.0))
    holder = next(
        (
            o[0][1]
            for o in chosen
            if o and o[0][1].kind == "admin1" and o[0][1].name == entry.admin1 and o[0][1].lat is not None
        ),
        None,
    )
    return (
        (holder.lat, holder.lon, holder.radius_km)
        if holder and holder.lat is not None and holder.lon is not None
        else None
    )


def _place(
    text: str,
    toponyms: Sequence[Toponym],
    spans: Sequence[Span],
    chosen: Sequence[Sequence[Scored]],
    points: Sequence[tuple[float, float, float] | None],
    stand: Stand | None,
    gazetteer: Gazetteer,
    k: int,
) -> Place:
    toponym, span, scored = toponyms[k], spans[k], chosen[k]
    if stand is not None and stand.kind == "between" and scored and scored[0][1].kind in ("country", "continent"):
        stand = None  # "relations between Russia and Turkey" are nowhere on the way from one to the other
    relation = None
    if stand is not None:
        other = mention(text, spans[stand.other]) if stand.other is not None else None
        relation = Relation(kind=stand.kind, bearing=stand.bearing, distance_km=stand.distance_km, other=other)
    words = text[span[0] : span[1]]
    if not scored:
        return _unresolved(text, spans, relation, toponym, chosen, points, k)
    entry, point = scored[0][1], points[k]
    lat = lon = radius = None
    precision = _precision(entry, toponym)
    anchor = None
    if point is not None:
        lat, lon, radius = point
        if _is_seat(entry, toponym):
            radius = max(radius, _rules()["radius"][toponym.kind])
        if (
            toponym.kind in ("facility", "road")
            and entry.kind not in ("facility", "road")
            and not _is_whole(words, entry)
        ):
            radius, precision = max(radius, _rules()["radius"][toponym.kind]), _rules()["precision"]["landmark"]
        if stand is not None:
            anchor = Point(lat=lat, lon=lon)
            other_point = points[stand.other] if stand.other is not None else None
            lat, lon, radius, precision = _shifted(entry, (lat, lon, radius), precision, stand, other_point, gazetteer)
    country, claims = standing(entry)
    # The regions of a source that lists the place under another country are that country's.
    one, two = _admin(entry, lat, lon, gazetteer) if country == entry.country else (None, None)
    return Place(
        text=words, span=span, name=entry.name, id=entry.id, lat=lat, lon=lon,
        radius_km=None if radius is None else round(radius, 1), precision=precision, country=country,
        country_claims=claims, admin1=one, admin2=two, relation=relation, anchor=anchor,
        candidates=_candidates(scored[1:]),
    )  # fmt: skip


def _candidates(scored: Sequence[Scored]) -> tuple[Candidate, ...]:
    """At most five meanings that have a point."""
    return tuple(
        Candidate(name=e.name, id=e.id, lat=e.lat, lon=e.lon, country=e.country, admin1=e.admin1, score=score)
        for score, e in scored
        if e.lat is not None and e.lon is not None
    )[:5]


def _is_whole(words: str, entry: Entry) -> bool:
    """Whether the entry is the facility itself, not the town that it is named after."""
    return len(entry.matched) >= len(words) - 2


def _is_seat(entry: Entry, toponym: Toponym) -> bool:
    """Whether the text names a district or province of which the gazetteer has only the town of its name."""
    return entry.kind == "town" and toponym.kind in ("admin1", "admin2") and fold(entry.name) == fold(toponym.core)


def _precision(entry: Entry, toponym: Toponym) -> int:
    if _is_seat(entry, toponym):
        return int(_rules()["precision"][toponym.kind])
    if toponym.kind == "road":
        return int(_rules()["precision"]["line"])
    return int(_rules()["precision"].get(entry.kind, 5))


def _admin(entry: Entry, lat: float | None, lon: float | None, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """First- and second-level region: by border where there is one, else as listed."""
    one = entry.name if entry.kind == "admin1" else entry.admin1
    two = entry.name if entry.kind == "admin2" else entry.admin2
    if (
        lat is None
        or lon is None
        or entry.kind in ("country", "continent", "water", "river", "mountains", "region", "admin1")
    ):
        return one, two
    country, by_border, below = gazetteer.admin_at(lat, lon)
    if country is not None and country != entry.country:
        return one, two
    return by_border or one, (below or two) if entry.kind != "admin2" else two


def _shifted(
    entry: Entry,
    point: tuple[float, float, float],
    precision: int,
    stand: Stand,
    other: tuple[float, float, float] | None,
    gazetteer: Gazetteer,
) -> tuple[float, float, float, int]:
    """Point, radius and precision by the rules for each relation."""
    lat, lon, radius = point
    rule, code = _rules()["radius"], _rules()["precision"]
    area = entry.kind in _AREAS
    if stand.kind == "distance" and stand.distance_km is not None:
        precision = code["landmark"] if stand.distance_km <= _NEAR_ENOUGH_KM else code["part"]
        if stand.bearing is None:
            return lat, lon, max(radius, stand.distance_km), precision
        lat, lon = moved(lat, lon, stand.bearing, stand.distance_km)
        return lat, lon, max(1.0, rule["distance_share"] * stand.distance_km, radius / 2), precision
    if stand.kind == "between" and other is not None:
        away = distance_km(lat, lon, other[0], other[1])
        lat, lon = middle(lat, lon, other[0], other[1])
        return lat, lon, max(2.0, away / 2), code["landmark"] if away <= _NEAR_ENOUGH_KM else code["line"]
    if stand.kind == "part_of" and area and stand.bearing is not None:
        lat, lon, radius = sliced(gazetteer.border(entry), point, stand.bearing)
        return lat, lon, radius, max(precision, code["part"]) if entry.kind != "country" else code["country"]
    if stand.kind == "part_of":
        return lat, lon, radius, precision
    least = rule["edge"] if stand.edge else rule["direction"] if stand.kind == "direction" else rule["near"]
    if area:
        return lat, lon, radius + least, code["part"] if stand.kind == "direction" else precision
    return lat, lon, max(least, 2 * radius), code["landmark"]


def sliced(
    border: Polygon | MultiPolygon | None, point: tuple[float, float, float], bearing: float
) -> tuple[float, float, float]:
    """Point and radius (km) of the part of an area that lies furthest in a direction.

    With a border: the middle of the slice that holds the furthest ``slice.share`` of its extent. Without one: half a
    radius away from its point.
    """
    lat, lon, radius = point
    if border is None or border.is_empty:
        lat, lon = moved(lat, lon, bearing, radius / 2)
        return lat, lon, max(1.0, radius * 0.6)
    middle_lat = border.centroid.y
    squeeze = max(0.05, cos(radians(middle_lat)))
    origin = (0.0, 0.0)
    flat = affinity.rotate(affinity.scale(border, squeeze, 1.0, origin=origin), bearing, origin=origin)
    west, south, east, north = flat.bounds
    part = flat.intersection(box(west, north - _rules()["slice"]["share"] * (north - south), east, north))
    inside = part.centroid if part.contains(part.centroid) else part.representative_point()
    back = affinity.scale(affinity.rotate(inside, -bearing, origin=origin), 1 / squeeze, 1.0, origin=origin)
    return round(back.y, 5), round(back.x, 5), max(1.0, sqrt(part.area / pi) * KM_PER_DEGREE)


def _unresolved(
    text: str,
    spans: Sequence[Span],
    relation: Relation | None,
    toponym: Toponym,
    chosen: Sequence[Sequence[Scored]],
    points: Sequence[tuple[float, float, float] | None],
    k: int,
) -> Place:
    """A name without a meaning. A facility or a road stands by the nearest town named within two names of it."""
    span = spans[k]
    words = text[span[0] : span[1]]
    if toponym.kind in ("facility", "road"):
        for at in _nearest(text, spans, k):
            apart = "\n" in text[min(span[1], spans[at][1]) : max(span[0], spans[at][0])]
            if not chosen[at] or points[at] is None or apart:
                continue
            entry, point = chosen[at][0][1], points[at]
            if entry.kind in ("town", "quarter", "admin2", "admin3") and point is not None:
                radius = max(2 * point[2], _rules()["radius"][toponym.kind])
                anchor = Point(lat=point[0], lon=point[1])
                return Place(
                    text=words, span=span, lat=point[0], lon=point[1], radius_km=round(radius, 1),
                    precision=_rules()["precision"]["landmark"], country=entry.country, admin1=entry.admin1,
                    admin2=entry.admin2, relation=relation or Relation(kind="near"), anchor=anchor,
                )  # fmt: skip
    return Place(text=words, span=span, relation=relation)


def _nearest(text: str, spans: Sequence[Span], k: int) -> list[int]:
    """The two names before and after name ``k``: those of its own sentence first, then by the words between."""

    def away(at: int) -> tuple[bool, int]:
        first, second = sorted((spans[k], spans[at]))
        between = text[first[1] : second[0]]
        return _SENTENCE_END.search(between) is not None, len(between)

    return sorted((at for at in (k + 1, k - 1, k + 2, k - 2) if 0 <= at < len(spans)), key=away)
