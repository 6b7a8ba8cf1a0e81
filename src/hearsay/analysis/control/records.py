"""What is said of who holds a place."""

from __future__ import annotations

from typing import Literal

from hearsay.analysis.said import Voice
from hearsay.records import Record

Change = Literal["taken", "left", "kept", "not_taken"]
"""Taken: by force or without. Left: a withdrawal. Kept: an assault was thrown back, or a withdrawal denied.
Not taken: a taking is denied."""


class HeldPlace(Record):
    """A place that can be held."""

    key: str
    """The gazetteer's id, else its folded name and country."""
    name: str
    id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: int | None
    """UCDP where_prec."""
    country: str | None
    admin1: str | None


class Holder(Record):
    """Somebody who is said to hold a place, or not to."""

    camp: str
    """Registry id of the topmost actor that it is a part of, else its folded name: by it, holders are the same."""
    name: str


class ControlWord(Record):
    """One claim about who holds a place."""

    place: HeldPlace
    change: Change
    holders: tuple[Holder, ...]
    """Who holds the place by this claim; none where it only says who does not."""
    against: tuple[Holder, ...]
    """Who does not hold it, by this claim."""
    day: str
    """The last day on which it can have happened: it holds from then on."""
    voice: Voice
    side: str | None
    """The party of the incident that the voice belongs to, by name."""
    outlet: str
    published: str | None
    claim: str
    incident: str | None
    passage: str


class LastWord(Record):
    """The latest that one voice says of a place."""

    word: ControlWord
    age_days: int
    """From the day of what it tells to the date asked for."""
    standing: bool
    """False: the place is said to have changed hands since."""


class HeldBy(Record):
    """Who is said to hold a place, and by whom."""

    holder: Holder
    voices: tuple[str, ...]
    """Names of those who say so."""
    own_word_only: bool
    """Nobody says so but voices of the holder itself."""


class PlaceControl(Record):
    """A place on a date."""

    place: HeldPlace
    on: str
    holders: tuple[HeldBy, ...]
    """By the words that stand, the one that most voices name first; none where it is only said who does not."""
    not_held: tuple[Holder, ...]
    """Who is said not to hold it, or to hold it no more, and by no standing word is said to."""
    contested: bool
    """Two are said to hold it, or it is denied of one that he does."""
    since: str
    """The day of the last change of hands that is told, else of the first word."""
    age_days: int
    words: tuple[LastWord, ...]
    """The last of every voice, the latest first."""
