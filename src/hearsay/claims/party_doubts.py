"""Parties of an assault that the rules read and the trained reader does not bear out.

Measured on voices and texts that the reader had not seen. In mixed case most unmarked parties are right; those of whom
no list knows what they are ("shot on 3 December"), and buildings, offices and persons who attack, mostly are not. In
capitals, where the rules see no names, an unmarked doer without a known name was right 5 times in 118, and somebody
unmarked whom it fell on, no thing and no named person, 18 times in 212; but 25 times in 70 where he is counted among
the killed or the injured.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors.people import phrase_words
from hearsay.claims.party_context import PartyContext
from hearsay.records import EventType, Party, Span, overlap

_NO_FIGHTERS = frozenset({"object", "organisation", "person", "government"})
_SEEN_IN_CAPITALS = frozenset({"object", "person"})
"""Kinds that the rules tell in capitals as well as elsewhere: by nouns of things, by given names."""
Parties = tuple[Party, ...]


def borne_out(
    event_type: EventType, actors: Parties, recipients: Parties, context: PartyContext, hurt: Sequence[Span] = ()
) -> tuple[Parties, Parties]:
    """Both sides of an event without the parties that are doubtful and that the reader marks nowhere in their role.

    ``hurt``: the words of those counted as killed or injured, who bear themselves out as those it befell.
    """
    if event_type != "ASSAULT" or not context.heard:
        return actors, recipients
    did, suffered = context.heard["actor"], context.heard["recipient"]
    return (
        tuple(p for p in actors if _is_marked(p, did) or not _doubtful_doer(p, suffered, context)),
        tuple(p for p in recipients if _is_marked(p, (*suffered, *hurt)) or not _doubtful_victim(p, context)),
    )


def _is_marked(party: Party, marked: Sequence[Span]) -> bool:
    return any(overlap(party.span, span) for span in marked)


def _doubtful_doer(party: Party, suffered: Sequence[Span], context: PartyContext) -> bool:
    if context.shouting:
        return party.id is None or _is_marked(party, suffered)
    a_group = party.text.lower().split()[-1] in phrase_words("reductions")  # "a rival group" may well be armed
    return party.kind in _NO_FIGHTERS and not a_group


def _doubtful_victim(party: Party, context: PartyContext) -> bool:
    if context.shouting:
        return party.kind not in _SEEN_IN_CAPITALS
    return party.kind == "unknown" and party.id is None
