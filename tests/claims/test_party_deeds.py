"""Who the doers are, by the deed."""

from __future__ import annotations

import pytest

import hearsay


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Two rebels were shot dead after a brief gun battle with security forces on Sunday.", ["state_forces"]),
        ("Two rebels were killed in an encounter at Komanda village on Sunday.", []),
        ("A crowd killed two drivers in Godhra on Sunday.", ["rioters"]),
        ("Debris from a rocket wounded two women in Haifa on Sunday.", []),
        ("As many as 13 rebels laid down their arms before the police in Ituri on Sunday.", ["rebel_group"]),
    ],
)
def test_the_doers_of_a_fight(text: str, kinds: list[str]) -> None:
    claim = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims[0]
    assert [party.kind for party in claim.actors] == kinds


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("A bomb exploded in front of a travel agency in Cali on Sunday.", [("travel agency", "object")]),
        ("A bomb hit an aid team in Cali on Sunday.", [("aid team", "organisation")]),
        ("Gunmen robbed a bank and killed a clerk in Cali on Sunday.", [("clerk", "civilians")]),
        (
            "Rebels ambushed an army patrol near Cali on Sunday, wounding a woman and a girl.",
            [("army patrol", "state_forces"), ("woman", "civilians"), ("girl", "civilians")],
        ),
        ("Ten soldiers died when their convoy was ambushed near Cali.", [("soldiers", "state_forces")]),
        ("Ten people were killed in an attack on a bus in Cali.", [("people", "civilians"), ("bus", "object")]),
        ("Two men were hurt when a bomb exploded in a bank in Cali.", [("men", "civilians"), ("bank", "object")]),
        ("Two people were killed in an attack with a car bomb in Cali.", [("people", "civilians")]),
        ("Two rebels were killed when they attacked a police post in Cali.", [("rebels", "rebel_group")]),
        ("Rebels attacked soldiers near Cali on Sunday, killing two.", [("soldiers", "state_forces")]),
    ],
)
def test_whom_it_befell(text: str, recipients: list[tuple[str, str]]) -> None:
    claim = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims[0]
    assert [(party.text, party.kind) for party in claim.recipients] == recipients


def test_those_killed_of_the_attacked_are_no_others() -> None:
    text = "Gunmen hit people in a market in Cali. Rebels targeted a gathering of soldiers and killed 23 of them."
    claim = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims[-1]
    assert {party.kind for party in claim.recipients} == {"state_forces"}
