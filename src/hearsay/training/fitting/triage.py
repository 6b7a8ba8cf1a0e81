"""Weights of words for :mod:`hearsay.reading.triage`, from texts that are about conflict and texts that are not."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading.triage import stretches

_EPOCHS, _TOGETHER, _RATE = 12, 128, 0.02
_LEAST_TEXTS, _LEAST_CORPORA = 8, 2
_LEAST_WEIGHT = 0.05
_SHRINK = 1e-5
"""L1 penalty, so that words of little use weigh nothing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the corpus it is from, and whether it is about conflict."""

    text: str
    corpus: str
    wanted: bool


def fit_words(samples: Sequence[Sample], *, seed: int = 1) -> dict[str, int]:
    """Word → weight in hundredths: logistic regression on the best sentence of each text, classes balanced.

    A text that is wanted needs one sentence that says so, one that is not must have none (multiple-instance learning).
    Words of a single corpus are left out: they tell its house style, not its subject. The bias is left out too: the
    threshold is chosen afterwards.
    """
    words = _vocabulary(samples)
    ids = {word: number for number, word in enumerate(words)}
    texts = [[sorted(ids[w] for w in stretch) for stretch in stretches(s.text, ids)] for s in samples]
    wanted = torch.tensor([float(s.wanted) for s in samples])
    share = float(wanted.mean())
    balance = torch.where(wanted > 0, 0.5 / share, 0.5 / (1 - share))
    weights = torch.zeros(len(words), 1, requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.Adam([weights, bias], lr=_RATE)
    order, rng = list(range(len(samples))), random.Random(seed)  # noqa: S311 - sampling, nothing secret
    for _ in range(_EPOCHS):
        rng.shuffle(order)
        for at in range(0, len(order), _TOGETHER):
            members = order[at : at + _TOGETHER]
            scores = _best([texts[k] for k in members], weights) + bias
            loss = functional.binary_cross_entropy_with_logits(scores, wanted[members], weight=balance[members])
            optimiser.zero_grad()
            (loss + _SHRINK * weights.abs().sum()).backward()
            optimiser.step()
    found = dict(zip(words, weights.detach()[:, 0].tolist(), strict=True))
    return {word: round(100 * weight) for word, weight in found.items() if abs(weight) >= _LEAST_WEIGHT}


def _vocabulary(samples: Sequence[Sample]) -> list[str]:
    texts: Counter[str] = Counter()
    corpora: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for word in {w for stretch in stretches(sample.text, _Every()) for w in stretch}:
            texts[word] += 1
            corpora[word].add(sample.corpus)
    return sorted(w for w, n in texts.items() if n >= _LEAST_TEXTS and len(corpora[w]) >= _LEAST_CORPORA)


class _Every:
    """Knows every word."""

    def __contains__(self, word: object) -> bool:
        return True


def _best(texts: Sequence[Sequence[Sequence[int]]], weights: Tensor) -> Tensor:
    """The highest sum over a stretch, for each text."""
    flat = [stretch for text in texts for stretch in text]
    begins = [0]
    for stretch in flat[:-1]:
        begins.append(begins[-1] + len(stretch))
    words = torch.tensor([word for stretch in flat for word in stretch], dtype=torch.long)
    sums = functional.embedding_bag(words, weights, torch.tensor(begins), mode="sum")[:, 0]
    owner = torch.tensor([k for k, text in enumerate(texts) for _ in text])
    return torch.full((len(texts),), -torch.inf).scatter_reduce(0, owner, sums, "amax")
