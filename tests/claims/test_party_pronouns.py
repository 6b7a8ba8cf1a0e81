"""Whom "it", "they" and "he" mean where they do something: the subject that the text goes on with."""

from __future__ import annotations

import pytest
from tests.builders import article

from hearsay.actors import Registry
from hearsay.claims import make_claims
from hearsay.places import Gazetteer, find_places
from hearsay.reading import read

SUDAN = "Fighting between the army and the Rapid Support Forces (RSF) went on in Khartoum on Monday. "


def doers(text: str, deed: str) -> list[str | None]:
    """Names, or words, of those who did what the verb ``deed`` tells."""
    claims = make_claims(read(article(text)), find_places(text, Gazetteer.open()), Registry.load())
    (claim,) = [c for c in claims if text[c.event.trigger.span[0] :].startswith(deed)]
    return [party.name or party.text for party in claim.actors]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The RSF said the army had shelled a clinic. They killed four traders at the market.", "Rapid Support Forces"),
        ("The RSF denied that they killed four traders.", "Rapid Support Forces"),
        ("The RSF fought the government for two years. They killed four traders.", "Rapid Support Forces"),
        ("Armed herders entered the market. They killed four traders.", "Armed herders"),
    ],
)
def test_they_go_on_with_the_subject_before(told: str, who: str) -> None:
    assert doers(SUDAN + told, "killed") == [who]


@pytest.mark.parametrize(
    "told",
    [
        "Residents fled the market. They killed four traders.",
        "The RSF retreated. “They killed four traders,” a baker said.",
        "The price of bread rose. They killed four traders.",
    ],
)
def test_nobody_is_better_than_the_wrong_one(told: str) -> None:
    text = "Residents of Khartoum spoke of shelling and of soldiers at the bridges on Monday. " + told
    assert doers(text, "killed") == []


def test_it_is_the_armed_group_that_a_government_fought_rather_than_the_government() -> None:
    text = (
        "Monitors in Bilbao, Spain, spoke of killings on Friday. The Basque group Eta killed a judge in 1995. "
        "Spain's government fought Eta for years. It killed more than 800 people over four decades."
    )
    assert doers(text, "killed more") == ["ETA"]
