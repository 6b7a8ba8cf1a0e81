"""The toll of an incident under the rule ``stated``: every origin one vote, no discount.

Within an origin a figure told twice counts once, a running total replaces, what is additional adds, and parts are never
added to their whole. Between origins: low is the lowest, high the highest (open when that is open), best what most
origins say, ties to the lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.records import Claim, Count, Estimate, Measure, Toll

RULE = "stated"
_SAME = 0.9
"""Two figures of one origin within this ratio are tellings of one figure ("over 60", "60")."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: low and best; ``high`` None is open."""

    low: float
    best: float
    high: float | None


def estimate(claims_of: Mapping[str, Sequence[Claim]], measure: Measure) -> Toll | None:
    """The toll over the claims of each origin (name → its claims, in order); None where no claim gives a figure."""
    told = {name: [_tops(claim, measure) for claim in claims] for name, claims in claims_of.items()}
    told = {name: counts for name, per_claim in told.items() if (counts := [c for c in per_claim if c[1]])}
    told = _without_single_victims(told)
    if not told:
        return None
    total = _across([_total([counts for _, counts in per_claim]) for per_claim in told.values()])
    return Toll(
        low=total.low,
        best=total.best,
        high=total.high,
        by_kind=_parts(told, _kind),
        by_party=_parts(told, _party_name),
    )


_Told = dict[str, list[tuple[Claim, list[Count]]]]


def _tops(claim: Claim, measure: Measure) -> tuple[Claim, list[Count]]:
    """The claim's figures for the measure that are part of no other, and are no total over a period."""
    counts = [
        c
        for c in claim.counts
        if c.measure == measure
        and c.part_of is None
        and c.scope != "period_total"
        and (c.best is not None or c.low is not None or c.high is not None)
    ]
    return claim, counts


def _without_single_victims(told: _Told) -> _Told:
    """One named or described victim in one origin's words is no rival of a toll that another origin gives."""
    sums = {name: max(_claim_sum(counts).best for _, counts in per_claim) for name, per_claim in told.items()}
    top = max(sums.values(), default=0.0)
    rivals = {name: per_claim for name, per_claim in told.items() if sums[name] > 1 or top <= 1}
    acts = {
        name: [(c, counts) for c, counts in per_claim if c.event.mode != "targeted" or _claim_sum(counts).best >= top]
        for name, per_claim in rivals.items()
    }
    return {name: per_claim for name, per_claim in acts.items() if per_claim}


def _figure(count: Count) -> Figure:
    low = count.low if count.low is not None else count.best if count.best is not None else 0.0
    return Figure(low, count.best if count.best is not None else low, count.high)


def _claim_sum(counts: Sequence[Count]) -> Figure:
    """Figures of one claim are of different people: they add up, but for a running total, which holds them all."""
    running = [_figure(c) for c in counts if c.scope == "running_total"]
    return max(running, key=lambda f: f.best) if running else _sum([_figure(c) for c in counts])


def _sum(figures: Sequence[Figure]) -> Figure:
    high = None if any(f.high is None for f in figures) else sum(f.high or 0.0 for f in figures)
    return Figure(sum(f.low for f in figures), sum(f.best for f in figures), high)


def _total(per_claim: Sequence[Sequence[Count]]) -> Figure:
    """One origin's toll: the fullest of its claims, or the kinds of victims added up where no claim holds them all."""
    running = [_figure(c) for counts in per_claim for c in counts if c.scope == "running_total"]
    if running:
        return running[-1]
    whole = _tellings([_claim_sum(counts) for counts in per_claim if any(c.scope != "additional" for c in counts)])
    kinds = sorted({_kind(None, c) or "" for counts in per_claim for c in counts} - {""})
    by_kind = _sum([_repeated(per_claim, kind) for kind in kinds])
    extra = _additional(per_claim)
    if whole is None:
        return extra
    if by_kind.best > whole.best:
        return by_kind
    return _sum([whole, extra]) if extra.best and not _inside_one_claim(per_claim) else whole


def _inside_one_claim(per_claim: Sequence[Sequence[Count]]) -> bool:
    """What is additional stands beside what it is added to, so the claim's sum holds it already."""
    return all(
        len({c.scope for c in counts}) > 1 for counts in per_claim if any(c.scope == "additional" for c in counts)
    )


def _additional(per_claim: Sequence[Sequence[Count]]) -> Figure:
    """What "another 8" adds, each figure once."""
    figures = dict.fromkeys(_figure(c) for counts in per_claim for c in counts if c.scope == "additional")
    return _sum(list(figures)) if figures else Figure(0.0, 0.0, 0.0)


def _repeated(per_claim: Sequence[Sequence[Count]], kind: str) -> Figure:
    """One kind of victim over an origin's claims: added within a claim, the same telling between claims."""
    groups = [[c for c in counts if _kind(None, c) == kind] for counts in per_claim]
    figures = [_claim_sum(g) for g in groups if g]
    return _tellings(figures) or Figure(0.0, 0.0, 0.0)


def _tellings(figures: Sequence[Figure]) -> Figure | None:
    """Several tellings of one figure: at best the exact one near the top; low and high from those near it."""
    if not figures:
        return None
    top = max(f.best for f in figures)
    near = [f for f in figures if f.best >= _SAME * top]
    exact = [f.best for f in near if f.low == f.best == f.high]
    best = max(exact, default=max(f.best for f in near))
    open_ended = any(f.high is None for f in near)
    return Figure(min(f.low for f in near), best, None if open_ended else max(f.high or f.best for f in near))


def _across(figures: Sequence[Figure]) -> Figure:
    votes = Counter(f.best for f in figures)
    most = max(votes.values())
    best = min(value for value, n in votes.items() if n == most)
    top = max(f.best for f in figures)
    open_ended = any(f.high is None and f.best == top for f in figures)
    return Figure(min(f.low for f in figures), best, None if open_ended else max(f.high or f.best for f in figures))


def _parts(told: _Told, name: Callable[[Claim, Count], str | None]) -> dict[str, Estimate]:
    """The same estimate for each kind of victim, or each party."""
    per_origin: list[dict[str, Figure]] = []
    for per_claim in told.values():
        groups: dict[str, list[Figure]] = {}
        for claim, counts in per_claim:
            by_key: dict[str, list[Count]] = {}
            for count in counts:
                key = name(claim, count)
                if key:
                    by_key.setdefault(key, []).append(count)
            for key, group in by_key.items():
                groups.setdefault(key, []).append(_claim_sum(group))
        per_origin.append({key: figure for key, group in groups.items() if (figure := _tellings(group)) is not None})
    out: dict[str, Estimate] = {}
    for key in sorted({key for groups in per_origin for key in groups}):
        figure = _across([groups[key] for groups in per_origin if key in groups])
        out[key] = Estimate(low=figure.low, best=figure.best, high=figure.high)
    return out


def _kind(_: Claim | None, count: Count) -> str | None:
    """The kind of victim, where the figure says: an undivided one may hold all the others."""
    return count.kind if count.kind not in (None, "unknown", "person") else None


def _party_name(claim: Claim, count: Count) -> str | None:
    if count.party is None:
        return None
    side, _, index = count.party.partition("[")
    party = (claim.actors if side == "actors" else claim.recipients)[int(index[:-1])]
    return party.name or party.text
