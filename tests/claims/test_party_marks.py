"""The words that an event's parties have: in capitals, with titles, and things beside the people in them."""

from __future__ import annotations

import pytest
from tests.builders import article

import hearsay
from hearsay.actors import Registry
from hearsay.claims import make_claims
from hearsay.places import Gazetteer, find_places
from hearsay.reading import read
from hearsay.records import Claim

CAPITALS = (
    "SAN JACINTO, 3 MAR 90 -- THE POLICE REPORTED THAT REBELS ATTACKED A PATROL OF THE ARMY ON SATURDAY. {} "
    "THE ARMY SAID THAT TWO SOLDIERS WERE KILLED AND SEVEN WOUNDED IN THE FIGHTING WITH THE REBELS."
)


def claims_of(text: str) -> tuple[Claim, ...]:
    report = article(text)
    return make_claims(read(report), find_places(text, Gazetteer.open()), Registry.load())


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("GUNMEN KILLED THE DEPUTY MINISTER RAUL ORTEGA PINZON.", "RAUL ORTEGA PINZON"),
        ("GUNMEN KILLED COLONEL PINZON.", "PINZON"),
        ("GUNMEN KILLED FARC COMMANDER EDISON PINZON MENDIETA.", "EDISON PINZON MENDIETA"),
        ("GUNMEN KILLED PINZON IN FRONT OF HIS WIFE, ROSA AMALIA PINZON LOPERA.", "ROSA AMALIA PINZON LOPERA"),
        ("GUNMEN KILLED UNION [UP] CANDIDATE RAUL ORTEGA.", "RAUL ORTEGA"),
        ("GUNMEN KILLED THE DEPUTY MINISTER.", "DEPUTY MINISTER"),
        ("GUNMEN KILLED RAUL ORTEGA PINZON.", "RAUL ORTEGA PINZON"),
        ("GUNMEN BURNED THE OFFICES OF THE TELEPHONE COMPANY.", "OFFICES OF THE TELEPHONE COMPANY"),
    ],
)
def test_somebody_with_a_name_has_it_alone_in_capitals(told: str, who: str) -> None:
    text = CAPITALS.format(told)
    hit = [party.text for claim in claims_of(text) for party in claim.recipients]
    assert who in hit


def test_a_title_stays_where_case_shows_the_name() -> None:
    claims = claims_of("Gunmen shot and killed the deputy minister Raul Ortega in San Jacinto on Sunday.")
    assert [party.text for claim in claims for party in claim.recipients] == ["deputy minister Raul Ortega"]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Rebels shelled a bus near Dibis, killing six pupils.", ["bus", "pupils"]),
        ("Rebels shelled the house of a judge near Dibis.", ["house of a judge"]),
        ("The rebels regretted the deaths of two shoppers in the attack on Dibis.", ["shoppers"]),
        ("A bomb exploded at a police station in Dibis, wounding three officers.", ["police station", "officers"]),
    ],
)
def test_a_thing_is_hit_and_so_are_those_in_it(text: str, hit: list[str]) -> None:
    (claim,) = claims_of(text)
    assert [party.text for party in claim.recipients] == hit


def test_others_are_of_the_kind_of_those_before_them() -> None:
    coded = hearsay.code("Nine villagers were hurt in Bunia. Sixteen others were kidnapped, among them girls.")
    assert [(p.text, p.kind) for p in coded.claims[-1].recipients] == [("Sixteen others", "civilians")]
