"""The reader in the package: whole, small, and the one that reads unless another is named."""

from __future__ import annotations

import hearsay
from hearsay.config import SHIPPED_READER
from hearsay.pipeline import References
from hearsay.reading.model.card import CARD, FILES, read_card

MOST_BYTES = 25_000_000


def test_it_is_what_its_card_says_and_small() -> None:
    card = read_card(SHIPPED_READER)  # raises where a file's hash is another
    assert card.about["texts"]["reports"] > 300
    assert sum((SHIPPED_READER / name).stat().st_size for name in (*FILES, CARD, "CARD.md")) <= MOST_BYTES


def test_it_reads_unless_told_otherwise() -> None:
    assert References.open().coder().model == read_card(SHIPPED_READER).id
    assert References.open(None).coder().model is None


def test_it_finds_what_no_rule_names_and_no_party_begins_in_a_dateline() -> None:
    text = "KABUL (Meridian Wire) - Taliban border guards fired on two posts opposite Khost, the army said."
    (claim, *_) = hearsay.code(text, published="2024-05-14").claims
    assert [party.text for party in claim.actors] == ["Taliban border guards"]


def test_a_name_keeps_its_article() -> None:
    coding = hearsay.code("Fighters of al-Neyrab battalion shelled the village on Monday.", published="2024-05-14")
    assert not {"al", "al-"} & {p.text for claim in coding.claims for p in (*claim.actors, *claim.recipients)}
