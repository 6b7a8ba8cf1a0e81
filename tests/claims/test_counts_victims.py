"""Figures of victims that stand before no verb of killing."""

from __future__ import annotations

import pytest

from hearsay.claims.counts import read_counts


@pytest.mark.parametrize(
    ("sentence", "killed", "scope"),
    [
        ("Relatives posted the names of 14 victims on a wall in Saraqib.", 14, "event"),
        ("A lawyer has the names of five people who were killed and two who were hurt.", 5, "event"),
        ("Local councils listed 26 names of civilians killed.", 26, "event"),
        ("The centre counted 14 members of the Haddad family who were killed.", 14, "event"),
        ("Neighbours identified four men to have been killed in the blast.", 4, "event"),
        ("Two more bodies were found, increasing the number of victims to ten.", 10, "running_total"),
        ("All 11 of the victims have been identified, a nurse said.", 11, "event"),
        ("The radio placed the death toll at “at least 10”.", 10, "running_total"),
    ],
)
def test_who_lists_the_dead_counts_them(sentence: str, killed: float, scope: str) -> None:
    counts = [c for c in read_counts(sentence, (0, len(sentence))) if c.measure == "killed"]
    assert [(c.best, c.scope) for c in counts] == [(killed, scope)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The names of 14 villages were changed.",
        "The number of visitors rose to ten.",
        "He gave 12 names as references.",
        "The 20 victims received compensation.",
    ],
)
def test_other_lists_count_nobody(sentence: str) -> None:
    assert [c for c in read_counts(sentence, (0, len(sentence))) if c.measure == "killed"] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A clinic in Bara received 62 wounded people, eight of whom died.", [("injured", 62), ("killed", 8)]),
        ("They held 30 pupils, 12 of whom were killed.", [("killed", 12)]),
        ("Two soldiers were killed on Monday and a third was wounded.", [("killed", 2), ("injured", 1)]),
        ("A third of the village was burned.", []),
    ],
)
def test_some_of_them_and_one_more(sentence: str, told: list[tuple[str, float]]) -> None:
    assert [(c.measure, c.best) for c in read_counts(sentence, (0, len(sentence)))] == told
