"""The filters of a page: what its address asks for, and addresses that ask for something else."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from hearsay.incidents.records import Corroboration
from hearsay.incidents.rules import RULES
from hearsay.places.countries import all_countries
from hearsay.records import DisputeField, EventType, Status
from hearsay.store import IncidentQuery
from hearsay.store.query import Order

PER_PAGE = 50
_LAST_PAGE = 100_000
_LONGEST = 200  # characters of a value; longer ones are no name of anything


@dataclass(frozen=True, slots=True)
class Filters:
    """What an address asks for. ``chosen`` are its understood parts, in the order of :data:`FIELDS`."""

    chosen: tuple[tuple[str, str], ...]
    query: IncidentQuery
    page: int
    ignored: tuple[str, ...]
    """What was not understood, for the reader."""

    def has(self, name: str, value: str) -> bool:
        """Whether that is chosen."""
        return (name, value) in self.chosen

    def value(self, name: str) -> str:
        """The one value chosen for ``name``, or nothing."""
        return next((value for key, value in self.chosen if key == name), "")

    def address(self, path: str = "/", **changes: str | Sequence[str] | None) -> str:
        """``path`` with these filters, some of them changed (None: left out). Back to the first page."""
        kept = [(key, value) for key, value in self.chosen if key not in changes]
        for key, value in changes.items():
            many = [value] if isinstance(value, str) else value or ()
            kept += [(key, one) for one in many]
        return f"{path}?{urlencode(kept)}" if kept else path

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out by them."""
        return any(key not in ("order", "rule") for key, _ in self.chosen)


def read_filters(asked: QueryParams, known: Mapping[str, frozenset[str]]) -> Filters:
    """The filters of an address. ``known``: for ``actor`` and ``origin`` the only values there are.

    What makes no sense is left out and said in ``ignored``; nothing raises.
    """
    chosen: list[tuple[str, str]] = []
    ignored: list[str] = []
    found: dict[str, Any] = {}
    for name, field in FIELDS.items():
        values = [value for value in asked.getlist(name) if value.strip()]
        for value in values if field.many else values[:1]:
            read = field.read(value.strip()) if len(value) <= _LONGEST else None
            if read is None or (name in known and read not in known[name]):
                ignored.append(f"{name}: “{value[:40]}” is {field.wanted}")
                continue
            chosen.append((name, value.strip()))
            found[field.of] = (*found.get(field.of, ()), read) if field.many else read
    page = page_of(asked)
    found["main"] = not found.pop("everything", False)
    query = IncidentQuery(**found, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return Filters(tuple(chosen), query, page, tuple(ignored))


def page_of(asked: QueryParams) -> int:
    """Which page of a list is asked for; the first where that makes no sense."""
    number = asked.get("page", "1")
    plain = number.isascii() and number.isdecimal() and len(number) < 10
    return int(number) if plain and 0 < int(number) <= _LAST_PAGE else 1


@dataclass(frozen=True, slots=True)
class Field:
    """One filter: the part of IncidentQuery that it sets, how its words are read, what they should have been."""

    of: str
    read: Callable[[str], Any]
    wanted: str
    many: bool = False


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _number(value: str) -> float | None:
    try:
        found = float(value)
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


def read_box(value: str) -> tuple[float, float, float, float] | None:
    """West, south, east, north in degrees, from ``1,2,3,4``; None where it is no box."""
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        return None
    sound = all(map(math.isfinite, (west, south, east, north))) and -90 <= south <= north <= 90
    return (west, south, east, north) if sound and -180 <= west <= 180 and -180 <= east <= 180 else None


def _one_of(values: Sequence[str]) -> Callable[[str], str | None]:
    return lambda value: value if value in values else None


def _words(value: str) -> str | None:
    return value if any(map(str.isalnum, value)) else None


def _country(value: str) -> str | None:
    return value if value in all_countries() else None


def _credibility(value: str) -> int | None:
    return int(value) if value in ("1", "2", "3", "4", "5", "6") else None


def _yes_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


ORDERS: tuple[str, ...] = get_args(Order)
GRADES: tuple[str, ...] = get_args(Corroboration)
STATUSES: tuple[str, ...] = get_args(Status)
TYPES: tuple[str, ...] = get_args(EventType)
DISPUTES: tuple[str, ...] = get_args(DisputeField)

FIELDS = {
    "from": Field("first_day", _day, "no day such as 2024-05-14"),
    "to": Field("last_day", _day, "no day such as 2024-05-14"),
    "country": Field("countries", _country, "no country's three-letter code", many=True),
    "place": Field("place", _words, "no name"),
    "box": Field("box", read_box, "no box of west,south,east,north in degrees"),
    "actor": Field("actor", str, "no actor of this database's"),
    "type": Field("types", _one_of(TYPES), "no type of PLOVER's", many=True),
    "event": Field("sub_types", _words, "no sub-event type", many=True),
    "status": Field("statuses", _one_of(STATUSES), "no status", many=True),
    "origin": Field("origin", str, "no origin of this database's"),
    "grade": Field("grades", _one_of(GRADES), "no grade", many=True),
    "credibility": Field("credibility", _credibility, "no grade from 1 to 6"),
    "killed": Field("killed_at_least", _number, "no number"),
    "disputed": Field("disputed", _yes_no, "neither yes nor no"),
    "dispute": Field("dispute", _one_of(DISPUTES), "nothing that is disputed"),
    "everything": Field("everything", _yes_no, "neither yes nor no"),
    "rule": Field("rule", _one_of(tuple(RULES)), "no estimate rule"),
    "order": Field("order", _one_of(ORDERS), "no order"),
}
"""Every filter by its name in an address."""
