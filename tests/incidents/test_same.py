"""May two claims of one article tell one happening, and is there reason to join them?"""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import claim, count, day, party, place, speaker

from hearsay.incidents.same import alike, closeness, compatible, km, linked, own_account, places_fit, times_fit
from hearsay.records import Claim, Party, PartyKind, Place, Status, Time

ARMY = party("the army", "state_forces", name="Army", id="army", country="COD")
POLICE = party("police", "state_forces", name="Police", country="COD")
UGANDANS = party("Ugandan troops", "external_forces", name="UPDF", country="UGA")
M23 = party("M23", "rebel_group", name="M23", id="m23", country="COD")
ADF = party("the ADF", "rebel_group", name="ADF", id="adf", country="COD")
REBELS = party("rebels", "rebel_group")
GUNMEN = party("gunmen", "unknown")
VILLAGERS = party("villagers", "civilians")
TEACHER = party("a teacher", "person")

GOMA = place("Goma", -1.68, 29.23, country="COD", admin1="North Kivu")
SAKE = place("Sake", -1.57, 29.04, country="COD", admin1="North Kivu")
MUNIGI = place("Munigi", -1.65, 29.24, country="COD", admin1="North Kivu")
NORTH_KIVU = place("North Kivu", -0.9, 29.0, country="COD", admin1="North Kivu", precision=4, radius_km=150.0)
GISENYI = place("Gisenyi", -1.70, 29.26, country="RWA")
NOWHERE = place("Kahembe")

MONDAY, TUESDAY = day("2024-05-13"), day("2024-05-14")
AIR = ("Explosions/Remote violence", "Air/drone strike")
CLASH = ("Battles", "Armed clash")
TAKEN = ("Battles", "Non-state actor overtakes territory")


def test_distances() -> None:
    assert km(0.0, 0.0, 0.0, 0.0) == 0
    assert km(0.0, 0.0, 0.0, 1.0) == pytest.approx(111.195, abs=0.01)
    assert km(50.0, 10.0, 50.0, 10.0) == 0
    assert km(90.0, 0.0, -90.0, 0.0) == pytest.approx(20015.1, abs=0.1)
    assert km(0.0, 179.5, 0.0, -179.5) == pytest.approx(111.195, abs=0.01)


# what speaks for or against, one claim, the other, may they be one?
PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("nothing at all", {}, {}, True),
    ("a denial is of the deed", {}, {"status": "denied", "origin": "the army"}, True),
    ("nobody denies what he tells", {"origin": "the army"},
     {"status": "denied", "origin": "The army"}, False),
    ("a plan is no deed", {}, {"status": "planned"}, False),
    ("a threat is no deed", {"status": "threatened"}, {}, False),
    ("two plans", {"status": "planned"}, {"status": "planned"}, True),
    ("one may go on", {"status": "ongoing"}, {"status": "occurred"}, True),
    ("a bomb and a rocket", {"mode": "explosives"}, {"mode": "heavy-weapons"}, False),
    ("an air strike and a toll", {"mode": "aerial"}, {"mode": None}, True),
    ("a bomb and a shooting", {"mode": "explosives"}, {"mode": "firearms"}, True),
    ("an abduction and a torching", {"mode": "abduct"}, {"mode": "destroy"}, True),
    ("a protest and an assault", {"kind": "PROTEST"}, {}, False),
    ("a raid and its arrests", {"place": GOMA, "actors": (ARMY,)},
     {"place": GOMA, "actors": (ARMY,), "kind": "COERCE", "mode": "arrest"}, True),
    ("a raid and arrests by others", {"place": GOMA, "actors": (ARMY,)},
     {"place": GOMA, "actors": (M23,), "kind": "COERCE", "mode": "arrest"}, False),
    ("a raid and arrests elsewhere", {"place": GOMA, "actors": (ARMY,)},
     {"place": SAKE, "actors": (ARMY,), "kind": "COERCE", "mode": "arrest"}, False),
    ("a strike and a ground fight", {"acled": AIR, "mode": "aerial"},
     {"acled": CLASH, "actors": (ARMY,), "recipients": (M23,)}, False),
    ("a town taken and a fight for it", {"acled": TAKEN}, {"acled": CLASH}, False),
    ("two places far apart", {"place": GOMA}, {"place": SAKE}, False),
    ("a town and its province", {"place": GOMA}, {"place": NORTH_KIVU}, True),
    ("two days", {"time": MONDAY}, {"time": TUESDAY}, False),
    ("two named doers and their victims", {"actors": (M23,), "recipients": (ARMY,)},
     {"actors": (ADF,), "recipients": (ARMY,)}, False),
    ("a named doer and rebels", {"actors": (M23,)}, {"actors": (REBELS,)}, True),
    ("a named doer and gunmen", {"actors": (M23,)}, {"actors": (GUNMEN,)}, True),
    ("a doer who denies it, and another victim", {"actors": (M23,), "recipients": (VILLAGERS,)},
     {"actors": (M23,), "recipients": (ARMY,), "status": "denied", "origin": "M23"}, True),
    ("the same doer, soldiers and villagers", {"actors": (M23,), "recipients": (VILLAGERS,)},
     {"actors": (M23,), "recipients": (ARMY,)}, False),
    ("a fight told from the other side", {"actors": (M23,), "recipients": (ARMY,)},
     {"actors": (ARMY,), "recipients": (M23,)}, True),
    ("a day's dead and a week's", {"counts": (count(3),)}, {"counts": (count(40, scope="period_total"),)}, False),
]  # fmt: skip


