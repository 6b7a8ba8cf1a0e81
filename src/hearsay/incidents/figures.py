"""Figures of a toll: low, best and high, how they add up and how several tellings of one are weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high

_SAME = 0.9
"""Two figures of one origin within this ratio are tellings of one figure ("over 60", "60")."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; a ``low`` or ``best`` of None is unstated ("up to 40"), a ``high`` of None open."""

    low: float | None
    best: float | None
    high: float | None
    vague: bool = False
    """Told in words alone ("dozens"): our reading of them, which yields to a number."""

    @property
    def size(self) -> float:
        """The figure to compare by: the best, else the bound that is given."""
        return next((v for v in (self.best, self.low, self.high) if v is not None), 0.0)


NOBODY = Figure(0.0, 0.0, 0.0)


def sum_of(figures: Sequence[Figure]) -> Figure:
    """Added up; what is not stated adds nothing to what is."""
    high = None if any(f.high is None for f in figures) else sum(f.high or 0.0 for f in figures)
    return Figure(_added([f.low for f in figures]), _added([f.best for f in figures]), high)


def _added(values: Sequence[float | None]) -> float | None:
    known = [v for v in values if v is not None]
    return sum(known) if known or not values else None


def tellings(figures: Sequence[Figure]) -> Figure | None:
    """Several tellings of one figure: at best the exact one near the top; low and high from those near it."""
    if not figures:
        return None
    top = max(f.size for f in figures)
    near = [f for f in figures if f.size >= _SAME * top]
    exact = [f.best for f in near if f.best is not None and f.low == f.best == f.high]
    best = max(exact, default=max((f.best for f in near if f.best is not None), default=None))
    return Figure(_lowest(near), best, _highest(near, near))


def across(figures: Sequence[Figure]) -> Figure:
    """Best is what most say; of several such figures the middle one, of two the higher: who tells last has no say."""
    numbers = [f for f in figures if not f.vague] or figures
    votes = Counter(f.best for f in numbers if f.best is not None)
    most = max(votes.values(), default=0)
    tied = [figure for figure, number in votes.items() if number == most]
    best = median_high(tied) if tied else None
    top = max(f.size for f in figures)
    return Figure(_lowest(figures), best, _highest(figures, [f for f in figures if f.size == top]))


def _lowest(figures: Sequence[Figure]) -> float | None:
    return min((f.low for f in figures if f.low is not None), default=None)


def _highest(figures: Sequence[Figure], leading: Sequence[Figure]) -> float | None:
    """The highest of all, open where one of the ``leading`` is."""
    return None if any(f.high is None for f in leading) else max(f.size if f.high is None else f.high for f in figures)
