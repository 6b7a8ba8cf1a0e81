"""Names that the text puts into a region which has no such place: unresolved, and in that region."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from shapely import Point
from shapely.ops import nearest_points

from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.geometry import distance_km

_BORDER_KM = 20.0
"""So far outside a region a place may lie that is said to be in it: borders of sources differ."""
_SAME = 0.97
"""From this similarity on another spelling is taken for the name itself."""
_FAR_KM = 150.0
_METROPOLIS = 1_000_000
"""People of a town that reports are written in: it says little about where things happen."""
_TOWNS = ("town", "quarter", "facility", "admin3")


def misplaced(
    chosen: Sequence[Sequence[tuple[float, Entry]]], held: Mapping[int, int], gazetteer: Gazetteer
) -> dict[int, Entry]:
    """Toponym → the region or district that the text puts it in, where its best meaning lies well outside of that."""
    found: dict[int, Entry] = {}
    for k, at in held.items():
        if not chosen[at]:
            continue
        holder = chosen[at][0][1]
        if holder.kind not in ("admin1", "admin2"):
            continue
        best = chosen[k][0][1] if chosen[k] else None
        if best is None or (best.kind in _TOWNS and not lies_in(best, holder, gazetteer)):
            found[k] = holder
    return found


def unsupported(chosen: Sequence[Sequence[tuple[float, Entry]]], held: Container[int]) -> frozenset[int]:
    """Numbers of the toponyms whose best meaning is a town of another spelling, far from whatever else is named.

    Such a town is rather a namesake than a village that the gazetteer lacks. ``held``: those that the text places.
    """
    named = [scored[0][1] for scored in chosen if scored]
    sure = [e for e in named if e.similarity >= _SAME and e.kind in (*_TOWNS, "admin1", "admin2")]
    sure = [e for e in sure if e.population < _METROPOLIS or e.kind != "town"]
    found: set[int] = set()
    for k, scored in enumerate(chosen):
        best = scored[0][1] if scored else None
        if best is None or k in held or best.kind not in _TOWNS or best.similarity >= _SAME:
            continue
        if sure and not any(_close(best, other) for other in sure):
            found.add(k)
    return frozenset(found)


def _close(one: Entry, other: Entry) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= other.radius_km + _FAR_KM


def lies_in(entry: Entry, holder: Entry, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in a region, or no further outside of it than sources differ over its border."""
    if gazetteer.within(entry, holder):
        return True
    if entry.country != holder.country or entry.lat is None or entry.lon is None:
        return False
    border = gazetteer.border(holder)
    if border is None or border.is_empty:
        if holder.lat is None or holder.lon is None:
            return False
        return distance_km(entry.lat, entry.lon, holder.lat, holder.lon) <= holder.radius_km + _BORDER_KM
    edge, _ = nearest_points(border, Point(entry.lon, entry.lat))
    return distance_km(entry.lat, entry.lon, edge.y, edge.x) <= _BORDER_KM
