"""Sentences that tell an event by its toll alone, and those that only add figures to the one before."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import count, event_span, span_of

from hearsay.claims.counts import read_counts
from hearsay.claims.followups import goes_on, only_adds, told_by_count, with_its_means, with_their_tolls
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
TOLL = event_span(effect=True)

# why, the second event, the first event, what the sentence has
OWN: list[tuple[str, EventSpan, EventSpan, dict[str, bool]]] = [
    ("somebody else says it", TOLL, BEFORE, {"attributed": True}),
    ("it has a place of its own", TOLL, BEFORE, {"placed": True}),
    ("it has a doer of its own", event_span(effect=True, actors=((0, 1),)), BEFORE, {}),
    ("it tells a deed, not an effect", event_span(), BEFORE, {}),
    ("what came before was planned", TOLL, event_span(status="planned"), {}),
    ("it did not happen", event_span(effect=True, status="denied"), BEFORE, {}),
    ("what came before was an arrest", TOLL, event_span("COERCE"), {}),
]


@pytest.mark.parametrize(("event", "before", "has"), [pytest.param(*row, id=why) for why, *row in OWN])
def test_no_toll_of_the_deed_before(event: EventSpan, before: EventSpan, has: dict[str, bool]) -> None:
    assert not goes_on(event, before, **{"attributed": False, "placed": False, **has})
    assert goes_on(TOLL, BEFORE, attributed=False, placed=False)


OFFICERS = "Border officers came under fire. One officer was hurt."
ONE_OF_THEM = count(1, "injured", of="officer")

# why, the figures of the toll, those before
ADDED: list[tuple[str, list[Any], list[Any]]] = [
    ("things", [DAMAGED], [KILLED]),
    ("one of those whom the deed befell", [ONE_OF_THEM], []),
    ("both", [ONE_OF_THEM, DAMAGED], [KILLED]),
]


@pytest.mark.parametrize(("counts", "before"), [pytest.param(*row, id=why) for why, *row in ADDED])
def test_a_toll_that_only_adds_to_the_deed(counts: list[Any], before: list[Any]) -> None:
    assert only_adds(OFFICERS, counts, event_span(recipients=((7, 15),)), before)


# why, the figures of the toll, those before
APART: list[tuple[str, list[Any], list[Any]]] = [
    ("people of whom nothing was told", [INJURED], []),
    ("another figure for the same", [ONE_OF_THEM], [INJURED]),
    ("no figure", [], [KILLED]),
]


@pytest.mark.parametrize(("counts", "before"), [pytest.param(*row, id=why) for why, *row in APART])
def test_a_toll_that_is_a_claim_of_its_own(counts: list[Any], before: list[Any]) -> None:
    assert not only_adds(OFFICERS, counts, event_span(recipients=((7, 15),)), before)


@pytest.mark.parametrize(
    ("own", "of_the_deed", "then"),
    [(None, "aerial", "aerial"), ("explosives", "aerial", "explosives"), (None, None, None), (None, "destroy", None)],
)
def test_the_means_of_a_toll_are_those_of_its_deed(own: str | None, of_the_deed: str | None, then: str | None) -> None:
    assert with_its_means(event_span(mode=own, effect=True), event_span(mode=of_the_deed)).mode == then


def test_the_reader_guesses_no_means_against_the_deed() -> None:
    guessed = event_span(mode="firearms", effect=True, why={"mode": "reader"})
    assert with_its_means(guessed, event_span(mode="drone")).mode == "drone"


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


def two_of(text: str, first: str, second: str, **toll: Any) -> list[EventSpan]:
    """A killing told as a toll, and what else the sentence tells, each with its clause."""
    at = span_of(text, second)
    middle = text.rindex(" and ") if " and " in text else text.index(";")
    deed = event_span(trigger=span_of(text, first), span=(0, middle), effect=True)
    return [deed, event_span(trigger=at, span=(middle, len(text)), **({"effect": True} | toll))]


def test_what_else_came_of_it_is_of_the_same_toll() -> None:
    text = "Three villagers died and a clinic burned down."
    (both,) = with_their_tolls(text, two_of(text, "died", "burned", mode="destroy"), [])
    assert both.span == (0, len(text))


def test_a_toll_somewhere_else_is_another_claim() -> None:
    text = "Three people died in Mopti and two were wounded in Gao."
    places = [span_of(text, "Mopti"), span_of(text, "Gao")]
    assert len(with_their_tolls(text, two_of(text, "died", "wounded"), [], places)) == 2
    assert len(with_their_tolls(text, two_of(text, "died", "wounded"), [], places[:1])) == 1


def test_what_was_done_in_return_is_another_claim() -> None:
    text = "Three guards died and two raiders were wounded in response."
    assert len(with_their_tolls(text, two_of(text, "died", "wounded"), [])) == 2


CAPTURE: dict[str, Any] = {"type_": "COERCE", "mode": "arrest", "why": {"type": "trigger:capture"}}


@pytest.mark.parametrize(
    ("actors", "taken", "number"),
    [
        (("The militia",), {}, 1),
        (("The militia", "a patrol"), {}, 2),
        (("The militia",), {"mode": "seize"}, 2),
        (("The militia",), {"why": {"type": "trigger:detain"}}, 2),
    ],
    ids=["by whoever attacked", "by somebody else", "arms", "detained"],
)
def test_who_was_captured_in_an_attack_is_of_its_toll(
    actors: tuple[str, ...], taken: dict[str, Any], number: int
) -> None:
    text = "The militia attacked nine posts and a patrol captured 40 conscripts."
    deed = event_span(trigger=span_of(text, "attacked"), actors=(span_of(text, "The militia"),))
    fields = CAPTURE | taken
    took = event_span(
        fields.pop("type_"),
        trigger=span_of(text, "captured"),
        actors=tuple(span_of(text, who) for who in actors),
        span=(0, len(text)),
        **fields,
    )
    assert len(with_their_tolls(text, [deed, took], [])) == number
