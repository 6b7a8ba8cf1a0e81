"""A source's tolls beside those of others, as a point with its interval: shapes for an SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hearsay.analysis.interval import MedianInterval

WIDTH = 140
_ENDS = 4.0
"""The scale goes from a quarter of the others' figures to four times them; what lies beyond stands at its end."""


@dataclass(frozen=True, slots=True)
class Whisker:
    """From the left, in pixels of WIDTH; in the middle it says what the others say."""

    median: float
    reach: tuple[float, float] | None
    """The interval; None: there are too few comparisons for one."""


def whisker(ratio: MedianInterval | None) -> Whisker | None:
    """The drawing of a median ratio; None where nothing is compared. What has no bound stands at the end."""
    if ratio is None:
        return None
    reach = None if ratio.low is None else (_place(ratio.low), _place(ratio.high))
    return Whisker(_place(ratio.median), reach)


def _place(value: float | None) -> float:
    """On a logarithmic scale: a half is as far from the middle as two."""
    if value is None:
        return WIDTH
    bounded = min(max(value, 1 / _ENDS), _ENDS)
    return round(WIDTH / 2 * (1 + math.log(bounded) / math.log(_ENDS)), 1)
