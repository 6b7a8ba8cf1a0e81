"""Figures from counts that can be checked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hearsay.reading.model.labels import EVENT_TYPES, HEAD_WIDTH, TAG_WIDTH, head_columns, layer_columns
from hearsay.training.evaluate import Evaluation, Judged
from hearsay.training.items import UNKNOWN
from hearsay.training.measure import (
    MERGED,
    Score,
    best_class,
    confusion,
    interval,
    macro_f1,
    span_score,
    weighted_score,
)


def tag_scores(layer: str, tags: list[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    scores = np.zeros((len(tags), TAG_WIDTH), dtype=np.float32)
    for word, tag in enumerate(tags):
        scores[word, layer_columns()[layer].start + tag] = 9
    return scores


def test_spans_count_only_when_both_ends_are_right() -> None:
    score = span_score(("actor",), [{"actor": [1, 2, 0, 1]}], [tag_scores("actor", [1, 0, 0, 1])])
    assert score == Score(right=1, predicted=2, gold=2)
    assert score.f1 == 0.5


def test_spans_in_words_that_nobody_knows_are_neither_right_nor_wrong() -> None:
    unknown = [UNKNOWN, UNKNOWN, 1, UNKNOWN, 0, 0]
    found = tag_scores("actor", [1, 0, 1, 1, 0, 1])
    assert span_score(("actor",), [{"actor": unknown}], [found]) == Score(right=1, predicted=2, gold=1)


def test_words_count_their_weight() -> None:
    scores = [tag_scores("cue", [1, 0, 1])]
    assert weighted_score("cue", [{"cue": [1, 2, 0]}], scores, [[4, 6, 5]]) == Score(4, 9, 10)


def test_macro_f1_is_over_the_classes_that_gold_has() -> None:
    figure, per = macro_f1(["a", "a", "b"], ["a", "c", "b"])
    assert per == {"a": pytest.approx(2 / 3), "b": 1.0}
    assert figure == pytest.approx(5 / 6)


def test_classes_merged_in_a_corpus_add_up() -> None:
    """Neither half is the likeliest by itself."""
    scores = np.full((1, HEAD_WIDTH), -9, dtype=np.float32)
    start = head_columns()["type"].start + 1
    for name, value in (("CONCEDE", 1.0), ("RETREAT", 1.0), ("AID", 1.3)):
        scores[0, start + EVENT_TYPES.index(name)] = value
    assert best_class("type", scores, {}) == ["AID"]
    assert best_class("type", scores, MERGED) == ["YIELD"]


def test_a_class_can_be_left_out() -> None:
    scores = np.zeros((1, HEAD_WIDTH), dtype=np.float32)
    scores[0, head_columns()["type"].start] = 5
    assert best_class("type", scores, {}) == ["-"]
    assert best_class("type", scores, {}, without=("-",)) == [EVENT_TYPES[0]]


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    values = [1.0] * 30 + [0.0] * 10

    def figure(chosen: object) -> float:
        assert isinstance(chosen, list)
        return sum(values[k] for k in chosen) / len(chosen)

    low, high = interval(values, figure)
    assert 0.5 < low < 0.75 < high < 0.95
    assert interval(values, figure) == (low, high)


def test_confusions_commonest_first() -> None:
    assert list(confusion(["a", "b", "b"], ["a", "a", "a"]).items()) == [(("b", "a"), 2), (("a", "a"), 1)]


def test_calibration_and_the_surest_errors() -> None:
    judged = [Judged("status", "planned", "occurred", 0.95, "x"), Judged("status", "occurred", "occurred", 0.95, "y")]
    sure = Judged("type", "AID", "ASSAULT", 0.99, "z")
    found = Evaluation({}, [judged, [sure]])
    error, rows = found.calibration()
    assert np.allclose(rows, [(2.89 / 3, 1 / 3, 3)])
    assert error == pytest.approx(2.89 / 3 - 1 / 3)
    assert [j.where for j in found.worst(5)] == ["z", "x"]
    assert found.confusions("status") == [(("planned", "occurred"), 1)]
