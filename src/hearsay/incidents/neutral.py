"""A party's name without taking sides: a loaded label never becomes one."""

from __future__ import annotations

from hearsay.actors.people import ARMED
from hearsay.records import Party, PartyKind


def name_of(party: Party) -> str:
    """The neutral name; without one the words of the text, but never a loaded label: "terrorists" is no name."""
    if party.name is not None:
        return party.name
    if party.label is None:
        return party.text
    if party.kind in ARMED:
        return unnamed(party.kind)
    return " ".join(party.text.replace(party.label.text, " ").split()) or unnamed(party.kind)


def unnamed(kind: PartyKind) -> str:
    """A party of which nothing but its kind is known."""
    said = kind.replace("_", " ")
    return f"unnamed {said}" if kind in ARMED else said
