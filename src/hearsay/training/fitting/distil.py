"""How far a small network is from what a larger one says of a batch (Hinton et al. 2015; Jiao et al. 2020, TinyBERT).

A corpus annotates some layers only; the larger network says something of every layer of every word.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading.model.labels import head_columns, layer_columns
from hearsay.training.fitting.batches import Batch
from hearsay.training.fitting.loss import Outputs

_LAYER_COLUMNS = layer_columns()
_HEAD_COLUMNS = head_columns()


def distance(found: Outputs, taught: Outputs, batch: Batch, weights: Mapping[str, float]) -> Tensor:
    """Divergence of all words' tags, of events' fields and of links, weighed like their losses, and of the vectors.

    Those after each layer count with their mean squared distance in parts of their variance.
    """
    rows, pieces = batch.firsts
    parts = [
        weights.get(name, 1.0)
        * _divergence(found.tags[rows, pieces][:, columns], taught.tags[rows, pieces][:, columns])
        for name, columns in _LAYER_COLUMNS.items()
    ]
    if len(found.events):
        parts += [
            weights.get(f"event {name}", 1.0) * _divergence(found.events[:, columns], taught.events[:, columns])
            for name, columns in _HEAD_COLUMNS.items()
        ]
    if len(found.links):
        parts.append(functional.binary_cross_entropy_with_logits(found.links, taught.links.sigmoid()))
    for state, whole in zip(found.states, taught.states, strict=True):
        wanted = whole.float()[batch.known]
        parts.append((state.float()[batch.known] - wanted).square().mean() / wanted.var())
    return torch.stack(parts).sum()


def _divergence(found: Tensor, taught: Tensor) -> Tensor:
    """Of Kullback and Leibler, mean over rows."""
    return functional.kl_div(
        found.log_softmax(dim=-1), taught.log_softmax(dim=-1), reduction="batchmean", log_target=True
    )
