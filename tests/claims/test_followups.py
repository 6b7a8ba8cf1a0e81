"""Sentences that tell an event by its toll alone, and those that only add figures to the one before."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import count, event_span, span_of

from hearsay.claims.counts import read_counts
from hearsay.claims.followups import only_adds, told_by_count
from hearsay.reading import EventSpan


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
