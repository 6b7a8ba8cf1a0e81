"""What OGC API – Features lets a request ask for: a box and a time. Nonsense is an error here, for programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query

from hearsay.web.faults import WebError
from hearsay.web.filters import read_box

Box = Annotated[str, Query(description="west,south,east,north in degrees", max_length=200)]
Interval = Annotated[
    str, Query(description="an instant, or an interval start/end; .. or nothing: open", max_length=100)
]


def box_of(value: str) -> tuple[float, float, float, float] | None:
    """The box. WebError ``request-invalid``."""
    if not value:
        return None
    parts = value.split(",")
    found = read_box(",".join([*parts[:2], *parts[3:5]]) if len(parts) == 6 else value)  # heights are left out
    if found is None:
        raise WebError(400, "request-invalid", "bbox must be west,south,east,north in degrees")
    return found


def days_of(value: str) -> tuple[str | None, str | None]:
    """First and last day of an interval. WebError ``request-invalid``."""
    if not value:
        return None, None
    first, between, last = value.partition("/")
    start, end = _day(first), _day(last if between else first)
    if start and end and start > end:
        raise WebError(400, "request-invalid", "datetime ends before it begins")
    return start, end


def _day(value: str) -> str | None:
    if value in ("", ".."):
        return None
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError as error:
        raise WebError(400, "request-invalid", "datetime must be RFC 3339, or an interval of two") from error
