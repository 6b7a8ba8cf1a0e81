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
