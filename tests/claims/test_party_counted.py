"""Whom a count alone tells of is a party."""

from __future__ import annotations

import pytest

from hearsay.articles import to_article
from hearsay.pages import Page
from hearsay.pipeline import References, code_article
from hearsay.records import Party


def recipients(text: str) -> list[Party]:
    page = Page("t", text.encode(), "record", {"published": "2014-05-14", "outlet": "Meridian Wire"})
    coding = code_article(to_article(page)[0], References.open(None))
    return [party for claim in coding.claims for party in claim.recipients]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Gunmen killed nine anglers at the lagoon.", "anglers"),
        ("Rebels kidnapped two muleteers near Tibu on Friday and killed a third.", "muleteers"),
    ],
)
def test_a_word_that_no_list_has_names_civilians(text: str, whom: str) -> None:
    party = recipients(text)[0]
    assert (party.text, party.kind, party.kind_basis) == (whom, "civilians", "inferred")


def test_a_bare_number_names_nobody() -> None:
    assert recipients("Shells killed 12 in Homs on Monday, the army said.") == []
