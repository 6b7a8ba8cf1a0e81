"""Incidents: the claims of an article about one real-world event set side by side, their origins counted once.

Takes the claims of an article; gives Incidents with origins, tolls under a stated rule, and what is disputed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table
from hearsay.incidents.disputes import disputes_of
from hearsay.incidents.origins import origins_of
from hearsay.incidents.reports import reports_of
from hearsay.incidents.same import closeness, compatible, linked
from hearsay.incidents.toll import RULE, estimate
from hearsay.records import Claim, Incident, Party, Place, Time

__all__ = ["merge", "reports_of"]

# A claim is held against this many of the latest incidents, and against the first and the latest claims of each, so
# that the work stays linear in a text of any length.
_GROUPS = 40
_FIRST = 4
_LAST = 8
_OPENING = 300
"""Characters before a claim within which its sentence begins; a longer one is read from there."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")


def merge(text: str, claims: Sequence[Claim]) -> tuple[Incident, ...]:
    """The incidents of one article, in the order of their first claims; every claim is in exactly one."""
    groups: list[list[Claim]] = []
    for claim in claims:
        home = _home(text, claim, groups)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return tuple(_incident(group) for group in groups)


def _home(text: str, claim: Claim, groups: Sequence[list[Claim]]) -> list[Claim] | None:
    """The incident that the claim fits as a whole and is linked to; of several the closest, of equals the latest."""
    if _begins_another(text, claim):
        return None
    fitting = []
    for number in range(max(0, len(groups) - _GROUPS), len(groups)):
        told = (*groups[number][:_FIRST], *groups[number][_FIRST:][-_LAST:])
        if all(compatible(other, claim) for other in told) and any(linked(other, claim) for other in told):
            fitting.append((max(closeness(other, claim) for other in told), number))
    return groups[max(fitting)[1]] if fitting else None


def _begins_another(text: str, claim: Claim) -> bool:
    """The claim's own sentence says so before it comes to the deed ("In a separate attack, ...")."""
    before = text[max(0, claim.span[0] - _OPENING) : claim.span[0]]
    start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    opening = before[start:] + text[claim.span[0] : claim.event.trigger.span[0]][:_OPENING]
    return _announced().search(opening.lower()) is not None


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(cue) for cue in table('incidents')['another'])})\b")


def _incident(group: Sequence[Claim]) -> Incident:
    lead = _lead(group)
    origins, claims_of = origins_of(group)
    return Incident(
        id="incident-" + hashlib.sha256(group[0].id.encode()).hexdigest()[:16],
        claims=tuple(c.id for c in group),
        event=lead.event,
        status=lead.status,
        outcome=next((c.outcome for c in group if c.outcome != "unknown"), "unknown"),
        actors=_parties([c.actors for c in group if c.status != "denied"]),
        recipients=_parties([c.recipients for c in group if c.status != "denied"]),
        place=_place(group),
        time=_time(group),
        killed=estimate(claims_of, "killed"),
        injured=estimate(claims_of, "injured"),
        origins=origins,
        disputes=disputes_of(group),
        rule=RULE,
    )


def _lead(group: Sequence[Claim]) -> Claim:
    """The claim that names the event best: no denial; it tells of the dead, has a mode, parties and a place."""

    def told(claim: Claim) -> tuple[bool, bool, bool, int]:
        dead = any(c.measure == "killed" and c.best for c in claim.counts)
        named = bool(claim.actors) + bool(claim.recipients) + (claim.place is not None)
        return claim.status != "denied", dead or not any_dead, claim.event.mode is not None, named

    any_dead = any(c.measure == "killed" and c.best for claim in group for c in claim.counts)
    return max(group, key=told)


def _parties(lists: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Each party once: by name, else by words; a nameless one only where nobody is named."""
    found: dict[str, Party] = {}
    for parties in lists:
        for party in parties:
            found.setdefault((party.name or party.text).lower(), party)
    named = [p for p in found.values() if p.name is not None]
    kinds = {p.kind for p in named}
    return tuple(p for p in found.values() if p.name is not None or p.kind not in kinds)


def _place(group: Sequence[Claim]) -> Place | None:
    places = [c.place for c in group if c.place is not None]
    return min(places, key=lambda p: (p.lat is None, p.precision or 7), default=None)


def _time(group: Sequence[Claim]) -> Time | None:
    times = [c.time for c in group if c.time is not None]
    return min(times, key=lambda t: (t.basis == "publication", t.precision), default=None)
