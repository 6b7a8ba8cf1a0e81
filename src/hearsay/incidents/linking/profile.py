"""A report reduced to what linking compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.codebook import table, word_list
from hearsay.incidents.linking.weights import shipped
from hearsay.incidents.origins import is_outlet, origins_of, origins_over, tellings_of
from hearsay.incidents.records import Report
from hearsay.incidents.toll import estimate, figures_of
from hearsay.places.names import plain
from hearsay.records import NOT_HAPPENED, Claim, Measure, Party, Place, Time

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""Letters of a word that are compared: "shelled" and "shelling" are one."""
_DISTRICT = 3
"""UCDP where_prec of a second-level district."""
_AREA_KM = 15.0

Range = tuple[float, float, float]
"""Low, best and high; an open end is the best."""
Said = tuple[float | None, float | None]
"""Killed and injured at best, as one origin has them; None where it gives none."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One report, for comparing. Days are proleptic ordinals, distances kilometres."""

    id: str
    article: str
    happened: bool
    """False: planned, threatened, hypothetical. A denial speaks of something said to have happened."""
    of_period: bool
    """Its figures are totals over many events."""
    types: frozenset[str]
    modes: frozenset[str]
    acts: frozenset[str]
    """ACLED sub-event types."""
    remote: bool
    ground: bool
    days: tuple[int, int] | None
    """The first and the last; where none is stated, the lag before publication."""
    to_the_day: bool
    """One stated day, UCDP date_prec 1."""
    dated: bool
    """Its days are stated."""
    place_id: str | None
    lat: float | None
    lon: float | None
    radius: float
    area: bool
    """A district or more: it says little about where in it."""
    country: str | None
    place_name: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    killed: Range | None
    injured: Range | None
    weapons: frozenset[str]
    words: frozenset[str]
    said: Mapping[str, Said]
    """Key of an origin (no outlet in its own voice) → its figures."""


def profile(report: Report) -> Profile:
    """What linking compares of the report."""
    claims = report.claims
    place, time = _place(claims), _time(claims)
    days = _days(time)
    dated = time is not None and time.start is not None
    told = [c for c in claims if c.status != "denied"] or list(claims)
    acled = [c.event.acled for c in claims if c.event.acled is not None]
    return Profile(
        id=report.id,
        article=report.source.key,
        happened=any(c.status == "denied" or c.status not in NOT_HAPPENED for c in claims),
        of_period=of_period(claims),
        types=frozenset(c.event.type for c in claims),
        modes=frozenset(c.event.mode for c in claims if c.event.mode) - set(table("incidents")["open_modes"]),
        acts=frozenset(a.sub_event_type for a in acled),
        remote=any(a.event_type == "Explosions/Remote violence" for a in acled),
        ground=any(a.event_type == "Battles" for a in acled),
        days=days,
        to_the_day=dated and time is not None and time.precision == 1 and days is not None and days[0] == days[1],
        dated=dated,
        place_id=place.id if place and place.relation is None else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius=(place.radius_km if place.radius_km is not None else 2.0) if place else 0.0,
        area=place is not None and ((place.precision or 1) >= _DISTRICT or (place.radius_km or 0.0) > _AREA_KM),
        country=place.country if place else None,
        place_name=plain(place.name or place.text) if place else "",
        actors=_distinct(p for c in told for p in c.actors),
        recipients=_distinct(p for c in told for p in c.recipients),
        killed=_toll(claims, "killed"),
        injured=_toll(claims, "injured"),
        weapons=frozenset(w.text.lower().split()[-1].rstrip("s") for c in claims for w in c.weapons if w.text.split()),
        words=_words(report.passages),
        said=_said(report),
    )


def of_period(claims: Sequence[Claim]) -> bool:
    """Every figure is a total over a day or a week of many events."""
    counts = [count for claim in claims for count in claim.counts]
    return bool(counts) and all(count.scope == "period_total" for count in counts)


def _place(claims: Sequence[Claim]) -> Place | None:
    places = [c.place for c in claims if c.place is not None]
    return min(places, key=lambda p: (p.lat is None, p.precision or 7), default=None)


def _time(claims: Sequence[Claim]) -> Time | None:
    times = [c.time for c in claims if c.time is not None]
    return min(times, key=lambda t: (t.start is None, t.basis == "publication", t.precision), default=None)


def _days(time: Time | None) -> tuple[int, int] | None:
    end = (time.end or time.start) if time else None
    if time is None or end is None:
        return None
    last = date.fromisoformat(end[:10]).toordinal()
    return (date.fromisoformat(time.start[:10]).toordinal() if time.start else last - shipped().lag_days), last


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({(p.id or p.name or p.text.lower()): p for p in parties}.values())


def _toll(claims: Sequence[Claim], measure: Measure) -> Range | None:
    if not any(count.measure == measure for claim in claims for count in claim.counts):
        return None
    toll = estimate(origins_of(claims).telling(measure), measure)
    if toll is None:
        return None
    best = next((v for v in (toll.best, toll.low, toll.high) if v is not None), None)
    if best is None:
        return None
    return (
        toll.low if toll.low is not None else best,
        best,
        toll.high if toll.high is not None else max(best, toll.low or 0.0),
    )


def _said(report: Report) -> dict[str, Said]:
    # Which of two copies is called the reprint depends on which came in first; what is one incident must not.
    alone = report.model_copy(update={"source": report.source.model_copy(update={"reprint": None})})
    word_of = {key: told for key, told in origins_over(tellings_of([alone])).word_of.items() if not is_outlet(key)}

    def best(measure: Measure) -> dict[str, float | None]:
        figures = figures_of(word_of, measure, lambda _claim, _count: True)
        return {key: figure.best for key, (figure, _) in figures.items()}

    killed, injured = best("killed"), best("injured")
    return {key: (killed.get(key), injured.get(key)) for key in word_of}


def _words(passages: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words that say something."""
    found = {word[:_STEM] for passage in passages for word in _WORD.findall(passage.lower())}
    return frozenset(found - _idle())


def _idle() -> frozenset[str]:
    return word_list("linking", "idle_words")
