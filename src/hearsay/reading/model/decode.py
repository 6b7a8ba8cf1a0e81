"""From scores of tags to spans: the best sequence in which nothing continues that has not begun (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

DECIMALS = 4
"""Scores are rounded to this before they are compared, so that the last bits of a sum decide nothing."""


_ROUNDED = 10 * 10**-DECIMALS
"""More than rounding can move a difference of two scores by."""


@dataclass(frozen=True, slots=True)
class Found:
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


def quiet(scores: NDArray[np.float32], layers: Sequence[slice], bias: float) -> list[bool]:
    """Whether a layer has no span for certain, for each of ``layers``: outside is ahead of its other tags everywhere.

    ``scores`` [words, all columns]; ``bias``: the most that :func:`spans` may be given. Most layers of most sentences
    are so, and need no search.
    """
    if not len(scores):
        return [True] * len(layers)
    edges = [edge for columns in layers for edge in (columns.start, columns.start + 1)]
    best = np.maximum.reduceat(scores, edges, axis=1)
    ahead: list[bool] = (best[:, 0::2] - best[:, 1::2] > bias + _ROUNDED).all(axis=0).tolist()
    return ahead


def spans(scores: NDArray[np.float32], bias: float = 0.0) -> list[Found]:
    """Spans of one layer from its scores [words, 1 + 2 * kinds]: outside, then begin and inside of each kind.

    ``bias`` is added to every tag but outside: above 0 finds more, below 0 fewer. Ties go to the lower tag.
    """
    if not len(scores):
        return []
    logs = log_softmax(scores)
    logs[:, 1:] += bias
    tags = logs.argmax(axis=1).tolist()
    if not any(tags):
        return []
    if not _sound(tags):
        tags = _best(logs)
    likely = np.exp(logs[np.arange(len(tags)), tags] - bias)
    found: list[Found] = []
    begin = None
    for at, tag in enumerate([*tags, 0]):
        if begin is not None and (tag == 0 or tag % 2 == 1):
            score = float(likely[begin:at].mean())
            found.append(Found(begin, at, (tags[begin] - 1) // 2, round(score, DECIMALS)))
            begin = None
        if begin is None and tag:
            begin = at
    return found


def _sound(tags: list[int]) -> bool:
    """Whether the likeliest tag of each word, taken alone, already makes a sequence: mostly it does."""
    return all(tag == 0 or tag % 2 == 1 or before in (tag - 1, tag) for before, tag in pairwise(tags))


def _best(logs: NDArray[np.float64]) -> list[int]:
    """The likeliest sequence; of equals the lower tags. The inside of a kind follows its begin or inside alone."""
    first, *rest = logs.tolist()
    score = first  # a window may open inside a span that began in the one before it
    back: list[list[int]] = []
    for row in rest:
        best = score.index(max(score))
        sources = [best if not tag or tag % 2 else tag - (score[tag - 1] >= score[tag]) for tag in range(len(row))]
        score = [score[source] + log for source, log in zip(sources, row, strict=True)]
        back.append(sources)
    tags = [score.index(max(score))]
    for sources in reversed(back):
        tags.append(sources[tags[-1]])
    return tags[::-1]
