"""From scores to spans."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.model.decode import spans
from hearsay.reading.model.pairs import DISTANCES, distance


def scores(*tags: int, width: int = 5) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(width, dtype=np.float32)[list(tags)] * 9


def test_begin_and_inside_make_a_span_of_their_kind() -> None:
    found = spans(scores(0, 1, 2, 0, 3, 4, 4))
    assert [(f.first, f.last, f.kind) for f in found] == [(1, 3, 0), (4, 7, 1)]
    assert all(f.score > 0.99 for f in found)


def test_two_that_touch_stay_two() -> None:
    assert [(f.first, f.last) for f in spans(scores(1, 2, 1))] == [(0, 2), (2, 3)]


def test_an_inside_never_follows_another_kind() -> None:
    found = spans(scores(3, 2, 2, 0))
    assert [(f.first, f.last, f.kind) for f in found] == [(0, 3, 0)]


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


def test_distance_tells_side_and_steps() -> None:
    assert distance((0, 1), (1, 2)) == 0
    assert distance((5, 6), (4, 5)) == 8
    assert distance((0, 1), (900, 901)) == 7
    assert distance((900, 901), (0, 1)) == DISTANCES - 1
