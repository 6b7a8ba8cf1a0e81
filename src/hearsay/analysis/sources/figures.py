"""What each voice of an incident says of the dead, and whose dead: figures that may be held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.analysis.said import Said
from hearsay.incidents.figures import Figure
from hearsay.incidents.records import LinkedIncident
from hearsay.incidents.toll import figures_of
from hearsay.records import Claim

Dead = Literal["state", "others", "both"]
"""Whose dead: the state's forces; anybody else, or people of no stated kind; both, told apart.

One's fighters may be another's civilians, so that those are one population; the dead of an army are surely others.
"""
_STATE = frozenset({"state_forces", "external_forces"})


@dataclass(frozen=True, slots=True)
class ToldToll:
    """How many died, as one voice has it in one outlet."""

    incident: str
    voice: str
    party: str | None
    """The side of the incident that the voice belongs to."""
    outlet: str
    passed_on_by: frozenset[str]
    """All the outlets that have the incident from this voice."""
    is_origin: bool
    """False: the outlet's own voice beside the sources that it names, which is nobody else's word."""
    dead: Dead
    killed: float


def told_tolls(linked: LinkedIncident, said: Sequence[Said]) -> tuple[ToldToll, ...]:
    """The figures of an incident, by voice and outlet. ``said``: its claims."""
    outlets: dict[str, set[str]] = defaultdict(set)
    claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in said:
        outlets[one.voice.key].add(one.outlet)
        claims[one.voice.key, one.outlet].append(one.claim)
    parties = {origin.key: origin.party for origin in linked.origins}
    by_number = dict(enumerate(claims))
    told = figures_of({str(n): claims[key] for n, key in by_number.items()}, "killed", lambda _, __: True)
    found = []
    for number, (figure, ids) in told.items():
        voice, outlet = by_number[int(number)]
        killed = _value(figure)
        if killed is not None:
            toll = ToldToll(
                incident=linked.id,
                voice=voice,
                party=parties.get(voice),
                outlet=outlet,
                passed_on_by=frozenset(outlets[voice]),
                is_origin=voice in parties,
                dead=_dead(claim for claim in claims[voice, outlet] if claim.id in ids),
                killed=killed,
            )
            found.append(toll)
    return tuple(found)


def _value(figure: Figure) -> float | None:
    """The figure said, else the least ("at least nine"); "up to forty" alone says nothing to compare."""
    return figure.best if figure.best is not None else figure.low


def _dead(claims: Iterable[Claim]) -> Dead:
    kinds = {
        count.kind
        for claim in claims
        for count in claim.counts
        if count.measure == "killed" and count.part_of is None and count.scope != "period_total"
    }
    if kinds and kinds <= _STATE:
        return "state"
    return "both" if kinds & _STATE else "others"
