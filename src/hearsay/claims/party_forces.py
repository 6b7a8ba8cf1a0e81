"""Parties made: an actor of the registry, a country's forces, a noun of the codebook; and when forces are external."""

from __future__ import annotations

from hearsay.actors import Actor, NounKind, state_force
from hearsay.actors.forces import is_at_home
from hearsay.claims.party_context import PartyContext
from hearsay.places.countries import country_name
from hearsay.records import KindBasis, Party, PartyKind, Span

_MILITARY = frozenset({"forces", "army", "air", "navy", "guard", "intelligence"})
_DEEPEST = 4


def party(text: str, span: Span, kind: PartyKind, basis: KindBasis, **fields: object) -> Party:
    """The Party of ``text[span]``."""
    words = text[span[0] : span[1]]
    return Party.model_validate({"text": words, "span": span, "kind": kind, "kind_basis": basis, **fields})


def of_noun(text: str, span: Span, noun: NounKind, country: str | None = None) -> Party:
    """A party that a noun of the codebook describes."""
    return party(text, span, noun.kind, noun.basis, country=country, groups=noun.groups, object_class=noun.object_class)


def of_actor(text: str, span: Span, actor: Actor, context: PartyContext) -> Party:
    """A party that the registry knows."""
    kind = actor.kind
    if kind == "state_forces" and _goes_abroad(actor, context) and _is_abroad(actor.country, context):
        kind = "external_forces"
    return party(text, span, kind, "registry", name=actor.name, id=actor.id, country=actor.country)


def of_force(text: str, span: Span, country: str, branch: str, context: PartyContext) -> Party:
    """A country's forces of that branch."""
    force = state_force(country, branch, context.registry, context.year)
    kind: PartyKind = force.actor.kind if force.actor is not None else "state_forces"
    if kind == "state_forces" and branch in _MILITARY and _is_abroad(country, context):
        kind = "external_forces"
    known = force.actor.id if force.actor is not None else None
    return party(text, span, kind, "named", name=force.name, id=known, country=country)


def of_government(text: str, span: Span, country: str, context: PartyContext) -> Party:
    """A country's government."""
    name = f"Government of {country_name(country)}"
    known = context.registry.find(name)
    return party(text, span, "government", "named", name=name, id=known.id if known else None, country=country)


def _is_abroad(country: str | None, context: PartyContext) -> bool:
    """Whether a state's forces act outside it, by the event's country or, failing that, the article's.

    A doubtful country does not make the article's own a foreign power: the place is the likelier mistake.
    """
    here = context.here
    if country is None or here is None or is_at_home(country, here):
        return False
    return here not in context.doubtful or country != context.theatre[0]


def _goes_abroad(actor: Actor, context: PartyContext) -> bool:
    """Armed forces do; police and home guards only where the registry has them."""
    whole: Actor | None = actor
    for _ in range(_DEEPEST):
        if whole is None or whole.branches or whole.part_of is None:
            break
        whole = context.registry.actors.get(whole.part_of)
    military = whole is not None and bool(_MILITARY & set(whole.branches))
    return military or context.here in actor.active
