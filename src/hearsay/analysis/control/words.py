"""The claims that say who holds a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from hearsay.actors import Registry
from hearsay.analysis.control.records import Change, ControlWord, HeldPlace, Holder
from hearsay.analysis.said import Said, Voice
from hearsay.codebook import table
from hearsay.incidents.neutral import name_of
from hearsay.incidents.sides import house
from hearsay.places.names import fold
from hearsay.records import Claim, Party, PartyKind, Place

_SPEAK_FOR_A_SIDE = frozenset({"military", "armed_group"})


def control_words(said: Iterable[Said], left_out: Counter[str] | None = None) -> tuple[ControlWord, ...]:
    """What the claims say of who holds which place, by place and day.

    ``left_out`` counts, by reason, the claims of places that changed hands which say nothing that can be used.
    """
    every = tuple(said)
    stated = _stated_days(every)
    reasons: Counter[str] = Counter() if left_out is None else left_out
    found = []
    for one in every:
        change = _change(one.claim)
        if change is None:
            continue
        place, day = held_place(one.claim.place), _day(one, stated)
        holders, against = _who(one, change)
        if place is None:
            reasons["no place that can be held as a whole: beside one, or no more exact than a region"] += 1
        elif day is None:
            reasons["no date"] += 1
        elif not holders and not against:
            reasons["nobody is said to hold the place, or not to"] += 1
        else:
            found.append(_word(one, change, place, day, holders, against))
    return tuple(sorted(found, key=lambda word: (word.place.key, word.day, word.published or "", word.claim)))


def _word(
    one: Said, change: Change, place: HeldPlace, day: str, holders: tuple[Holder, ...], against: tuple[Holder, ...]
) -> ControlWord:
    return ControlWord(
        place=place,
        change=change,
        holders=holders,
        against=against,
        day=day,
        voice=one.voice,
        side=one.side,
        outlet=one.outlet,
        published=one.source.published,
        claim=one.claim.id,
        incident=one.incident,
        passage=one.passage,
    )


def _change(claim: Claim) -> Change | None:
    """What the claim tells of a place's holder; None where it tells, or vouches for, nothing of it."""
    rules, event = table("control"), claim.event
    if claim.attribution[0].stance == "cannot_confirm":
        return None
    leaves = event.type == "RETREAT" and event.mode == "withdraw"
    if claim.status == "denied":
        taking = any(word.startswith(tuple(rules["taking"])) for word in event.trigger.text.lower().split())
        return "kept" if leaves else "not_taken" if event.type == "ASSAULT" and taking else None
    if claim.outcome == "repelled" and event.type == "ASSAULT":
        return "kept"
    if claim.status not in ("occurred", "ongoing"):
        return None
    sub_event = event.acled.sub_event_type if event.acled else None
    if leaves:
        return "left"
    return "taken" if sub_event in (*rules["taken"], rules["transferred"]) else None


def _who(one: Said, change: Change) -> tuple[tuple[Holder, ...], tuple[Holder, ...]]:
    """(who holds the place, who does not), as the claim has it."""
    rules = table("control")
    doers = _holders(one.claim.actors, [*rules["holders"], *rules["also_take"]])
    others = _holders(one.claim.recipients, rules["holders"])
    match change:
        case "taken":
            return doers, others
        case "left":
            return (), doers
        case "kept" if one.claim.event.type == "RETREAT":
            return doers, ()
        case "kept":
            return others, doers
        case "not_taken":
            return others or _own_side(one.voice, doers), doers


def _own_side(voice: Voice, doers: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Whoever denies that a place was taken says that his own side still has it, unless it is the one to take it."""
    if voice.kind not in _SPEAK_FOR_A_SIDE:
        return ()
    own = Holder(camp=house(voice.affiliation) if voice.affiliation else fold(voice.name), name=_side_name(voice))
    return () if own.camp in {doer.camp for doer in doers} else (own,)


def _side_name(voice: Voice) -> str:
    actor = Registry.load().actors.get(house(voice.affiliation)) if voice.affiliation else None
    return actor.name if actor is not None else voice.name


def _holders(parties: Iterable[Party], kinds: Collection[PartyKind]) -> tuple[Holder, ...]:
    found = (Holder(camp=_camp(party), name=name_of(party)) for party in parties if party.kind in kinds)
    return tuple({holder.camp: holder for holder in found}.values())


def _camp(party: Party) -> str:
    return house(party.id) if party.id else fold(name_of(party))


def held_place(place: Place | None) -> HeldPlace | None:
    """The place itself; None where the claim is of its surroundings or parts, or no more exact than a region."""
    if place is None or place.relation is not None:
        return None
    if place.precision is not None and place.precision > table("control")["precision"]:
        return None
    shared = {name: getattr(place, name) for name in HeldPlace.model_fields if name not in ("key", "name")}
    name = place.name or place.text
    return HeldPlace(key=place.id or f"{fold(name)} {place.country or ''}".strip(), name=name, **shared)


def _stated_days(said: Iterable[Said]) -> dict[str, str]:
    """Incident → the earliest last day that a claim of it gives in words."""
    found: dict[str, str] = {}
    for one in said:
        time = one.claim.time
        if one.incident is not None and time is not None and time.basis != "publication" and time.end is not None:
            found[one.incident] = min(time.end[:10], found.get(one.incident, "~"))
    return found


def _day(one: Said, stated: Mapping[str, str]) -> str | None:
    """The last day it can have happened: as said, else as others say it of the same incident, else when published."""
    time = one.claim.time
    if time is not None and time.basis != "publication" and (time.end or time.start):
        return (time.end or time.start or "")[:10]
    if one.incident is not None and one.incident in stated:
        return stated[one.incident]
    published = time.end if time is not None and time.end else one.source.published
    return published[:10] if published else None
