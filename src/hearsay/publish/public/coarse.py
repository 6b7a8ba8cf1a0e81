"""Which claims give a place that could be harmed by being known closely, and that place by its district alone."""

from __future__ import annotations

import re
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.places import Gazetteer
from hearsay.records import Claim, Place

_DISTRICT, _REGION, _COUNTRY = 3, 4, 6
"""UCDP where_prec."""


def is_sensitive(claim: Claim) -> bool:
    """Whether it tells of a shelter or a hospital, or is a witness's word (``codebook/public.toml``)."""
    parties = (*claim.actors, *claim.recipients)
    if any(party.object_class in words_at("public", "coarse", "objects") for party in parties):
        return True
    if any(speaker.kind in words_at("public", "coarse", "speakers") for speaker in claim.attribution):
        return True
    places = (claim.place, *claim.other_places)
    names = [party.text for party in parties] + [name for p in places if p for name in (p.text, p.name) if name]
    return any(_words().search(name) for name in names)


def is_close(place: Place) -> bool:
    """Whether it says more than a district does; a name that was not found may say anything."""
    return place.precision is None or place.precision < _DISTRICT


def to_district(place: Place, gazetteer: Gazetteer) -> Place:
    """The district that holds the place, else its region, else its country without a point. Its words stay."""
    name = place.admin2 or place.admin1
    for sought, kind, precision in ((place.admin2, "admin2", _DISTRICT), (place.admin1, "admin1", _REGION)):
        for entry in gazetteer.lookup(sought, alike=False) if sought else ():
            if entry.kind == kind and entry.country == place.country and entry.lat is not None:
                radius = max(entry.radius_km, float(table("public")["coarse"]["least_radius_km"]))
                point = {"id": entry.id, "lat": entry.lat, "lon": entry.lon, "radius_km": radius}
                return _without_point(place, name=name, precision=precision, **point)
    return _without_point(place, name=name, precision=_COUNTRY if place.country else None)


def _without_point(place: Place, **known: object) -> Place:
    """``place`` without anything that says where it lies, but for what is ``known``."""
    gone = dict.fromkeys(("id", "lat", "lon", "radius_km", "relation", "anchor"))
    return place.model_copy(update={**gone, "candidates": (), **known})


@cache
def _words() -> re.Pattern[str]:
    words = sorted(words_at("public", "coarse", "words"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)
