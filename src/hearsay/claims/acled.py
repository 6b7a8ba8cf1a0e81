"""ACLED's event and sub-event type for a coded event, by the crosswalk in codebook/acled.toml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table
from hearsay.reading import EventSpan
from hearsay.records import Acled, Party, PartyKind, Status

ARMED: frozenset[PartyKind] = frozenset(
    {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}
)


def acled_of(
    event: EventSpan,
    status: Status,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    *,
    harmed: Sequence[PartyKind],
) -> Acled | None:
    """The sub-event type with its event type; None where ACLED has no place for the event, or a toll alone tells it.

    ``harmed``: the kinds of the people counted as killed, injured and so on.
    """
    rules = table("acled")
    if status in rules["statuses_without_event"] or (event.refers and event.mode is None):
        return None
    if event.disrupted or (event.type == "ASSAULT" and (status == "thwarted" or event.outcome == "intercepted")):
        return _acled(rules["disrupted"]["sub_event"])
    if event.type == "ASSAULT":
        return _acled(_assault(event, {p.kind for p in actors}, {p.kind for p in recipients} | set(harmed)))
    name = rules["other"].get(f"{event.type}:{event.mode}") or rules["other"].get(event.type)
    return _acled(name) if name else None


def _assault(event: EventSpan, doers: set[PartyKind], targets: set[PartyKind]) -> str:
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
    if "protesters" in targets:
        return target["protesters"]
    if targets & {"civilians", "person", "government", "organisation"}:
        return target["civilians"]
    return target["unknown"]


def _acled(sub_event: str) -> Acled:
    return Acled(event_type=_event_type_of()[sub_event], sub_event_type=sub_event)


@cache
def _event_type_of() -> dict[str, str]:
    return {sub: kind for kind, subs in table("acled")["event_types"].items() for sub in subs}
