"""Who must have done it where no claim says so: the state's forces arrest, and fight the rebels killed in an encounter.

Claims keep the empty list, as the sources left the doer out. The incident is the analyst's reading of them, and names
who the deed itself implies, as ``inferred``; the words that imply it are the mention. The rules are in
codebook/incidents.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hearsay.actors import Registry, state_force
from hearsay.actors.people import ARMED
from hearsay.codebook import table
from hearsay.records import NOT_HAPPENED, Claim, Party, PartyKind, Place


def implied_actors(lead: Claim, place: Place | None) -> tuple[Party, ...]:
    """The party that the lead claim's deed implies; none where it implies nobody or where anybody is named."""
    if lead.actors or lead.status in NOT_HAPPENED:
        return ()
    rule = next((r for r in table("incidents")["implied"] if _holds(r, lead)), None)
    return (_force(rule["branch"], lead, place),) if rule is not None else ()


_STATE: frozenset[PartyKind] = frozenset({"state_forces", "external_forces"})


def _holds(rule: Mapping[str, Any], lead: Claim) -> bool:
    event = lead.event
    if event.type != rule["type"] or event.mode != rule.get("mode", event.mode):
        return False
    told = f"{event.trigger.text.lower()} {lead.trace.get('type', '')}"
    if not any(word in told for word in rule["words"]):
        return False
    if "recipients" in rule and not {p.kind for p in lead.recipients} & set(rule["recipients"]):
        return False
    if any(p.kind in _STATE for p in lead.recipients):
        return False  # soldiers are arrested, and their arms seized, by the other side
    return "object" not in rule or any(p.object_class == rule["object"] for p in lead.recipients)


def _force(branch: str, lead: Claim, place: Place | None) -> Party:
    words, country = lead.event.trigger, place.country if place is not None else None
    force = state_force(country, branch, Registry.load()) if country is not None else None
    return Party(
        text=words.text,
        span=words.span,
        name=force.name if force is not None else None,
        id=force.actor.id if force is not None and force.actor is not None else None,
        kind="state_forces",
        kind_basis="inferred",
        country=country,
    )


def on_one_side(lead: Claim, others: Sequence[tuple[Party, ...]]) -> list[tuple[Party, ...]]:
    """The other claims' actors without those who are armed and on the side that the lead claim's deed was done to."""
    against = {p.kind for p in lead.recipients if p.kind in ARMED} - {p.kind for p in lead.actors}
    if not lead.actors:
        return list(others)
    return [tuple(p for p in parties if p.kind not in against) for parties in others]
