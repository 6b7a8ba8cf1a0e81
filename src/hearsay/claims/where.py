"""A claim's place, and what one place is to another: a spot, the region around it, a country."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.places.countries import country_name
from hearsay.records import Place, Span, inside

SITE = 2
"""UCDP where_prec of a spot near a town, or known only by the town it lies in."""
COUNTRY = 6
"""UCDP where_prec of a whole country."""
_ARTICLE = 9
"""Characters that an article and a short word may add to a toponym ("Saraqib city")."""
_APART = 40
"""Characters between a region and a place that it says the whereabouts of."""
_GENERIC = re.compile(
    r"(?:the\s+|a\s+)?(?:[\w-]+\s+){0,2}(?:city|town|village|district|province|region|area|camp|settlement|locality|port"
    r"|capital|neighbou?rhood|suburb|governorate|outskirts|countryside|hamlet|heights|hills?|island|valley|quarter|parish"
    r"|commune|municipality|township|county|department|sector)s?\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s(?:people|nation|army|forces?|troops|police|navy)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Where:
    """The place, further ones, where it was launched from, and what chose them."""

    place: Place | None
    others: tuple[Place, ...]
    launched_from: Place | None
    trace: str


def rank(place: Place) -> int:
    """How wide it is, by UCDP's where_prec: 1 a point, 6 a country."""
    return place.precision if place.precision is not None else SITE + 1


def contains(wide: Place, fine: Place) -> bool:
    """Is ``wide`` the region or country that ``fine`` lies in? A village that no gazetteer has is fine enough."""
    if rank(wide) <= (SITE if fine.precision is None else max(rank(fine), SITE)):
        return False
    if wide.country != fine.country or wide.country is None:
        return False
    return rank(wide) >= COUNTRY or wide.admin1 is None or fine.admin1 is None or wide.admin1 == fine.admin1


def finest(order: Sequence[Place]) -> Place:
    """The first one; a region that only says where the next one lies ("in Mellit, North Darfur") gives way to it."""
    first = order[0]
    for other in order[1:]:
        gap = other.span[0] - first.span[1] if other.span[0] > first.span[1] else first.span[0] - other.span[1]
        if gap <= _APART and (rank(other) < rank(first) or other.precision is None) and contains(first, other):
            return other
    return first


def within(places: Sequence[Place], sentence: Span) -> Sequence[Place]:
    """The places of a sentence; ``places`` are in the order of the text."""
    first = bisect_left(places, sentence[0], key=lambda p: p.span[0])
    return places[first : bisect_left(places, sentence[1], key=lambda p: p.span[0])]


def is_place(text: str, span: Span, places: Sequence[Place]) -> bool:
    """Is the noun phrase a place and nothing else ("the town of Beryslav")?"""
    for place in places:
        if inside(place.span, span):
            after = text[place.span[1] : span[1]]
            if span[1] - span[0] - len(place.text) <= _ARTICLE and not _PEOPLE.search(after):
                return True
            if _GENERIC.fullmatch(text, span[0], place.span[0]):
                return True
    return False


def by_country(text: str, country: str, places: Sequence[Place]) -> Place | None:
    """The country itself, at its first mention, for a claim that no place was found for."""
    named = [p for p in places if p.country == country and rank(p) == COUNTRY]
    if named:  # of "eastern Congo" the country, not its east
        whole = next((p for p in named if p.relation is None), named[0])
        parts = {"relation": None, "anchor": None, "lat": None, "lon": None, "radius_km": None}
        return whole if whole.relation is None else whole.model_copy(update=parts)
    name = country_name(country)
    at = re.search(rf"\b{re.escape(name)}\b", text)
    if at is None:
        return None
    return Place(text=name, span=at.span(), name=name, precision=COUNTRY, country=country)
