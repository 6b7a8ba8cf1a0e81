"""Which count belongs to which event, and on which side it falls."""

from __future__ import annotations

import pytest
from tests.builders import count, event_span, party, span_of

from hearsay.claims.counting import alike, as_told, gathered, share, sided
from hearsay.reading import EventSpan
from hearsay.records import Count, EventType, Measure, Span

TEXT = "Rebels killed nine soldiers in Beni while police arrested 40 men and wounded three, two of them women."


def at(words: str, measure: Measure, **fields: object) -> Count:
    return count(1, measure, **fields).model_copy(update={"text": words, "span": span_of(TEXT, words)})


def event(trigger: str, clause: str, type_: EventType = "ASSAULT") -> EventSpan:
    return event_span(type_, trigger=span_of(TEXT, trigger), span=span_of(TEXT, clause))


KILLED = event("killed", "Rebels killed nine soldiers in Beni")
ARRESTED = event("arrested", "police arrested 40 men", "COERCE")
WOUNDED = event("wounded", "wounded three, two of them women")
SOLDIERS, MEN, THREE = at("nine soldiers", "killed"), at("40 men", "arrested"), at("three", "injured")
WOMEN = at("two of them", "injured", part_of=2)


def marks(*words: str) -> list[Span]:
    return [span_of(TEXT, w) for w in words]


@pytest.mark.parametrize(("why", "measure"), [("trigger:kill", "killed"), ("trigger:find", "bodies")])
def test_the_body_of_one_who_was_killed_is_one_killed(why: str, measure: Measure) -> None:
    body = at("nine soldiers", "bodies")
    deed = event_span(trigger=span_of(TEXT, "killed"), recipients=(span_of(TEXT, "nine soldiers"),), why={"type": why})
    assert [c.measure for c in as_told([body], deed)] == [measure]
    beside = as_told([body, THREE.model_copy(update={"measure": "killed"})], deed)
    assert [c.measure for c in beside] == ["bodies", "killed"]


def test_each_count_goes_to_the_event_whose_word_makes_it_one() -> None:
    counts = [SOLDIERS, MEN, THREE, WOMEN]
    shares = share(counts, marks("killed", "arrested", "wounded", "wounded"), [KILLED, ARRESTED, WOUNDED])
    assert shares == [[0], [1], [2, 3]]


def test_a_count_may_not_join_an_event_of_a_type_it_does_not_fit() -> None:
    assert share([SOLDIERS, MEN], marks("killed", "arrested"), [ARRESTED]) == [[1]]
    assert share([SOLDIERS], marks("killed"), [event("killed", "Rebels killed", "CONSULT")]) == [[]]


def test_a_part_goes_with_its_whole_even_where_another_event_stands_nearer() -> None:
    whole, part = at("nine soldiers", "killed"), at("two of them", "killed", part_of=0)
    assert share([whole, part], marks("killed", "wounded"), [KILLED, WOUNDED]) == [[0, 1], []]


def test_a_count_in_a_clause_belongs_to_that_clause() -> None:
    assert share([THREE], marks("women"), [KILLED, WOUNDED]) == [[], [0]]


def test_no_event_no_share() -> None:
    assert share([SOLDIERS], marks("killed"), []) == []


def test_parts_are_numbered_anew_and_lose_a_whole_that_is_not_there() -> None:
    assert [c.part_of for c in gathered([SOLDIERS, MEN, THREE, WOMEN], [2, 3])] == [None, 0]
    assert [c.part_of for c in gathered([SOLDIERS, MEN, THREE, WOMEN], [3])] == [None]


REBELS = party("rebels", "rebel_group")
TROOPS = party("troops", "state_forces")
VILLAGERS = party("villagers", "civilians")
BRIDGE = party("a bridge", "object")
HOUSES = count(3, "destroyed", kind="object", object_class="building")


