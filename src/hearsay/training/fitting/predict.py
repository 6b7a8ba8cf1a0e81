"""What a network says of items, as numpy arrays: the same form that the run time gives."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from hearsay.training.fitting.batches import Vocabulary, collate
from hearsay.training.fitting.loss import outputs
from hearsay.training.fitting.network import Network
from hearsay.training.items import Item
from hearsay.training.prediction import Prediction

_TOGETHER = 16


def predict(network: Network, items: Sequence[Item], marks: Vocabulary, *, cases: bool = True) -> list[Prediction]:
    """One prediction for each item, in order, in full precision."""
    network.eval()
    device = next(network.parameters()).device
    order = sorted(range(len(items)), key=lambda k: len(items[k].ids))
    found: dict[int, Prediction] = {}
    with torch.inference_mode():
        for at in range(0, len(order), _TOGETHER):
            members = order[at : at + _TOGETHER]
            batch = collate([items[k] for k in members], marks, cases=cases).to(device)
            out = outputs(network, batch, half=False)
            event = link = 0
            for row, k in enumerate(members):
                item = items[k]
                firsts = [first + 1 for first in item.firsts[:-1]]
                found[k] = Prediction(
                    tags=out.tags[row, firsts].cpu().numpy(),
                    events=out.events[event : event + len(item.events)].cpu().numpy(),
                    links=out.links[link : link + len(item.links)].cpu().numpy(),
                )
                event += len(item.events)
                link += len(item.links)
    return [found[k] for k in range(len(items))]
