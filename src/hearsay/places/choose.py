"""Which place each name means: all names of an article weighed together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cache
from math import exp, log10

from hearsay.codebook import table
from hearsay.places.countries import country_of_capital
from hearsay.places.facilities import LANDMARK
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.geometry import KM_PER_DEGREE, distance_km
from hearsay.places.held import lies_in
from hearsay.places.names import fold, similarity
from hearsay.places.relations import listed_on
from hearsay.places.seats import bears_regions_name, meant_as_region, seat_of
from hearsay.places.toponym import Toponym

_CONTAINED = re.compile(
    r"(?:\s+(?:city|town|village|hamlet|settlement|township|commune|area|neighbou?rhood))?"
    r"(?:\s*,|\s*\(|,?\s+in(?:\s+the)?(?:\s+(?:north|south|east|west|central)[a-z-]{0,12})?)\s*"
)
_TOWN_SAYS = 0.7
"""What a town says for its country when the others are weighed."""
_ALSO = re.compile(r"\s*/\s*|(?:\s+(?:city|town|village))?\s*\((?:also )?")
_MOST_POINTS = 40
_MANY = 300
_BESIDE_BORDER = 0.7
"""What lying just outside of the region named counts, where lying inside counts 1."""
_NEARLY = 0.25
"""What an own name that sounds the same counts, where the very same one counts 1; less alike than ``_UNLIKE``: 0."""
_UNLIKE = 0.8
_NEXT_KM = 15.0
"""Kilometres in which it fades that one place lies next to another."""
_FAR_KM = 400.0
"""From where on a place says nothing of another's; by their latitudes alone most are further apart."""
_FAR_DEGREES = _FAR_KM / KM_PER_DEGREE + 0.01
_BESIDE = 90
"""Characters within which two names stand side by side."""
Scored = tuple[float, Entry]


@cache
def _weights() -> dict[str, float]:
    return dict(table("place_weights")["choice"])


def choose(
    toponyms: Sequence[Toponym],
    text: str,
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    hints: Mapping[str, float],
    related: Container[int],
) -> list[list[Scored]]:
    """For each toponym its candidates, best first, with scores; empty where there is none.

    Three rounds: what each name means by itself, then in view of the countries, regions and places that the others
    mean. ``hints`` are votes for countries (alpha-3) from elsewhere in the text, such as "Syrian"; ``related`` are the
    numbers of toponyms that something is near to, or a distance from: towns rather than regions of the same name.
    """
    holders, twins = containers(toponyms, text, spans), _twins(text, spans)
    holding = {at for at in holders.values() if not listed_on(text, spans, at)}
    alone = [
        _with_seats(t, _alone(t, k in related))
        if k not in holding and not meant_as_region(text, spans[k])
        else _alone(t, k in related)
        for k, t in enumerate(toponyms)
    ]
    rounds = alone
    for _ in range(2):
        rounds = _together(toponyms, alone, rounds, spans, holders, twins, gazetteer, hints)
    return rounds


