"""Tables as data: each column with its type and its meaning, from which every file and the data dictionary are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Value = str | float | int | bool | None
Row = Mapping[str, Value]
"""A value for each column of a table; None where nothing is known."""
Type = Literal["text", "integer", "number", "date", "boolean"]
"""``date`` is an ISO day; an ISO date or datetime, where both are met, is ``text``."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``meaning`` is its line in the data dictionary."""

    name: str
    type: Type
    meaning: str


Columns = tuple[Column, ...]


def texts(**meanings: str) -> Columns:
    """Columns of text, by name."""
    return tuple(Column(name, "text", meaning) for name, meaning in meanings.items())


def numbers(**meanings: str) -> Columns:
    """Columns of numbers, by name."""
    return tuple(Column(name, "number", meaning) for name, meaning in meanings.items())


def integers(**meanings: str) -> Columns:
    """Columns of whole numbers, by name."""
    return tuple(Column(name, "integer", meaning) for name, meaning in meanings.items())


def dates(**meanings: str) -> Columns:
    """Columns of ISO days, by name."""
    return tuple(Column(name, "date", meaning) for name, meaning in meanings.items())


def listed(values: Iterable[str | None]) -> str | None:
    """Several values in one cell, by "; "; None when there is none. A semicolon inside one becomes a comma."""
    return "; ".join(value.replace(";", ",") for value in values if value) or None


def whole(value: float | None) -> int | None:
    """A figure as a whole number; halves go up."""
    return None if value is None else int(value + 0.5)


def day(moment: str | None) -> str | None:
    """The day of an ISO date or datetime."""
    return moment[:10] if moment else None
