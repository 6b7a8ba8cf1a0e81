"""The addresses of the pages about actors, places and sources."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from hearsay.analysis.control import PlaceControl
from hearsay.claims.chain import UNATTRIBUTED
from hearsay.records import Place, SpeakerKind
from hearsay.store.overview import PUBLIC_KINDS


def incident(id_: str) -> str:
    """Of an incident."""
    return f"/incidents/{quote(id_)}"


def actor(id_: str) -> str:
    """Of a party that the registry knows."""
    return f"/actors/{quote(id_, safe=':')}"


def place(name: str | None, region: str | None = None, country: str | None = None) -> str:
    """Of a place, by its name, first-level region and country (alpha-3); without a name, of the region."""
    known = {"name": name, "region": region, "country": country}
    return f"/places?{urlencode({key: value for key, value in known.items() if value})}"


def of_place(at: Place) -> str:
    """Of a claim's or an incident's place."""
    return place(at.name or at.text, at.admin1, at.country)


def of_held(one: PlaceControl) -> str:
    """Of a place that is said to be held."""
    return place(one.place.name, one.place.admin1, one.place.country)


def outlet(name: str) -> str | None:
    """Of who publishes; none where that is not known."""
    return None if name == UNATTRIBUTED else f"/outlets/{quote(name, safe='')}"


def origin(key: str, kind: SpeakerKind) -> str | None:
    """Of who is at the start of chains; witnesses, medics and residents have no page."""
    return f"/origins/{quote(key, safe=':')}" if kind in PUBLIC_KINDS else None
