"""Who is said to hold a place on a date: by whose word, how old, with contradictions kept."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from tests.builders import claim, day, party, place, speaker
from tests.incidents.told import ARMY, CIVILIANS, COMMAND, MONITOR, REBEL_OFFICE, REBELS, incident, report

from hearsay.analysis.control import ControlWord, PlaceControl, control_on, control_words
from hearsay.analysis.said import said_in
from hearsay.incidents.records import Report
from hearsay.incidents.sides import house
from hearsay.records import Claim, Mention, Relation

SARAQIB = place("Saraqib", 35.86, 36.8, country="SYR", admin1="Idlib")
TAKEN = ("Battles", "Non-state actor overtakes territory")
MOVED = ("Strategic developments", "Non-violent transfer of territory")
ARMY_CAMP, REBEL_CAMP = house("actor:syrian-arab-army"), house("actor:ahrar-al-sham")


def taken(by: Any, on: str, origin: Any = MONITOR, **fields: Any) -> Claim:
    known: dict[str, Any] = {"acled": TAKEN, "actors": (by,), "place": SARAQIB, "time": day(on), "outcome": "succeeded"}
    return claim(origin=origin, **(known | fields))


def left(by: Any, on: str, origin: Any = MONITOR, **fields: Any) -> Claim:
    return claim(
        kind="RETREAT", mode="withdraw", acled=MOVED, origin=origin, actors=(by,), place=SARAQIB, time=day(on), **fields
    )


def denied_taking(by: Any, on: str, origin: Any, **fields: Any) -> Claim:
    trigger = Mention(text="captured", span=(0, 8))
    return claim(origin=origin, status="denied", actors=(by,), place=SARAQIB, time=day(on), trigger=trigger, **fields)


def words(*claims: Claim, left_out: Counter[str] | None = None) -> tuple[ControlWord, ...]:
    reports: list[Report] = [report(told, outlet="A", id=f"r{n}") for n, told in enumerate(claims)]
    linked = [incident([one]).model_copy(update={"id": one.id}) for one in reports]
    return control_words(said_in(linked, reports), left_out)


def held(*claims: Claim, on: str = "2019-12-31") -> PlaceControl:
    (found,) = control_on(words(*claims), date.fromisoformat(on))
    return found


def camps(found: PlaceControl) -> list[str]:
    return [one.holder.camp for one in found.holders]


def test_who_took_it_holds_it_by_the_word_of_who_says_so() -> None:
    found = held(taken(REBELS, "2019-12-08", recipients=(ARMY,)), on="2019-12-10")
    assert camps(found) == [REBEL_CAMP]
    assert found.holders[0].voices == ("Northern Harm Watch",)
    assert not found.holders[0].own_word_only
    assert [one.camp for one in found.not_held] == [ARMY_CAMP]
    assert (found.since, found.age_days, found.contested) == ("2019-12-08", 2, False)


def test_its_own_word_is_seen_to_be_nothing_more() -> None:
    assert held(taken(REBELS, "2019-12-08", REBEL_OFFICE)).holders[0].own_word_only
    soldier = speaker("a military source", kind="military", anonymous=True)
    assert held(taken(ARMY, "2019-12-08", soldier, recipients=(REBELS,))).holders[0].own_word_only
    both = held(taken(REBELS, "2019-12-08", REBEL_OFFICE), taken(REBELS, "2019-12-08", MONITOR))
    assert not both.holders[0].own_word_only
    assert len(both.holders[0].voices) == 2


def test_nothing_is_known_before_the_day_it_is_told_of() -> None:
    assert control_on(words(taken(REBELS, "2019-12-08")), date(2019, 12, 7)) == ()


def test_a_later_taking_supersedes_what_was_said_before() -> None:
    found = held(taken(REBELS, "2019-12-08", REBEL_OFFICE), taken(ARMY, "2019-12-20", COMMAND))
    assert camps(found) == [ARMY_CAMP]
    assert not found.contested
    assert [(last.word.day, last.standing, last.age_days) for last in found.words] == [
        ("2019-12-20", True, 11),
        ("2019-12-08", False, 23),
    ]
    assert camps(held(taken(REBELS, "2019-12-08"), taken(ARMY, "2019-12-20"), on="2019-12-19")) == [REBEL_CAMP]


def test_two_who_took_it_on_one_day_contradict_each_other() -> None:
    found = held(taken(REBELS, "2019-12-08", REBEL_OFFICE), taken(ARMY, "2019-12-08", COMMAND))
    assert sorted(camps(found)) == [REBEL_CAMP, ARMY_CAMP]
    assert found.contested


def test_who_denies_the_taking_says_that_his_side_holds_it() -> None:
    found = held(taken(REBELS, "2019-12-08", REBEL_OFFICE), denied_taking(REBELS, "2019-12-09", COMMAND))
    assert sorted(camps(found)) == [REBEL_CAMP, ARMY_CAMP]
    assert found.contested
    bystander = held(taken(REBELS, "2019-12-08", REBEL_OFFICE), denied_taking(REBELS, "2019-12-09", MONITOR))
    assert camps(bystander) == [REBEL_CAMP]
    assert bystander.contested


def test_who_denies_having_taken_it_does_not_hold_it() -> None:
    found = held(denied_taking(REBELS, "2019-12-09", REBEL_OFFICE))
    assert camps(found) == []
    assert [one.camp for one in found.not_held] == [REBEL_CAMP]


def test_who_left_holds_it_no_more_and_nobody_is_put_in_his_place() -> None:
    found = held(taken(ARMY, "2019-12-01"), left(ARMY, "2019-12-08", REBEL_OFFICE))
    assert found.holders == ()
    assert [one.camp for one in found.not_held] == [ARMY_CAMP]


def test_a_withdrawal_and_the_taking_of_one_day_go_together() -> None:
    found = held(left(ARMY, "2019-12-08"), taken(REBELS, "2019-12-08"))
    assert camps(found) == [REBEL_CAMP]
    assert not found.contested
    assert len(found.words) == 2


def test_an_assault_thrown_back_leaves_the_place_with_the_defender() -> None:
    fight = claim(
        origin=MONITOR, actors=(ARMY,), recipients=(REBELS,), place=SARAQIB, time=day("2019-12-08"), outcome="repelled"
    )
    found = held(fight)
    assert camps(found) == [REBEL_CAMP]
    assert [last.word.change for last in found.words] == ["kept"]


def test_a_denied_withdrawal_leaves_the_place_with_who_is_said_to_have_gone() -> None:
    assert camps(held(left(ARMY, "2019-12-08", COMMAND, status="denied"))) == [ARMY_CAMP]


def test_a_unit_of_no_known_kind_may_take_a_place_but_is_not_who_lost_it() -> None:
    unit = party("Battlegroup West")
    assert camps(held(taken(unit, "2019-12-08"))) == ["battlegroup west"]
    assert held(taken(REBELS, "2019-12-08", recipients=(unit, CIVILIANS))).not_held == ()


def test_plans_threats_and_failed_attempts_change_nothing() -> None:
    for status in ("planned", "threatened", "hypothetical", "attempted"):
        assert words(taken(REBELS, "2019-12-08", status=status)) == ()


def test_who_cannot_confirm_a_taking_does_not_tell_of_it() -> None:
    unsure = COMMAND.model_copy(update={"stance": "cannot_confirm"})
    assert words(taken(REBELS, "2019-12-08", unsure)) == ()


def test_a_strike_that_is_denied_tells_nothing_of_who_holds_the_place() -> None:
    denied = claim(origin=COMMAND, status="denied", actors=(ARMY,), place=SARAQIB, time=day("2019-12-08"))
    assert words(denied) == ()


def test_what_cannot_be_used_is_counted_with_its_reason() -> None:
    left_out: Counter[str] = Counter()
    beside = SARAQIB.model_copy(update={"relation": Relation(kind="near")})
    region = place("Idlib", 35.8, 36.6, precision=4)
    nobody = taken(CIVILIANS, "2019-12-08")
    undated = taken(REBELS, "2019-12-08", time=None)
    claims = [taken(REBELS, "2019-12-08", place=where) for where in (beside, region, None)]
    assert words(*claims, nobody, left_out=left_out) == ()
    assert sorted(left_out.values()) == [1, 3]
    assert [word.day for word in words(undated)] == ["2019-11-17"]  # the day of the report


def test_a_late_report_takes_the_day_that_others_say() -> None:
    dated = taken(REBELS, "2019-12-08")
    late = taken(REBELS, "2019-12-15", REBEL_OFFICE, time=day("2019-12-15", basis="publication"))
    reports = [report(dated, outlet="A"), report(late, outlet="B", published="2019-12-15")]
    found = control_words(said_in([incident(reports)], reports))
    assert {word.day for word in found} == {"2019-12-08"}


def test_places_of_one_name_in_two_countries_are_two() -> None:
    nameless = [place("Harem", country=country) for country in ("SYR", "IRQ")]
    found = control_on(words(*(taken(REBELS, "2019-12-08", place=where) for where in nameless)), date(2020, 1, 1))
    assert [one.place.country for one in found] == ["IRQ", "SYR"]


def test_a_division_and_its_army_are_one_holder() -> None:
    division = party("the 4th Division", "state_forces", id="actor:syrian-fourth-division")
    found = held(taken(division, "2019-12-08", MONITOR), taken(ARMY, "2019-12-08", COMMAND))
    assert camps(found) == [ARMY_CAMP]
    assert not found.contested
