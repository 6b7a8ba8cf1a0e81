"""The median of ratios and its exact interval."""

from __future__ import annotations

import math

import pytest

from hearsay.analysis.interval import median_ratio


def test_five_ratios_have_a_median_and_no_interval() -> None:
    found = median_ratio([0.5, 1, 1, 2, 9])
    assert (found.median, found.low, found.high, found.coverage) == (1, None, None, None)


def test_six_are_the_fewest_and_their_interval_is_the_whole_range() -> None:
    found = median_ratio([1, 2, 3, 4, 5, 6])
    assert (found.low, found.high) == (1, 6)
    assert found.coverage == pytest.approx(1 - 2 / 2**6)


def test_the_interval_is_that_of_the_published_table() -> None:
    """For n = 20 the tables of the sign test give the 6th and the 15th (coverage 0.959)."""
    found = median_ratio(range(1, 21))
    assert (found.low, found.high) == (6, 15)
    assert found.coverage == pytest.approx(0.9586, abs=1e-4)


def test_half_and_twice_are_equally_far_from_one() -> None:
    assert median_ratio([0.5, 2]).median == pytest.approx(1)


def test_what_has_no_bound_is_open() -> None:
    assert median_ratio([math.inf]).median is None
    assert median_ratio([0, math.inf]).median is None
    assert median_ratio([1, 1, 1, 1, 2, math.inf]).high is None
    assert median_ratio([0, 0, 3]).median == 0
