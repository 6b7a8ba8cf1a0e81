"""Which states claim or hold a place beside the one it is listed under."""

from __future__ import annotations

from functools import cache

from hearsay.codebook import table
from hearsay.places.countries import country_claims
from hearsay.places.gazetteer import Entry
from hearsay.places.names import fold


def claims_on(entry: Entry) -> tuple[str, ...]:
    """Alpha-3 codes: of the place itself, else of the contested region it is listed in, else of its whole country."""
    if entry.claims or entry.country is None:
        return entry.claims
    known = _regions()
    for name in (entry.name, entry.admin1 or "") if entry.kind in ("admin1", "region") else (entry.admin1 or "",):
        if (entry.country, fold(name)) in known:
            return known[entry.country, fold(name)]
    return country_claims(entry.country)


@cache
def _regions() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Country, folded name) of the contested regions of ``features.toml`` → the other states that claim or hold it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for group in table("features").values():
        for name, region in group.items():
            if "claims" in region and "country" in region:
                for spelling in (name, *region.get("also", ())):
                    found[region["country"], fold(spelling)] = tuple(region["claims"])
    return found
