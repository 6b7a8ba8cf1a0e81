"""On what the claims of one incident contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.claims.counting import HARM
from hearsay.incidents.origins import voice
from hearsay.incidents.same import alike, crossed
from hearsay.incidents.sides import same_house
from hearsay.incidents.toll import stated
from hearsay.records import Claim, Count, Dispute, DisputeField, PartyKind

_HELD = 200
"""Claims of an incident that are held against each other, so that a text of any length is done in time."""


def disputes_of(claims: Sequence[Claim]) -> tuple[Dispute, ...]:
    """One Dispute for each contested field, with the claims that contest it."""
    claims = claims[:_HELD]
    found: list[tuple[DisputeField, list[Claim]]] = [
        ("occurrence", _occurrence(claims)),
        ("responsibility", _responsibility(claims)),
        ("toll", _toll(claims)),
        ("victim_status", _victim_status(claims)),
    ]
    return tuple(Dispute(field=name, claims=tuple(c.id for c in who)) for name, who in found if who)


def _occurrence(claims: Sequence[Claim]) -> list[Claim]:
    """Somebody denies it, and not only to clear his own side of an act that others are said to have done."""
    denials = [c for c in claims if c.status == "denied" and not _own_part(c)]
    return list(claims) if denials and len(denials) < len(claims) else []


def _responsibility(claims: Sequence[Claim]) -> list[Claim]:
    """Who is said to have done it denies his part, or two origins name two doers."""
    said = [c for c in claims if c.status != "denied"]
    if said and any(c.status == "denied" and _own_part(c) for c in claims):
        return list(claims)
    blamed = [(a, b) for k, a in enumerate(said) for b in said[k + 1 :] if _blame_differently(a, b)]
    return _in_any(blamed, said)


def _in_any(pairs: Sequence[tuple[Claim, Claim]], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order, that are in one of the pairs."""
    held = {id(c) for pair in pairs for c in pair}
    return [c for c in claims if id(c) in held]


def _blame_differently(a: Claim, b: Claim) -> bool:
    """Two origins, two doers, and no fight that each tells from its own side."""
    named = bool(a.actors and b.actors) and all(len(c.attribution) > 1 for c in (a, b))
    differ = named and voice(a.attribution[0]) != voice(b.attribution[0])
    return differ and not crossed(a, b) and not any(alike(p, q) for p in a.actors for q in b.actors)


def _own_part(denial: Claim) -> bool:
    """The denier denies a deed of its own side ("the RSF denied shelling the market")."""
    speaker = denial.attribution[0]
    own = {speaker.id, speaker.affiliation, speaker.name} - {None}
    return any(
        p.id in own
        or p.name in own
        or same_house(p.id, speaker.affiliation or speaker.id)
        or p.text.lower() == speaker.text.lower()
        for p in denial.actors
    )


def _toll(claims: Sequence[Claim]) -> list[Claim]:
    """Two origins give figures that cannot both be right. Of each the highest: "19, after three died"."""
    told: dict[str, tuple[Claim, Count]] = {}
    for claim in claims:
        for count in claim.counts if len(claim.attribution) > 1 else ():
            whole = count.part_of is None and count.scope != "additional" and stated(count)
            key = voice(claim.attribution[0])
            if count.measure == "killed" and whole and (key not in told or _best(told[key][1]) < _best(count)):
                told[key] = claim, count
    figures = list(told.values())
    clash = [
        (a, b) for k, (a, first) in enumerate(figures) for b, second in figures[k + 1 :] if _cannot_agree(first, second)
    ]
    return _in_any(clash, claims)


def _best(count: Count) -> float:
    return count.best or 0.0


def _cannot_agree(first: Count, second: Count) -> bool:
    """The ranges lie apart; a later, higher running total is the earlier figure brought up to date."""
    risen = second.scope == "running_total" and _low(second) > _high(first)
    return not risen and (_low(first) > _high(second) or _low(second) > _high(first))


def _low(count: Count) -> float:
    return count.low if count.low is not None else count.best or 0.0


def _high(count: Count) -> float:
    return count.high if count.high is not None else float("inf")


def _victim_status(claims: Sequence[Claim]) -> list[Claim]:
    """One origin's fighters are another's civilians."""
    pairs = [
        (a, b)
        for a in claims
        for b in claims
        if voice(a.attribution[0]) != voice(b.attribution[0])
        and (_victims(a) & _FIGHTERS and not _victims(b) & _FIGHTERS)
        and ("civilians" in _victims(b) and "civilians" not in _victims(a))
    ]
    return _in_any(pairs, claims)


_FIGHTERS: frozenset[PartyKind] = frozenset({"rebel_group", "political_militia"})


def _victims(claim: Claim) -> frozenset[PartyKind]:
    """The kinds of those counted as hurt; where no figure tells them, those of the recipients."""
    counted = {c.kind for c in claim.counts if c.measure in HARM and c.kind not in (None, "unknown", "person")}
    told = counted or ({p.kind for p in claim.recipients} if claim.counts else set())
    return frozenset(k for k in told if k is not None)
