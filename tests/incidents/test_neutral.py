"""Neutral names of parties."""

from __future__ import annotations

import pytest

from hearsay.incidents.neutral import name_of
from hearsay.records import Label, Party, PartyKind


@pytest.mark.parametrize(
    ("words", "label", "kind", "name"),
    [
        ("terrorists", "terrorists", "rebel_group", "unnamed rebel group"),
        ("terrorist groups", "terrorist", "rebel_group", "unnamed rebel group"),
        ("occupation warplanes", "occupation", "object", "warplanes"),
        ("martyrs", "martyrs", "civilians", "civilians"),
        ("a bakery", None, "object", "a bakery"),
    ],
)
def test_a_label_is_never_printed_as_a_name(words: str, label: str | None, kind: PartyKind, name: str) -> None:
    said = None if label is None else Label(text=label, span=(0, len(label)), stance="pejorative")
    assert name_of(Party(text=words, span=(0, len(words)), kind=kind, label=said)) == name
