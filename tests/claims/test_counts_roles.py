"""What an event makes of parties that no word of their own counts."""

from __future__ import annotations

import pytest

from hearsay.pipeline import References, code_article
from hearsay.records import Article, Claim


@pytest.fixture(scope="module")
def references() -> References:
    return References.open()


def _claims(text: str, references: References) -> tuple[Claim, ...]:
    article = Article(
        id="a", key="a", version="1", input="a", language="en", text=text, sha256="0" * 64, published="2021-03-09"
    )
    return code_article(article, references).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 300 rebels attacked the village of Velm at dawn.", [("present", 300)]),
        ("Militants took away 14 boys from a school in Velm.", [("kidnapped", 14)]),
        ("The army deployed 120 troops to Velm on Sunday.", [("present", 120)]),
        ("The army sent two battalions to Velm on Sunday.", []),
        ("Gunmen attacked the police post in Velm on Sunday.", []),
        ("Police officers beat a trader in Velm on Sunday.", [("injured", 1)]),
        ("A dozen gunmen attacked the police post in Velm on Sunday.", [("present", 12)]),
        ("Rescuers evacuated 40 families from Velm after shells fell on Sunday.", [("evacuated", 40)]),
        ("Rioters burned 14 shops in Velm on Sunday.", [("destroyed", 14)]),
        ("Rioters looted 14 shops in Velm on Sunday.", []),
        ("Tens of thousands of villagers were besieged by the rebels in Velm.", [("present", 20000)]),
    ],
)
def test_the_event_says_what_the_number_is_of(
    text: str, expected: list[tuple[str, int]], references: References
) -> None:
    counts = [(c.measure, c.best) for claim in _claims(text, references) for c in claim.counts]
    assert counts == expected


def test_what_is_planned_has_its_strength_and_no_toll(references: References) -> None:
    claims = _claims("The army will deploy 120 troops to Velm next week. Rebels plan to kill ten judges.", references)
    assert [(c.measure, c.best) for claim in claims for c in claim.counts] == [("present", 120)]
