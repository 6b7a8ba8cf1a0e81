"""``independent-range``: a side's word is no evidence of what it wishes to be true.

Source: Hearsay's own; after Every Casualty's Standards (2016: cross-check with independent sources that use different
primary sources, give ranges where they disagree) and UCDP's use of low, best and high.

* One vote per party: what an army's spokesman and its ministry say is one figure, from the lowest to the highest.
* A party's claim of its enemy's losses feeds only the high, of its own losses only the low.
* Best is what most independent origins say, ties to the lowest; none where nobody independent says.
* Combatants that only their adversary calls so are of unknown kind: they are in the whole and in no kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hearsay.actors.people import ARMED
from hearsay.incidents.records import Figure, RuleEstimate
from hearsay.incidents.rules.evidence import Evidence
from hearsay.incidents.rules.rule import Rule, attributed, highest, lowest, most_said, toll
from hearsay.records import Claim, Count, Estimate, Toll


def _independent_range(evidence: Evidence) -> RuleEstimate:
    unproven = _called_so_by_the_enemy_alone(evidence)
    evidence = evidence.valued(
        lambda count: count.model_copy(update={"kind": "unknown"}) if count.kind in unproven else count
    )
    killed, injured = _toll(evidence, "killed"), _toll(evidence, "injured")
    notes = [f"{kind}: only their adversary calls them so, so they are of unknown kind" for kind in sorted(unproven)]
    figures = (*evidence.figures("killed"), *evidence.figures("injured"))
    for role, said in (("enemy_losses", "its enemy's losses: high only"), ("own_losses", "its own losses: low only")):
        notes += [f"{f.origin} counts {said} ({f.measure})" for f in figures if f.role == role]
    return RuleEstimate(
        rule=INDEPENDENT_RANGE.name,
        version=INDEPENDENT_RANGE.version,
        killed=killed,
        injured=injured,
        inputs=figures,
        attributed=attributed(evidence, killed),
        notes=tuple(notes),
    )


def _toll(evidence: Evidence, measure: Literal["killed", "injured"]) -> Toll | None:
    return toll(evidence, measure, combine)


def combine(figures: Sequence[Figure]) -> Estimate | None:
    """The range over these figures: one for each origin and whose dead it counts."""
    free = [f for f in figures if f.role == "independent"]
    voters = [*free, *_parties(figures)]
    if not voters:
        return None
    low = lowest(f.low for f in voters)
    best = most_said(f.best for f in free)
    return Estimate(low=low, best=best, high=highest(voters))


def _parties(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each party: from what it owns to, to all that it claims; its best is that, and has no vote."""
    by_origin: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.party is not None:
            by_origin.setdefault((figure.party, figure.origin), []).append(figure)
    by_party: dict[str, list[Figure]] = {}
    for (party, _), some in by_origin.items():
        by_party.setdefault(party, []).append(_one_origin(some))
    return [
        max(some, key=lambda f: f.best or 0.0).model_copy(
            update={"low": lowest(f.low for f in some), "high": highest(some)}
        )
        for some in by_party.values()
    ]


def _one_origin(figures: Sequence[Figure]) -> Figure:
    """Different dead add up: in the low without the enemy's, in the high with them, own losses as they stand."""
    owned = [f.low for f in figures if f.role != "enemy_losses" and f.low is not None]
    open_ended = any(f.high is None for f in figures if f.role != "own_losses")
    most = sum(next(v for v in (f.high, f.best, f.low, 0.0) if v is not None) for f in figures)
    low = sum(owned) if owned else None
    return figures[0].model_copy(update={"low": low, "best": most, "high": None if open_ended else most})


def _called_so_by_the_enemy_alone(evidence: Evidence) -> frozenset[str]:
    """The armed kinds among the victims that nobody but their adversary names."""
    named: dict[str, set[bool]] = {}

    def hear(side: str | None, claim: Claim, count: Count) -> None:
        if count.kind in ARMED and count.measure in ("killed", "injured"):
            named.setdefault(count.kind, set()).add(evidence.role(side, claim, count) == "enemy_losses")

    for side, claim in evidence.claims():
        for count in claim.counts:
            hear(side, claim, count)
    return frozenset(kind for kind, adversary in named.items() if adversary == {True})


INDEPENDENT_RANGE = Rule("independent-range", 1, "Hearsay, after Every Casualty's Standards (2016)", _independent_range)
