"""Sentences that tell an event by its toll alone, and those that only add figures to the one before."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import count, event_span, span_of

from hearsay.claims.counts import read_counts
from hearsay.claims.followups import only_adds, told_by_count, with_their_tolls
from hearsay.reading import EventSpan
from hearsay.records import Attribution, Mention


def told(text: str) -> EventSpan | None:
    return told_by_count(text, (0, len(text)), 7, read_counts(text, (0, len(text))))


# sentence, the word that carries the event
TOLLS = [
    ("The hospital had received 27 bodies by noon.", "bodies"),
    ("The health ministry put the toll at 45 dead.", "dead"),
    ("Nine dead and 14 wounded: that was Monday in Beni.", "dead"),
]


@pytest.mark.parametrize(("text", "trigger"), TOLLS, ids=[t[0] for t in TOLLS])
def test_a_toll_tells_an_event(text: str, trigger: str) -> None:
    event = told(text)
    assert event is not None
    assert text[slice(*event.trigger)] == trigger
    assert (event.type, event.status, event.sentence, event.effect, event.refers) == (
        "ASSAULT",
        "occurred",
        7,
        True,
        True,
    )
    assert (event.actors, event.recipients) == ((), ())


# why it is none, sentence
NONE = [
    ("nobody died", "No deaths were reported."),
    ("a figure of the whole war", "The war has killed tens of thousands of people."),
    ("a figure of the whole conflict", "The ten-year conflict has left 40,000 dead."),
    ("who somebody is", "He is wanted for the deaths of nine people."),
    ("arrests are told by their own words", "Forty suspects sat in the yard."),
    ("no people", "Nine shells and 40 kg of explosives were on show."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in NONE])
def test_no_event_by_its_figures(text: str) -> None:
    assert told(text) is None


KILLED, INJURED, DAMAGED = count(9), count(4, "injured"), count(14, "damaged")
BEFORE = event_span()
ADDS = event_span(effect=True)

# why, the second event, its counts, the first event, what the sentence has
OWN: list[tuple[str, EventSpan, list[Any], EventSpan, dict[str, bool]]] = [
    ("somebody else says it", ADDS, [INJURED], BEFORE, {"attributed": True}),
    ("it has a place of its own", ADDS, [INJURED], BEFORE, {"placed": True}),
    ("it has a doer of its own", event_span(effect=True, actors=((0, 1),)), [INJURED], BEFORE, {}),
    ("it tells a deed, not an effect", event_span(), [INJURED], BEFORE, {}),
    ("it gives another figure for the same", ADDS, [count(11)], BEFORE, {}),
    ("it has no figure", ADDS, [], BEFORE, {}),
    ("what came before was planned", ADDS, [INJURED], event_span(status="planned"), {}),
    ("it did not happen", event_span(effect=True, status="denied"), [INJURED], BEFORE, {}),
    ("what came before was an arrest", ADDS, [INJURED], event_span("COERCE"), {}),
]


@pytest.mark.parametrize(("event", "counts", "before", "has"), [pytest.param(*row, id=why) for why, *row in OWN])
def test_a_claim_of_its_own(event: EventSpan, counts: list[Any], before: EventSpan, has: dict[str, bool]) -> None:
    flags = {"attributed": False, "placed": False, **has}
    assert not only_adds(event, counts, before, [KILLED], **flags)


@pytest.mark.parametrize("counts", [[INJURED], [DAMAGED], [INJURED, DAMAGED]])
def test_figures_of_other_measures_only_add(counts: list[Any]) -> None:
    assert only_adds(ADDS, counts, BEFORE, [KILLED], attributed=False, placed=False)


def test_the_passage_of_a_toll_is_what_was_said() -> None:
    text = "“Nine people are dead,” a nurse said in a room with 300 beds."
    passage = span_of(text, "Nine people are dead")
    event = told_by_count(text, passage, 0, read_counts(text, passage))
    assert event is not None
    assert event.span == passage


def deed_and_toll(text: str, **toll: Any) -> list[EventSpan]:
    """ "fired" and "was killed" of a sentence, each with its clause."""
    middle = text.index(";") if ";" in text else text.index(" and ")
    fired, killed = span_of(text, "fired"), span_of(text, "killed")
    deed = event_span(trigger=fired, span=(0, middle))
    return [deed, event_span(trigger=killed, span=(middle + 2, len(text)), **({"effect": True} | toll))]


def test_a_toll_behind_its_deed_is_the_same_happening() -> None:
    text = "Police fired 57 rubber bullets; one student was killed."
    (both,) = with_their_tolls(text, deed_and_toll(text, recipients=((32, 43),)), [])
    assert both.span == (0, len(text))
    assert both.victims == ((32, 43),)


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Police fired 57 rubber bullets and one student was killed.", {}),
        ("Police fired 57 rubber bullets; one student was killed.", {"actors": ((32, 43),)}),
        ("Police fired 57 rubber bullets; one student was killed.", {"status": "denied"}),
        ("Police fired 57 rubber bullets; one student was killed.", {"mode": "explosives"}),
    ],
    ids=["one clause", "a doer of its own", "denied", "by other means"],
)
def test_a_toll_with_something_of_its_own_is_another_claim(text: str, toll: dict[str, Any]) -> None:
    assert len(with_their_tolls(text, deed_and_toll(text, **toll), [])) == 2


@pytest.mark.parametrize(
    ("text", "deed", "toll"),
    [
        ("Police fired at a house in which one student was killed.", {}, {}),
        ("Police fired a shell; it killed one student.", {}, {"actors": ((22, 24),)}),
        ("Police fired 57 rubber bullets; one student was killed.", {"status": "ongoing"}, {}),
        ("Police fired 57 rubber bullets; one student was killed.", {"effect": True}, {}),
        (
            "Police fired 57 rubber bullets; one student was killed.",
            {},
            {"mode": "explosives", "why": {"mode": "reader"}},
        ),
    ],
    ids=["in which", "the shell again", "deed goes on", "came under fire", "the means are a guess"],
)
def test_a_toll_behind_its_deed_adds_to_it(text: str, deed: dict[str, Any], toll: dict[str, Any]) -> None:
    middle = text.index(";") if ";" in text else text.index(" in which")
    first = event_span(trigger=span_of(text, "fired"), span=(0, middle), **deed)
    second = event_span(trigger=span_of(text, "killed"), span=(middle, len(text)), **({"effect": True} | toll))
    assert len(with_their_tolls(text, [first, second], [])) == 1


def test_what_burned_in_it_belongs_to_the_attack() -> None:
    text = "Raiders attacked Velm at dawn: 93 houses burned."
    burned: dict[str, Any] = {"mode": "destroy", "actors": (span_of(text, "93 houses"),)}
    attack = event_span(trigger=span_of(text, "attacked"), span=(0, 29))
    assert len(with_their_tolls(text, [attack, event_span(trigger=span_of(text, "burned"), **burned)], [])) == 1


def test_a_toll_that_somebody_else_gives_is_another_claim() -> None:
    text = "Police fired 57 rubber bullets; a medic said one student was killed."
    start, end = span_of(text, "one student was killed")
    said = Attribution(source=None, cue=None, content=Mention(text=text[start:end], span=(start, end)), kind="indirect")
    assert len(with_their_tolls(text, deed_and_toll(text), [said])) == 2
