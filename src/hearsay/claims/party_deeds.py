"""Parties by the deed: the other side of a fight, ground that is no doer, the victims' own side that is none either."""

from __future__ import annotations

import re

from hearsay.actors.people import ARMED
from hearsay.reading import EventSpan
from hearsay.records import Party, Span


def is_ground(text: str, span: Span) -> bool:
    """Where people fought, not who: "an encounter at the village of Velm"."""
    last = text[slice(*span)].split()[-1:]
    return bool(last) and last[0].lower() in _GROUND and _AT.search(text[max(0, span[0] - 10) : span[0]]) is not None


_GROUND = frozenset("village forest forests jungle jungles area district town city hills hill region".split())
_AT = re.compile(r"\b(?:at|in|near)\s+(?:the\s+|a\s+)?\Z", re.IGNORECASE)


_FIGHT = re.compile(
    r"\b(?:encounter|gun[- ]?battle|gun[- ]?fight|fire[- ]?fight|exchange of fire|shoot-?out|skirmish|clash(?:es)?)"
    r" with (?P<other>[^,.;()]{2,60}?)(?=[,.;()]|\Z|\s(?:in|at|near|on|under|when|while|during|after|and)\b)",
    re.IGNORECASE,
)


def other_side(text: str, sentence: Span, trigger: Span) -> list[Span]:
    """The other side of the fight in which people were killed or hurt: "shot dead after a clash with police"."""
    found = _FIGHT.search(text, trigger[1], sentence[1])
    return [found.span("other")] if found is not None else []


def without_own_side(event: EventSpan, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """The doers without the victims' own side: "killed in a battle of rebels and police"; nobody arrests his own."""
    own = {p.kind for p in recipients if p.kind in ARMED}
    others = tuple(p for p in actors if p.kind not in own)
    arrested = event.type == "COERCE" and event.mode == "arrest"
    return others if arrested or any(p.kind in ARMED for p in others) else actors
