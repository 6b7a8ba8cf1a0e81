"""The comparison level that two reports meet in each field; a field of which one says nothing has none, but for the
place.

Levels follow the taxonomies' depth, as MELTT does: the finer the agreement, the more it weighs.
Their names are those of ``codebook/linking.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.actors.people import ARMED
from hearsay.incidents.linking.barriers import days_apart, km_apart
from hearsay.incidents.linking.profile import Profile, Range
from hearsay.incidents.sides import same_house
from hearsay.places.names import similarity, skeleton
from hearsay.records import Party

_NEAR_KM = 5.0
_LIKE_NAME = 0.7
_WIDE_DAYS = 2
_MANY = 5
"""A figure from here on is seldom that of two events by chance."""
_STATE = frozenset({"state_forces", "external_forces", "government"})
_SAYS_LITTLE = frozenset({"unknown", "object", "person", "organisation"})


def levels(a: Profile, b: Profile) -> Iterator[tuple[str, str]]:
    """(field, level) for each field that both reports speak of."""
    found = {
        "date": _date(a, b),
        "place": _place(a, b),
        "event": _event(a, b),
        **_sides(a, b),
        "killed": _toll(a.killed, b.killed),
        "injured": _toll(a.injured, b.injured),
        "weapon": _weapon(a, b),
        "words": _words(a, b),
        "origin": _origin(a, b),
    }
    return ((field, level) for field, level in found.items() if level is not None)


def _date(a: Profile, b: Profile) -> str | None:
    if a.days is None or b.days is None:
        return None
    if days_apart(a, b):
        return "a day off"
    if not (a.dated and b.dated):
        return "published late" if _published_late(a, b) else "published in time"
    wide = max(last - first for first, last in (a.days, b.days)) >= _WIDE_DAYS
    return "overlapping days" if wide else "same day"


def _published_late(a: Profile, b: Profile) -> bool:
    """The one names no day, and the other's was over more than a day before the one was published."""
    told = [p.days[1] for p in (a, b) if p.dated and p.days is not None]
    published = [p.days[1] for p in (a, b) if not p.dated and p.days is not None]
    return bool(told and published) and published[0] - told[0] > 1


def _place(a: Profile, b: Profile) -> str | None:
    if a.place_id is not None and a.place_id == b.place_id:
        return "same area" if a.area and b.area else "same place"
    if not a.place_name or not b.place_name:
        return "none told"
    apart = km_apart(a, b)
    if apart is None:
        if a.place_name == b.place_name:
            return "same area" if a.area or b.area else "same name"
        return "like name" if similarity(a.place_name, b.place_name) >= _LIKE_NAME else "other name"
    beyond = apart - a.radius - b.radius
    if beyond > _NEAR_KM:
        return "namesake" if _one_name(a, b) and not (a.area or b.area) else "neighbouring"
    if a.area or b.area:
        return "inside" if beyond <= 0 else "near"
    if a.place_name == b.place_name or similarity(a.place_name, b.place_name) >= _LIKE_NAME:
        return "same name"
    return "inside a town" if apart <= max(a.radius, b.radius) else "near"


def _one_name(a: Profile, b: Profile) -> bool:
    """Letter for letter, or in its consonants: nearly alike is not enough for two places of the map."""
    spelt = skeleton(a.place_name)
    return a.place_name == b.place_name or (spelt != "" and spelt == skeleton(b.place_name))


def _event(a: Profile, b: Profile) -> str | None:
    if (a.remote and b.ground and not b.remote) or (b.remote and a.ground and not a.remote):
        return "air against ground"
    if not a.modes or not b.modes:
        return "one names none"
    if a.modes & b.modes:
        return "same act" if a.acts & b.acts else "same mode"
    return "other mode"


def _sides(a: Profile, b: Profile) -> dict[str, str | None]:
    doer, sufferer = _parties(a.actors, b.actors), _parties(a.recipients, b.recipients)
    if "others" in (doer, sufferer):
        across = _parties(a.actors, b.recipients), _parties(a.recipients, b.actors)
        if "others" not in across and any(across):
            return {"doer": "sides swapped", "sufferer": "sides swapped"}
    return {"doer": doer, "sufferer": sufferer}


def _parties(some: tuple[Party, ...], others: tuple[Party, ...]) -> str | None:
    """How near the nearest of the two lists' parties are: one actor, one side, two; None where one is left open."""
    best: str | None = "others" if some and others else None
    for p in some:
        for q in others:
            if (p.id is not None and p.id == q.id) or (p.name is not None and p.name == q.name):
                return "same actor"
            if best != "same side":
                near = _near(p, q)
                best = "same side" if near else (None if near is None else best)
    return best


def _near(p: Party, q: Party) -> bool | None:
    """One side; None where the words of one say too little to tell."""
    if same_house(p.id, q.id):
        return True
    if p.kind in _STATE and q.kind in _STATE:
        return p.country == q.country if p.country and q.country else None
    if p.kind in _SAYS_LITTLE or q.kind in _SAYS_LITTLE:
        return None
    if p.kind in ARMED and p.id and q.id:
        return False
    return p.kind == q.kind or (p.kind in ARMED and q.kind in ARMED and p.kind not in _STATE and q.kind not in _STATE)


def _toll(a: Range | None, b: Range | None) -> str | None:
    if a is None or b is None:
        return None
    if a[1] == b[1]:
        return "same toll, five or more" if a[1] >= _MANY else "same small toll"
    less, more = sorted((a[1], b[1]))
    if (a[0] <= b[2] and b[0] <= a[2]) or more <= less * 4 / 3 + 0.5:
        return "close"
    return "apart" if more <= 2 * less else "far apart"


def _weapon(a: Profile, b: Profile) -> str | None:
    if not a.weapons or not b.weapons:
        return None
    return "same" if a.weapons & b.weapons else "others"


def _words(a: Profile, b: Profile) -> str | None:
    """By the overlap coefficient: shared words over those of the report that has fewer."""
    few = min(len(a.words), len(b.words))
    if few < 4:
        return None
    share = len(a.words & b.words) / few
    if share >= 0.8:
        return "mostly shared"
    if share >= 0.45:
        return "many shared"
    return "some shared" if share >= 0.2 else "few shared"


def _origin(a: Profile, b: Profile) -> str | None:
    """Whether an origin that both quote gives both the same figures: what it says of one event it says to everybody."""
    same: float | None = None
    for key in a.said.keys() & b.said.keys():
        for figure, other in zip(a.said[key], b.said[key], strict=True):
            if figure is not None and other is not None:
                if figure != other:
                    return "another figure"
                same = max(figure, same or 0.0)
    if same is not None:
        return "same figure, five or more" if same >= _MANY else "same small figure"
    return "no figure" if a.said.keys() & b.said.keys() else None
