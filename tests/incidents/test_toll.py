"""The toll under the rule ``stated``: every origin one vote, no figure counted twice, what is open stays open."""

from __future__ import annotations

import pytest
from tests.builders import claim, count, more_than, party, speaker

from hearsay.incidents.toll import estimate
from hearsay.records import Claim, Count, Measure, Mention, Toll

Three = tuple[float | None, float | None, float | None]


def toll(**claims_of: list[Claim]) -> Toll:
    """The killed over the claims of each origin."""
    found = estimate(claims_of, "killed")
    assert found is not None
    return found


def three(**claims_of: list[Claim]) -> Three:
    found = toll(**claims_of)
    return found.low, found.best, found.high


# ---------------------------------------------------------------- one origin


@pytest.mark.parametrize(
    ("name", "claims", "expected"),
    [
        ("one figure", [claim(count(9))], (9, 9, 9)),
        ("nobody died", [claim(count(0))], (0, 0, 0)),
        ("over 60", [claim(more_than(61))], (61, 61, None)),
        ("between 30 and 40", [claim(count(None, low=30, high=40))], (30, 30, 40)),
        ("up to 40", [claim(count(None, high=40))], (None, None, 40)),
        ("a lede and its body", [claim(count(12)), claim(count(12))], (12, 12, 12)),
        ("more than 60, then 63", [claim(more_than(61)), claim(count(63))], (61, 63, None)),
        ("an early figure and the fullest one", [claim(count(5)), claim(count(20))], (20, 20, 20)),
        ("a part is in its whole", [claim(count(12), count(4, part_of=0))], (12, 12, 12)),
        ("two figures of one claim are of different people", [claim(count(4), count(3))], (7, 7, 7)),
        ("a running total replaces", [claim(count(9)), claim(count(14, scope="running_total"))], (14, 14, 14)),
        (
            "of two running totals the later",
            [claim(count(14, scope="running_total")), claim(count(17, scope="running_total"))],
            (17, 17, 17),
        ),
        ("four more, raising the toll to 31", [claim(count(4), count(31, scope="running_total"))], (31, 31, 31)),
        ("nine, and later another four", [claim(count(9)), claim(count(4, scope="additional"))], (13, 13, 13)),
        (
            "another four, told twice",
            [claim(count(9)), claim(count(4, scope="additional")), claim(count(4, scope="additional"))],
            (13, 13, 13),
        ),
        ("nine and another four in one breath", [claim(count(9), count(4, scope="additional"))], (13, 13, 13)),
        ("only those who died since", [claim(count(4, scope="additional"))], (4, 4, 4)),
        ("a total of the week is not the day's", [claim(count(3)), claim(count(40, scope="period_total"))], (3, 3, 3)),
        (
            "soldiers in one sentence, civilians in the next",
            [claim(count(4, kind="state_forces")), claim(count(9, kind="civilians"))],
            (13, 13, 13),
        ),
        (
            "their sum, then each apart",
            [claim(count(13)), claim(count(4, kind="state_forces")), claim(count(9, kind="civilians"))],
            (13, 13, 13),
        ),
        (
            "a whole of two kinds, then its dead one by one under other kinds",
            [
                claim(count(3, kind="government"), count(1, kind="civilians")),
                claim(count(1, kind="state_forces")),
                claim(count(2, kind="government")),
                claim(count(1, kind="civilians")),
            ],
            (4, 4, 4),
        ),
        (
            "a headman, and how the victim died",
            [
                claim(count(1, kind="government")),
                claim(count(1, kind="civilians").model_copy(update={"text": "the victim", "span": (0, 10)})),
            ],
            (1, 1, 1),
        ),
        ("dozens", [claim(count(24, high=None, vague=True))], (24, 24, None)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_origin(name: str, claims: list[Claim], expected: Three) -> None:  # noqa: ARG001
    assert three(police=claims) == expected


# ---------------------------------------------------------------- several origins


@pytest.mark.parametrize(
    ("name", "figures", "expected"),
    [
        ("they agree", [count(9), count(9)], (9, 9, 9)),
        ("two of three agree", [count(9), count(12), count(12)], (9, 12, 12)),
        ("of two figures the higher", [count(15), count(9)], (9, 15, 15)),
        ("of three the middle one", [count(45), count(38), count(23)], (23, 38, 45)),
        ("of those that as many tell", [count(50), count(9), count(12), count(9), count(12)], (9, 12, 50)),
        ("the open one is the highest", [count(9), more_than(20)], (9, 20, None)),
        ("dozens yield to a number", [count(24, high=None, vague=True), count(11)], (11, 11, None)),
        ("the open one is not the highest", [more_than(9), count(30)], (9, 30, 30)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_several_origins(name: str, figures: list[Count], expected: Three) -> None:  # noqa: ARG001
    assert three(**{f"origin{k}": [claim(f)] for k, f in enumerate(figures)}) == expected


def test_ten_tellings_of_one_origin_are_one_vote() -> None:
    assert three(army=[claim(count(3))] * 10, monitor=[claim(count(8))], medics=[claim(count(8))]) == (3, 8, 8)


@pytest.mark.parametrize("army", [10, 23])
def test_the_order_of_origins_does_not_matter(army: int) -> None:
    claims = {"army": [claim(count(army))], "monitor": [claim(more_than(8))], "medics": [claim(count(8), count(2))]}
    assert estimate(claims, "killed") == estimate(dict(reversed(claims.items())), "killed")


def test_people_killed_beside_civilians_are_civilians() -> None:
    found = toll(family=[claim(count(1, kind="person"), count(5, kind="civilians"))])
    assert found.by_kind["civilians"].best == 6
    mixed = toll(family=[claim(count(1, kind="person"), count(5, kind="civilians"), count(2, kind="rebel_group"))])
    assert mixed.by_kind["civilians"].best == 5


def test_where_only_civilians_are_told_of_an_undivided_figure_counts_them() -> None:
    found = toll(radio=[claim(count(4, kind="civilians"))], agency=[claim(count(6))])
    assert found.by_kind["civilians"].best == found.best == 6


def test_victims_named_one_by_one_add_up() -> None:
    def named(name: str) -> Count:
        return count(1).model_copy(update={"text": name, "span": (0, len(name))})

    told = [claim(named(n)) for n in ("Samir Haddad", "his neighbour Lina Qasim", "Samir Ali Haddad", "Omar Qasim")]
    assert three(radio=told) == (3, 3, 3)
    assert three(radio=[claim(count(12)), *told]) == (12, 12, 12)


def test_the_named_are_the_least_that_died() -> None:
    """Who gave a lower figure before they were all named is no bound; those named in one breath are all different."""
    names = "Samir Haddad (41), his wife Lina Qasim, and their two sons, Omar Haddad and Ziad Haddad"
    listed = claim(count(4).model_copy(update={"text": names, "span": (0, len(names))}))
    assert three(radio=[listed]) == (4, 4, 4)
    assert three(agency=[claim(count(2))], medics=[claim(count(6))], radio=[listed]) == (4, 6, 6)
    assert three(medics=[claim(count(3))], radio=[listed]) == (4, 4, 4)
    assert three(agency=[claim(count(7))], medics=[claim(count(2))], police=[claim(count(3))], radio=[listed]) == (
        4,
        7,
        7,
    )


def test_names_that_several_sources_spell_never_pass_the_highest_figure() -> None:
    def named(*names: str) -> list[Claim]:
        return [claim(count(1).model_copy(update={"text": name, "span": (0, len(name))})) for name in names]

    police, relatives = named("Samir Haddad", "Lina Qasim"), named("Sameer Hadad", "Leena Qassem")
    assert three(police=police, relatives=relatives, medics=[claim(count(2))]) == (2, 2, 2)


def test_a_father_and_his_son_of_like_names_are_two() -> None:
    names = "Atta Nazir Haddad, his brother Nael Nazir Haddad and his son Nazir Atta Nazir Haddad"
    assert three(radio=[claim(count(3).model_copy(update={"text": names, "span": (0, len(names))}))]) == (3, 3, 3)


def test_two_totals_of_people_in_general_in_one_claim_are_no_different_people() -> None:
    people, deaths = count(25, of="people"), count(30, of="deaths")
    assert three(radio=[claim(people, deaths)]) == (30, 30, 30)
    assert three(radio=[claim(count(25, of="villagers"), count(30, of="soldiers"))]) == (55, 55, 55)


def test_kin_told_beside_a_name_are_added_until_they_are_named() -> None:
    def told(*texts: tuple[str, float]) -> Claim:
        return claim(*(count(n).model_copy(update={"text": t, "span": (0, len(t))}) for t, n in texts))

    first = told(("Samir Haddad", 1), ("his two sons", 2))
    assert three(radio=[first]) == (3, 3, 3)
    assert three(radio=[first, told(("Omar Haddad and Ziad Haddad", 2))]) == (3, 3, 3)


def test_one_named_victim_is_no_rival_of_a_toll() -> None:
    assert three(brother=[claim(count(1))], medics=[claim(count(12))]) == (12, 12, 12)
    assert three(brother=[claim(count(1))]) == (1, 1, 1)


def test_one_targeted_death_is_not_the_toll_of_the_whole() -> None:
    assert three(police=[claim(count(2), mode="targeted"), claim(count(12))]) == (12, 12, 12)


# ---------------------------------------------------------------- what it is not


def test_what_is_unconfirmed_raises_the_highest_alone() -> None:
    hedge = Mention(text="Unconfirmed reports", span=(0, 19))
    rumour = claim(count(5), origin=speaker("Meridian Wire", hedge=hedge))
    assert three(wire=[claim(count(1))], rumour=[rumour]) == (1, 1, 5)
    assert three(rumour=[rumour]) == (5, 5, 5)


def test_what_no_claim_gives_is_null() -> None:
    assert estimate({}, "killed") is None
    assert estimate({"police": [claim()]}, "killed") is None
    assert estimate({"police": [claim(count(9, "injured"))]}, "killed") is None
    assert estimate({"police": [claim(count(40, scope="period_total"))]}, "killed") is None
    assert estimate({"police": [claim(count(4, part_of=0))]}, "killed") is None


@pytest.mark.parametrize("measure", ["casualties", "neutralised", "bodies"])
def test_casualties_and_bodies_are_never_the_killed(measure: Measure) -> None:
    assert estimate({"police": [claim(count(9, measure))]}, "killed") is None


def test_each_measure_has_its_own_toll() -> None:
    both = {"police": [claim(count(9), count(20, "injured"))]}
    killed, injured = estimate(both, "killed"), estimate(both, "injured")
    assert killed is not None
    assert injured is not None
    assert (killed.best, injured.best) == (9, 20)


# ---------------------------------------------------------------- by kind and party


def test_kinds_of_victims() -> None:
    found = toll(
        police=[claim(count(9, kind="civilians"), count(4, kind="state_forces"))],
        medics=[claim(more_than(11, kind="civilians"))],
    )
    assert {k: (v.low, v.best, v.high) for k, v in found.by_kind.items()} == {
        "civilians": (9, 11, None),
        "state_forces": (4, 4, 4),
    }


def test_people_of_no_kind_are_in_the_whole_and_in_no_kind() -> None:
    assert toll(police=[claim(count(9, kind="unknown"), count(2))]).by_kind == {}


def test_parties_by_name() -> None:
    army, rebels = party("the army", "state_forces", name="Army of Ruritania"), party("rebels", "rebel_group")
    told = claim(
        count(4, party="recipients[0]"), count(9, party="actors[0]"), count(1), actors=(rebels,), recipients=(army,)
    )
    found = toll(police=[told])
    assert {k: v.best for k, v in found.by_party.items()} == {"Army of Ruritania": 4, "rebels": 9}
    assert found.best == 14


def test_up_to_forty_gives_no_best() -> None:
    """The conventions give an "up to" figure a high only: no best may be made of it."""
    found = toll(police=[claim(count(None, high=40))])
    assert (found.low, found.best, found.high) == (None, None, 40)


def test_an_origin_that_says_nobody_died_has_its_vote() -> None:
    assert three(medics=[claim(count(8))], army=[claim(count(0))]) == (0, 8, 8)
    assert three(medics=[claim(count(8))], army=[claim(count(0))], police=[claim(count(0))]) == (0, 0, 8)


def test_a_later_dead_of_another_kind_is_added_to_a_running_total() -> None:
    told = [claim(count(14, scope="running_total", kind="civilians")), claim(count(3, kind="state_forces"))]
    assert three(police=told) == (17, 17, 17)


@pytest.mark.parametrize(
    ("name", "first", "second", "expected"),
    [
        ("protesters and police", [count(106, kind="protesters")], [count(4, kind="state_forces")], (110, 110, 110)),
        (
            "one's fighters, another's civilians",
            [count(9, kind="rebel_group")],
            [count(7, kind="civilians")],
            (7, 9, 9),
        ),
        ("of any kind, and soldiers", [count(9)], [count(4, kind="state_forces")], (4, 9, 9)),
        (
            "both sides' dead, and the soldiers alone",
            [count(9, kind="civilians"), count(4, kind="state_forces")],
            [count(3, kind="state_forces")],
            (13, 13, 13),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_origins_that_count_different_people(
    name: str,  # noqa: ARG001
    first: list[Count],
    second: list[Count],
    expected: Three,
) -> None:
    assert three(police=[claim(*first)], medics=[claim(*second)]) == expected