def made(fields: dict[str, Any]) -> Claim:
    return claim(*fields.get("counts", ()), **{k: v for k, v in fields.items() if k != "counts"})


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*row, id=name) for name, *row in PAIRS])
def test_may_they_be_one(a: dict[str, Any], b: dict[str, Any], expected: bool) -> None:
    first, second = made(a), made(b)
    assert compatible(first, second) is expected
    assert compatible(second, first) is expected


def test_two_named_doers_that_differ_are_two_events() -> None:
    assert not compatible(claim(actors=(M23,)), claim(actors=(ADF,)))


@pytest.mark.parametrize(
    ("name", "p", "q", "expected"),
    [
        ("one place", GOMA, GOMA, True),
        ("a suburb", GOMA, MUNIGI, True),
        ("a town 23 km off", GOMA, SAKE, False),
        ("across the border, however near", GOMA, GISENYI, False),
        ("the province", SAKE, NORTH_KIVU, True),
        ("not stated", GOMA, None, True),
        ("unknown to the gazetteer", GOMA, NOWHERE, False),
        ("unknown, but the same words", NOWHERE, NOWHERE, True),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_places(name: str, p: Place | None, q: Place | None, expected: bool) -> None:  # noqa: ARG001
    assert places_fit(claim(place=p), claim(place=q)) is expected
    assert places_fit(claim(place=q), claim(place=p)) is expected


def test_a_place_is_in_its_province_however_far_from_its_middle() -> None:
    slim = NORTH_KIVU.model_copy(update={"radius_km": 5.0})
    far = GOMA.model_copy(update={"admin1": "North Kivu"})
    elsewhere = GOMA.model_copy(update={"admin1": "South Kivu"})
    assert places_fit(claim(place=slim), claim(place=far))
    assert not places_fit(claim(place=slim), claim(place=elsewhere))


def test_a_district_reaches_further_than_the_town_that_it_is_named_after() -> None:
    village = place("Rutshuru", -1.42, 29.2, country="COD", admin1="North Kivu")
    assert not places_fit(claim(place=GOMA), claim(place=village))
    assert places_fit(
        claim(place=place("Goma District", -1.68, 29.23, country="COD", admin1="North Kivu")), claim(place=village)
    )


def test_an_unknown_village_may_be_the_town_where_the_figure_is_the_same() -> None:
    assert places_fit(claim(count(9), place=GOMA), claim(count(9), place=NOWHERE))
    assert places_fit(claim(place=GOMA), claim(place=NOWHERE, place_from="carried"))
    assert places_fit(claim(place=GOMA, place_from="carried"), claim(place=NOWHERE, place_from="sentence"))
    assert not places_fit(claim(place=GOMA, place_from="carried"), claim(place=NOWHERE, place_from="clause"))


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("one day", MONDAY, MONDAY, True),
        ("two days", MONDAY, TUESDAY, False),
        ("a night spans both", day("2024-05-13", "2024-05-14"), TUESDAY, True),
        ("a week holds its days", day("2024-05-06", "2024-05-12"), day("2024-05-08"), True),
        ("a week and the Monday after", day("2024-05-06", "2024-05-12"), MONDAY, False),
        ("not stated", None, MONDAY, True),
        ("on or before, two days back", day(None, "2024-05-14"), day("2024-05-12"), True),
        ("on or before, too long back", day(None, "2024-05-14"), day("2024-05-11"), False),
        ("an hour of the day", day("2024-05-13T03:00:00+03:00"), MONDAY, True),
        ("no day at all", day(None), MONDAY, True),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_times(name: str, a: Time | None, b: Time | None, expected: bool) -> None:  # noqa: ARG001
    assert times_fit(a, b) is expected
    assert times_fit(b, a) is expected


@pytest.mark.parametrize(
    ("p", "q", "expected"),
    [
        (ARMY, ARMY, True), (ARMY, POLICE, True), (ARMY, UGANDANS, False), (M23, ADF, False), (M23, REBELS, True),
        (REBELS, GUNMEN, True), (ARMY, REBELS, False), (VILLAGERS, TEACHER, True), (VILLAGERS, REBELS, False),
        (party("a depot", "object"), VILLAGERS, True),
    ],
    ids=lambda p: p.text if isinstance(p, Party) else "",
)  # fmt: skip
def test_parties(p: Party, q: Party, expected: bool) -> None:
    assert alike(p, q) is expected
    assert alike(q, p) is expected


# why, one claim, a later one, is there reason to join them?
REASONS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("one place", {"place": GOMA}, {"place": GOMA, "actors": (M23,), "recipients": (ARMY,)}, True),
    ("one figure", {"counts": (count(9),), "place": GOMA}, {"counts": (count(9),), "place": SAKE}, True),
    ("the camp", {"place": GOMA}, {"place": NORTH_KIVU, "place_from": "anaphor"}, True),
    ("each names its own place", {"place": GOMA, "actors": (M23,)}, {"place": SAKE, "actors": (M23,)}, False),
    ("one party", {"actors": (M23,), "recipients": (ARMY,)}, {"actors": (M23,), "recipients": (VILLAGERS,)}, True),
    ("a toll that names nobody", {"place": GOMA}, {"recipients": (VILLAGERS,)}, True),
    ("two others who name no place", {"actors": (M23,), "recipients": (ARMY,)},
     {"actors": (ADF,), "recipients": (VILLAGERS,)}, False),
    ("nobody died in either", {"counts": (count(0),), "place": GOMA}, {"counts": (count(0),), "place": SAKE}, False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*row, id=name) for name, *row in REASONS])
