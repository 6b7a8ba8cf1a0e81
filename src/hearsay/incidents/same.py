"""Do two claims of one article tell one happening? Place, time, parties, mode and status must not speak against it."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from hearsay.actors.people import ARMED
from hearsay.codebook import table
from hearsay.records import Claim, Party, PartyKind, Place, Time

EARTH_KM = 6371.0088
_NOT_ARMED: frozenset[PartyKind] = frozenset({"civilians", "person", "organisation", "government"})
_BEAR_ARMS: frozenset[PartyKind] = ARMED - {"state_forces", "external_forces"}
_SPARED: frozenset[PartyKind] = frozenset({"civilians", "person", "object"})
_COUNTRY = 6
"""UCDP where_prec of a country: whoever names no more does not say that it was elsewhere in it."""
_PROVINCE = 4
"""Of a first-level division."""
_DEAD: dict[str, str] = {"bodies": "killed"}
_HAPPENED = frozenset({"occurred", "ongoing", "attempted", "denied", "thwarted"})


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine)."""
    a, b, c, d = map(radians, (lat1, lon1, lat2, lon2))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def compatible(a: Claim, b: Claim) -> bool:
    """Nothing in the two claims speaks against their being one happening."""
    return may_be_rivals(a, b) and modes_fit(a, b) and parties_fit(a, b) and not _of_two_minds(a, b)


def _of_two_minds(a: Claim, b: Claim) -> bool:
    """One speaker tells the one and denies the other: nobody does both of one happening."""
    if (a.status == "denied") == (b.status == "denied"):
        return False
    p, q = a.attribution[0], b.attribution[0]
    return p.text.lower() == q.text.lower() if p.id is None or q.id is None else p.id == q.id


def may_be_rivals(a: Claim, b: Claim) -> bool:
    """They tell of one kind of event at one time and place, whoever they say did it and to whom."""
    if (a.status in _HAPPENED) != (b.status in _HAPPENED) or not types_fit(a, b):
        return False
    return _of_period(a) == _of_period(b) and places_fit(a, b) and (_undated(a, b) or times_fit(a.time, b.time))


def _undated(a: Claim, b: Claim) -> bool:
    """One of them is a denial that names no day: it speaks of a deed told elsewhere, on whatever day that was."""
    return any(c.status == "denied" and (c.time is None or c.time.basis == "publication") for c in (a, b))


def _of_period(claim: Claim) -> bool:
    """It tells of many events: its figures are totals over a day or a week, or it sums up a war."""
    return claim.trace.get("place") == "wide" or (
        bool(claim.counts) and all(c.scope == "period_total" for c in claim.counts)
    )


def types_fit(a: Claim, b: Claim) -> bool:
    """The same type; or force and coercion by one party in one place: acts of one raid."""
    if a.event.type == b.event.type:
        return True
    raid = {a.event.type, b.event.type} == {"ASSAULT", "COERCE"}
    return (
        raid
        and (_one_place(a, b) or {a.trace.get("place"), b.trace.get("place")} == {"anaphor", "carried"})
        and (not a.actors or not b.actors or any(_same(p, q) for p in a.actors for q in b.actors))
    )


def modes_fit(a: Claim, b: Claim) -> bool:
    """Equal, or one of them says only that people were hit."""
    modes = {a.event.mode, b.event.mode} - {None, *table("incidents")["open_modes"]}
    unlike = _ground_fight(a) != _ground_fight(b) and {True} == {_remote(c) or _ground_fight(c) for c in (a, b)}
    if unlike and not _answers(a, b):
        return False
    coerced = "COERCE" in (a.event.type, b.event.type)
    return (coerced or len(modes) <= 1) and (
        a.event.acled is None or b.event.acled is None or _territory(a) == _territory(b)
    )


def _answers(a: Claim, b: Claim) -> bool:
    """Fighters who are the victims of the one hit back at its forces in the other: a raid and the bomb laid for it."""
    return any(
        {p.kind, q.kind} <= _BEAR_ARMS and alike(p, q)
        for one, other in ((a, b), (b, a))
        if one.recipients and all(p.kind in ARMED or p.object_class == "vehicle" for p in one.recipients)
        for p in one.actors
        for q in other.recipients
    )


def _ground_fight(claim: Claim) -> bool:
    """Two armed sides are named, and met on the ground."""
    sides = all(any(p.kind in ARMED for p in side) for side in (claim.actors, claim.recipients))
    return claim.outcome == "repelled" or (
        sides and claim.event.acled is not None and claim.event.acled.event_type == "Battles"
    )


def _remote(claim: Claim) -> bool:
    return claim.event.acled is not None and claim.event.acled.event_type == "Explosions/Remote violence"


def _territory(claim: Claim) -> bool:
    return claim.event.acled is not None and "territory" in claim.event.acled.sub_event_type


def places_fit(a: Claim, b: Claim) -> bool:
    """The same place, one inside the other, near each other, or one of them not stated."""
    p, q = a.place, b.place
    if p is None or q is None or (p.id is not None and p.id == q.id) or p.text.lower() == q.text.lower():
        return True
    if p.country and q.country and p.country != q.country:
        return False
    if p.country == q.country and _COUNTRY in (p.precision, q.precision):
        return True
    if p.admin1 is not None and p.admin1 == q.admin1 and _PROVINCE in (p.precision, q.precision):
        return True  # inside, however far from the middle of a long province
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        elsewhere = any(c.trace.get("place") == "clause" for c, place in ((a, p), (b, q)) if place.lat is None)
        carried = "carried" in (a.trace.get("place"), b.trace.get("place"))
        return same_figure(a, b) or (carried and not elsewhere)
    if same_figure(a, b) and max(p.precision or 1, q.precision or 1) >= 3:
        return p.admin1 is None or q.admin1 is None or p.admin1 == q.admin1
    apart = km(p.lat, p.lon, q.lat, q.lon)
    return apart <= max(float(table("incidents")["near_km"]), _reach(p) + _reach(q))


