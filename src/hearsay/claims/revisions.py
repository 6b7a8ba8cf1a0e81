"""What a newer coding of an article changed in its claims: "60 killed" became "40 killed", a paragraph was withdrawn.

A claim's id does not outlive an edit of the text, so claims are matched by their words: by how much of the passage is
the same, then by the trigger, the type and the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hearsay.records import Claim, Coding, Count, Party, Place, Speaker

_ALIKE = 0.5
"""Of the longer passage's words, in order: two claims that share fewer are two claims."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim before and after: without ``old`` it was added, without ``new`` it was withdrawn.

    ``fields`` are those in which the two differ, by their names in the contract.
    """

    old: Claim | None
    new: Claim | None
    fields: tuple[str, ...] = ()


def claim_changes(old: Coding, new: Coding) -> tuple[ClaimChange, ...]:
    """What changed from one coding of an article to another, in the order of the new one's claims, the withdrawn last.

    Claims that say the same as before, wherever in the text they now stand, are left out.
    """
    pairs = matched_claims(old, new)
    kept = {after.id: before for before, after in pairs}
    gone = {before.id for before, _ in pairs}
    changes = []
    for claim in new.claims:
        before = kept.get(claim.id)
        fields = _differing(before, claim) if before else ()
        if before is None or fields:
            changes.append(ClaimChange(before, claim, fields))
    changes += [ClaimChange(claim, None) for claim in old.claims if claim.id not in gone]
    return tuple(changes)


def matched_claims(old: Coding, new: Coding) -> tuple[tuple[Claim, Claim], ...]:
    """The claims that stand for each other in two codings of an article, each at most once."""
    words_of = {
        (number, claim.id): coding.article.text[slice(*claim.span)].lower().split()
        for number, coding in enumerate((old, new))
        for claim in coding.claims
    }
    ranked = []
    for at, before in enumerate(old.claims):
        for k, after in enumerate(new.claims):
            alike = Indel.normalized_similarity(words_of[0, before.id], words_of[1, after.id])
            same = [
                before.event.trigger.text.lower() == after.event.trigger.text.lower(),
                before.event.type == after.event.type,
                _speaker(before.attribution[0]) == _speaker(after.attribution[0]),
            ]
            if alike >= _ALIKE and any(same[:2]):
                ranked.append((-alike - sum(same), at, k))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for _, at, k in sorted(ranked):
        if at not in taken_old and k not in taken_new:
            taken_old.add(at)
            taken_new.add(k)
            found.append((old.claims[at], new.claims[k]))
    return tuple(found)


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    return tuple(field for field, said in _SAID.items() if said(one) != said(other))


def _party(party: Party) -> object:
    return (party.name or party.text).lower(), party.kind, party.certainty


def _parties(parties: Sequence[Party]) -> object:
    return sorted(map(repr, map(_party, parties)))


def _place(place: Place | None) -> object:
    return None if place is None else (place.id or place.text.lower(), place.lat, place.lon)


def _count(count: Count) -> object:
    return count.measure, count.kind, count.groups, count.low, count.best, count.high, count.scope


def _speaker(speaker: Speaker) -> object:
    return (speaker.id or speaker.name or speaker.text).lower(), speaker.stance


# What a field says, apart from where its words stand.
_SAID: dict[str, Callable[[Claim], object]] = {
    "type": lambda claim: (claim.event.type, claim.event.mode, claim.event.acled),
    "status": lambda claim: claim.status,
    "outcome": lambda claim: claim.outcome,
    "actors": lambda claim: _parties(claim.actors),
    "recipients": lambda claim: _parties(claim.recipients),
    "place": lambda claim: _place(claim.place),
    "time": lambda claim: (claim.time.start, claim.time.end) if claim.time else None,
    "counts": lambda claim: sorted(map(repr, map(_count, claim.counts))),
    "attribution": lambda claim: list(map(_speaker, claim.attribution)),
}
