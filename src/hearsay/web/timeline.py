"""The timeline: days gathered into bars of equal time, as shapes for an SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.store.overview import Day

WIDTH, COUNT_HEIGHT, TOLL_HEIGHT = 1000, 90, 60
_WIDEST = 40
_MOST_BARS = {"day": 93, "week": 156, "month": 240}  # more bars than that, and the next larger unit is taken


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of time: its place in the drawing, from the left and in height, and what it stands for."""

    first_day: str
    last_day: str
    label: str
    incidents: int
    killed_low: float
    killed_high: float
    unbounded: int
    x: float
    width: float
    height: float
    toll_low: float
    toll_high: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of incidents above, the range of the killed below."""

    unit: str
    bars: tuple[Bar, ...]
    most_incidents: int
    most_killed: float
    ticks: tuple[tuple[float, str], ...]
    killed_low: float
    killed_high: float
    unbounded: int


def timeline(days: Sequence[Day]) -> Timeline | None:
    """The days, which are in order, drawn; None where there is none."""
    if not days:
        return None
    first, last = date.fromisoformat(days[0].day), date.fromisoformat(days[-1].day)
    unit = _unit(first, last)
    starts = [_start(first, unit)]
    while (after := _next(starts[-1], unit)) <= last:
        starts.append(after)
    found: dict[date, list[Day]] = {start: [] for start in starts}
    for day in days:
        found[_start(date.fromisoformat(day.day), unit)].append(day)
    most = max(sum(day.incidents for day in some) for some in found.values())
    most_killed = max(sum(day.killed_high for day in some) for some in found.values())
    step = WIDTH / len(starts)
    bars = tuple(_bar(start, unit, found[start], at * step, step, most, most_killed) for at, start in enumerate(starts))
    every = max(1, len(starts) // 8)
    return Timeline(
        unit=unit,
        bars=bars,
        most_incidents=most,
        most_killed=most_killed,
        ticks=tuple((bar.x, bar.label) for bar in bars[::every]),
        killed_low=sum(day.killed_low for day in days),
        killed_high=sum(day.killed_high for day in days),
        unbounded=sum(day.unbounded for day in days),
    )


def _bar(start: date, unit: str, some: Sequence[Day], x: float, step: float, most: int, most_killed: float) -> Bar:
    low, high = sum(day.killed_low for day in some), sum(day.killed_high for day in some)
    incidents = sum(day.incidents for day in some)
    scale = TOLL_HEIGHT / most_killed if most_killed else 0
    return Bar(
        first_day=start.isoformat(),
        last_day=(_next(start, unit) - timedelta(days=1)).isoformat(),
        label=_label(start, unit),
        incidents=incidents,
        killed_low=low,
        killed_high=high,
        unbounded=sum(day.unbounded for day in some),
        x=round(x, 2),
        width=round(min(_WIDEST, max(step * 0.85, min(step, 1.0))), 2),
        height=round(COUNT_HEIGHT * incidents / most, 2),
        toll_low=round(low * scale, 2),
        toll_high=round(high * scale, 2),
    )


def _unit(first: date, last: date) -> str:
    span = (last - first).days + 1
    for unit, length in (("day", 1), ("week", 7), ("month", 30)):
        if span / length <= _MOST_BARS[unit]:
            return unit
    return "year"


def _start(day: date, unit: str) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _next(start: date, unit: str) -> date:
    match unit:
        case "month":
            return (start + timedelta(days=31)).replace(day=1)
        case "year":
            return start.replace(year=start.year + 1)
        case _:
            return start + timedelta(days=7 if unit == "week" else 1)


def _label(start: date, unit: str) -> str:
    match unit:
        case "year":
            return str(start.year)
        case "month":
            return f"{start:%b %Y}"
        case _:
            return f"{start.day} {start:%b %Y}"
