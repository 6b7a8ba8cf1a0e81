"""How wrong the network is on a batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading.model.labels import LAYERS, head_columns, layer_columns
from hearsay.training.fitting.batches import Batch
from hearsay.training.fitting.network import Network, pooled

_LAYER_COLUMNS = layer_columns()
_HEAD_COLUMNS = head_columns()


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of a batch: tag scores [b, l, …], event scores [e, …], link scores [k]."""

    tags: Tensor
    events: Tensor
    links: Tensor


def outputs(network: Network, batch: Batch, *, half: bool) -> Outputs:
    """Run the network; ``half``: the encoder in bfloat16."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=half):
        hidden, tags = network.encode(batch.ids, batch.shapes, batch.known)
    spans = pooled(hidden, *batch.spans) if len(batch.spans[0]) else hidden.new_zeros(0, hidden.shape[-1]).float()
    there = (batch.slots.sum(dim=-1) > 0).float()
    events = network.events(spans[batch.sentences], batch.slots @ spans, there)
    source, target, role, distance, _ = batch.links
    links = network.links(spans[source], spans[target], role, distance)
    return Outputs(tags.float(), events, links)


def loss_of(found: Outputs, batch: Batch) -> dict[str, Tensor]:
    """By head: summed cross entropy over known words by all of the batch's words; means over events and over links.

    (A long window has a dozen events and hundreds of links: their sums would drown everything else.) A field
    that may have several classes counts the probability of any of them.
    """
    losses: dict[str, Tensor] = {}
    for number, (rows, pieces, values) in batch.tags.items():
        name = LAYERS[number].name
        scores = found.tags[rows, pieces][:, _LAYER_COLUMNS[name]]
        losses[name] = functional.cross_entropy(scores, values, reduction="sum") / batch.words
    for name, columns in _HEAD_COLUMNS.items():
        right = batch.right[name]
        rows = right.any(dim=-1)
        if rows.any():
            logs = found.events[rows][:, columns].log_softmax(dim=-1)
            likely = logs.masked_fill(~right[rows], float("-inf")).logsumexp(dim=-1)
            losses[f"event {name}"] = -likely.mean()
    if len(batch.links[0]):
        losses["links"] = functional.binary_cross_entropy_with_logits(found.links, batch.links[4])
    return losses
