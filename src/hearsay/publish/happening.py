"""What a claim and an incident have in common, as cells: the event, its parties, its place."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.analysis.control import HeldPlace
from hearsay.incidents.neutral import name_of
from hearsay.publish.columns import Columns, Value, integers, listed, numbers, texts
from hearsay.publish.say import interval
from hearsay.records import Claim, Estimate, Incident, Place

POINT_COLUMNS: Columns = (
    *numbers(
        lat="Latitude in degrees (WGS 84); empty when the place was not found",
        lon="Longitude in degrees (WGS 84)",
        radius_km="How far off the point may be",
    ),
    *integers(where_prec="UCDP's precision of place, 1 (exact) to 7"),
    *texts(admin1="First-level division", country="ISO 3166-1 alpha-3"),
)
PLACE_COLUMNS: Columns = (
    *texts(
        place="Where the effect fell",
        place_relation="near, direction, distance, between or part_of that place",
    ),
    *POINT_COLUMNS,
    *texts(place_id="The gazetteer's id"),
)


def event_cells(told: Claim | Incident) -> dict[str, Value]:
    """Type, mode, ACLED's types, status and outcome."""
    event = told.event
    return {
        "event_type": event.type,
        "event_mode": event.mode,
        "acled_event_type": event.acled.event_type if event.acled else None,
        "acled_sub_event_type": event.acled.sub_event_type if event.acled else None,
        "status": told.status,
        "outcome": told.outcome,
    }


def party_cells(told: Claim | Incident) -> dict[str, Value]:
    """Names and kinds of both sides, each list in one cell and in the same order."""
    return {
        "actors": listed(name_of(party) for party in told.actors),
        "actor_kinds": listed(party.kind for party in told.actors),
        "recipients": listed(name_of(party) for party in told.recipients),
        "recipient_kinds": listed(party.kind for party in told.recipients),
    }


def said_parts(parts: Mapping[str, Estimate], told: Incident) -> str | None:
    """The parts of a toll in words, with neutral names: "civilians: 9; Hamas: 2–5"."""
    names = {party.name or party.text: name_of(party) for party in (*told.actors, *told.recipients)}
    said = ((names.get(key, key.replace("_", " ")), toll) for key, toll in parts.items())
    return listed(f"{name}: {interval(toll.low, toll.best, toll.high)}" for name, toll in said)


def place_cells(place: Place | None) -> dict[str, Value]:
    """The cells of :data:`PLACE_COLUMNS`."""
    return {
        "place": (place.name or place.text) if place else None,
        "place_relation": place.relation.kind if place and place.relation else None,
        **point_cells(place),
        "place_id": place.id if place else None,
    }


def point_cells(place: Place | HeldPlace | None) -> dict[str, Value]:
    """The cells of :data:`POINT_COLUMNS`."""
    return {
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "where_prec": place.precision if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
    }
