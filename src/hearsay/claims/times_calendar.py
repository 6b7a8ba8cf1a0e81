"""Ranges of days: weeks, months, years and their parts, and how precise a range is in UCDP's terms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hearsay.codebook import table


class Days(NamedTuple):
    """First and last day, both included; an open side is null."""

    first: date | None
    last: date | None


def day(text: str | None) -> date | None:
    """The calendar day at the head of an ISO date or datetime, in the offset it is written in.

    A year that no report can have, at the ends of the calendar, is no date.
    """
    try:
        found = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return found if 1000 <= found.year < 9000 else None


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month; months may run below 1 and above 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(1))


def year_days(year: int) -> Days:
    """The first and last day of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def week_days(inside: date) -> Days:
    """Monday to Sunday around a day."""
    monday = inside - timedelta(inside.weekday())
    return Days(monday, monday + timedelta(6))


def narrowed(days: Days, part: str) -> Days:
    """The early, middle or late part of a month or a year; other lengths are left as they are."""
    if days.first is None or days.last is None:
        return days
    rule, length = table("times")["narrow"][part], (days.last - days.first).days + 1
    if 28 <= length <= 31:
        first, last = rule["days"]
        return Days(days.first.replace(day=first), days.last.replace(day=min(last, days.last.day)))
    if length in (365, 366):
        first, last = rule["months"]
        return Days(month_days(days.first.year, first).first, month_days(days.first.year, last).last)
    return days


def precision_of(first: date | None, last: date | None) -> int:
    """UCDP GED's date_prec of a range: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer or open."""
    if first is None or last is None:
        return 5
    length = (last - first).days + 1
    for precision, longest in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if length <= longest:
            return precision
    return 5
