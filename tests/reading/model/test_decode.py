"""From scores to spans."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.model.decode import log_softmax, spans, spans_of_each
from hearsay.reading.model.pairs import DISTANCES, distance
from hearsay.training.measure import tagged


def scores(*tags: int, width: int = 5) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(width, dtype=np.float32)[list(tags)] * 9


def test_begin_and_inside_make_a_span_of_their_kind() -> None:
    found = spans(scores(0, 1, 2, 0, 3, 4, 4))
    assert [(f.first, f.last, f.kind) for f in found] == [(1, 3, 0), (4, 7, 1)]
    assert all(f.score > 0.99 for f in found)


def test_two_that_touch_stay_two() -> None:
    assert [(f.first, f.last) for f in spans(scores(1, 2, 1))] == [(0, 2), (2, 3)]


def test_a_window_may_open_inside_a_span() -> None:
    assert [(f.first, f.last) for f in spans(scores(2, 2, 0))] == [(0, 2)]


def test_bias_finds_more() -> None:
    near = np.array([[1.0, 0.8, 0.0]], dtype=np.float32)
    assert spans(near) == []
    assert len(spans(near, bias=0.5)) == 1


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=5, max_size=5), max_size=30))
def test_spans_are_in_order_and_apart(rows: list[list[float]]) -> None:
    found = spans(np.array(rows, dtype=np.float32).reshape(-1, 5))
    assert all(f.first < f.last for f in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


@given(st.lists(st.lists(st.lists(st.integers(-3, 3), min_size=5, max_size=5), min_size=1, max_size=6), max_size=5))
def test_windows_that_follow_each_other_are_read_each_for_itself(windows: list[list[list[int]]]) -> None:
    apart = [np.array(rows, dtype=np.float32) for rows in windows]
    together = np.concatenate([np.zeros((0, 5), dtype=np.float32), *apart])
    assert spans_of_each(together, [len(rows) for rows in apart], 0.5) == [spans(rows, 0.5) for rows in apart]


def test_distance_tells_side_and_steps() -> None:
    assert distance((0, 1), (1, 2)) == 0
    assert distance((5, 6), (4, 5)) == 8
    assert distance((0, 1), (900, 901)) == 7
    assert distance((900, 901), (0, 1)) == DISTANCES - 1


@given(st.lists(st.lists(st.integers(-3, 3), min_size=5, max_size=5), min_size=1, max_size=5))
def test_the_sequence_found_is_the_likeliest_of_all_that_are_allowed(rows: list[list[int]]) -> None:
    """Against every sequence there is; uneven steps break ties."""
    steps = np.sqrt(np.arange(5 * len(rows))).reshape(-1, 5) / 7
    scores = (np.array(rows) + steps).astype(np.float32)
    logs = log_softmax(scores)
    allowed = [
        tags
        for tags in product(range(5), repeat=len(rows))
        if all(tag % 2 or not tag or before in (tag - 1, tag) for before, tag in pairwise(tags))
    ]
    best = max(allowed, key=lambda tags: sum(logs[k, tag] for k, tag in enumerate(tags)))
    want = tagged(best)
    assert [(f.first, f.last, f.kind) for f in spans(scores)] == want
