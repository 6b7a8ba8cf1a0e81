"""From scores of tags to spans: the best sequence in which nothing continues that has not begun (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DECIMALS = 4
"""Scores are rounded to this before they are compared, so that the last bits of a sum decide nothing."""


class Found(NamedTuple):
    """A span in words (the end exclusive), its kind (index in its layer) and the mean probability of its tags."""

    first: int
    last: int
    kind: int
    score: float


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Along the last axis, rounded."""
    wide = scores.astype(np.float64)
    wide = wide - wide.max(axis=-1, keepdims=True)
    logs: NDArray[np.float64] = np.round(wide - np.log(np.exp(wide).sum(axis=-1, keepdims=True)), DECIMALS)
    return logs


def spans(scores: NDArray[np.float32], bias: float = 0.0) -> list[Found]:
    """Spans of one layer from its scores [words, 1 + 2 * kinds]: outside, then begin and inside of each kind.

    ``bias`` is added to every tag but outside: above 0 finds more, below 0 fewer. Ties go to the lower tag.
    """
    return spans_of_each(scores, [len(scores)], bias)[0]


def spans_of_each(scores: NDArray[np.float32], sizes: Sequence[int], bias: float = 0.0) -> list[list[Found]]:
    """The same for several windows whose rows follow each other, ``sizes`` words each: one list a window."""
    if not len(scores):
        return [[] for _ in sizes]
    logs = log_softmax(scores)
    logs[:, 1:] += bias
    tags = logs.argmax(axis=1)
    windows = np.repeat(np.arange(len(sizes)), sizes)
    bounds = [0, *np.cumsum(sizes).tolist()]
    for k in np.unique(windows[1:][_begun_by_nothing(tags) & (windows[1:] == windows[:-1])]).tolist():
        tags[bounds[k] : bounds[k + 1]] = _best(logs[bounds[k] : bounds[k + 1]])
    likely = np.exp(logs[np.arange(len(tags)), tags] - bias).tolist()
    marked, told = set(windows[tags > 0].tolist()), tags.tolist()
    return [
        _found(told[begin:end], likely[begin:end]) if k in marked else []
        for k, (begin, end) in enumerate(pairwise(bounds))
    ]


def _found(tags: Sequence[int], likely: Sequence[float]) -> list[Found]:
    """The spans that a sequence of tags tells, each with the mean of its tags' probabilities."""
    found: list[Found] = []
    begin = None
    for at, tag in enumerate([*tags, 0]):
        if begin is not None and (tag == 0 or tag % 2 == 1):
            score = sum(likely[begin:at]) / (at - begin)
            found.append(Found(begin, at, (tags[begin] - 1) // 2, round(score, DECIMALS)))
            begin = None
        if begin is None and tag:
            begin = at
    return found


def _begun_by_nothing(tags: NDArray[np.intp]) -> NDArray[np.bool_]:
    """For each tag but the first whether it goes on with what the one before did not begin. Few of the likeliest do."""
    before, tag = tags[:-1], tags[1:]
    loose: NDArray[np.bool_] = (tag > 0) & (tag % 2 == 0) & (before != tag) & (before != tag - 1)
    return loose


def _best(logs: NDArray[np.float64]) -> list[int]:
    """The likeliest sequence; of equals the lower tags. The inside of a kind follows its begin or inside alone."""
    first, *rest = logs.tolist()
    score = first  # a window may open inside a span that began in the one before it
    back: list[list[int]] = []
    for row in rest:
        best = score.index(max(score))
        sources = [best] * len(row)
        for tag in range(2, len(row), 2):
            sources[tag] = tag - 1 if score[tag - 1] >= score[tag] else tag
        score = [score[source] + log for source, log in zip(sources, row, strict=True)]
        back.append(sources)
    tags = [score.index(max(score))]
    for sources in reversed(back):
        tags.append(sources[tags[-1]])
    return tags[::-1]
