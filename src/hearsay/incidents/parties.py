"""The two sides of an incident, and on which of them an origin stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.incidents.records import IncidentOrigin
from hearsay.incidents.sides import same_house
from hearsay.records import Party, PartyKind

_STATE: frozenset[PartyKind] = frozenset({"state_forces", "external_forces", "government"})
_ARMED_SPEAKERS = frozenset({"military", "armed_group"})
"""They are a side of the conflict even where no party of the incident is known to be theirs."""
_STANDS_FOR_A_STATE = frozenset({"military", "official"})


@dataclass(frozen=True, slots=True)
class BothSides:
    """Who is said to have done it and to whom; in a fight either side may stand on either."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]

    def of(self, origin: IncidentOrigin) -> str | None:
        """The name of the party that the origin speaks for: by the registry, by name, or for its state."""
        for party in self._everybody():
            if same_house(party.id, origin.affiliation) or same_house(party.id, origin.key):
                return _name(party)
            if party.name is not None and party.name == origin.name:
                return _name(party)
        own = self._state_of(origin) if origin.kind in _STANDS_FOR_A_STATE else None
        return own or (origin.name if origin.kind in _ARMED_SPEAKERS else None)

    def _state_of(self, origin: IncidentOrigin) -> str | None:
        """The state's party that an army or an office speaks for; whom it calls the enemy is not its own."""
        labelled = {p.country for p in self._everybody() if p.label is not None and p.label.stance == "pejorative"}
        states = [p for p in self._everybody() if p.kind in _STATE and p.country not in labelled]
        if origin.country is not None:
            states = [p for p in states if p.country == origin.country]
        elif origin.kind != "military" or len({p.country or _name(p) for p in states}) != 1:
            return None
        return _name(states[0]) if states else None

    def _everybody(self) -> Sequence[Party]:
        return (*self.actors, *self.recipients)

    def same(self, one: str, other: str) -> bool:
        """Both names are of one party, or of two of one house or one state."""
        if one == other:
            return True
        return any(_together(p, q) for p in self._named(one) for q in self._named(other))

    def opposed(self, one: str, other: str) -> bool:
        """The one stands among the doers and the other among those it was done to, or the other way round."""
        if self.same(one, other):
            return False
        first, second = self._sides(one), self._sides(other)
        return bool(first and second) and first != second

    def kind(self, name: str) -> PartyKind | None:
        """The kind of the party of that name."""
        return next((p.kind for p in self._named(name)), None)

    def _named(self, name: str) -> Sequence[Party]:
        return [p for p in self._everybody() if name in (p.name, p.text)]

    def _sides(self, name: str) -> frozenset[str]:
        both = (("actors", self.actors), ("recipients", self.recipients))
        return frozenset(side for side, parties in both if any(name in (p.name, p.text) for p in parties))


def _name(party: Party) -> str:
    return party.name or party.text


def _together(p: Party, q: Party) -> bool:
    if same_house(p.id, q.id):
        return True
    return p.kind in _STATE and q.kind in _STATE and p.country is not None and p.country == q.country


def with_parties(origins: Iterable[IncidentOrigin], sides: BothSides) -> tuple[IncidentOrigin, ...]:
    """The origins, each with the party it speaks for."""
    return tuple(o.model_copy(update={"party": sides.of(o)}) for o in origins)
