"""ACLED's sub-event types, by what was done, by whom, to whom, and whether it happened."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import event_span, party

from hearsay.claims.acled import acled_of
from hearsay.codebook import table
from hearsay.records import PartyKind, Status

SUB_EVENTS = {sub: kind for kind, subs in table("acled")["event_types"].items() for sub in subs}


def sub_event(
    fields: dict[str, Any],
    actors: list[PartyKind],
    recipients: list[PartyKind],
    status: Status = "occurred",
    harmed: tuple[PartyKind, ...] = (),
) -> str | None:
    event = event_span(**fields)
    doers, targets = [party("a", kind) for kind in actors], [party("r", kind) for kind in recipients]
    found = acled_of(event, status, doers, targets, harmed=harmed)
    if found is None:
        return None
    assert found.event_type == SUB_EVENTS[found.sub_event_type]
    return found.sub_event_type


CIVILIANS: list[PartyKind] = ["civilians"]
STATE: list[PartyKind] = ["state_forces"]
REBELS: list[PartyKind] = ["rebel_group"]
SEIZED = {"territory": True, "outcome": "succeeded"}

# what it is, the event, its actors, its recipients, ACLED's sub-event type
DEEDS: list[tuple[str, dict[str, Any], list[PartyKind], list[PartyKind], str | None]] = [
    ("an air strike on civilians", {"mode": "aerial"}, STATE, CIVILIANS, "Air/drone strike"),
    ("an air strike on fighters", {"mode": "aerial"}, STATE, REBELS, "Air/drone strike"),
    ("a drone", {"mode": "drone"}, [], ["object"], "Air/drone strike"),
    ("shelling", {"mode": "heavy-weapons"}, REBELS, CIVILIANS, "Shelling/artillery/missile attack"),
    ("a roadside bomb", {"mode": "explosives"}, [], STATE, "Remote explosive/landmine/IED"),
    ("a suicide bomber", {"mode": "suicide-attack"}, REBELS, CIVILIANS, "Suicide bomb"),
    ("gas", {"mode": "unconventional"}, STATE, CIVILIANS, "Chemical weapon"),
    ("rape", {"mode": "sexual"}, STATE, CIVILIANS, "Sexual violence"),
    ("an abduction of villagers", {"mode": "abduct"}, REBELS, CIVILIANS, "Abduction/forced disappearance"),
    ("an abduction of soldiers is a fight", {"mode": "abduct"}, REBELS, STATE, "Armed clash"),
    ("looting", {"mode": "destroy"}, REBELS, ["object"], "Looting/property destruction"),
    ("gunmen and villagers", {"mode": "firearms"}, ["unknown"], CIVILIANS, "Attack"),
    ("rebels and soldiers", {"mode": "firearms"}, REBELS, STATE, "Armed clash"),
    ("two armed groups", {}, REBELS, ["political_militia"], "Armed clash"),
    ("a militia and the state", {}, ["identity_militia"], STATE, "Armed clash"),
    ("peacekeepers are armed", {}, REBELS, ["external_forces"], "Armed clash"),
    ("a clash of unnamed sides", {"clash": True}, [], [], "Armed clash"),
    ("an official who is shot", {"mode": "targeted"}, [], ["government"], "Attack"),
    ("an aid agency", {}, REBELS, ["organisation"], "Attack"),
    ("demonstrators who are shot", {"mode": "firearms"}, STATE, ["protesters"], "Excessive force against protesters"),
    ("a mob and villagers", {}, ["rioters"], CIVILIANS, "Mob violence"),
    ("a mob and houses", {"mode": "destroy"}, ["rioters"], ["object"], "Mob violence"),
    ("rioters and police", {"mode": "primitive"}, ["rioters"], STATE, "Violent demonstration"),
    ("a town taken by the army", SEIZED, STATE, REBELS, "Government regains territory"),
    ("a town taken by rebels", SEIZED, REBELS, STATE, "Non-state actor overtakes territory"),
    ("a town taken by a foreign army", SEIZED, ["external_forces"], STATE, "Non-state actor overtakes territory"),
    ("arrests", {"type_": "COERCE", "mode": "arrest"}, STATE, CIVILIANS, "Arrests"),
    ("a protest", {"type_": "PROTEST", "mode": "demo"}, ["protesters"], [], "Peaceful protest"),
    ("a riot", {"type_": "PROTEST", "mode": "riot"}, ["rioters"], [], "Violent demonstration"),
    ("a ceasefire", {"type_": "RETREAT", "mode": "ceasefire"}, STATE, REBELS, "Agreement"),
    ("a withdrawal", {"type_": "RETREAT", "mode": "withdraw"}, STATE, [], "Non-violent transfer of territory"),
    ("troops that are sent", {"type_": "MOBILIZE", "mode": "troops"}, STATE, [], "Other"),
    ("words", {"type_": "ACCUSE"}, ["government"], STATE, None),
    ("a curfew", {"type_": "COERCE", "mode": "curfew"}, STATE, [], None),
    ("a downed drone", {"mode": "drone", "disrupted": True}, STATE, [], "Disrupted weapons use"),
    ("a missile brought down", {"mode": "heavy-weapons", "outcome": "intercepted"}, [], [], "Disrupted weapons use"),
    ("a toll and nothing else", {"refers": True, "effect": True}, [], CIVILIANS, None),
    ("a toll of a bombing", {"refers": True, "mode": "explosives"}, [], CIVILIANS, "Remote explosive/landmine/IED"),
    ("a killing by nobody of nobody", {"effect": True}, [], [], "Attack"),
    ("arms that are found", {"type_": "COERCE", "mode": "seize"}, STATE, [], "Disrupted weapons use"),
    ("arms that rebels take", {"type_": "COERCE", "mode": "seize"}, REBELS, [], "Looting/property destruction"),
    ("a school attacked by nobody knows whom", {}, ["unknown"], ["object"], "Attack"),
    ("tear gas at demonstrators", {"mode": "crowd-control"}, STATE, ["protesters"], "Protest with intervention"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "actors", "recipients", "expected"), [pytest.param(*row, id=name) for name, *row in DEEDS]
)
def test_sub_event_types(
    fields: dict[str, Any], actors: list[PartyKind], recipients: list[PartyKind], expected: str | None
) -> None:
    assert sub_event(fields, actors, recipients) == expected


@pytest.mark.parametrize("status", ["planned", "threatened", "denied", "hypothetical"])
def test_what_did_not_happen_has_no_place_in_acled(status: Status) -> None:
    assert sub_event({"mode": "aerial"}, STATE, CIVILIANS, status) is None


def test_a_bomb_defused_is_a_weapon_disrupted() -> None:
    assert sub_event({"mode": "explosives"}, [], [], "thwarted") == "Disrupted weapons use"


def test_demonstrators_hurt_by_tear_gas_met_excessive_force() -> None:
    found = sub_event({"mode": "crowd-control"}, STATE, ["protesters"], harmed=("protesters",))
    assert found == "Excessive force against protesters"


def test_those_counted_as_harmed_are_targets_too() -> None:
    assert sub_event({"mode": "firearms"}, ["unknown"], [], harmed=("civilians",)) == "Attack"
    assert sub_event({"mode": "firearms"}, ["unknown"], [], harmed=("state_forces",)) == "Armed clash"


def test_every_name_of_the_crosswalk_is_acleds() -> None:
    rules = table("acled")
    named = {
        *rules["order"],
        *rules["assault_mode"].values(),
        *rules["assault_target"].values(),
        *rules["other"].values(),
        *rules["crowd_control"].values(),
    }
    named |= {*rules["territory"].values(), *rules["disrupted"].values(), *rules["rioters"].values()}
    assert named <= set(SUB_EVENTS)
