"""How wrong the network is on a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading.model.labels import HEADS, LAYERS, head_columns, layer_columns
from hearsay.training.fitting.batches import Batch
from hearsay.training.fitting.network import Network, pooled
from hearsay.training.items import Item

_LAYER_COLUMNS = layer_columns()
_HEAD_COLUMNS = head_columns()


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of a batch: tag scores [b, l, …], event scores [e, …], link scores [k]."""

    tags: Tensor
    events: Tensor
    links: Tensor
    states: tuple[Tensor, ...]
    """The vectors after each layer, [b, l, size]."""


def outputs(network: Network, batch: Batch, *, half: bool) -> Outputs:
    """Run the network; ``half``: the encoder in bfloat16."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=half):
        states, tags = network.encode(batch.ids, batch.shapes, batch.known)
    hidden = states[-1]
    spans = pooled(hidden, *batch.spans) if len(batch.spans[0]) else hidden.new_zeros(0, hidden.shape[-1]).float()
    there = (batch.slots.sum(dim=-1) > 0).float()
    events = network.events(spans[batch.sentences], batch.slots @ spans, there)
    source, target, role, distance, _ = batch.links
    links = network.links(spans[source], spans[target], role, distance)
    return Outputs(tags.float(), events, links, states)


def class_weights(pool: Iterable[Item], balance: Mapping[str, float]) -> dict[str, Tensor]:
    """Field → a weight for each of its classes: (1 / its share) ** balance, 1 on average over the pool's events.

    Counted where a corpus knows the class exactly; a class that nothing teaches weighs nothing.
    """
    counts: dict[str, Counter[int]] = {name: Counter() for name in balance}
    for item in pool:
        for event in item.events:
            for name, right in event.right:
                if name in counts and len(right) == 1:
                    counts[name][right[0]] += 1
    weights: dict[str, Tensor] = {}
    for name, found in counts.items():
        raw = {k: n ** -balance[name] for k, n in found.items()}
        mean = sum(raw[k] * n for k, n in found.items()) / max(1, found.total())
        weights[name] = torch.tensor([raw.get(k, 0.0) / (mean or 1.0) for k in range(len(HEADS[name]))])
    return weights


def loss_of(found: Outputs, batch: Batch, weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """By head: summed cross entropy over known words by all of the batch's words; means over events and over links.

    (A long window has a dozen events and hundreds of links: their sums would drown everything else.) A field
    that may have several classes counts the probability of any of them. ``weights``: of fields' classes; an event that
    may have several weighs 1.
    """
    losses: dict[str, Tensor] = {}
    for number, (rows, pieces, values) in batch.tags.items():
        name = LAYERS[number].name
        scores = found.tags[rows, pieces][:, _LAYER_COLUMNS[name]]
        losses[name] = functional.cross_entropy(scores, values, reduction="sum") / batch.words
    for name, columns in _HEAD_COLUMNS.items():
        rows = batch.right[name].any(dim=-1)
        if rows.any():
            right = batch.right[name][rows]
            logs = found.events[rows][:, columns].log_softmax(dim=-1)
            likely = logs.masked_fill(~right, float("-inf")).logsumexp(dim=-1)
            if name in weights:
                exact = right.sum(dim=-1) == 1
                likely = likely * torch.where(exact, right.float() @ weights[name].to(right.device), 1.0)
            losses[f"event {name}"] = -likely.mean()
    if len(batch.links[0]):
        losses["links"] = functional.binary_cross_entropy_with_logits(found.links, batch.links[4])
    return losses
