"""Whom an incident names where every claim leaves the doer out."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Incident, Party


def first(text: str) -> Incident:
    return hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").incidents[0]


def who(incident: Incident) -> list[tuple[str, str, str]]:
    return [(p.text, p.kind, p.kind_basis) for p in incident.actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Six suspected rebels were arrested near Maiduguri on Sunday.", "arrested"),
        ("Two militants were taken into custody in Quetta after a shoot-out.", "taken into custody"),
        ("Two rebels were killed in an encounter near Gwoza on Sunday.", "killed"),
        ("Four rifles and 200 rounds of ammunition were recovered from a rebel hideout near Beni.", "recovered"),
    ],
)
def test_an_arrest_and_a_find_of_arms_are_the_work_of_the_states_forces(text: str, trigger: str) -> None:
    assert who(first(text)) == [(trigger, "state_forces", "inferred")]


def test_the_claim_itself_names_nobody() -> None:
    coding = hearsay.code("Six suspected rebels were arrested near Maiduguri on Sunday.", outlet="Meridian Wire")
    assert coding.claims[0].actors == ()


def test_the_implied_force_has_the_name_of_its_country() -> None:
    (doer,) = first("Six suspected rebels were arrested in Lagos on Sunday.").actors
    assert (doer.country, doer.name) == ("NGA", "Nigeria Police Force")


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers were detained by rebels near Goma on Sunday.",
        "Four soldiers were detained near Goma on Sunday during a rebel attack.",
        "Two rebels were killed in an encounter with a rival group near Gwoza on Sunday.",
        "Two soldiers were killed in an encounter near Gwoza on Sunday.",
        "Twelve people were killed in a bombing in Quetta on Sunday.",
    ],
)
def test_nobody_is_implied_where_somebody_is_named_or_the_state_suffers(text: str) -> None:
    assert all(p.kind_basis != "inferred" or p.kind != "state_forces" for p in first(text).actors)


def test_an_opponent_of_the_lead_claim_is_no_doer_of_the_incident() -> None:
    text = (
        "Soldiers killed five rebels in a gun battle near Beni on Monday, the army said. "
        "The rebels fired on the soldiers before five rebels were killed near Beni, a spokesman said."
    )
    actors: tuple[Party, ...] = first(text).actors
    assert {p.kind for p in actors} == {"state_forces"}
