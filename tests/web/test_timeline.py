"""Days become bars; nothing is lost on the way."""

from __future__ import annotations

import pytest

from hearsay.store.overview import Day
from hearsay.web.timeline import COUNT_HEIGHT, TOLL_HEIGHT, WIDTH, timeline


def day(when: str, incidents: int = 1, low: float = 0, high: float = 0, unbounded: int = 0) -> Day:
    return Day(day=when, incidents=incidents, killed_low=low, killed_high=high, unbounded=unbounded)


def test_no_day_no_timeline() -> None:
    assert timeline([]) is None


@pytest.mark.parametrize(
    ("last", "unit", "bars"),
    [("2024-01-01", "day", 1), ("2024-03-01", "day", 61), ("2024-12-31", "week", 53), ("2032-01-15", "month", 97),
     ("2074-01-01", "year", 51)],
)  # fmt: skip
def test_the_unit_fits_the_span(last: str, unit: str, bars: int) -> None:
    days = [day("2024-01-01"), day(last)] if last != "2024-01-01" else [day(last)]
    drawn = timeline(days)
    assert drawn is not None
    assert (drawn.unit, len(drawn.bars)) == (unit, bars)
    assert sum(bar.incidents for bar in drawn.bars) == len(days)


def test_bars_stay_in_the_drawing_and_keep_their_proportions() -> None:
    drawn = timeline([day("2024-01-30", 4, low=10, high=20), day("2024-02-02", 2, low=5, high=5, unbounded=1)])
    assert drawn is not None
    first, last = drawn.bars[0], drawn.bars[-1]
    assert (first.height, last.height) == (COUNT_HEIGHT, COUNT_HEIGHT / 2)
    assert (first.toll_low, first.toll_high) == (TOLL_HEIGHT / 2, TOLL_HEIGHT)
    assert last.x + last.width <= WIDTH
    assert (drawn.killed_low, drawn.killed_high, drawn.unbounded) == (15, 25, 1)


def test_one_day_is_no_wall() -> None:
    drawn = timeline([day("2024-01-01")])
    assert drawn is not None
    assert drawn.bars[0].width < WIDTH / 10


def test_months_and_years_follow_each_other() -> None:
    drawn = timeline([day("2019-01-31"), day("2023-03-01")])
    assert drawn is not None
    assert [(bar.first_day, bar.last_day) for bar in drawn.bars[:2]] == [
        ("2019-01-01", "2019-01-31"),
        ("2019-02-01", "2019-02-28"),
    ]
    assert drawn.bars[-1].label == "Mar 2023"
