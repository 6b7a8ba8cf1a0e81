"""What a layout of other people's columns must say in words: whose coding it is, by which rule, on whose word."""

from __future__ import annotations

from datetime import date

from hearsay.incidents.neutral import name_of
from hearsay.incidents.records import LinkedIncident, RuleEstimate
from hearsay.places.countries import country_name
from hearsay.publish.columns import day
from hearsay.publish.say import estimate as say_estimate
from hearsay.records import Place

HAPPENED = frozenset({"occurred", "ongoing"})


def notes(linked: LinkedIncident, estimate: RuleEstimate, *, of: str) -> str:
    """One incident told in a few sentences, for a row in the columns ``of`` ACLED or UCDP."""
    incident = linked.incident
    sides = " on ".join(filter(None, (_names(linked, "actors"), _names(linked, "recipients"))))
    toll = f"Killed: {say_estimate(estimate.killed)}" if estimate.killed else "No figure of the killed"
    said = ", ".join(origin.name for origin in linked.origins) or "nobody named"
    parts = [
        f"Coded by Hearsay, not by {of}",
        f"{incident.event.acled.sub_event_type if incident.event.acled else incident.event.type}"
        f" ({incident.status}{'' if incident.outcome == 'unknown' else ', ' + incident.outcome})"
        + (f": {sides}" if sides else ""),
        f"{toll}, by the rule {estimate.rule} {estimate.version}",
        *estimate.notes,
        f"On the word of: {said}",
    ]
    if incident.disputes:
        parts.append("Disputed: " + ", ".join(dict.fromkeys(d.field.replace("_", " ") for d in incident.disputes)))
    if incident.time is not None and incident.time.start is None:
        parts.append(f"The date is not stated: on or before {day(incident.time.end)}")
    return ". ".join(part[:1].upper() + part[1:].rstrip(".") for part in parts) + "."


def _names(linked: LinkedIncident, side: str) -> str:
    return ", ".join(name_of(party) for party in getattr(linked.incident, side))


def coordinates(place: Place | None) -> tuple[float, float] | None:
    """The named place itself, as ACLED and UCDP code it: its anchor where the point lies beside it."""
    if place is None:
        return None
    if place.anchor is not None:
        return place.anchor.lat, place.anchor.lon
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def country(place: Place | None) -> str | None:
    """Its country's name."""
    return country_name(place.country) if place and place.country else None


def iso_day(moment: str | None) -> date | None:
    """The day of an ISO date or datetime."""
    return date.fromisoformat(moment[:10]) if moment else None
