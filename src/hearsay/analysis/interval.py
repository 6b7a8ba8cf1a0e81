"""The median of a few ratios, with an interval that assumes nothing about how they are distributed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hearsay.records import Record

LEVEL = 0.95


class MedianInterval(Record):
    """A median and the interval that covers the true one with probability ``coverage``."""

    median: float | None
    """None: half of the ratios have no bound, so that there is no middle."""
    low: float | None
    """None: there are too few ratios for an interval."""
    high: float | None
    """None: too few, or it has no upper bound."""
    coverage: float | None


def median_ratio(ratios: Sequence[float], level: float = LEVEL) -> MedianInterval:
    """The median of at least one ratio (0 to infinity) and its exact interval from the order statistics.

    The interval is x(k) to x(n+1-k) with the largest k for which P(B < k) ≤ (1 - level) / 2, B being binomial with n
    trials of probability 1/2; it covers the median with probability 1 - 2 P(B < k) at the least (David and Nagaraja,
    "Order Statistics", 3rd ed., 2003, section 7.1). Six ratios are the fewest that give 95 %. Of an even number the
    median is the geometric mean of the middle two: a half is as far from one as two is.
    """
    ordered, n = sorted(ratios), len(ratios)
    middle = math.sqrt(ordered[(n - 1) // 2] * ordered[n // 2]) if n % 2 == 0 else ordered[n // 2]
    k, outside = _rank(n, (1 - level) / 2)
    if k == 0:
        return MedianInterval(median=_finite(middle), low=None, high=None, coverage=None)
    return MedianInterval(
        median=_finite(middle), low=_finite(ordered[k - 1]), high=_finite(ordered[n - k]), coverage=1 - 2 * outside
    )


def _rank(n: int, tail: float) -> tuple[int, float]:
    """The largest k with P(B < k) ≤ ``tail``, and that probability; (0, 0.0) where there is none."""
    k, below = 0, 0.0
    while (more := below + math.comb(n, k) / 2**n) <= tail:
        k, below = k + 1, more
    return k, below


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