@pytest.mark.parametrize(
    ("name", "counted", "effect", "side", "of_party", "kind"),
    [
        ("civilians are on their own side", count(3, kind="civilians"), False, "civilians", None, "civilians"),
        ("soldiers lost by the attacked", count(3, kind="state_forces"), False, "recipient", "recipients[0]", None),
        ("fighters lost by the attackers", count(3, kind="rebel_group"), False, "actor", "actors[0]", None),
        ("a foreign army", count(3, kind="external_forces"), False, "recipient", "recipients[0]", None),
        ("people of no kind fell where the deed did", count(3), False, "recipient", None, None),
        ("where only the effect is told nobody knows", count(3), True, "unknown", None, None),
        ("fighters of no side of this event", count(3, kind="identity_militia"), True, "unknown", None, None),
        ("houses are no people", count(3, "destroyed"), False, "unknown", None, None),
        ("their houses", HOUSES, False, "recipient", None, None),
    ],
    ids=lambda v: v if isinstance(v, str) and " " in v else "",
)  # fmt: skip
def test_sides(
    name: str,  # noqa: ARG001  (the row's name)
    counted: Count,
    effect: bool,
    side: str,
    of_party: str | None,
    kind: str | None,
) -> None:
    far = counted.model_copy(update={"span": (900, 901)})
    found = sided(far, event_span(effect=effect), [REBELS], [TROOPS])
    assert (found.side, found.party) == (side, of_party)
    assert found.kind == (kind or counted.kind)


def test_the_count_of_a_partys_own_words_is_that_partys() -> None:
    words = "nine soldiers"
    victims = party("soldiers", "state_forces").model_copy(update={"span": (5, 13)})
    counted = Count(text=words, span=(0, 13), measure="killed", of="soldiers", low=9, best=9, high=9)
    found = sided(
        counted, event_span(effect=True), [REBELS], [VILLAGERS.model_copy(update={"span": (90, 99)}), victims]
    )
    assert (found.side, found.party, found.kind) == ("recipient", "recipients[1]", "state_forces")


def test_civilians_counted_by_their_partys_words_keep_their_party() -> None:
    counted = Count(text="12 villagers", span=(0, 12), measure="killed", of="villagers", low=12, best=12, high=12)
    found = sided(counted, event_span(effect=True), [], [VILLAGERS.model_copy(update={"span": (3, 12)})])
    assert (found.side, found.party, found.kind) == ("civilians", "recipients[0]", "civilians")


def test_a_named_thing_gives_people_no_kind() -> None:
    found = sided(count(4).model_copy(update={"span": (900, 901)}), event_span(), [], [BRIDGE])
    assert (found.side, found.party, found.kind) == ("recipient", None, None)


@pytest.mark.parametrize(
    ("type_", "mode", "measure", "kind", "expected"),
    [
        ("COERCE", "arrest", "kidnapped", "civilians", "arrested"),
        ("ASSAULT", "abduct", "arrested", "civilians", "kidnapped"),
        ("ASSAULT", "abduct", "captured", "state_forces", "captured"),
        ("ASSAULT", None, "captured", "civilians", "captured"),
    ],
)
def test_who_was_taken_is_counted_as_the_event_has_it(
    type_: EventType, mode: str | None, measure: Measure, kind: str, expected: Measure
) -> None:
    assert sided(count(3, measure, kind=kind), event_span(type_, mode=mode), [], []).measure == expected


def test_a_part_of_those_taken_was_taken_as_they_were() -> None:
    fighters, boys = count(87, "captured"), count(11, "kidnapped", part_of=0)
    assert [c.measure for c in alike([fighters, boys])] == ["captured", "captured"]
    dead = count(2, "killed", part_of=0)
    assert [c.measure for c in alike([fighters, dead])] == ["captured", "killed"]


@pytest.mark.parametrize(
    ("kind", "mode", "measure"),
    [("person", "abduct", "kidnapped"), ("object", "abduct", "seized"), ("person", None, "seized")],
)
def test_people_seized_in_an_abduction_are_kidnapped(kind: str, mode: str | None, measure: Measure) -> None:
    hikers = count(3, "seized", kind=kind)
    assert sided(hikers, event_span(mode=mode), (), ()).measure == measure
