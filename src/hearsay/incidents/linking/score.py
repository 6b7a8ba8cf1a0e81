"""One pair of reports, scored."""

from __future__ import annotations

from functools import cache

from hearsay.incidents.linking.barriers import barrier
from hearsay.incidents.linking.compare import levels
from hearsay.incidents.linking.profile import Profile
from hearsay.incidents.linking.weights import Weights, shipped
from hearsay.incidents.records import Pair, Part


def score(a: Profile, b: Profile, weights: Weights | None = None) -> Pair:
    """The pair with its parts by field; ``barred`` says why the two may never be one happening."""
    weights = weights or shipped()
    if b.id < a.id:
        a, b = b, a
    parts = tuple(_part(field, level, weights.levels[field][level]) for field, level in levels(a, b))
    weight = round(weights.prior + sum(part.weight for part in parts), 2)
    return Pair(a=a.id, b=b.id, weight=weight, parts=parts, barred=barrier(a, b, weights))


@cache
def _part(field: str, level: str, weight: float) -> Part:
    return Part(field=field, level=level, weight=weight)


def weigh(a: Profile, b: Profile, weights: Weights) -> float | None:
    """Only the weight of the pair, for the many that come to nothing; None where the two are barred."""
    return None if barrier(a, b, weights) is not None else total(a, b, weights)


def total(a: Profile, b: Profile, weights: Weights) -> float:
    """The weight of the pair, barred or not."""
    return round(weights.prior + sum(weights.levels[field][level] for field, level in levels(a, b)), 2)
