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
