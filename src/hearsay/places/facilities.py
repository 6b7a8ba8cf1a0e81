"""Bases, dams, crossings, camps and buildings of ``codebook/facilities.toml``, with all their names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hearsay.codebook import table
from hearsay.places.names import fold
from hearsay.places.schema import NewPlace

LANDMARK = "hearsay:facility/"
"""How their ids begin."""
_RADIUS_KM = 2.0


def facilities() -> Iterator[NewPlace]:
    """The bases, dams, crossings and buildings of the codebook, under every name that they stand with."""
    called = table("facilities")["called"]
    for name, entry in table("facilities")["facility"].items():
        bare = (name, *entry.get("also", ()))
        full = tuple(f"{one} {word}" for one in bare for word in called.get(entry.get("is"), ()))
        first = full[0] if full else name
        yield NewPlace(
            LANDMARK + fold(first).replace(" ", "-"), first, "facility", entry["at"][0], entry["at"][1],
            entry["country"], radius_km=entry.get("km", _RADIUS_KM), claims=tuple(entry.get("claims", ())),
            names=full if entry.get("town") else (*bare, *full),
        )  # fmt: skip


@cache
def landmark_words() -> frozenset[str]:
    """The words that end the names of the codebook's facilities, in lower case: "dam", "base", "crossing"."""
    called = table("facilities")["called"].values()
    return frozenset(phrase.casefold().split()[-1] for phrases in called for phrase in phrases)