def test_reasons(a: dict[str, Any], b: dict[str, Any], expected: bool) -> None:
    assert linked(made(a), made(b)) is expected


def test_type_speaks_loudest_then_the_figure_then_the_place() -> None:
    told = claim(count(9), place=GOMA)
    assert closeness(told, claim(count(9), place=GOMA)) > closeness(told, claim(count(9), place=SAKE))
    assert closeness(told, claim(count(9), place=SAKE)) > closeness(told, claim(count(7), place=GOMA))
    assert closeness(told, claim()) > closeness(told, claim(count(9), kind="COERCE", place=GOMA))


@pytest.mark.parametrize("status", ["attempted", "thwarted", "ongoing"])
def test_whatever_was_begun_may_be_the_deed(status: Status) -> None:
    assert compatible(claim(), claim(status=status))


@pytest.mark.parametrize("kind", ["rebel_group", "political_militia", "state_forces"])
def test_civilians_are_nobodys_fighters(kind: PartyKind) -> None:
    assert not alike(VILLAGERS, party("men", kind))


def test_the_doers_own_account_of_its_victims_is_a_rival_of_the_others() -> None:
    army = party("the army", "state_forces", id="actor:x-army", name="X Army")
    spokesman = speaker("an army spokesman", affiliation="actor:x-army")
    raid = claim(origin="medics", actors=(), recipients=(party("people", "civilians"),), place=GOMA)
    own = claim(origin=spokesman, actors=(army,), recipients=(party("fighters", "rebel_group"),), place=GOMA)
    assert own_account(raid, own)
    assert own_account(own, raid)
    assert not own_account(raid, claim(origin="residents", actors=(army,), recipients=own.recipients, place=GOMA))
    assert not own_account(own, own)
