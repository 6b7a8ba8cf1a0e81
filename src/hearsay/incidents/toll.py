"""The toll of an incident under the rule ``stated``: every origin one vote, no discount.

Within an origin a figure told twice counts once, a running total replaces, what is additional adds, parts are never
added to their whole. Between origins: low is the lowest, high the highest (open when the highest is open), best what most
origins say, ties to the lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.records import Claim, Count, Estimate, Measure, Toll

RULE = "stated"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: low and best; ``high`` None is open."""

    low: float
    best: float
    high: float | None


def estimate(claims_of: Mapping[str, Sequence[Claim]], measure: Measure) -> Toll | None:
    """The toll over the claims of each origin (name → its claims, in order); None where no claim gives a figure."""
    totals, kinds, parties = [], [], []
    for claims in claims_of.values():
        counts = [(claim, c) for claim in claims for c in claim.counts if c.measure == measure and _usable(c)]
        if not counts:
            continue
        totals.append(_total([c for _, c in counts if c.part_of is None or not _whole_given(c, counts)]))
        kinds.append(_by(counts, lambda claim, c: c.kind))
        parties.append(_by(counts, _party_name))
    if not totals:
        return None
    total = _across(totals)
    return Toll(
        low=total.low,
        best=total.best,
        high=total.high,
        by_kind=_merged(kinds),
        by_party=_merged(parties),
    )


def _usable(count: Count) -> bool:
    return count.scope != "period_total" and (count.best is not None or count.low is not None or count.high is not None)


def _whole_given(count: Count, counts: Sequence[tuple[Claim, Count]]) -> bool:
    return any(c.part_of is None for _, c in counts)


def _figure(count: Count) -> Figure:
    low = count.low if count.low is not None else count.best if count.best is not None else 0.0
    best = count.best if count.best is not None else low
    return Figure(low, best, count.high)


def _total(counts: Sequence[Count]) -> Figure:
    """One origin's toll: the kinds of victims add up, unless an undivided figure already covers them."""
    running = [c for c in counts if c.scope == "running_total"]
    if running:
        return max((_figure(c) for c in running), key=lambda f: f.best)
    whole = _repeated([c for c in counts if _undivided(c)])
    divided: dict[str, list[Count]] = {}
    for count in counts:
        if not _undivided(count):
            divided.setdefault(_bucket(count), []).append(count)
    parts = [_repeated(group) for group in divided.values()]
    summed = _sum([p for p in parts if p is not None])
    if whole is None or summed is None:
        return whole or summed or Figure(0.0, 0.0, 0.0)
    return whole if whole.best >= summed.best else summed


def _undivided(count: Count) -> bool:
    """A figure that does not say which side fell: it may hold all the others."""
    return count.kind in (None, "unknown", "person")


def _bucket(count: Count) -> str:
    return str(count.kind)


def _repeated(counts: Sequence[Count]) -> Figure | None:
    """Figures for one kind of victim: the same one told again counts once, "another 8" adds."""
    plain = [_figure(c) for c in counts if c.scope != "additional"]
    added = {(_figure(c)) for c in counts if c.scope == "additional"}
    if not plain and not added:
        return None
    base = _compatible(plain) if plain else Figure(0.0, 0.0, 0.0)
    return _sum([base, *sorted(added, key=lambda f: (f.best, f.low))])


def _compatible(figures: Sequence[Figure]) -> Figure:
    """Several tellings of one figure: the range of them all, at best the largest that is exact, else the largest."""
    top = max(f.best for f in figures)
    exact = [f for f in figures if f.high == f.low == f.best]
    near = [f for f in exact if f.best >= 0.9 * top]
    best = max((f.best for f in near), default=top)
    low = (
        min(f.low for f in figures if f.low >= 0.9 * best)
        if any(f.low >= 0.9 * best for f in figures)
        else min(f.low for f in figures)
    )
    open_ended = any(f.high is None for f in figures if f.best >= best)
    return Figure(low, best, None if open_ended else max(f.high or f.best for f in figures))


def _sum(figures: Sequence[Figure]) -> Figure | None:
    if not figures:
        return None
    high = None if any(f.high is None for f in figures) else sum(f.high or 0.0 for f in figures)
    return Figure(sum(f.low for f in figures), sum(f.best for f in figures), high)


def _across(figures: Sequence[Figure]) -> Figure:
    votes = Counter(f.best for f in figures)
    most = max(votes.values())
    best = min(value for value, n in votes.items() if n == most)
    top = max(f.best for f in figures)
    open_ended = any(f.high is None and f.best == top for f in figures)
    return Figure(min(f.low for f in figures), best, None if open_ended else max(f.high or f.best for f in figures))


def _by(counts: Sequence[tuple[Claim, Count]], name: object) -> dict[str, Figure]:
    groups: dict[str, list[Count]] = {}
    for claim, count in counts:
        if count.part_of is not None:
            continue
        key = name(claim, count)  # type: ignore[operator]
        if key:
            groups.setdefault(key, []).append(count)
    return {key: figure for key, group in groups.items() if (figure := _repeated(group)) is not None}


def _party_name(claim: Claim, count: Count) -> str | None:
    if count.party is None:
        return None
    side, _, index = count.party.partition("[")
    party = (claim.actors if side == "actors" else claim.recipients)[int(index[:-1])]
    return party.name or party.text


def _merged(per_origin: Sequence[Mapping[str, Figure]]) -> dict[str, Estimate]:
    keys = sorted({key for groups in per_origin for key in groups})
    out = {}
    for key in keys:
        figure = _across([groups[key] for groups in per_origin if key in groups])
        out[key] = Estimate(low=figure.low, best=figure.best, high=figure.high)
    return out
