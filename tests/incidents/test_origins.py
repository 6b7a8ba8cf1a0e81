"""Origins: each voice at the start of a chain once, the outlet's own only where nobody else speaks."""

from __future__ import annotations

import pytest
from tests.builders import OUTLET, PUBLISHER, claim, count, speaker

from hearsay.incidents.origins import Heard, origins_of
from hearsay.records import Claim, Speaker

MINISTRY = speaker("the health ministry", id="mod-hea", affiliation="gov-sdn")
SPOKESMAN = speaker("a spokesman", name="Musa Idris", affiliation="gov-sdn")
REPORTER = speaker(f"{OUTLET}’s correspondent", kind="outlet")


def names(*claims: Claim) -> list[str]:
    return [origin.name for origin in origins_of(claims).origins]


def test_each_speaker_once_in_the_order_of_the_text() -> None:
    assert names(claim(origin="police"), claim(origin="a medic"), claim(origin="Police")) == ["police", "a medic"]


def test_two_voices_of_one_house_are_one() -> None:
    heard = origins_of([claim(origin=MINISTRY, id="a"), claim(origin=SPOKESMAN, id="b")])
    (origin,) = heard.origins
    assert (origin.name, origin.affiliation, origin.claims) == ("the health ministry", "gov-sdn", ("a", "b"))
    assert [[c.id for c in group] for group in heard.word_of.values()] == [["a", "b"]]


def test_a_carrier_is_no_origin() -> None:
    carried = claim(origin="a commander", id="a")
    carried = carried.model_copy(
        update={"attribution": (carried.attribution[0], speaker("Sputnik", kind="agency"), PUBLISHER)}
    )
    assert names(carried) == ["a commander"]


def test_the_outlets_own_voice_is_an_origin_where_nobody_else_speaks() -> None:
    assert names(claim(), claim()) == [OUTLET]


def test_the_outlets_own_voice_is_none_beside_a_source() -> None:
    heard = origins_of([claim(id="lede"), claim(origin="police", id="body")])
    assert [(o.name, o.claims) for o in heard.origins] == [("police", ("body",))]
    # A lede repeats the one who is quoted below, so that its figures are that origin's.
    assert [[c.id for c in group] for group in heard.word_of.values()] == [["lede", "body"]]


def test_beside_two_sources_the_lede_belongs_to_neither() -> None:
    heard = origins_of([claim(id="lede"), claim(origin="police", id="p"), claim(origin="a medic", id="m")])
    assert [o.name for o in heard.origins] == ["police", "a medic"]
    assert [[c.id for c in group] for group in heard.word_of.values()] == [["p"], ["m"]]


def test_the_lede_repeats_the_one_source_that_gives_a_toll() -> None:
    lede, police = claim(count(4), id="lede"), claim(count(3), origin="police", id="p")
    heard = origins_of([lede, police, claim(origin="a medic", id="m")])
    assert [[c.id for c in group] for group in heard.word_of.values()] == [["lede", "p"], ["m"]]


@pytest.mark.parametrize(
    ("named", "kept"), [(["Samir Haddad", "Omar Qasim", "Lina Aswad"], True), (["Samir Haddad"], False)]
)
def test_an_outlet_that_names_the_dead_has_a_figure_of_its_own(named: list[str], kept: bool) -> None:
    """It is no origin beside its sources, and its figure stands beside theirs where it has found out for itself."""
    own = [claim(count(14), id="own")]
    own += [claim(count(1).model_copy(update={"text": name, "span": (0, len(name))})) for name in named]
    heard = origins_of([*own, claim(count(9), origin="police"), claim(count(6), origin="a medic")])
    assert [o.name for o in heard.origins] == ["police", "a medic"]
    assert kept == any(told.id == "own" for claims in heard.telling("killed").values() for told in claims)


def test_the_outlets_own_reporter_is_the_outlet() -> None:
    assert names(claim(origin=REPORTER), claim(origin="police")) == ["police"]


def test_another_outlet_is_an_origin() -> None:
    assert names(claim(origin=speaker("Radio Okapi", kind="outlet"))) == ["Radio Okapi"]


def test_a_name_stands_before_the_words_that_introduced_it() -> None:
    assert names(claim(origin=Speaker(text="The mayor", span=(0, 9), name="Petro Savchuk"))) == ["Petro Savchuk"]


def test_no_claims_no_origins() -> None:
    assert origins_of([]) == Heard()


def test_where_no_source_gives_a_figure_the_outlets_own_counts() -> None:
    own, police, medic = claim(count(7)), claim(origin="police"), claim(count(3, "injured"), origin="a medic")
    heard = origins_of([own, police, medic])
    assert [o.name for o in heard.origins] == ["police", "a medic"]
    assert own in [c for claims in heard.telling("killed").values() for c in claims]
    assert own not in [c for claims in heard.telling("injured").values() for c in claims]
