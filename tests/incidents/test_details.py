"""A toll and its dead told one by one are one incident; other dead are another."""

from __future__ import annotations

import pytest

import hearsay


def _tolls(text: str) -> list[float | None]:
    coding = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire")
    return [incident.killed.best for incident in coding.incidents if incident.killed is not None]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Eight rebels were shot dead by police in two gun-battles in Ituri on Monday. Seven died near Bunia.",
            [8],
        ),
        (
            "Two party leaders were killed by gunmen in Ituri on Monday. Juma Ali was killed in the market near Velm.",
            [2],
        ),
        (
            "Rebels killed two farmers in Ituri on Monday. In another incident, rebels killed a teacher near Beni.",
            [2, 1],
        ),
        ("Rebels killed two farmers in Ituri on Monday. Police shot dead five rebels near Beni on Monday.", [2, 5]),
    ],
)
def test_details_are_not_added(text: str, tolls: list[float]) -> None:
    assert _tolls(text) == tolls


def test_a_part_that_was_armed_is_taken_out_of_the_whole() -> None:
    text = "Eight persons, including six policemen, were killed by a mine that rebels had laid near Velm on Monday."
    (incident,) = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire").incidents
    assert incident.killed is not None
    assert {kind: toll.best for kind, toll in incident.killed.by_kind.items()} == {"civilians": 2, "state_forces": 6}
