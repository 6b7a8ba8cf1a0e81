"""Who is said to hold a place on a date, and by whose word."""

from __future__ import annotations

from hearsay.analysis.control.holding import control_on
from hearsay.analysis.control.records import ControlWord, HeldBy, HeldPlace, Holder, LastWord, PlaceControl
from hearsay.analysis.control.words import control_words

__all__ = [
    "ControlWord",
    "HeldBy",
    "HeldPlace",
    "Holder",
    "LastWord",
    "PlaceControl",
    "control_on",
    "control_words",
]
