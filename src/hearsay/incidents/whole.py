"""Claims that tell one event made into one Incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.incidents.disputes import disputes_of
from hearsay.incidents.implied import implied_actors, on_one_side
from hearsay.incidents.origins import Heard
from hearsay.incidents.parties import BothSides, with_parties
from hearsay.incidents.records import IncidentOrigin, RuleEstimate
from hearsay.incidents.rules import RULES, Evidence
from hearsay.records import Claim, Incident, Origin, Party, Place, Time


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident with all that it was made from."""

    incident: Incident
    origins: tuple[IncidentOrigin, ...]
    estimates: tuple[RuleEstimate, ...]
    evidence: Evidence


def whole(
    id_: str,
    claims: Sequence[Claim],
    heard: Heard,
    rules: Sequence[str],
) -> Whole:
    """The incident of these claims, in the order of the texts; its tolls are those of the first of ``rules``."""
    lead = _lead(claims)
    sides = BothSides(
        _actors(lead, claims),
        _parties([c.recipients for c in claims if c.status != "denied"]),
    )
    time, disputes = _time(claims), disputes_of(claims)
    heard = replace(heard, origins=with_parties(heard.origins, sides))
    evidence = Evidence(heard, sides, disputes, time)
    estimates = tuple(RULES[name].estimate(evidence) for name in rules)
    incident = Incident(
        id=id_,
        claims=tuple(c.id for c in claims),
        event=lead.event,
        status=lead.status,
        outcome=next((c.outcome for c in claims if c.outcome != "unknown"), "unknown"),
        actors=sides.actors,
        recipients=sides.recipients,
        place=_place(claims),
        time=time,
        killed=estimates[0].killed,
        injured=estimates[0].injured,
        origins=tuple(Origin(name=o.name, affiliation=o.affiliation, claims=o.claims) for o in heard.origins),
        disputes=disputes,
        rule=estimates[0].rule,
    )
    return Whole(incident, heard.origins, estimates, evidence)


def _lead(claims: Sequence[Claim]) -> Claim:
    """The claim that names the event best: no denial; it tells of the dead, has a mode, parties and a place."""

    def told(claim: Claim) -> tuple[bool, bool, bool, int]:
        dead = any(c.measure == "killed" and c.best for c in claim.counts)
        named = bool(claim.actors) + bool(claim.recipients) + (claim.place is not None)
        return claim.status != "denied", dead or not any_dead, claim.event.mode is not None, named

    any_dead = any(c.measure == "killed" and c.best for claim in claims for c in claim.counts)
    return max(claims, key=told)


def _actors(lead: Claim, claims: Sequence[Claim]) -> tuple[Party, ...]:
    """The lead claim's side, as every claim names it; where none names anybody, whom the deed implies."""
    named = on_one_side(lead, [c.actors for c in claims if c.status != "denied"])
    return _parties(named) or implied_actors(lead, _place(claims))


def _parties(lists: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Each party once: by name, else by words; a nameless one only where nobody is named."""
    found: dict[str, Party] = {}
    for parties in lists:
        for party in parties:
            found.setdefault((party.name or party.text).lower(), party)
    named = [p for p in found.values() if p.name is not None]
    kinds = {p.kind for p in named}
    return tuple(p for p in found.values() if p.name is not None or p.kind not in kinds)


def _place(claims: Sequence[Claim]) -> Place | None:
    places = [c.place for c in claims if c.place is not None]
    return min(places, key=lambda p: (p.lat is None, p.precision or 7), default=None)


def _time(claims: Sequence[Claim]) -> Time | None:
    times = [c.time for c in claims if c.time is not None]
    return min(times, key=lambda t: (t.basis == "publication", t.precision), default=None)
