"""Where each event of an article fell: its own place, or the one told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.claims.counting import SUFFERED
from hearsay.claims.told import Told
from hearsay.claims.where import Where, carried, choose, is_place, within
from hearsay.reading import EventSpan
from hearsay.records import Place, Span

ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
"""Types that happen where they are told to; those who meet and sign may be far from what is told next."""
_KNOWN = frozenset({"he", "she", "they", "who", "the victim", "the victims", "the deceased"})


def locate(
    text: str, told: Sequence[Told], places: Sequence[Place], sources: Sequence[Span], theatre: Sequence[str]
) -> list[Where]:
    """For each event its place; one without a place of its own takes it from what was told before.

    ``sources``: the words of speakers; where a speaker sits or a party comes from is not where it happened.
    ``theatre``: the countries that the article is about, the weightiest first.
    """
    out: list[Where] = []
    seen: list[Where] = []
    people = [s for t in told for s in _people(t.event, within(places, t.sentence), text)]
    people += [c.span for t in told for c in t.counts if c.of is None and c.measure in SUFFERED]
    taken = sorted((*people, *sources))
    for item in told:
        near = taken[bisect_left(taken, (item.sentence[0], 0)) : bisect_left(taken, (item.sentence[1], 0))]
        found = choose(text, item.event, item.sentence, within(places, item.sentence), near)
        if found.place is None or _died_later(text, item.event):
            back = carried(text, item.sentence, places, seen, theatre)
            found = Where(back.place, (), found.launched_from, back.trace)
        out.append(found)
        if item.event.status in ("occurred", "ongoing", "attempted") and item.event.type in ON_THE_GROUND:
            seen.append(found)
    return out


def _died_later(text: str, event: EventSpan) -> bool:
    """ "He died in hospital in Ranchi": the place of a death told of somebody known is not where it happened."""
    if not event.effect or event.actors or not event.recipients:
        return False
    return text[slice(*event.recipients[0])].lower() in _KNOWN


def _people(event: EventSpan, places: Sequence[Place], text: str) -> list[Span]:
    """The spans of an event that name somebody: what it fell on may be a place, who suffered or did it is none.

    A thing that was hit beside people says where they were ("killed when warplanes bombed the market of Binnish").
    """
    fell_on = event.recipients if event.effect else tuple(s for s in event.recipients if not is_place(text, s, places))
    return [*event.actors, *fell_on, *(s for s in event.victims if not _is_thing(text[slice(*s)]))]


def _is_thing(words: str) -> bool:
    found = noun_kind(words.split(" of ", maxsplit=1)[0])
    return found is not None and found.kind == "object"
