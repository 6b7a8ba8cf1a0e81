"""From scores of tags to spans: the best sequence in which nothing continues that has not begun (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
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
    length, width = logs.shape
    may = _transitions(width)
    score = logs[0]  # a window may open inside a span that began in the one before it
    back = np.zeros((length, width), dtype=np.int64)
    for at in range(1, length):
        paths = score[:, None] + may
        back[at] = paths.argmax(axis=0)
        score = paths.max(axis=0) + logs[at]
    tags = [int(score.argmax())]
    for at in range(length - 1, 0, -1):
        tags.append(int(back[at, tags[-1]]))
    return tags[::-1]


@cache
def _transitions(width: int) -> NDArray[np.float64]:
    """0 where tag b may follow tag a: inside-k follows only begin-k and inside-k."""
    may = np.zeros((width, width))
    for tag in range(2, width, 2):
        may[:, tag] = -np.inf
        may[[tag - 1, tag], tag] = 0.0
    return may
