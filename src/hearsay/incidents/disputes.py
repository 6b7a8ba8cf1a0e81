"""On what the claims of one incident contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.incidents.same import alike
from hearsay.records import Claim, Dispute, DisputeField


def disputes_of(claims: Sequence[Claim]) -> tuple[Dispute, ...]:
    """One Dispute for each contested field, with the claims that contest it."""
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
    return [c for c in claims if c.status == "denied" and _own_part(c)] and list(claims)


def _own_part(denial: Claim) -> bool:
    """The denier denies a deed of its own side ("the RSF denied shelling the market")."""
    speaker = denial.attribution[0]
    own = {speaker.id, speaker.affiliation, speaker.name} - {None}
    return any(p.id in own or p.name in own or p.text.lower() == speaker.text.lower() for p in denial.actors)


def _toll(claims: Sequence[Claim]) -> list[Claim]:
    """Two origins give figures that cannot both be right."""
    ranges: list[tuple[Claim, float, float]] = []
    for claim in claims:
        tops = [
            c
            for c in claim.counts
            if c.measure == "killed" and c.part_of is None and c.scope != "additional" and c.best
        ]
        if tops and len(claim.attribution) > 1:
            top = max(tops, key=lambda c: c.best or 0)
            low = top.low if top.low is not None else top.best or 0.0
            ranges.append((claim, low, top.high if top.high is not None else float("inf")))
    clash = [a for a in ranges if any(_origin(a[0]) != _origin(b[0]) and (a[1] > b[2] or b[1] > a[2]) for b in ranges)]
    return [claim for claim, _, _ in clash]


def _origin(claim: Claim) -> str:
    speaker = claim.attribution[0]
    return (speaker.affiliation or speaker.name or speaker.text).lower()


def _victim_status(claims: Sequence[Claim]) -> list[Claim]:
    """One origin's fighters are another's civilians."""
    fighters = [
        c for c in claims if any(p.kind in ("rebel_group", "political_militia") for p in c.recipients) and c.counts
    ]
    civilians = [c for c in claims if any(p.kind == "civilians" for p in c.recipients) and c.counts]
    pairs = [
        (a, b)
        for a in fighters
        for b in civilians
        if _origin(a) != _origin(b) and not any(alike(p, q) for p in a.recipients for q in b.recipients)
    ]
    return [c for c in claims if any(c is one for pair in pairs for one in pair)]
