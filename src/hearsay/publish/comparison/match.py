"""Pairs of events that are probably one: near in time and space, and agreeing in type and parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, cos, floor, radians
from typing import Any

from hearsay.codebook import table
from hearsay.places.geometry import KM_PER_DEGREE, distance_km
from hearsay.publish.comparison.events import Event
from hearsay.publish.comparison.parties import CIVILIANS, party_key

_MOST_CELLS = 360  # of one degree: those round the globe


@dataclass(frozen=True, slots=True)
class Match:
    """Two events taken for one, and how far apart they are."""

    ours: Event
    theirs: Event
    score: float
    km: float
    days: int
    """Between the two ranges of days; 0 where they overlap."""


@dataclass(frozen=True, slots=True)
class Alone:
    """An event that only one side has; ``near`` names the other side's one that it would match were that not taken."""

    event: Event
    near: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything compared, each event in exactly one of the three."""

    both: tuple[Match, ...]
    ours: tuple[Alone, ...]
    theirs: tuple[Alone, ...]
    outside: int
    """Their events outside the days that ours cover, which were left aside."""


def compare(ours: Sequence[Event], theirs: Sequence[Event]) -> Comparison:
    """Each of our events with at most one of theirs, the best pairs first; of equals by id."""
    inside = list(_within(theirs, ours))
    pairs = sorted(_pairs(ours, inside), key=lambda match: (-match.score, match.ours.id, match.theirs.id))
    mine: dict[str, Match] = {}
    taken: dict[str, Match] = {}
    near_mine: dict[str, str] = {}
    near_theirs: dict[str, str] = {}
    for pair in pairs:
        if pair.ours.id not in mine and pair.theirs.id not in taken:
            mine[pair.ours.id] = taken[pair.theirs.id] = pair
        near_mine.setdefault(pair.ours.id, pair.theirs.id)
        near_theirs.setdefault(pair.theirs.id, pair.ours.id)
    return Comparison(
        both=tuple(sorted(mine.values(), key=lambda match: (match.ours.start, match.ours.id))),
        ours=_alone(ours, mine, near_mine),
        theirs=_alone(inside, taken, near_theirs),
        outside=len(theirs) - len(inside),
    )


def _alone(events: Sequence[Event], matched: dict[str, Match], near: dict[str, str]) -> tuple[Alone, ...]:
    rest = sorted((e for e in events if e.id not in matched), key=lambda event: (event.start, event.id))
    return tuple(Alone(event, near.get(event.id)) for event in rest)


def _within(theirs: Sequence[Event], ours: Sequence[Event]) -> Iterator[Event]:
    """Their events in the days that ours cover."""
    margin = timedelta(days=_rules()["days"])
    first = min((event.start for event in ours), default=None)
    last = max((event.end for event in ours), default=None)
    for event in theirs:
        if first and last and event.end >= first - margin and event.start <= last + margin:
            yield event


def _pairs(ours: Sequence[Event], theirs: Sequence[Event]) -> Iterator[Match]:
    """Every pair that may be one event, found by cells of one degree and a fortnight."""
    cells: dict[tuple[int, int, int], list[Event]] = defaultdict(list)
    for event in theirs:
        for fortnight in _fortnights(event, 0):
            cells[floor(event.lat), floor(event.lon), fortnight].append(event)
    widest = max((event.radius_km for event in theirs), default=0.0)
    for event in ours:
        fortnights = _fortnights(event, _rules()["days"])
        round_it = _cells_round(event, _rules()["km"] + event.radius_km + widest)
        near = (other for cell in round_it for when in fortnights for other in cells.get((*cell, when), ()))
        for other in {other.id: other for other in near}.values():
            match = _match(event, other)
            if match is not None:
                yield match


def _fortnights(event: Event, margin: int) -> range:
    """Numbers of the spans of 14 days that the event touches, with so many days to either side."""
    return range((event.start.toordinal() - margin) // 14, (event.end.toordinal() + margin) // 14 + 1)


def _cells_round(event: Event, km: float) -> Iterator[tuple[int, int]]:
    """The cells of one degree that a circle of ``km`` about the event touches."""
    north = ceil(km / KM_PER_DEGREE)
    width = KM_PER_DEGREE * max(0.01, cos(radians(min(89.0, abs(event.lat) + north))))
    east = min(_MOST_CELLS // 2, ceil(km / width))
    for lat in range(floor(event.lat) - north, floor(event.lat) + north + 1):
        for lon in {(floor(event.lon) + step + 180) % 360 - 180 for step in range(-east, east + 1)}:
            yield lat, lon


def _match(ours: Event, theirs: Event) -> Match | None:
    """The pair, if its days and places are near enough and the whole agrees well enough."""
    rules = _rules()
    days = max(0, (theirs.start - ours.end).days, (ours.start - theirs.end).days)
    if days > rules["days"]:
        return None
    km = distance_km(ours.lat, ours.lon, theirs.lat, theirs.lon)
    reach = rules["km"] + ours.radius_km + theirs.radius_km
    if km > reach:
        return None
    agreement = {
        "date": 1 - days / (rules["days"] + 1),
        "place": 1 - km / reach,
        "type": _types(ours.type, theirs.type),
        "parties": _parties(ours.parties, theirs.parties),
        "toll": _tolls(ours.killed[1], theirs.killed[1]),
    }
    score = sum(rules["weights"][field] * value for field, value in agreement.items())
    return Match(ours, theirs, round(score, 4), km, days) if score >= rules["threshold"] else None


def _types(one: str | None, other: str | None) -> float:
    rules = _rules()["agreement"]
    if one is None or other is None:
        return float(rules["unknown"])
    if one == other:
        return 1.0
    return float(rules["related_types"]) if sorted((one, other)) in [sorted(pair) for pair in rules["related"]] else 0.0


def _parties(some: Sequence[str], others: Sequence[str]) -> float:
    rules = _rules()["agreement"]
    left, right = ({key for name in names if (key := party_key(name))} for names in (some, others))
    if not left or not right:
        return float(rules["unknown"])
    common = left & right
    if not common:
        return 0.0
    return float(rules["civilians_only"]) if common == {CIVILIANS} else 1.0


def _tolls(one: float | None, other: float | None) -> float:
    """The smaller best figure as a share of the larger."""
    if one is None or other is None:
        return float(_rules()["agreement"]["unknown"])
    return min(one, other) / max(one, other) if max(one, other) > 0 else 1.0


def _rules() -> dict[str, Any]:
    return table("compare")
