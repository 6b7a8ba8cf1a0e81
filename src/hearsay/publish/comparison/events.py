"""Events of any of the layouts in the few terms in which they are compared."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hearsay.codebook import table
from hearsay.errors import InputError
from hearsay.publish.columns import Row

Cells = Mapping[str, str]
_COMPARED = frozenset({"occurred", "ongoing", "attempted", "thwarted"})
_LONGEST_CELL = 1 << 24  # characters; UCDP lists all its sources in one


@dataclass(frozen=True, slots=True)
class Event:
    """One event. Days are a range, both included; ``radius_km`` is how far off the point may be."""

    id: str
    start: date
    end: date
    lat: float
    lon: float
    radius_km: float
    place: str
    type: str | None
    """ACLED's event type; None where the layout has none."""
    parties: tuple[str, ...]
    killed: tuple[float | None, float | None, float | None]
    """Low, best, high."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A data set's columns: by which it is known, and how a row is read. ValueError, KeyError: it cannot be."""

    name: str
    marks: frozenset[str]
    read: Callable[[Cells], Event | str]
    """The event, or why the row is none that can be compared."""
    rule: str | None = None
    """The estimate rule that is closest to its own."""
    deadly: bool = False
    """It holds only events with a death."""


def read_events(path: Path, left_out: Counter[str]) -> tuple[Layout, list[Event]]:
    """The events of a CSV file and its layout, known by the header.

    Rows that cannot be compared are counted in ``left_out`` by reason. InputError ``not-found``, ``unreadable``,
    ``wrong-encoding``, ``layout-unknown``, ``no-events``.
    """
    where = str(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            rows = _rows(file, ";" if header.count(";") > header.count(",") else ",", where)
            layout = _layout(frozenset(next(rows, {})), where)
            events = list(_events(layout, rows, left_out))
    except FileNotFoundError as error:
        raise InputError("not-found", "there is no such file", where=where) from error
    except OSError as error:
        raise InputError("unreadable", f"cannot be read ({error.strerror})", where=where) from error
    except UnicodeDecodeError as error:
        raise InputError("wrong-encoding", "not UTF-8", where=where, hint="Save the file as UTF-8.") from error
    if not events:
        raise InputError("no-events", "none of its rows can be compared", where=where)
    return layout, events


def our_events(rows: Iterable[Row], left_out: Counter[str], *, deadly: bool = False) -> list[Event]:
    """The events of rows of ``incidents.csv`` that were never written; ``deadly``: only those with a death."""
    cells = ({name: "" if value is None else str(value) for name, value in row.items()} for row in rows)
    found = list(_events(OURS, cells, left_out))
    kept = [event for event in found if any(event.killed) or not deadly]
    if len(kept) < len(found):
        left_out["no death in any figure, which the other data set would not hold"] += len(found) - len(kept)
    return kept


def _rows(file: Iterable[str], delimiter: str, where: str) -> Iterator[Cells]:
    """The header as a row of its own, then the rows."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.DictReader(file, delimiter=delimiter, restval="")
        yield dict.fromkeys(reader.fieldnames or (), "")
        yield from reader
    except csv.Error as error:
        raise InputError("invalid-csv", f"not CSV: {error}", where=f"{where}:{reader.line_num}") from error
    finally:
        csv.field_size_limit(before)


def _layout(header: frozenset[str], where: str) -> Layout:
    for layout in LAYOUTS:
        if layout.marks <= header:
            return layout
    hint = "Compare takes incidents.csv of `hearsay export`, or a file with the columns of ACLED or UCDP GED."
    raise InputError("layout-unknown", "its header is none that is known", where=where, hint=hint)


def _events(layout: Layout, rows: Iterable[Cells], left_out: Counter[str]) -> Iterator[Event]:
    for row in rows:
        try:
            event = layout.read(row)
        except (ValueError, KeyError, TypeError):
            event = "a row without a readable day, point or figure"
        if isinstance(event, Event):
            yield event
        else:
            left_out[event] += 1


def _ours(row: Cells) -> Event | str:
    if row["status"] not in _COMPARED:
        return f"{row['status']}: not said to have happened"
    if row["contains"]:
        return "a total over days, whose events are compared"
    if not row["end_date"] or not row["lat"]:
        return "no day or no place was found"
    end = date.fromisoformat(row["end_date"])
    known = date.fromisoformat(row["start_date"]) if row["start_date"] else None
    return Event(
        id=row["incident_id"],
        start=known or end - timedelta(days=_rules()["undated_days"]),
        end=end,
        lat=float(row["anchor_lat"] or row["lat"]),
        lon=float(row["anchor_lon"] or row["lon"]),
        radius_km=float(row["radius_km"] or 0),
        place=row["place"],
        type=row["acled_event_type"] or None,
        parties=_listed(row["actors"], row["recipients"]),
        killed=(_number(row["killed_low"]), _number(row["killed_best"]), _number(row["killed_high"])),
    )


def _acled(row: Cells) -> Event | str:
    day = _acled_day(row["event_date"])
    spread = timedelta(days=_rules()["spread_days"]["acled_time_precision"].get(row["time_precision"], 0))
    killed = _number(row["fatalities"])
    return Event(
        id=row["event_id_cnty"],
        start=day - spread,
        end=day + spread,
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        radius_km=_rules()["radius_km"]["acled_geo_precision"].get(row["geo_precision"], 5),
        place=row["location"],
        type=row["event_type"] or None,
        parties=_listed(row["actor1"], row["assoc_actor_1"], row["actor2"], row["assoc_actor_2"]),
        killed=(killed, killed, killed),
    )


def _ged(row: Cells) -> Event | str:
    return Event(
        id=row["id"],
        start=date.fromisoformat(row["date_start"][:10]),
        end=date.fromisoformat(row["date_end"][:10]),
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        radius_km=_rules()["radius_km"]["ucdp_where_prec"].get(row["where_prec"].removesuffix(".0"), 5),
        place=row["where_coordinates"],
        type=None,
        parties=tuple(side for side in (row["side_a"], row["side_b"]) if side),
        killed=(_number(row["low"]), _number(row["best"]), _number(row["high"])),
    )


def _acled_day(text: str) -> date:
    """ISO, or "17 November 2019" as ACLED's older exports have it."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return datetime.strptime(text, "%d %B %Y").date()


def _number(text: str) -> float | None:
    return float(text) if text.strip() else None


def _listed(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for cell in cells for name in cell.split(";") if name.strip()))


def _rules() -> dict[str, Any]:
    return table("compare")


OURS = Layout("Hearsay", frozenset({"incident_id", "end_date", "killed_best", "acled_event_type"}), _ours)
LAYOUTS = (
    OURS,
    Layout("ACLED", frozenset({"event_id_cnty", "event_date", "sub_event_type", "fatalities"}), _acled, "acled-style"),
    Layout(
        "UCDP GED", frozenset({"id", "date_start", "date_end", "best", "side_a", "side_b"}), _ged, "ucdp-style", True
    ),
)
"""What ``compare`` can read."""
