"""What a rule is, and what several rules share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.incidents.records import Figure, RuleEstimate
from hearsay.incidents.rules.evidence import Evidence
from hearsay.records import Estimate, Toll

Combine = Callable[[Sequence[Figure]], Estimate | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to come from claims to a number."""

    name: str
    version: int
    source: str
    """Where the rule was published."""
    estimate: Callable[[Evidence], RuleEstimate]


def toll(evidence: Evidence, measure: Literal["killed", "injured"], combine: Combine) -> Toll | None:
    """The rule's estimate of the whole, of each kind of victim and of each party's."""
    total = combine(evidence.figures(measure))
    if total is None:
        return None
    by_kind = {kind: evidence.figures(measure, kind=kind) for kind in evidence.kinds(measure)}
    by_party = {name: evidence.figures(measure, party=name) for name in evidence.parties(measure)}
    return Toll(
        low=total.low,
        best=total.best,
        high=total.high,
        by_kind=_each(by_kind, combine),
        by_party=_each(by_party, combine),
    )


def _each(figures: Mapping[str, Sequence[Figure]], combine: Combine) -> dict[str, Estimate]:
    return {key: found for key, some in figures.items() if (found := combine(some)) is not None}


def attributed(evidence: Evidence, killed: Toll | None) -> dict[str, Estimate]:
    """What a belligerent may have done where its part is contested: nobody, or as many as died.

    A contested responsibility says nothing of how many died, so the toll of the incident stands.
    """
    if killed is None or not evidence.responsibility_contested:
        return {}
    return {name: Estimate(low=0, best=None, high=killed.high) for name in evidence.accused}


def most_said(values: Iterable[float | None]) -> float | None:
    """The value given most often; of equals the lowest."""
    votes = Counter(value for value in values if value is not None)
    most = max(votes.values(), default=0)
    return min((value for value, n in votes.items() if n == most), default=None)


def lowest(values: Iterable[float | None]) -> float | None:
    """The lowest that is given."""
    return min((value for value in values if value is not None), default=None)


def highest(figures: Sequence[Figure]) -> float | None:
    """The highest; open (None) where the figure that is largest is."""
    if not figures:
        return None
    sizes = [_size(f) for f in figures]
    top = max(sizes)
    if any(f.high is None for f, size in zip(figures, sizes, strict=True) if size == top):
        return None
    return max(size if f.high is None else f.high for f, size in zip(figures, sizes, strict=True))


def _size(figure: Figure) -> float:
    return next((v for v in (figure.best, figure.low, figure.high) if v is not None), 0.0)
