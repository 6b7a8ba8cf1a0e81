"""Verbs that look like deeds and are none, and some that look like none."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Claim


def _claims(text: str) -> tuple[Claim, ...]:
    return hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims


@pytest.mark.parametrize(
    "text",
    [
        "His 800 soldiers held out against the rebels near Jaffna for a month.",
        "Brigadier Saman Perera, who has died aged 79, commanded the garrison at Jaffna in 1991.",
        "The former rebel leader died of cancer in Goma on Sunday.",
        "“We hit the deck,” a tourist in Culiacán said of the gunfire.",
        "The army in Goma declined to comment.",
        "The rebels did not immediately respond to a request for comment.",
        "Adding to the dead, 17 others were taken to a hospital in Goma, the rebels said.",
        "The UN mission issued an early warning for the villages near Bunia.",
        "A police spokesman in Goma refused to be named.",
        "“We heard gunfire in Goma,” a herder said, asking not to be named.",
    ],
)
def test_no_deed_is_told(text: str) -> None:
    assert not [c for c in _claims(text) if c.event.type in ("ASSAULT", "COERCE", "REJECT", "REQUEST", "THREATEN")]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The mayor of Goma died at the age of 51 in an attack by rebels on Sunday.", 1),
        ("A driver died of gunshot wounds in Goma on Sunday.", 1),
        ("At least six soldiers embraced martyrdom near Spinwam on Sunday.", 6),
        ("Nine rebels were sent to hell near Spinwam on Sunday.", 9),
    ],
)
def test_a_death_by_force_is_told(text: str, killed: int) -> None:
    [claim] = [c for c in _claims(text) if c.event.type == "ASSAULT"]
    assert [count.best for count in claim.counts if count.measure == "killed"] == [killed]
    assert not any("soldiers" in party.text or "rebels" in party.text for party in claim.actors if killed > 1)


def test_whoever_is_charged_accuses_nobody() -> None:
    claims = _claims("Four gang members charged in connection with the looting escaped from prison in Goma on Sunday.")
    [accused] = [c for c in claims if c.event.type == "ACCUSE"]
    assert (accused.actors, [p.text for p in accused.recipients]) == ((), ["gang members"])


def test_a_town_is_no_tank() -> None:
    [claim] = _claims("A policeman was gunned down in Tank on Sunday.")
    assert (claim.weapons, claim.event.mode) == ((), "firearms")


def test_a_court_does_not_do_what_it_tries() -> None:
    claims = _claims("A court in Taguig tried rebels for the abduction of two tourists by gunmen.")
    assert not [p for c in claims if c.event.type == "ASSAULT" for p in c.actors if "court" in p.text.lower()]
