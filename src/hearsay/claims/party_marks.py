"""The parties of an event's spans: as the rules read them, with the words that the trained reader marked.

In mixed case a party has the whole phrase that the reader marks ("President Alfredo Cristiani"). In capitals, where
case shows no name, it has the words that the rules read, and somebody with a name has that alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED, PERSONS
from hearsay.claims.parties import PartyContext, is_pronoun, read_parties
from hearsay.claims.party_capitals import by_full_name, member_by_name, named_by_part, whole_noun
from hearsay.claims.party_pronouns import antecedent
from hearsay.claims.party_speaker import of_speaker
from hearsay.claims.where import is_place
from hearsay.records import Mention, Party, Place, Span, Speaker, mention


def parties_at(
    text: str,
    spans: Sequence[Span],
    context: PartyContext,
    places: Sequence[Place | None],
    speaker: Speaker | None = None,
) -> tuple[Party, ...]:
    """The parties of the spans, in order, each once; a bare toponym is a place and no party.

    Where the reader marks one as a party, it is ("Israel attacked Iran").
    """
    known = [p for p in places if p is not None]
    found: dict[Span | str, Party] = {}
    for told in map(context.whole_name, spans):
        span = whole_noun(text, told) if context.shouting else told
        marked = span == told and span in context.marked
        if is_toponym(text, span, known) and not marked:
            continue
        itself = of_speaker(text, span, speaker, context) if speaker is not None else None
        parties = (itself,) if itself is not None else _read(text, span, context)
        if marked:
            parties = _as_marked(mention(text, span), parties, shouting=context.shouting)
        if context.shouting:
            parties = _in_capitals(text, span, parties, context)
        for party in (_as_those_before(party, context) for party in parties):
            found.setdefault(party.id or party.span, party)
    return tuple(found.values())


def is_toponym(text: str, span: Span, places: Sequence[Place]) -> bool:
    """Whether the words are one of the places and nothing else; what is built there ("the AMISOM base") can be hit."""
    if not is_place(text, span, places):
        return False
    noun = noun_kind(text[slice(*span)])
    return noun is None or noun.object_class in (None, "other")


def _read(text: str, span: Span, context: PartyContext) -> tuple[Party, ...]:
    """The parties of one span; a doer's pronoun is led back to the subject that it goes on with."""
    words = text[slice(*span)]
    if not context.subjects or not is_pronoun(words):
        return read_parties(text, span, context)
    meant = antecedent(words.lower(), span[0], context, lambda subject: read_parties(text, subject, context))
    if meant is not None:
        return meant
    told = read_parties(text, span, context)
    return tuple(one for one in told if not context.armed or one.kind in ARMED or one.kind == "unknown")


def _as_marked(words: Mention, parties: tuple[Party, ...], *, shouting: bool) -> tuple[Party, ...]:
    """One party has the words that the reader marked (a pronoun stands for whom it means).

    A list keeps its members where the rules know what each is: the "Immigration and Customs Enforcement" is no list.
    Whom no rule can name is a party of unknown kind.
    """
    if is_pronoun(words.text):
        return parties
    if not parties:
        return (Party(**dict(words)),)
    if shouting:
        return parties
    if parties[0].span[0] == words.span[0] and parties[0].span[1] > words.span[1]:
        return parties  # the mark breaks off: "gunmen in military" fatigues
    if len(parties) == 1 or any(p.kind == "unknown" for p in parties):
        return (parties[0].model_copy(update=dict(words)),)
    return parties


def _as_those_before(party: Party, context: PartyContext) -> Party:
    """ "Sixteen others" are of the kind of those told of just before."""
    if party.kind != "unknown" or party.text.lower().split()[-1:] != ["others"]:
        return party
    kind = next((one.kind for one in reversed(context.previous) if one.kind in PERSONS), "unknown")
    return party.model_copy(update={"kind": kind, "kind_basis": "inferred"})


def _in_capitals(text: str, span: Span, parties: tuple[Party, ...], context: PartyContext) -> tuple[Party, ...]:
    if not parties and (full := named_by_part(text, span, context)) is not None:
        return (Party(**dict(mention(text, full)), kind="person"),)
    if len(parties) == 1 and (member := member_by_name(text, span, parties[0])) is not None:
        return (member,)
    return tuple(by_full_name(text, party, context) for party in parties)
