"""How good a reader is on examples, head by head: the project's own measures for tuning.

The end-to-end figures of a release come from the command line; these say which head to work on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.model.decode import log_softmax, spans
from hearsay.reading.model.labels import HEADS, LAYER, head_columns, layer_columns
from hearsay.training.items import UNKNOWN

_LAYER_COLUMNS, _HEAD_COLUMNS = layer_columns(), head_columns()
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""PLOVER's first version, as its test sets have it."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 from counts."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


def span_score(
    layers: Sequence[str], gold: Iterable[dict[str, Sequence[int]]], scores: Iterable[NDArray[np.float32]]
) -> Score:
    """Exact spans of these layers: ``gold`` gives tags for each word by layer, ``scores`` [words, TAG_WIDTH]."""
    found = [
        layer_score(tags[name], one[:, _LAYER_COLUMNS[name]])
        for tags, one in zip(gold, scores, strict=True)
        for name in layers
    ]
    return Score(sum(s.right for s in found), sum(s.predicted for s in found), sum(s.gold for s in found))


def layer_score(tags: Sequence[int], scores: NDArray[np.float32]) -> Score:
    """Exact spans of one layer in one window. A span in words of which nobody knows is neither right nor wrong."""
    want = set(tagged(tags))
    have = {(s.first, s.last, s.kind) for s in spans(scores)}
    judged = {span for span in have if span in want or UNKNOWN not in tags[span[0] : span[1]]}
    return Score(len(want & have), len(judged), len(want))


def weighted_score(
    layer: str,
    gold: Iterable[dict[str, Sequence[int]]],
    scores: Iterable[NDArray[np.float32]],
    weights: Iterable[Sequence[int]],
) -> Score:
    """Words inside spans of a layer, each counting its weight (its characters, say)."""
    right = predicted = wanted = 0
    for tags, found, weight in zip(gold, scores, weights, strict=True):
        want = {k for first, last, _ in tagged(tags[layer]) for k in range(first, last)}
        have = {k for s in spans(found[:, _LAYER_COLUMNS[layer]]) for k in range(s.first, s.last)}
        right += sum(weight[k] for k in want & have)
        predicted += sum(weight[k] for k in have)
        wanted += sum(weight[k] for k in want)
    return Score(right, predicted, wanted)


def tagged(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first word, end, kind) of a sequence of tags."""
    found: list[tuple[int, int, int]] = []
    begin: int | None = None
    for at, tag in enumerate([*tags, 0]):
        if begin is not None and (tag <= 0 or tag % 2 == 1):
            found.append((begin, at, (tags[begin] - 1) // 2))
            begin = None
        if begin is None and tag > 0:
            begin = at
    return found


def best_class(
    head: str, scores: NDArray[np.float32], merged: dict[str, str], without: Iterable[str] = ()
) -> list[str]:
    """The likeliest class of each row [n, HEAD_WIDTH]; classes that ``merged`` maps to one name add up."""
    likely = np.exp(log_softmax(scores[:, _HEAD_COLUMNS[head]]))
    names = [merged.get(name, name) for name in HEADS[head]]
    left = [name for name in dict.fromkeys(names) if name not in set(without)]
    sums = np.stack([likely[:, [k for k, n in enumerate(names) if n == name]].sum(axis=1) for name in left], axis=1)
    return [left[k] for k in sums.argmax(axis=1)]


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Mean F1 over the classes that gold has, and each."""
    per = {
        name: Score(
            sum(g == p == name for g, p in zip(gold, predicted, strict=True)),
            sum(p == name for p in predicted),
            sum(g == name for g in gold),
        ).f1
        for name in sorted(set(gold))
    }
    return (sum(per.values()) / len(per) if per else 0.0), per


def interval(
    units: Sequence[object], figure: Callable[[Sequence[int]], float], *, draws: int = 500, seed: int = 1
) -> tuple[float, float]:
    """The 95 % bootstrap interval of a figure over indices of ``units``, drawn with replacement."""
    rng = np.random.default_rng(seed)
    values = sorted(figure(rng.integers(0, len(units), len(units)).tolist()) for _ in range(draws))
    return values[int(0.025 * draws)], values[int(0.975 * draws) - 1]


def confusion(gold: Sequence[str], predicted: Sequence[str]) -> dict[tuple[str, str], int]:
    """(gold, predicted) → how often, the commonest first."""
    table: dict[tuple[str, str], int] = defaultdict(int)
    for pair in zip(gold, predicted, strict=True):
        table[pair] += 1
    return dict(sorted(table.items(), key=lambda entry: (-entry[1], entry[0])))


def kinds_of(layer: str) -> tuple[str, ...]:
    """The kinds of a layer's spans."""
    return LAYER[layer].kinds
