"""Which of its sentence's times dates an event."""

from __future__ import annotations

import pytest

import hearsay


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        (
            "On 21 March police killed Jean Ti, a gang leader in Delmas, who had fled in the mass breakout of 2 March.",
            "killed",
            "2024-03-21",
        ),
        ("The army, which seized power in February 2021, attacked rebels in Falam.", "attacked", None),
        ("Rebels attacked Falam, where the army killed nine people in 2019.", "attacked", None),
        ("The army attacked Falam, which took place on Monday, and left.", "attacked", "2024-05-13"),
        ("Rebels wounded a girl, who was carrying water in Goma on Sunday.", "wounded", "2024-05-12"),
        ("Sailors were beheaded in April 2016 near Sulu and others two months later.", "beheaded", "2016-04-01"),
        ("By the evening of the second day rebels had attacked Falam.", "attacked", None),
    ],
)
def test_the_time_is_that_of_its_own_clause(text: str, trigger: str, start: str | None) -> None:
    claims = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims
    [claim] = [c for c in claims if c.event.trigger.text.startswith(trigger)]
    assert claim.time is not None
    assert claim.time.start == start


TOLD = "Rebels attacked a camp near Beni on Thursday, killing nine people. "


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("The Lubero camp was shelled between 6 a.m. and noon.", "shelled", "2024-05-09"),
        ("In Goma, a soldier was shot at dawn.", "shot", "2024-05-09"),
        ("Many fled.\n\nThe army said its men had been attacked in Goma on the same day.", "attacked", "2024-05-09"),
        ("The same night, gunmen burned two trucks.", "burned", "2024-05-09"),
        ("The next day, shells hit a school in Goma.", "hit", "2024-05-10"),
        ("A day earlier, two traders had been abducted.", "abducted", "2024-05-08"),
        ("The governor promised help on Friday. Two hours later, a bomb wounded two guards.", "wounded", "2024-05-10"),
        ("On Friday, 200 villagers displaced since 2019 were attacked in Goma.", "attacked", "2024-05-10"),
        ("Hours later, a bomb wounded two guards in Goma.", "wounded", "2024-05-09"),
        ("A bomb wounded two guards in Goma on Saturday at 6 a.m.", "wounded", "2024-05-11"),
    ],
)
def test_an_hour_or_the_same_day_is_of_the_day_told_before(text: str, trigger: str, start: str) -> None:
    claims = hearsay.code(TOLD + text, published="2024-05-14", outlet="Meridian Wire").claims
    [claim] = [c for c in claims[1:] if c.event.trigger.text.startswith(trigger)]
    assert claim.time is not None
    assert claim.time.start == start


def test_what_somebody_is_accused_of_does_not_date_his_arrest() -> None:
    text = "Police arrested a trader, accused of abducting a priest in 2022, and seized nine rifles."
    claims = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims
    assert {claim.time.start for claim in claims if claim.event.type == "COERCE" and claim.time} == {None}


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("until June 1", "2024-05-14", "2024-06-01"),
        ("until April 2", None, "2024-04-02"),
        ("until June 2022", None, "2022-06-30"),
    ],
)
def test_a_deadline_without_a_year_is_the_next_one(words: str, start: str | None, end: str) -> None:
    text = f"A curfew was imposed in Goma {words}."
    [claim] = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (start, end)


def test_what_is_to_come_begins_with_the_next_such_day() -> None:
    text = "Teachers will go on strike in Goma from Thursday until June 7."
    [claim] = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").claims
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2024-05-16", "2024-06-07")