_AREA_KM = 40.0
"""How far a district or a county reaches from the town that bears its name, where its own extent is not known."""
_AREAS = frozenset("district county province governorate division prefecture department oblast".split())


def _reach(place: Place) -> float:
    area = _AREA_KM if place.text.lower().split()[-1] in _AREAS else 0.0
    return max(area, place.radius_km if place.radius_km is not None else 2.0)


def times_fit(a: Time | None, b: Time | None) -> bool:
    """Their days overlap; an unknown beginning reaches back two days from publication."""
    if a is None or b is None:
        return True
    first, second = _days(a), _days(b)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _days(time: Time) -> tuple[int, int] | None:
    end = time.end or time.start
    if end is None:
        return None
    last = date.fromisoformat(end[:10]).toordinal()
    return (date.fromisoformat(time.start[:10]).toordinal() if time.start else last - 2), last


def parties_fit(a: Claim, b: Claim) -> bool:
    """Both sides shared, swapped or left out: two named doers that differ are two events."""
    if _meet(a.actors, b.actors) and ("denied" in (a.status, b.status) or _meet(a.recipients, b.recipients)):
        return True
    return crossed(a, b) and _meet(a.actors, b.recipients) and _meet(a.recipients, b.actors)


def own_account(a: Claim, b: Claim) -> bool:
    """Two voices on one deed, the doer's among them: to it the victims bear arms, to the other they are civilians."""
    if {a.event.type, b.event.type} != {"ASSAULT"} or not _meet(a.actors, b.actors) or not _one_area(a, b):
        return False
    for own, other in ((a, b), (b, a)):
        doers = {known for p in own.actors or other.actors for known in (p.id, p.name) if known}
        theirs, others = (
            bool(doers & {s.id, s.affiliation, s.name}) for s in (own.attribution[0], other.attribution[0])
        )
        armed = any(p.kind in _BEAR_ARMS for p in own.recipients)
        if theirs and not others and armed and any(p.kind in _SPARED for p in other.recipients):
            return True
    return False


def _one_area(a: Claim, b: Claim) -> bool:
    """The same place, or one of them does not name its own."""
    return _one_place(a, b) or "carried" in (a.trace.get("place"), b.trace.get("place"))


def crossed(a: Claim, b: Claim) -> bool:
    """The doer of the one is named as the victim of the other."""
    pairs = ((a.actors, b.recipients), (a.recipients, b.actors))
    return any(alike(p, q) for doers, victims in pairs for p in doers for q in victims)


def _meet(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """One side is not stated, or a party of one may be a party of the other."""
    return not a or not b or any(alike(p, q) for p in a for q in b)


def alike(p: Party, q: Party) -> bool:
    """May the two be one party? The same name or id; else the same kind where one of them has no name."""
    if p.id is not None and p.id == q.id:
        return True
    if {p.kind, q.kind} <= {"state_forces", "external_forces"} and p.country == q.country:
        return True  # the police and the army of one country stand on one side
    if p.name and q.name:
        return p.name == q.name
    if p.country and q.country and p.country != q.country:
        return False
    either = {p.kind, q.kind}
    return p.kind == q.kind or bool(either & {"unknown", "object"}) or either <= _NOT_ARMED


def linked(a: Claim, b: Claim) -> bool:
    """Is there a positive reason to join them: a shared place, party or figure, or a reference back?"""
    if b.trace.get("place") == "anaphor":
        return True
    if _one_place(a, b) or same_figure(a, b):
        return True
    if _elsewhere(a, b):
        return False
    shared = any(_same(p, q) for p in (*a.actors, *a.recipients) for q in (*b.actors, *b.recipients))
    return shared or not (b.actors and b.recipients)


def closeness(a: Claim, b: Claim) -> int:
    """How much speaks for one happening: a place referred back to, the type, then a shared figure, a shared place."""
    back = _one_place(a, b) and b.trace.get("place") == "anaphor"
    return 5 * back + 4 * (a.event.type == b.event.type) + 2 * same_figure(a, b) + _one_place(a, b)


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Each names a place of its own, and the places differ."""
    stated = all(c.trace.get("place") in ("clause", "sentence") and c.place is not None for c in (a, b))
    return stated and not _one_place(a, b)


def same_figure(a: Claim, b: Claim) -> bool:
    """Both give the same figure for the same measure; bodies are of those killed."""
    figures = {(_DEAD.get(c.measure, c.measure), c.best) for c in a.counts if c.best}
    return any((_DEAD.get(c.measure, c.measure), c.best) in figures for c in b.counts)


def _one_place(a: Claim, b: Claim) -> bool:
    p, q = a.place, b.place
    if p is None or q is None:
        return False
    return (p.id is not None and p.id == q.id) or p.text.lower() == q.text.lower()


def _same(p: Party, q: Party) -> bool:
    return (
        (p.id is not None and p.id == q.id)
        or (p.name is not None and p.name == q.name)
        or p.text.lower() == q.text.lower()
    )
