"""Parties that are the speaker: "the army said it had killed 12", "the Front said its fighters took the post"."""

from __future__ import annotations

import re
from dataclasses import replace

from hearsay.actors.people import ARMED
from hearsay.claims.chain import Chain
from hearsay.claims.locate import ON_THE_GROUND
from hearsay.claims.parties import read_parties
from hearsay.claims.party_context import PartyContext
from hearsay.claims.party_forces import of_actor
from hearsay.claims.party_phrases import core_of
from hearsay.reading import EventSpan
from hearsay.records import Party, Span, Speaker, mention, overlap

_ITSELF = frozenset({"it", "its", "they", "their", "we"})
_OWN = re.compile(
    r"(?:(?:\w+ ){1,3}of )?(?:its|their) (?:own )?(?P<own>(?:\w+ )?"
    r"(?:men|fighters|forces|soldiers|troops|units|members|personnel|militants|combatants|mujahideen|"
    r"jets|aircraft|warplanes|planes|helicopters|drones|artillery))",
    re.IGNORECASE,
)
_NEAR = 50
"""Characters between the verb of saying and a pronoun that still means whoever said it ("said on Monday that it …")."""
_BODY = ARMED | {"government", "organisation", "civilians"}


def of_speaker(text: str, span: Span, speaker: Speaker, context: PartyContext) -> Party | None:
    """The speaker as a party, where ``text[span]`` is its pronoun or its own people; else None."""
    if speaker.span is None or speaker.cue is None:
        return None
    words = text[slice(*span)]
    own = _OWN.fullmatch(words)
    if own is None and (words.lower() not in _ITSELF or not _follows(text, speaker.cue.span, span)):
        return None
    actor = context.registry.actors.get(speaker.id or "")
    said = read_parties(text, context.whole_name(speaker.span), context)
    if len(said) == 1 and said[0].id is None and actor is not None:  # "a group linked to al-Qaeda, JNIM, said"
        said = (of_actor(text, said[0].span, actor, context),)
    if len(said) != 1 or said[0].kind not in _BODY:
        return None
    if own is None:
        return said[0]
    if said[0].kind not in ARMED:
        return None
    core = core_of(text, (span[0] + own.start("own"), span[1]), context.named)
    return said[0].model_copy(update={**dict(mention(text, core)), "label": None}) if core[0] < core[1] else None


def without_own_word(chain: Chain, event: EventSpan, actors: tuple[Party, ...]) -> Chain:
    """A chain that is only carried on, without who does the event in words: "He also called for calm" is not his claim.

    As where the act is told with its speaker: whoever reports it says so.
    """
    verbal = event.type not in {*ON_THE_GROUND, "THREATEN"}
    first = chain.speakers[0]
    if not verbal or not chain.carried or not any(_is_one(actor, first) for actor in actors):
        return chain
    others = chain.speakers[1:]
    return replace(chain, speakers=others) if len(others) > 1 else Chain(others, "outlet")


def _is_one(party: Party, speaker: Speaker) -> bool:
    same = party.id is not None and party.id in (speaker.id, speaker.affiliation)
    short = set(party.text.lower().split()) <= set(speaker.text.lower().split())
    return same or short or (speaker.span is not None and overlap(party.span, speaker.span))


def _follows(text: str, cue: Span, pronoun: Span) -> bool:
    """The pronoun opens what is said: nobody else is named between."""
    between = text[cue[1] : pronoun[0]]
    return 0 < len(between) <= _NEAR and not any(mark in between for mark in ',.;:“”"')
