"""Who is said to hold which place on a day: a slider over the days, a map and a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import Request, Response

from hearsay.analysis.control import ControlWord, PlaceControl, control_on
from hearsay.publish.analysis.control import answer_of
from hearsay.web.analysed import analysed
from hearsay.web.ground import KM_PER_DEGREE, Frame, clear_of, country_names, land, scale_of
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite
from hearsay.web.subject.cells import table

SIZE = 620
_COLOURS = 6
"""Holders that have a colour of their own, the most frequent first; the others share one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map. ``holder``: number of its colour, None where nobody is said to hold it."""

    x: float
    y: float
    name: str
    words: str
    holder: int | None
    contested: bool


def show(request: Request, site: TheSite) -> Response:
    """The page for the day ``on`` (an ISO date) or ``day`` (its number, as the slider has it); else the last one."""
    made, current = analysed(site)
    if made is None:
        return site.being_made(request, "Who is said to hold what")
    words = made.result.control
    days = sorted({date.fromisoformat(word.day) for word in words})
    if not days:
        return site.page(request, "control.html", {"on": None, "current": current})
    on = min(max(_day(request) or days[-1], days[0]), days[-1])
    held = control_on(words, on)
    answer, holders = answer_of(held), _holders(words)
    frame = _frame(words)
    spots = _spots(held, holders, frame) if frame else ()
    labels = [(spot.x, spot.y, spot.name) for spot in spots]
    given = {
        "on": on,
        "current": current,
        "days": days,
        "answer": answer,
        "lines": table(answer),
        "holders": holders[:_COLOURS],
        "spots": spots,
        "unplaced": len(held) - len(spots),
        "land": land(frame, site.assets.find("countries.geojson")) if frame else (),
        "names": clear_of(country_names(frame, site.assets.find("names.geojson")), labels) if frame else (),
        "scale": scale_of(frame) if frame else None,
        "size": SIZE,
    }
    return site.page(request, "control.html", given)


def _day(request: Request) -> date | None:
    asked = request.query_params
    try:
        return date.fromordinal(int(asked["day"][:7])) if "day" in asked else date.fromisoformat(asked["on"])
    except (KeyError, ValueError, OverflowError):
        return None


def _holders(words: Sequence[ControlWord]) -> list[str]:
    """The camps that are said to hold anything, the most frequent first: their colours stay the same over the days."""
    many: dict[str, int] = {}
    for word in words:
        for holder in word.holders:
            many[holder.name] = many.get(holder.name, 0) + 1
    return sorted(many, key=lambda name: (-many[name], name))


def _frame(words: Sequence[ControlWord]) -> Frame | None:
    """A square that holds every place that is ever spoken of; None where none has coordinates."""
    points = [(w.place.lat, w.place.lon) for w in words if w.place.lat is not None and w.place.lon is not None]
    if not points:
        return None
    (south, north), (west, east) = ((min(some), max(some)) for some in zip(*points, strict=True))
    lat, lon = (south + north) / 2, (west + east) / 2
    span = max(north - south, (east - west) * math.cos(math.radians(lat))) * KM_PER_DEGREE
    return Frame(lat, lon, max(span * 1.2, 300) / SIZE, SIZE)


def _spots(held: Sequence[PlaceControl], holders: Sequence[str], frame: Frame) -> tuple[Spot, ...]:
    found = []
    for one in held:
        if one.place.lat is None or one.place.lon is None:
            continue
        names = [by.holder.name for by in one.holders]
        who = " or ".join(names) or "not said by whom"
        at = min(holders.index(names[0]), _COLOURS) if names else None
        x, y = frame.pixel(one.place.lat, one.place.lon)
        found.append(Spot(x, y, one.place.name, f"{one.place.name}: {who}", at, one.contested))
    return tuple(found)


ROUTES = (Route("/control", show, Permission.READ),)
