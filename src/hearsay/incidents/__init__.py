"""Incidents: the claims of an article about one real-world event set side by side, their origins counted once.

Takes the claims of an article; gives Incidents with origins, tolls under a stated rule, and what is disputed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table
from hearsay.incidents.details import is_detail
from hearsay.incidents.linked import linked_incident
from hearsay.incidents.origins import origins_of
from hearsay.incidents.reports import reports_of
from hearsay.incidents.retold import one_victim
from hearsay.incidents.rules import STATED
from hearsay.incidents.same import closeness, compatible, linked, may_be_rivals, own_account
from hearsay.incidents.whole import whole
from hearsay.records import Claim, Incident

__all__ = ["linked_incident", "merge", "reports_of"]

# A claim is held against this many of the latest incidents, and against the first and the latest claims of each, so
# that the work stays linear in a text of any length.
_GROUPS = 40
_FIRST = 4
_LAST = 8
_OPENING = 300
"""Characters before a claim within which its sentence begins; a longer one is read from there."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")


def merge(text: str, claims: Sequence[Claim], rule: str = STATED.name) -> tuple[Incident, ...]:
    """The incidents of one article, in the order of their first claims; every claim is in exactly one.

    ``rule`` names the estimate rule of their tolls (:data:`hearsay.incidents.rules.RULES`).
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        home = _home(text, claim, groups)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return tuple(whole(_id(group), group, origins_of(group), (rule,)).incident for group in groups)


def _id(group: Sequence[Claim]) -> str:
    return "incident-" + hashlib.sha256(group[0].id.encode()).hexdigest()[:16]


def _home(text: str, claim: Claim, groups: Sequence[list[Claim]]) -> list[Claim] | None:
    """The incident that the claim fits as a whole and is linked to; of several the closest, of equals the latest."""
    another = _begins_another(text, claim)
    toll = next((g for g in groups[:_GROUPS] if any(c.measure == "killed" for c in g[0].counts)), None)
    if toll is not None and is_detail(text, toll, claim, another=another):
        return toll
    if another:
        return None
    fitting = []
    for number in reversed(range(max(0, len(groups) - _GROUPS), len(groups))):
        told = (*groups[number][:_FIRST], *groups[number][_FIRST:][-_LAST:])
        if any(one_victim(text, other, claim) for other in told):
            return groups[number]
        if not all(may_be_rivals(other, claim) for other in told):
            continue
        joined = all(compatible(other, claim) for other in told) and any(linked(other, claim) for other in told)
        if joined or any(own_account(other, claim) for other in told):
            fitting.append((max(closeness(other, claim) for other in told), number))
    return groups[max(fitting)[1]] if fitting else None


def _begins_another(text: str, claim: Claim) -> bool:
    """The claim's own sentence says so before it comes to the deed ("In a separate attack, …", "Hours later …").

    Whoever dies later was hurt in what is told before.
    """
    before = text[max(0, claim.span[0] - _OPENING) : claim.span[0]]
    start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    opening = before[start:] + text[claim.span[0] : claim.event.trigger.span[0]][:_OPENING]
    dies = not _DYING.isdisjoint(claim.event.trigger.text.lower().split())
    return any(_announced(cues).search(opening.lower()) for cues in ("another", *(() if dies else ("later",))))


_DYING = frozenset({"die", "dies", "died", "succumbed"})


@cache
def _announced(cues: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(cue) for cue in table('incidents')[cues])})\b")
