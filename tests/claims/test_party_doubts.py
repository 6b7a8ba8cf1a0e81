"""Parties that the reader does not bear out: which stand, in mixed case and in capitals."""

from __future__ import annotations

import pytest

from hearsay.claims.party_context import build_context
from hearsay.claims.party_doubts import borne_out
from hearsay.records import Party, PartyKind, Span

TEXT = "Rebels of the Front hit a bus on Monday."


def party(words: str, kind: PartyKind, *, known: str | None = None, text: str = TEXT) -> Party:
    start = text.index(words)
    return Party(text=words, span=(start, start + len(words)), kind=kind, id=known)


def stands(one: Party, role: str, *, text: str = TEXT, heard: dict[str, tuple[Span, ...]] | None = None) -> bool:
    context = build_context(text, heard={"actor": (), "recipient": ()} if heard is None else heard)
    actors, recipients = ((one,), ()) if role == "actor" else ((), (one,))
    return any(borne_out("ASSAULT", actors, recipients, context))


@pytest.mark.parametrize(
    ("role", "kind", "expected"),
    [
        ("actor", "rebel_group", True),
        ("actor", "unknown", True),
        ("actor", "government", False),
        ("recipient", "civilians", True),
        ("recipient", "unknown", False),
    ],
)
def test_what_the_reader_does_not_mark_in_mixed_case(role: str, kind: PartyKind, expected: bool) -> None:
    assert stands(party("Monday", kind), role) is expected


@pytest.mark.parametrize(
    ("role", "kind", "known", "expected"),
    [
        ("actor", "rebel_group", None, False),
        ("actor", "rebel_group", "front", True),
        ("recipient", "state_forces", "army", False),
        ("recipient", "object", None, True),
        ("recipient", "person", None, True),
    ],
)
def test_what_the_reader_does_not_mark_in_capitals(
    role: str, kind: PartyKind, known: str | None, expected: bool
) -> None:
    text = TEXT.upper()
    assert stands(party("REBELS", kind, known=known, text=text), role, text=text) is expected


def test_who_is_marked_in_the_role_stands() -> None:
    assert stands(party("Monday", "unknown"), "recipient", heard={"actor": (), "recipient": ((33, 39),)})


def test_in_capitals_a_named_doer_marked_as_the_one_it_befell_is_none() -> None:
    text = TEXT.upper()
    rebels = party("REBELS", "rebel_group", known="front", text=text)
    assert not stands(rebels, "actor", text=text, heard={"actor": (), "recipient": ((0, 6),)})


def test_whoever_is_counted_among_the_killed_stands_in_capitals() -> None:
    text = TEXT.upper()
    villagers = party("BUS", "civilians", text=text)
    context = build_context(text, heard={"actor": (), "recipient": ()})
    assert borne_out("ASSAULT", (), (villagers,), context, [villagers.span]) == ((), (villagers,))
    assert borne_out("ASSAULT", (), (villagers,), context) == ((), ())


def test_without_a_reader_every_party_stands() -> None:
    assert stands(party("Monday", "unknown"), "recipient", heard={})
