"""How the toponyms of an article stand to an event, and how much each sign speaks for its having fallen there.

The weights are in ``codebook/claim_places.toml``; ``benchmarks/places.py`` fits them on the annotated reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.claims.where import is_place
from hearsay.claims.where_mentions import Mention
from hearsay.codebook import table
from hearsay.reading import EventSpan
from hearsay.records import Place, Span, inside

_LAUNCHED = frozenset({"heavy-weapons", "aerial", "drone"})
_NATIVE = re.compile(r",? (?:an?|the) [^,;.]{0,60}\b(?:from|of) (?:the )?\Z", re.IGNORECASE)
_OBJECT = re.compile(r"\s(?:the\s)?(?:(?:town|city|village|port|district|camp) of )?", re.IGNORECASE)
"""Between a verb and the place it is done to: "shelled Sake", "entered the town of Kasindi"."""
_BACK = re.compile(
    r"\b(?:there|the (?:same )?(camp|city|town|village|area|region|market|province|district|hospital|school|building|"
    r"neighbou?rhood|site|scene))\b",
    re.IGNORECASE,
)
_OF = len(" of the ")
_BARRED = frozenset({"whose", "home", "fled to"})
"""Whose people they are, and where they came from or went: not where they were, unless a preposition says so."""


_BEEN_THERE = frozenset({"last event 1", "last event 2", "meant", "there"})
"""Without these, nothing says that it went on where somebody had gone to."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The words of an event's parties: who did it, whom it harmed, the things and places that it hit."""

    doers: Sequence[Span]
    harmed: Sequence[Span]
    things: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that an event may have fallen at, with all the signs."""

    place: Place
    here: bool
    """Named in the event's own sentence."""
    signs: frozenset[str]


@cache
def weights() -> dict[str, float]:
    """Sign → weight, from ``codebook/claim_places.toml``."""
    return dict(table("claim_places")["weights"])


def score(candidate: Candidate) -> float:
    """How much speaks for the place, beside the event's other candidates."""
    known = weights()
    return sum(known.get(sign, 0.0) for sign in sorted(candidate.signs))


def may_be(candidate: Candidate) -> bool:
    """Whether it can be where the event fell at all."""
    signs = candidate.signs
    if signs & {"government", "then government"}:
        return False
    if "then gone to" in signs and not signs & _BEEN_THERE:
        return False
    if signs & {"speaker", "doer"}:
        return "locals" in signs
    return "launched" not in signs and (not signs & _BARRED or "at" in signs)


def here(
    text: str, event: EventSpan, named: Sequence[Mention], parties: Parties, triggers: Sequence[Span]
) -> list[Candidate]:
    """The toponyms of the event's sentence. ``triggers``: the words of the sentence's other events."""
    out = []
    after = [m for m in named if m.place.span[0] >= event.trigger[1]]
    before = [m for m in named if m.place.span[1] <= event.trigger[0]]
    for mention in named:
        signs = {*mention.signs, *_to_event(text, event, mention, parties, triggers)}
        if after and mention is after[0]:
            signs.add("next")
        if before and mention is before[-1]:
            signs.add("last before")
        out.append(Candidate(mention.place, True, frozenset(signs)))
    return out


def _to_event(
    text: str, event: EventSpan, mention: Mention, parties: Parties, triggers: Sequence[Span]
) -> Iterator[str]:
    place, trigger = mention.place, event.trigger
    yield "clause" if inside(place.span, event.span) else "sentence"
    yield "after" if place.span[0] >= trigger[0] else "before"
    left, right = min(place.span[1], trigger[1]), max(place.span[0], trigger[0])
    if any(left <= t[0] and t[1] <= right for t in triggers):
        yield "other event between"
    if any(inside(place.span, s) for s in parties.doers):
        yield "doer"
    object_of = _OBJECT.fullmatch(text, trigger[1], max(trigger[1], place.span[0]))
    if object_of or any(inside(place.span, s) and is_place(text, s, [place]) for s in event.recipients):
        yield "object"
    elif any(inside(place.span, s) for s in parties.things):
        yield "hit"
    elif any(inside(place.span, s) for s in parties.harmed):
        yield "harmed"
    if "gone to" in mention.signs and place.span[0] >= trigger[1]:
        yield "fled to"
    if event.mode in _LAUNCHED and "from" in mention.signs:
        yield "launched"
    if any(
        r[1] <= place.span[0] < trigger[0] and _NATIVE.match(text, r[1], place.span[0])
        for r in (*event.recipients, *event.victims)
    ):
        yield "home"


def earlier(text: str, sentence: Span, number: int, named: Sequence[Mention], last: Sequence[Place]) -> list[Candidate]:
    """The toponyms told before the event's sentence, and how they stand to it.

    ``last``: where the events before fell, the latest first.
    """
    refers = _BACK.search(text, *sentence)
    noun = (refers.group(1) or "").lower() if refers is not None else None
    out = []
    for mention in named:
        signs = {f"then {sign}" for sign in mention.signs}
        back = number - mention.sentence
        signs.add(f"back {back}" if back <= 3 else "far back")
        if "\n" not in text[mention.place.span[1] : sentence[0]]:
            signs.add("paragraph")
        for k, place in enumerate(last[:2]):
            if place.text == mention.place.text:
                signs.add(f"last event {k + 1}")
        if noun and (noun in mention.place.text.lower() or _called(text, mention.place, noun)):
            signs.add("meant")
        if noun == "":
            signs.add("there")
            if mention is named[-1] and "gone to" in mention.signs:
                signs = signs - {"then gone to"} | {"meant"}
        out.append(Candidate(mention.place, False, frozenset(signs)))
    return out


def _called(text: str, place: Place, noun: str) -> bool:
    """Whether it was named with the noun: "the town of X", "X village"."""
    start, end = place.span
    before, after = text[max(0, start - len(noun) - _OF) : start].lower(), text[end : end + len(noun) + _OF].lower()
    return before.endswith((f" {noun} of ", f" {noun} of the ")) or re.match(rf" {noun}\b", after) is not None
