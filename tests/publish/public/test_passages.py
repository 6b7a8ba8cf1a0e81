"""What of a coding is public: its claims and their words, some places by their district."""

from __future__ import annotations

import pytest

from hearsay.articles import to_article
from hearsay.pages import Page
from hearsay.pipeline import code_article, references
from hearsay.publish.public import LEFT_OUT, is_sensitive, public_coding
from hearsay.records import Coding


def coded(text: str) -> Coding:
    article, problems = to_article(Page("report", text.encode(), "text", fields={"published": "2019-07-21"}))
    return code_article(article, references(), problems)


def public(coding: Coding) -> Coding:
    coarse = {claim.id for claim in coding.claims if is_sensitive(claim)}
    shown = public_coding(coding, coarse, references().gazetteer)
    return Coding.model_validate(shown.model_dump())  # every span still slices back


@pytest.mark.parametrize(
    ("text", "sensitive"),
    [
        ("Shelling hit a hospital in Binnish on Sunday, killing 7 people, police said.", True),
        ("Shelling hit a shelter in Binnish on Sunday, killing 7 people, police said.", True),
        ("Shelling killed 7 people in Binnish on Sunday, a witness said.", True),
        ("Shelling killed 7 people in Binnish on Sunday, residents told the paper.", True),
        ("Shelling killed 7 people in Binnish on Sunday, police said.", False),
        ("Shelling hit a market in Binnish on Sunday, killing 7 people, the army said.", False),
    ],
)
def test_what_is_placed_by_its_district(text: str, *, sensitive: bool) -> None:
    shown = public(coded(text)).claims[0]
    assert shown.place is not None
    assert (shown.place.name == "Idlib") == sensitive
    assert ("Binnish" in shown.model_dump_json()) != sensitive
    assert shown.place.admin1 == "Idlib"
    assert (shown.place.radius_km or 0) >= (25 if sensitive else 0)


def test_a_place_beyond_the_rules_keeps_its_name_in_the_same_article() -> None:
    shown = public(coded(
        "Shelling hit a hospital in Binnish on Sunday, killing 7 people, police said.\n\n"
        "In Saraqib gunmen killed two policemen on Saturday, the army said."
    ))  # fmt: skip
    assert "Saraqib" in shown.article.text
    assert "Binnish" not in shown.article.text


def test_nothing_is_left_of_what_no_claim_stands_on() -> None:
    coding = coded("Gunmen killed two policemen in Saraqib on Saturday, police said.\n\nOlives are cheap this year.")
    shown = public(coding)
    assert "Olives" not in shown.model_dump_json()
    assert len(shown.article.text) == len(coding.article.text)
    assert LEFT_OUT in shown.article.text
    assert (shown.entities, shown.places, shown.attributions) == ((), (), ())
    assert shown.claims == coding.claims
