"""The two sides of a claim: whom a deed befell, of those attacked and those hurt; and who stands on the doers' side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED
from hearsay.claims.chain_speakers import singular
from hearsay.codebook import word_list
from hearsay.reading import EventSpan
from hearsay.records import ObjectClass, Party, Span, overlap

_GROUND = word_list("grammar", "settlements")
_GROUPS = frozenset({"rebel_group", "political_militia", "identity_militia"})
_STRUCK: frozenset[ObjectClass | None] = frozenset({"vehicle", "aircraft", "ship", "building"})
_UNARMED = frozenset({"civilians", "person", "government"})
_THEIRS = re.compile(r"(?:their|his|her|its)\b", re.IGNORECASE)
_OURS = re.compile(r"our\b", re.IGNORECASE)


def befell(event: EventSpan, attacked: tuple[Party, ...], hurt: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those attacked with those hurt besides: "hit a bus, killing six pupils" befell the bus and the pupils.

    Of people attacked, those hurt are mostly some; but things are hit besides ("killed in an attack on a bus"), and
    where men under arms are attacked, others may be hurt ("attacked a police post, wounding a girl"). Villages and
    towns are told better by those who were hurt there.

    Of "killed 23 of them" the party stands elsewhere, and is of those attacked; a market or a camp is where they were.
    """
    if not attacked or _are_settlements(attacked):
        return hurt or attacked
    beside = tuple(p for p in hurt if not any(overlap(p.span, other.span) for other in attacked))
    if all(p.kind == "object" for p in attacked):
        return (*attacked, *beside)
    beside = tuple(p for p in beside if any(overlap(p.span, span) for span in event.victims))
    if all(p.kind in _GROUPS for p in attacked):  # "rebels were killed when they attacked a post"
        return (*attacked, *(p for p in beside if p.kind in _UNARMED))
    armed = all(p.kind in ARMED for p in attacked)
    return (*attacked, *(p for p in beside if _is_struck(event, p) or (armed and p.kind in _UNARMED)))


def is_their_own(text: str, span: Span) -> bool:
    """ "Killed when their convoy was ambushed": what is theirs was hit with them, and is not told apart."""
    noun = noun_kind(text[slice(*span)])
    return _THEIRS.match(text, span[0]) is not None and noun is not None and noun.kind == "object"


def _is_struck(event: EventSpan, party: Party) -> bool:
    return event.type == "ASSAULT" and party.object_class in _STRUCK


def _are_settlements(parties: tuple[Party, ...]) -> bool:
    return all(p.kind == "civilians" and singular(p.text.split()[-1].lower()) in _GROUND for p in parties)


def on_one_side(party: Party, actors: Sequence[Party]) -> bool:
    """Of the doers' own kind under arms: "them" whom rebels shoot at are not the rebels told of before.

    Nor are they "our team" where "our forces" do it.
    """
    if _OURS.match(party.text) and any(_OURS.match(actor.text) for actor in actors):
        return True
    return party.kind in ARMED and party.kind != "unknown" and any(a.kind == party.kind for a in actors)
