"""Parties that only a count tells of: "killed nine anglers" names whom it befell, in a word that no list has."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors.people import ARMED
from hearsay.claims.counting import SUFFERED
from hearsay.claims.party_context import PartyContext
from hearsay.claims.party_marks import parties_at
from hearsay.records import Count, Party, mention


def surrendered(text: str, counts: Sequence[Count], context: PartyContext) -> tuple[Party, ...]:
    """Those counted as having given themselves up who bear arms, as parties of the kind that the count has."""
    found: list[Party] = []
    for count in counts:
        if count.measure == "surrendered" and count.part_of is None and count.kind in ARMED:
            read = parties_at(text, [count.span], context, ()) or (Party(**dict(mention(text, count.span))),)
            found += [p if p.kind in ARMED else p.model_copy(update={"kind": count.kind}) for p in read]
    return tuple(found)


def suffered(text: str, counts: Sequence[Count], context: PartyContext) -> tuple[Party, ...]:
    """Those counted as harmed or taken, where the count's own words say who; of whom no role is told is a civilian.

    (ACLED codebook: civilians are those without a role in an armed group.)
    """
    found: list[Party] = []
    for count in counts:
        told = count.measure in SUFFERED and count.part_of is None and bool(count.best or count.low)
        at = text.find(count.of, *count.span) if told and count.of is not None else -1
        if count.of is not None and at >= 0:
            unlisted = Party(**dict(mention(text, (at, at + len(count.of)))), kind="civilians", kind_basis="inferred")
            found += parties_at(text, [count.span], context, ()) or (unlisted,)
    return tuple(found)
