"""Half of a trained network's attention heads and inner neurons, for nearly twice the speed.

Kept are those whose absence would change the loss most, by its first derivative, squared and summed over windows
(Michel et al. 2019, "Are sixteen heads really better than one?"; Molchanov et al. 2017 for neurons). The matrix behind
them is fitted to give what it gave of all, by least squares over the words of the same windows. A first state only:
:mod:`hearsay.training.fitting.distil` brings it back to what the whole network says.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import torch
from torch import Tensor, nn

from hearsay.training.fitting.batches import Vocabulary, collate, drawn, packed
from hearsay.training.fitting.fit import Settings
from hearsay.training.fitting.loss import class_weights, loss_of, outputs
from hearsay.training.fitting.network import Network
from hearsay.training.items import Item

_BATCHES = 120
_RIDGE = 1e-4
"""Of the mean square of an input: keeps the fit from leaning on what hardly varies."""


def narrowed(network: Network, pool: Sequence[Item], marks: Vocabulary, settings: Settings) -> Network:
    """A copy with half of the heads and inner neurons of each layer; ``pool``: what it was trained on."""
    network.eval()
    watched = [
        (_Watched(layer.attended, layer.attended.in_features // layer.heads), _Watched(layer.down, 1))
        for layer in network.encoder.layers
    ]
    balance = class_weights(pool, settings.balance)
    rng = random.Random(settings.seed)  # noqa: S311 - sampling, nothing secret
    for members in packed(drawn(pool, settings.passes, rng), settings.budget, rng)[:_BATCHES]:
        batch = collate(members, marks, cases=settings.cases)
        losses = loss_of(outputs(network, batch, half=False), batch, balance)
        network.zero_grad()
        torch.stack([settings.weights.get(name, 1.0) * loss for name, loss in losses.items()]).sum().backward()
        for pair in watched:
            for one in pair:
                one.add(batch.firsts)
    network.zero_grad()
    for pair in watched:
        for one in pair:
            one.hook.remove()
    small = deepcopy(network)
    for layer, (heads, neurons) in zip(small.encoder.layers, watched, strict=True):
        kept = heads.best()
        layer.heads //= 2
        layer.query, layer.key, layer.value = (_rows(part, kept) for part in (layer.query, layer.key, layer.value))
        layer.attended = heads.fitted(layer.attended, kept)
        kept = neurons.best()
        layer.up, layer.down = _rows(layer.up, kept), neurons.fitted(layer.down, kept)
    shape = small.encoder.shape
    small.encoder.shape = replace(
        shape, num_attention_heads=shape.num_attention_heads // 2, intermediate_size=shape.intermediate_size // 2
    )
    return small


class _Watched:
    """What goes into a linear layer, in groups of columns (heads, or single neurons): how much each matters."""

    def __init__(self, linear: nn.Linear, group: int) -> None:
        self._group = group
        self._importance = torch.zeros(linear.in_features // group)
        self._moments = torch.zeros(linear.in_features + 1, linear.in_features + 1)
        self._seen = torch.zeros(0)
        self.hook = linear.register_forward_pre_hook(self._see)

    def _see(self, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        self._seen = inputs[0]
        self._seen.retain_grad()

    def add(self, words: tuple[Tensor, Tensor]) -> None:
        """After a backward pass; ``words``: rows and pieces of the words that count for the fit.

        The marks at either end do not: some neurons are a hundred times as active there, to no effect.
        """
        seen, slope = self._seen.detach(), self._seen.grad
        assert slope is not None  # noqa: S101 - retained above
        change = (seen * slope).sum(dim=1).unflatten(-1, (-1, self._group)).sum(dim=-1)
        self._importance += change.square().sum(dim=0)
        inputs = nn.functional.pad(seen[words], (0, 1), value=1.0)
        self._moments += inputs.T @ inputs

    def best(self) -> Tensor:
        """The columns of the better half, in order."""
        groups = self._importance.topk(len(self._importance) // 2).indices.sort().values
        columns = groups[:, None] * self._group + torch.arange(self._group)
        return columns.flatten()

    def fitted(self, linear: nn.Linear, kept: Tensor) -> nn.Linear:
        """On the kept columns of its input the layer that is nearest to itself on all."""
        whole = torch.cat([linear.weight, linear.bias[:, None]], dim=1).detach().double()
        columns = torch.cat([kept, torch.tensor([linear.in_features])])  # the last is the bias's
        wanted = self._moments[columns].double() @ whole.T
        known = self._moments[columns][:, columns].double()
        known += torch.eye(len(columns)) * _RIDGE * known.diagonal().mean()
        solved = torch.linalg.solve(known, wanted).T.float()
        return _linear(solved[:, :-1], solved[:, -1])


def _rows(linear: nn.Linear, kept: Tensor) -> nn.Linear:
    return _linear(linear.weight.detach()[kept], linear.bias.detach()[kept])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.load_state_dict({"weight": weight, "bias": bias})
    return made
