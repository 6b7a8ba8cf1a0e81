"""ACLED's event and sub-event type for a coded event, by the crosswalk in codebook/acled.toml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.actors.people import ARMED
from hearsay.codebook import table
from hearsay.reading import EventSpan
from hearsay.records import Acled, ObjectClass, Party, PartyKind, Status


def acled_of(
    event: EventSpan,
    status: Status,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    *,
    harmed: Sequence[PartyKind],
    unopposed: bool = False,
) -> Acled | None:
    """The sub-event type with its event type; None where ACLED has no place for the event, or a toll alone tells it.

    ``harmed``: the kinds of the people counted as killed, injured and so on. ``unopposed``: without a fight.
    """
    rules = table("acled")
    if status in rules["statuses_without_event"] or (event.refers and event.mode is None):
        return None
    if event.disrupted or (event.type == "ASSAULT" and (status == "thwarted" or event.outcome == "intercepted")):
        return _acled(rules["disrupted"]["sub_event"])
    moved_in = event.mode is None and event.why.get("type", "").removeprefix("trigger:") in rules["unopposed"]["verbs"]
    if event.territory and event.outcome == "succeeded" and (unopposed or moved_in):
        return _acled(rules["territory"]["unopposed"])
    if event.mode == "seize" and _found_arms(event, actors, recipients):
        return _acled(rules["disrupted"]["sub_event"])
    if event.mode == "crowd-control" and not harmed and _at_a_crowd(actors, recipients):
        return _acled(rules["crowd_control"]["unharmed"])
    if event.type == "ASSAULT":
        targets = {p.kind for p in recipients} | set(harmed)
        things = (
            frozenset(p.object_class for p in recipients if p.object_class) if targets == {"object"} else frozenset()
        )
        return _acled(_assault(event, {p.kind for p in actors}, targets, things))
    name = rules["other"].get(f"{event.type}:{event.mode}") or rules["other"].get(event.type)
    return _acled(name) if name else None


def fought_over(taken: Acled | None) -> Acled | None:
    """What the taking of a place is where it was lost again within a day; anything else stays what it is."""
    rules = table("acled")["territory"]
    held = taken is not None and taken.sub_event_type in (rules["government"], rules["others"])
    return _acled(rules["lost_within_a_day"]) if held else taken


def is_unopposed(words: str) -> bool:
    """The passage says that nobody fought for the place."""
    return any(cue in words.lower() for cue in table("acled")["unopposed"]["words"])


def _found_arms(event: EventSpan, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Forces that find or take arms do not loot."""
    arms = bool(event.weapons) or all(p.object_class == "ammunition" for p in recipients)
    return arms and any(p.kind in ("state_forces", "external_forces") for p in actors)


def _at_a_crowd(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """At demonstrators, or by the state's forces at whoever stood there."""
    if recipients:
        return any(p.kind == "protesters" for p in recipients)
    return not actors or any(p.kind == "state_forces" for p in actors)


def _assault(event: EventSpan, doers: set[PartyKind], targets: set[PartyKind], things: frozenset[ObjectClass]) -> str:
    """``things``: what was hit, where things alone were."""
    rules = table("acled")
    target: dict[str, str] = rules["assault_target"]
    if event.territory and event.outcome == "succeeded":
        return str(rules["territory"]["government" if "state_forces" in doers else "others"])
    if doers & {"rioters", "protesters"}:
        side = "against_civilians" if targets & {"civilians", "object"} else "otherwise"
        return str(rules["rioters"][side])
    if event.mode in rules["assault_mode"] and not (event.mode == "abduct" and targets & ARMED):
        return str(rules["assault_mode"][event.mode])
    if event.clash or targets & ARMED:
        return target["armed"]
    if things & set(rules["assault_object"]["civilian"]):
        return target["civilians"]
    destroyed = event.why.get("type", "").removeprefix("trigger:") in rules["assault_object"]["verbs"]
    if things and destroyed and event.mode is None:
        return str(rules["assault_object"]["destroyed"])
    if "protesters" in targets:
        return target["protesters"]
    if targets & {"civilians", "person", "government", "organisation"}:
        return target["civilians"]
    if "object" in targets and not doers & ARMED:
        return target["object"]
    nobody = event.effect and not targets - {"unknown"} and not doers
    return target["civilians"] if nobody else target["unknown"]


def _acled(sub_event: str) -> Acled:
    return Acled(event_type=_event_type_of()[sub_event], sub_event_type=sub_event)


@cache
def _event_type_of() -> dict[str, str]:
    return {sub: kind for kind, subs in table("acled")["event_types"].items() for sub in subs}
