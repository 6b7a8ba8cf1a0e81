"""What the claims of one incident contradict each other on."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import claim, count, more_than, party, speaker

from hearsay.incidents.disputes import disputes_of
from hearsay.records import Claim

FIGHTERS = party("fighters", "rebel_group")
VILLAGERS = party("villagers", "civilians")
RSF = party("the RSF", "political_militia", name="Rapid Support Forces", id="rsf")
RSF_SPEAKS = speaker("the RSF", name="Rapid Support Forces", id="rsf")


def fields(*claims: Claim) -> list[str]:
    return [d.field for d in disputes_of(claims)]


def test_nothing_is_disputed_by_one_or_by_those_who_agree() -> None:
    assert fields(claim(count(9), origin="police")) == []
    assert fields(claim(count(9), origin="police"), claim(count(9), origin="a medic")) == []
    assert fields() == []


# ---------------------------------------------------------------- whether it happened


def test_a_denial_disputes_that_it_happened() -> None:
    claims = [claim(origin="residents", id="a"), claim(origin="the army", status="denied", id="b")]
    (dispute,) = disputes_of(claims)
    assert (dispute.field, dispute.claims) == ("occurrence", ("a", "b"))


def test_a_denial_of_ones_own_part_disputes_who_did_it() -> None:
    said = claim(origin="residents", actors=(RSF,), id="a")
    denied = claim(origin=RSF_SPEAKS, actors=(RSF,), status="denied", id="b")
    (dispute,) = disputes_of([said, denied])
    assert (dispute.field, dispute.claims) == ("responsibility", ("a", "b"))


def test_a_spokesman_denies_for_his_own_army() -> None:
    army = party("soldiers", "state_forces", name="Israel Defense Forces", id="actor:israel-defense-forces")
    spokesman = speaker("an IDF spokesperson", affiliation="actor:idf-spokesperson")
    said = claim(origin="residents", actors=(army,))
    assert fields(said, claim(origin=spokesman, actors=(army,), status="denied")) == ["responsibility"]


def test_a_denial_alone_disputes_nothing_that_anybody_said() -> None:
    assert fields(claim(origin="the army", status="denied")) == []


def test_a_denial_of_ones_own_part_alone_disputes_nothing() -> None:
    assert fields(claim(origin=RSF_SPEAKS, actors=(RSF,), status="denied")) == []


def test_two_origins_that_blame_each_other_dispute_who_did_it() -> None:
    army = party("the army", "state_forces", name="SAF", id="saf")
    assert fields(claim(origin="the army", actors=(RSF,)), claim(origin=RSF_SPEAKS, actors=(army,))) == [
        "responsibility"
    ]


# ---------------------------------------------------------------- how many


@pytest.mark.parametrize(
    ("name", "first", "second", "disputed"),
    [
        ("9 and 12", count(9), count(12), True),
        ("over 60 and 63", more_than(61), count(63), False),
        ("over 60 and 40", more_than(61), count(40), True),
        ("30 to 40 and 35", count(None, low=30, high=40), count(35), False),
        ("9 and 12 hurt", count(9), count(12, "injured"), False),
        ("9 and another 3", count(9), count(3, scope="additional"), False),
        ("9 and 4 of them", count(9), count(4, part_of=0), False),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_tolls_of_two_origins(name: str, first: Any, second: Any, disputed: bool) -> None:  # noqa: ARG001
    found = fields(claim(first, origin="police"), claim(second, origin="a medic"))
    assert found == (["toll"] if disputed else [])


def test_one_origin_that_corrects_itself_disputes_nothing() -> None:
    assert fields(claim(count(9), origin="police"), claim(count(12), origin="police")) == []


def test_those_who_died_later_of_an_origins_toll_dispute_nobody() -> None:
    network = [claim(count(16), origin="a network"), claim(count(3), origin="a network")]
    assert fields(*network, claim(count(16), origin="the ministry")) == []


def test_the_outlets_lede_disputes_nobody() -> None:
    assert fields(claim(count(9)), claim(count(12), origin="police")) == []


def test_only_those_who_differ_are_in_the_dispute() -> None:
    claims = [
        claim(count(9), origin="police", id="a"),
        claim(origin="a witness", id="b"),
        claim(count(12), origin="medics", id="c"),
    ]
    (dispute,) = disputes_of(claims)
    assert dispute.claims == ("a", "c")


def test_nobody_died_disputes_a_toll() -> None:
    assert fields(claim(count(0), origin="the army"), claim(count(8), origin="medics")) == ["toll"]


# ---------------------------------------------------------------- who they were


def test_ones_fighters_are_anothers_civilians() -> None:
    said = claim(count(9), origin="the army", recipients=(FIGHTERS,), id="a")
    other = claim(count(9), origin="residents", recipients=(VILLAGERS,), id="b")
    (dispute,) = disputes_of([said, other])
    assert (dispute.field, dispute.claims) == ("victim_status", ("a", "b"))


def test_two_kinds_of_victims_of_one_origin_are_both_right() -> None:
    said = [claim(count(9), origin="police", recipients=(r,)) for r in (FIGHTERS, VILLAGERS)]
    assert fields(*said) == []


def test_the_counted_tell_their_status_too() -> None:
    said = claim(count(9, kind="rebel_group"), origin="the army", recipients=(party("a depot", "object"),))
    other = claim(count(9, kind="civilians"), origin="residents", recipients=(party("a market", "object"),))
    assert fields(said, other) == ["victim_status"]


def test_several_fields_may_be_disputed_at_once() -> None:
    said = claim(count(9), origin="the army", recipients=(FIGHTERS,))
    other = claim(count(12), origin="residents", recipients=(VILLAGERS,))
    denied = claim(origin="the governor", status="denied")
    assert fields(said, other, denied) == ["occurrence", "toll", "victim_status"]
