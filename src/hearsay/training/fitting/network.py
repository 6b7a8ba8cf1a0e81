"""One encoder, several heads: tags for each word, fields for each event, a score for each pair of spans."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.model.labels import HEAD_WIDTH, LINKS, TAG_WIDTH
from hearsay.reading.model.pairs import DISTANCES
from hearsay.training.fitting.bert import Bert

LINK_SIZE = 128


class EventHead(nn.Module):
    """An event's fields from the vectors of its sentence, trigger, actors and recipients."""

    def __init__(self, size: int, dropout: float) -> None:
        """``size`` of the vectors."""
        super().__init__()
        self.absent = nn.Parameter(torch.zeros(3, size))
        self.mix = nn.Linear(4 * size, size)
        self.out = nn.Linear(size, HEAD_WIDTH)
        self.dropout = dropout

    def forward(self, sentence: Tensor, slots: Tensor, there: Tensor) -> Tensor:
        """[n, size], [n, 3, size] and which of the three slots are filled [n, 3] → [n, HEAD_WIDTH]."""
        kept = there.unsqueeze(-1)
        filled = slots * kept + self.absent * (1 - kept)
        mixed = functional.gelu(self.mix(torch.cat([sentence, filled.flatten(1)], dim=-1)))
        return self.out(functional.dropout(mixed, self.dropout, self.training))


class LinkHead(nn.Module):
    """How well an argument fits a trigger (a source fits a content)."""

    def __init__(self, size: int, dropout: float) -> None:
        """``size`` of the vectors."""
        super().__init__()
        self.source, self.target = nn.Linear(size, LINK_SIZE), nn.Linear(size, LINK_SIZE)
        self.product = nn.Linear(size, LINK_SIZE)
        self.role, self.distance = nn.Embedding(len(LINKS), LINK_SIZE), nn.Embedding(DISTANCES, LINK_SIZE)
        self.out = nn.Linear(LINK_SIZE, 1)
        self.dropout = dropout

    def forward(self, source: Tensor, target: Tensor, role: Tensor, distance: Tensor) -> Tensor:
        """[n, size] twice, [n] twice → [n]."""
        mixed = self.source(source) + self.target(target) + self.product(source * target)
        mixed = functional.gelu(mixed + self.role(role) + self.distance(distance))
        return self.out(functional.dropout(mixed, self.dropout, self.training)).squeeze(-1)


class Network(nn.Module):
    """The reader."""

    def __init__(self, encoder: Bert, *, dropout: float = 0.1) -> None:
        """New heads on an encoder."""
        super().__init__()
        size = encoder.shape.hidden_size
        self.encoder = encoder
        self.tags = nn.Linear(size, TAG_WIDTH)
        self.events = EventHead(size, dropout)
        self.links = LinkHead(size, dropout)

    def encode(self, ids: Tensor, cases: Tensor, known: Tensor) -> tuple[tuple[Tensor, ...], Tensor]:
        """Of every piece the vectors after each layer, [batch, length, size], and tag scores [batch, length, …]."""
        states = self.encoder(ids, cases, known)
        return states, self.tags(states[-1])


def pooled(hidden: Tensor, rows: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
    """Means of the vectors of pieces ``starts`` to ``ends`` of the batch's ``rows``: [n, size]."""
    sums = functional.pad(hidden.float().cumsum(dim=1), (0, 0, 1, 0))
    return (sums[rows, ends] - sums[rows, starts]) / (ends - starts).unsqueeze(-1)
