"""A table of place phrases: where they are, how they relate to the named place, how precise that is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.places import Gazetteer, find_places
from hearsay.places.geometry import distance_km

COLUMNS = 10


def table() -> Iterator[tuple[str, ...]]:
    for line in (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split(" | "))


ROWS = list(table())


def test_the_table_is_wide_enough() -> None:
    assert len(ROWS) >= 150
    assert all(len(row) == COLUMNS for row in ROWS)
    assert len({row[2] for row in ROWS}) > 30


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_phrase(row: tuple[str, ...], world: Gazetteer) -> None:
    sentence, words, country, lat, lon, within, relation, bearing, km, precision = row
    found = [place for place in find_places(sentence, world) if place.text == words]
    assert len(found) == 1, [place.text for place in find_places(sentence, world)]
    place = found[0]
    assert place.country == (None if country == "-" else country)
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(place.lat, place.lon, float(lat), float(lon)) <= float(within)
    assert (place.relation.kind if place.relation else "-") == relation
    if place.relation is not None:
        assert place.relation.bearing == (None if bearing == "-" else float(bearing))
        assert place.relation.distance_km == (None if km == "-" else pytest.approx(float(km)))
        assert place.anchor is not None
    assert precision in ("-", str(place.precision))
    assert place.radius_km is not None
    if relation in ("near", "direction"):  # the anchor's own point, with more room
        assert place.anchor is not None
        assert (place.anchor.lat, place.anchor.lon) == (place.lat, place.lon)
        assert place.radius_km >= 5
    if relation == "distance":
        assert place.anchor is not None
        moved = distance_km(place.anchor.lat, place.anchor.lon, place.lat, place.lon)
        assert moved == pytest.approx(float(km), abs=0.2)
