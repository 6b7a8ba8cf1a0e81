"""Dates of the Jalali and the Hijri calendar as Gregorian ones, gated by year."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import jdatetime  # type: ignore[import-untyped]
from hijridate import Hijri

Calendar = Literal["gregorian", "jalali", "hijri"]

_GREGORIAN = range(1900, 2101)
_JALALI = range(1300, 1501)
_HIJRI = range(1343, 1501)
"""Umm al-Qura's own tables begin in 1343."""
_JALALI_NOW = range(1380, 1426)
"""Bare numbers: in these years, 2001 to 2047, a date in Persian or of no known language is Jalali, and a Hijri one
would be of 1960 to 2005."""


def numeric_calendar(year: int, language: str | None) -> Calendar | None:
    """The calendar of a date in numbers alone, by its year; ``language`` decides where two would do."""
    if year in _GREGORIAN:
        return "gregorian"
    if year not in _JALALI:
        return None
    if language == "ar":
        return "hijri"
    return "jalali" if language in ("fa", "ps") or year in _JALALI_NOW else "hijri"


def to_gregorian(year: int, month: int, day: int, calendar: Calendar) -> dt.date | None:
    """The Gregorian day, or None where there is no such day or the year is outside the calendar's gate."""
    try:
        if calendar == "gregorian":
            return dt.date(year, month, day) if year in _GREGORIAN else None
        if calendar == "jalali":
            return jdatetime.date(year, month, day).togregorian() if year in _JALALI else None
        return dt.date(*Hijri(year, month, day).to_gregorian().datetuple()) if year in _HIJRI else None
    except (ValueError, OverflowError):
        return None