def containers(toponyms: Sequence[Toponym], text: str, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Toponym → the toponym right after a comma that says where it is ("Paris, Texas"; "Saraqib in Idlib province")."""
    found: dict[int, int] = {}
    for k in range(len(toponyms) - 1):
        gap = text[spans[k][1] : spans[k + 1][0]]
        if len(gap) < 40 and _CONTAINED.fullmatch(gap) and any(_holds(e) for e in toponyms[k + 1].entries):
            found[k] = k + 1
    for k in range(len(toponyms) - 2, -1, -1):  # both names of "Kobani/Ayn al-Arab in Aleppo province" are held
        if k not in found and k + 1 in found and _ALSO.fullmatch(text[spans[k][1] : spans[k + 1][0]]):
            found[k] = found[k + 1]
    return found


def _holds(entry: Entry) -> bool:
    return entry.kind in ("country", "admin1", "admin2", "region")


def _alone(toponym: Toponym, related: bool) -> list[Scored]:
    w = _weights()
    scored: list[Scored] = []
    for entry in toponym.entries:
        people = 0 if entry.kind == "admin2" else entry.population
        score = w["population"] * log10(1 + people) + w["similarity"] * (entry.similarity - 1)
        score += w.get(f"kind {entry.kind}", 0.0)
        score += w["landmark"] * entry.id.startswith(LANDMARK)
        score += w["spellings"] * log10(1 + entry.spellings)
        score += w["primary"] * _primary(entry, toponym.core)
        if entry.kind == "admin1" and country_of_capital(toponym.core) == entry.country:
            score += w["capital's name"]
        if toponym.kind is not None and toponym.kind != "facility":
            score += w["kind said"] * (_like(entry.kind) == _like(toponym.kind))
        if related and toponym.kind is None:
            score += w["related town"] * (_like(entry.kind) == "town")
        scored.append((score, entry))
    return _ranked(scored)


def _with_seats(toponym: Toponym, scored: list[Scored]) -> list[Scored]:
    """The candidates of a name that is not called a region, regions below the town that bears their name."""
    town = next((entry for _, entry in scored if entry.kind == "town"), None)
    if town is None or toponym.kind is not None or toponym.first < toponym.core_first:
        return scored
    return _ranked([(s + _weights()["seat's name"] * seat_of(town, entry), entry) for s, entry in scored])


def _primary(entry: Entry, name: str) -> float:
    """0–1: how like the place's own name is, whichever of its spellings was found."""
    if fold(entry.name) == fold(name):
        return 1.0
    alike = entry.similarity if fold(entry.name) == fold(entry.matched) else similarity(entry.name, name)
    return _NEARLY * max(0.0, alike - _UNLIKE) / (1 - _UNLIKE)


def _like(kind: str) -> str:
    return {"quarter": "town", "admin3": "admin2", "region": "admin1"}.get(kind, kind)


def _together(
    toponyms: Sequence[Toponym],
    alone: Sequence[Sequence[Scored]],
    rounds: Sequence[Sequence[Scored]],
    spans: Sequence[tuple[int, int]],
    holders: dict[int, int],
    twins: dict[int, list[int]],
    gazetteer: Gazetteer,
    hints: Mapping[str, float],
) -> list[list[Scored]]:
    w = _weights()
    shares = [shares_of(scored) for scored in rounds]
    countries: defaultdict[str, float] = defaultdict(float, hints)
    regions: defaultdict[tuple[str, str], float] = defaultdict(float)
    voted: set[tuple[str, str]] = set()
    points: list[tuple[float, Entry, str]] = []
    for t, share in zip(toponyms, shares, strict=True):
        name = fold(t.core)
        for part, entry in share[:3]:
            if (name, entry.id) in voted or part < 0.2:
                continue
            voted.add((name, entry.id))
            if entry.country:
                countries[entry.country] += part if bears_regions_name(entry, t.core) else _TOWN_SAYS * part
            if entry.kind == "admin1" and entry.country:
                regions[entry.country, fold(entry.name)] += part
            elif entry.admin1 and entry.country:
                regions[entry.country, fold(entry.admin1)] += part
            if entry.lat is not None and entry.kind in ("town", "quarter", "admin2", "admin3", "facility"):
                points.append((part, entry, name))
    # Many names in one text are a list of places: fewer of them then say where one is, and the work stays bounded.
    points = sorted(points, key=lambda p: -p[0])[: _MOST_POINTS if len(toponyms) < _MANY else _MOST_POINTS // 8]
    near: dict[tuple[str, str], float] = {}
    nearest: dict[tuple[str, str], float] = {}
    result: list[list[Scored]] = []
    for k, t in enumerate(toponyms):
        own = {entry.id: part for part, entry in shares[k]}
        name = fold(t.core)
        rescored: list[Scored] = []
        for by_itself, entry in alone[k]:
            score = by_itself
            mine = own.get(entry.id, 0.0)
            votes = countries[entry.country] - mine if entry.country else 0.0
            score += w["country"] * votes / (votes + 1.5) if votes > 0 else 0.0
            region = (entry.country or "", fold(entry.name if entry.kind == "admin1" else entry.admin1 or ""))
            votes = regions[region] - mine
            score += w["region"] * votes / (votes + 1.0) if votes > 0 else 0.0
            if (name, entry.id) not in near:
                near[name, entry.id] = _closeness(entry, points, name)
                nearest[name, entry.id] = _nearest(entry, points, name)
            score += w["near"] * near[name, entry.id]
            score += w["nearest"] * nearest[name, entry.id]
            score += w["beside"] * _besides(entry, k, rounds, spans)
            score += w["same"] * max((_closest(entry, rounds[at]) for at in twins.get(k, ())), default=0.0)
            if k in holders:
                score += w["contained"] * _contained(entry, rounds[holders[k]], gazetteer)
            rescored.append((score, entry))
        result.append(_ranked(rescored))
    return result


def shares_of(scored: Sequence[Scored]) -> list[tuple[float, Entry]]:
    """Scores as shares of one."""
    if not scored:
        return []
    top = scored[0][0]
    parts = [(exp(min(0.0, score - top) * 1.5), entry) for score, entry in scored[:8]]
    total = sum(part for part, _ in parts)
    return [(part / total, entry) for part, entry in parts]


def _closeness(entry: Entry, points: Sequence[tuple[float, Entry, str]], name: str) -> float:
    """0–1: how near the other places of the article lie."""
    if entry.lat is None or entry.lon is None or entry.kind == "country":
        return 0.0
    total = 0.0
    for part, other, other_name in points:
        if other_name == name or other.lat is None or other.lon is None or abs(entry.lat - other.lat) > _FAR_DEGREES:
            continue
        away = distance_km(entry.lat, entry.lon, other.lat, other.lon)
        if away < _FAR_KM:
            total += part * exp(-away / 60)
    return total / (total + 0.7)


def _nearest(entry: Entry, points: Sequence[tuple[float, Entry, str]], name: str) -> float:
    """0–1: how near the nearest of the article's other places lies, for a place whose name only sounds like this one.

    One in its own spelling needs no neighbour; of two that sound like it the one beside the others is meant.
    """
    if entry.similarity == 1 or entry.lat is None or entry.lon is None or entry.kind == "country":
        return 0.0
    return max(
        (
            part * exp(-distance_km(entry.lat, entry.lon, other.lat, other.lon) / _NEXT_KM)
            for part, other, other_name in points
            if other_name != name and other.lat is not None and other.lon is not None
        ),
        default=0.0,
    )


def _besides(entry: Entry, k: int, rounds: Sequence[Sequence[Scored]], spans: Sequence[tuple[int, int]]) -> float:
    """0–1: how near the place lies to what the names right before and after it mean ("X, northwest of Nablus")."""
    if entry.lat is None or entry.lon is None or entry.kind in ("country", "continent"):
        return 0.0
    best = 0.0
    for at in (k - 1, k + 1):
        if not 0 <= at < len(rounds) or not rounds[at] or spans[max(at, k)][0] - spans[min(at, k)][1] > _BESIDE:
            continue
        other = rounds[at][0][1]
        if other.lat is not None and other.lon is not None and other.kind in ("town", "quarter", "admin2", "admin3"):
            best = max(best, exp(-distance_km(entry.lat, entry.lon, other.lat, other.lon) / 30))
    return best


def _closest(entry: Entry, others: Sequence[Scored]) -> float:
    """0–1: how near the place lies to the nearest of the other name's meanings."""
    if entry.lat is None or entry.lon is None:
        return 0.0
    away = [
        distance_km(entry.lat, entry.lon, e.lat, e.lon)
        for _, e in others[:30]
        if e.lat is not None and e.lon is not None
    ]
    return exp(-min(away) / 5) if away else 0.0


def _twins(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """Names that are two names of one place: "Kobani/Ayn al-Arab"."""
    found: dict[int, list[int]] = {}
    for k in range(len(spans) - 1):
        if _ALSO.fullmatch(text[spans[k][1] : min(spans[k + 1][0], spans[k][1] + 20)]):
            found.setdefault(k, []).append(k + 1)
            found.setdefault(k + 1, []).append(k)
    return found


def _contained(entry: Entry, container: Sequence[Scored], gazetteer: Gazetteer) -> float:
    """1 when the entry lies in what the container most likely is, less for its other meanings and beside its border."""
    best = 0.0
    for part, holder in shares_of(container)[:6]:
        share = 0.5 + part / 2
        if share <= best or entry.kind == holder.kind or not _holds(holder):
            continue
        if gazetteer.within(entry, holder):
            best = share
        elif (
            share * _BESIDE_BORDER > best and holder.kind in ("admin1", "admin2") and lies_in(entry, holder, gazetteer)
        ):
            best = share * _BESIDE_BORDER
    return best


def _ranked(scored: list[Scored]) -> list[Scored]:
    return sorted(
        ((round(score, 4), entry) for score, entry in scored), key=lambda s: (-s[0], -s[1].population, s[1].id)
    )
