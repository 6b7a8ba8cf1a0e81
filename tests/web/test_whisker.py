"""A source's tolls beside those of others: where the point and its interval stand."""

from __future__ import annotations

import pytest

from hearsay.analysis.interval import MedianInterval
from hearsay.web.whisker import WIDTH, whisker


def ratio(median: float | None, low: float | None = None, high: float | None = None) -> MedianInterval:
    return MedianInterval(median=median, low=low, high=high, coverage=None if low is None else 0.96)


@pytest.mark.parametrize(
    ("median", "at"), [(1.0, 0.5), (2.0, 0.75), (0.5, 0.25), (4.0, 1.0), (40.0, 1.0), (0.0, 0.0), (None, 1.0)]
)
def test_half_as_many_is_as_far_from_the_middle_as_twice_as_many(median: float | None, at: float) -> None:
    drawn = whisker(ratio(median))
    assert drawn is not None
    assert (drawn.median, drawn.reach) == (at * WIDTH, None)


def test_an_interval_without_an_upper_bound_ends_where_the_scale_does() -> None:
    drawn = whisker(ratio(1.0, 0.5, None))
    assert drawn is not None
    assert drawn.reach == (0.25 * WIDTH, WIDTH)


def test_nothing_compared_is_not_drawn() -> None:
    assert whisker(None) is None
