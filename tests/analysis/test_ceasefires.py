"""Ceasefires: alleged breaches by accused, alleger, place and day; denials and agreements apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from tests.builders import claim, day, party, place
from tests.incidents.told import ARMY, COMMAND, MONITOR, REBEL_OFFICE, REBELS, incident, report

from hearsay.analysis.ceasefires import Violation, accusations, agreements, violations
from hearsay.analysis.ceasefires.words import breach_in, ceasefire_in, number_in
from hearsay.analysis.said import Said, said_in
from hearsay.records import Claim, Mention

HAYS = place("Hays", 13.93, 43.48, country="YEM")
BROKEN = "The army broke the ceasefire by shelling Hays on Sunday."
SHELLING = ("Explosions/Remote violence", "Shelling/artillery/missile attack")


@pytest.mark.parametrize(
    "passage",
    [
        "in violation of the ceasefire, warplanes struck Hass",
        "militants had Violated the ceasefire 14 times",
        "accused the coalition of 96 violations of the truce",
        "Three ceasefire violations by the RSF",
        "of breaching a fragile, week-old\nUN-backed cessation of hostilities",
        "the truce was repeatedly broken",
    ],
)
def test_a_breach_is_told_by_its_words(passage: str) -> None:
    assert breach_in(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "the army violated the airspace of its neighbour",
        "a ceasefire was declared in Hays",
        "broke into the house; later the two sides, after many weeks of talks, called a truce",
        "The trucebreakers' band played unbroken sets",
    ],
)
def test_other_words_tell_no_breach(passage: str) -> None:
    assert breach_in(passage) is None


def test_a_ceasefire_is_named_in_many_ways() -> None:
    assert [ceasefire_in(words) for words in ("a Cease-Fire", "two truces", "an armistice", "a deal")] == [
        "Cease-Fire", "truces", "armistice", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("passage", "low", "high"),
    [
        ("accused the coalition of 96 violations of the truce", 96, 96),
        ("had violated the ceasefire fourteen times in a day", 14, 14),
        ("at least 1,200 new ceasefire violations were recorded", 1200, None),
        ("between 30 and 40 alleged breaches of the truce", 30, 40),
    ],
)
def test_how_many_breaches_are_said(passage: str, low: float, high: float | None) -> None:
    found = number_in(passage)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "passage",
    ["killed three civilians in violation of the ceasefire", "violated the truce on 14 May", "breaches"],
)
def test_other_numbers_count_no_breaches(passage: str) -> None:
    assert number_in(passage) is None


def said(*told: tuple[Claim, str]) -> list[Said]:
    one = report(*(claim for claim, _ in told), outlet="Levant Desk")
    passages = one.model_copy(update={"passages": tuple(words for _, words in told)})
    return list(said_in([incident([one])], [passages]))


def shelling(words: str = BROKEN, **fields: Any) -> tuple[Claim, str]:
    known: dict[str, Any] = {
        "mode": "heavy-weapons", "acled": SHELLING, "origin": REBEL_OFFICE, "actors": (ARMY,), "place": HAYS,
        "time": day("2019-12-08"), "span": (0, 50),
    }  # fmt: skip
    return claim(**(known | fields)), words


def only(*told: tuple[Claim, str]) -> Violation:
    (found,) = violations(said(*told))
    return found


def test_who_is_accused_by_whom_of_what_where_and_when() -> None:
    found = only(shelling())
    assert [one.name for one in found.accused] == ["Syrian Arab Army"]
    assert (found.voice.name, found.stance, found.acts) == ("a rebel spokesman", "alleged", (SHELLING[1],))
    assert (found.first_day, found.last_day) == ("2019-12-08", "2019-12-08")
    assert found.place is not None
    assert found.place.name == "Hays"
    assert found.cue == "broke the ceasefire"
    assert found.number is None


def test_an_accusation_and_the_deed_it_names_are_one_allegation() -> None:
    accusing = claim(
        kind="ACCUSE", mode="allege", origin=REBEL_OFFICE, actors=(REBELS,), recipients=(ARMY,), span=(0, 60)
    )
    found = only((accusing, f"Rebels said: {BROKEN}"), shelling(span=(13, 60)))
    assert [one.name for one in found.accused] == ["Syrian Arab Army"]
    assert found.acts == (SHELLING[1],)
    assert len(found.claims) == 2
    assert found.passage == f"Rebels said: {BROKEN}"


def test_two_passages_are_two_allegations_and_two_voices_too() -> None:
    assert len(violations(said(shelling(), shelling(span=(60, 90))))) == 2
    assert len(violations(said(shelling(), shelling(origin=MONITOR)))) == 2


def test_a_bare_violation_does_not_say_in_what_it_lay() -> None:
    words = Mention(text="violated", span=(0, 8))
    bare = shelling("the army violated the truce", mode=None, acled=("Battles", "Armed clash"), trigger=words)
    assert only(bare).acts == ()
    counted = only((bare[0], "the army violated the truce 14 times"))
    assert counted.number is not None
    assert counted.number.best == 14


def test_a_denial_is_kept_as_one() -> None:
    denial = shelling("The army denied violating the ceasefire.", origin=COMMAND, status="denied", acled=None)
    found = only(denial)
    assert (found.stance, found.voice.name) == ("denied", "the army command")


def test_what_nobody_says_to_have_happened_is_left_out_and_counted() -> None:
    left_out: Counter[str] = Counter()
    unsure = COMMAND.model_copy(update={"stance": "cannot_confirm"})
    told = said(shelling(status="threatened"), shelling(status="planned"), shelling(origin=unsure))
    assert violations(told, left_out) == ()
    assert sum(left_out.values()) == 3


def test_an_agreement_to_look_into_violations_is_no_violation() -> None:
    told = claim(kind="AGREE", origin=MONITOR, actors=(ARMY, REBELS)), "agreed to look into violations of the ceasefire"
    assert violations(said(told)) == ()
    assert len(agreements(said(told))) == 1


def test_warplanes_without_an_owner_are_named_as_they_are() -> None:
    planes = party("government warplanes", "object")
    assert [one.name for one in only(shelling(actors=(planes,))).accused] == ["government warplanes"]


def test_accusations_are_counted_by_voice_and_accused() -> None:
    denial = shelling("The army denied violating the ceasefire.", origin=COMMAND, status="denied")
    rows = accusations(violations(said(shelling(), shelling(span=(60, 90), time=day("2019-12-10")), denial)))
    assert [(row.voice.name, row.accused and row.accused.name, row.alleged, row.denied) for row in rows] == [
        ("a rebel spokesman", "Syrian Arab Army", 2, 0),
        ("the army command", "Syrian Arab Army", 0, 1),
    ]
    assert (rows[0].first_day, rows[0].last_day, rows[0].places) == ("2019-12-08", "2019-12-10", ("Hays",))


def test_agreements_have_parties_day_and_status() -> None:
    made = claim(
        kind="RETREAT", mode="ceasefire", actors=(ARMY, REBELS), place=HAYS, time=day("2019-12-06"), span=(0, 9)
    )
    hoped = claim(kind="AGREE", status="planned", actors=(REBELS,), time=day("2019-12-05"))
    released = claim(kind="RETREAT", mode="release", actors=(REBELS,))
    found = agreements(said((made, "agreed on a truce"), (hoped, "may agree to a ceasefire"), (released, "freed him")))
    assert [(one.status, one.last_day, [p.name for p in one.parties]) for one in found] == [
        ("planned", "2019-12-05", ["Ahrar al-Sham"]),
        ("occurred", "2019-12-06", ["Syrian Arab Army", "Ahrar al-Sham"]),
    ]
