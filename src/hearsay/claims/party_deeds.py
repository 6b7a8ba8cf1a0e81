"""Parties by the deed: the other side of a fight, ground that is no doer, the victims' own side that is none either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.actors.names import key_of
from hearsay.actors.people import ARMED, phrase_words
from hearsay.codebook import word_list
from hearsay.reading import EventSpan
from hearsay.records import ObjectClass, Party, Span


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


_SOMEBODY = frozenset("man men person persons people individual individuals youth youths".split())
"""Nouns that say no more than that they are people."""
_CROWDS = frozenset({"crowd", "crowds"})
"""Many together: those who do violence are rioters, as a mob is."""
_TRIERS = frozenset({"government", "organisation", "unknown", "person"})
_JUSTICE = re.compile(r"\b(?:courts?|tribunals?|judges?|jury|magistrates?|prosecutors?|prosecution)\b", re.IGNORECASE)
_FORCE = frozenset(
    {"firearms", "explosives", "targeted", "abduct", "destroy", "heavy-weapons", "drone", "aerial", None}
)


_MANNED: frozenset[ObjectClass | None] = frozenset({"aircraft", "vehicle", "ship", None})
_HEAD = re.compile(r"(?<=\w)\s+(?:on|in|with|from|at|who|wearing|riding|carrying|armed)\b", re.IGNORECASE)
"""What follows the noun that says who they are."""


def as_attackers(event: EventSpan, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Men who shoot, abduct and burn are no civilians, though the words tell no side: "two men on a motorcycle".

    A crowd that does is of rioters. Arms, buildings and roads attack nobody, and who tries a crime did not commit it.
    """
    manned = _MANNED if event.mode != "explosives" else frozenset[ObjectClass | None]()
    actors = tuple(p for p in actors if p.kind != "object" or p.object_class in manned)
    if event.type == "ASSAULT":
        actors = tuple(p for p in actors if p.kind not in _TRIERS or not _JUSTICE.search(p.text))
    if event.type != "ASSAULT" or event.mode not in _FORCE:
        return actors
    return tuple(_as_attacker(p) if p.kind == "civilians" and p.id is None else p for p in actors)


def _as_attacker(party: Party) -> Party:
    if _head(party) in _CROWDS:
        return party.model_copy(update={"kind": "rioters"})
    return party.model_copy(update={"kind": "unknown"}) if _head(party) in _SOMEBODY else party


def _head(party: Party) -> str:
    """The noun that says who they are."""
    return _HEAD.split(party.text, maxsplit=1)[0].split()[-1].lower()


_BLOWS = frozenset({"explosives", "destroy", "heavy-weapons", "aerial", "drone"})


def as_premises(event: EventSpan, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """A bank or a firm that a bomb or a fire hits is its building, where only its noun tells who it is."""
    if event.type != "ASSAULT" or event.mode not in _BLOWS:
        return recipients
    return tuple(_as_building(p) if p.kind == "organisation" and p.id is None else p for p in recipients)


def _as_building(party: Party) -> Party:
    noun = noun_kind(party.text)
    if noun is None or noun.noun not in phrase_words("premises"):
        return party
    return party.model_copy(update={"kind": "object", "object_class": "building", "groups": ()})


def is_body(text: str, span: Span, parties: Sequence[Party]) -> bool:
    """Whether a count's words are no more than the name of a group or a force: "the FARC" are not one man.

    "A Maoist" and "CPI-Maoist cadre" are.
    """
    words = text[slice(*span)]
    noun = noun_kind(words)
    named = noun is not None and noun.basis == "registry" and noun.noun == words
    return named and any(p.id is not None and p.kind in ARMED and key_of(p.text) == key_of(words) for p in parties)


_STRIKES_AT = word_list("grammar", "strikes_at")


def is_ground_hit(text: str, span: Span, trigger: Span) -> bool:
    """A single name that no list knows, stormed, raided or burned: a place, not somebody ("stormed al-Sariha")."""
    words = text[slice(*span)].split()
    name = len(words) == 1 and words[0][:1].isalpha() and (words[0][0].isupper() or words[0].startswith("al-"))
    return name and any(w.lower() in _STRIKES_AT for w in text[slice(*trigger)].split())


def without_own_side(event: EventSpan, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """The doers without the victims' own side: "killed in a battle of rebels and police"; nobody arrests his own,
    and none but another kills.
    """
    hit = {known for p in recipients for known in (p.id, p.text.lower()) if known}
    if event.type == "ASSAULT":
        actors = tuple(p for p in actors if not hit & {p.id, p.text.lower()})
    sides = ARMED | {"protesters"} if event.type == "ASSAULT" else ARMED
    own = {p.kind for p in recipients if p.kind in sides}
    others = tuple(p for p in actors if p.kind not in own)
    arrested = event.type == "COERCE" and event.mode == "arrest"
    return others if arrested or "protesters" in own or any(p.kind in ARMED for p in others) else actors
