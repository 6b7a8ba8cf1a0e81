"""Items in batches of like length, drawn anew for each epoch, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from hearsay.reading.model.labels import HEADS, LAYERS
from hearsay.reading.model.wordpiece import SHAPES
from hearsay.training.items import UNKNOWN, Item, Range

_UPPER, _TITLE, _LOWER, _MIXED = (SHAPES.index(name) for name in ("upper", "title", "lower", "mixed"))
_NEIGHBOURS = 2048
"""Items that are sorted by length together, so that a batch pads little and still mixes corpora."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The numbers of the marks at either end."""

    cls: int
    sep: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some items: b items of at most l pieces, e events, s spans, k links."""

    ids: Tensor
    shapes: Tensor
    known: Tensor
    tags: Mapping[int, tuple[Tensor, Tensor, Tensor]]
    """Layer's index → rows and pieces of the words it knows, and their tags."""
    spans: tuple[Tensor, Tensor, Tensor]
    """Rows, starts and ends of all spans that events and links need."""
    sentences: Tensor
    """[e] indices of spans."""
    slots: Tensor
    """[e, 3, s] weights of spans in trigger, actors and recipients; rows of zeros where the slot is empty."""
    right: Mapping[str, Tensor]
    """Field → [e, classes] true where the class is right; a row of false: unknown."""
    links: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    """[k]: source and target (indices of spans), role, distance, whether it is there."""
    firsts: tuple[Tensor, Tensor]
    """Rows and pieces of all words."""
    size: int
    words: int

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(
            self.ids.to(device),
            self.shapes.to(device),
            self.known.to(device),
            {k: (a.to(device), b.to(device), c.to(device)) for k, (a, b, c) in self.tags.items()},
            (self.spans[0].to(device), self.spans[1].to(device), self.spans[2].to(device)),
            self.sentences.to(device),
            self.slots.to(device),
            {k: v.to(device) for k, v in self.right.items()},
            (
                self.links[0].to(device),
                self.links[1].to(device),
                self.links[2].to(device),
                self.links[3].to(device),
                self.links[4].to(device),
            ),
            (self.firsts[0].to(device), self.firsts[1].to(device)),
            self.size,
            self.words,
        )


def drawn(pool: Sequence[Item], passes: Mapping[str, float], rng: random.Random) -> list[Item]:
    """An epoch's items: of each corpus its share (1 where not named); above 1, all once and a sample again."""
    by_corpus: dict[str, list[Item]] = {}
    for item in pool:
        by_corpus.setdefault(item.corpus, []).append(item)
    chosen: list[Item] = []
    for corpus, members in by_corpus.items():
        whole, rest = divmod(round(passes.get(corpus, 1.0) * len(members)), len(members))
        chosen += members * whole + rng.sample(members, rest)
    rng.shuffle(chosen)
    return chosen


def packed(chosen: Sequence[Item], budget: int, rng: random.Random) -> list[list[Item]]:
    """Batches of at most ``budget`` pieces with their padding, in random order."""
    batches: list[list[Item]] = []
    for at in range(0, len(chosen), _NEIGHBOURS):
        held: list[Item] = []
        for item in sorted(chosen[at : at + _NEIGHBOURS], key=lambda i: len(i.ids)):
            if held and (len(item.ids) + 2) * (len(held) + 1) > budget:
                batches.append(held)
                held = []
            held.append(item)
        if held:
            batches.append(held)
    rng.shuffle(batches)
    return batches


def collate(items: Sequence[Item], marks: Vocabulary, rng: random.Random | None = None, *, cases: bool = True) -> Batch:
    """Tensors of a batch. With ``rng``, noise for training: some windows in capitals, some event slots emptied."""
    length = max(len(item.ids) for item in items) + 2
    ids = torch.zeros(len(items), length, dtype=torch.long)
    shapes = torch.zeros(len(items), length, dtype=torch.long)
    known = torch.zeros(len(items), length, dtype=torch.bool)
    collected = _Collected()
    for row, item in enumerate(items):
        size = len(item.ids) + 2
        ids[row, :size] = torch.tensor([marks.cls, *item.ids, marks.sep])
        if cases:
            shapes[row, 1 : size - 1] = torch.tensor(_shapes(item, rng))
        known[row, :size] = True
        collected.add(row, item, rng)
    return collected.batch(ids, shapes, known)


def _shapes(item: Item, rng: random.Random | None) -> list[int]:
    """A wire in capitals has lost its cases: one window in eight is read so, one in sixteen in small letters."""
    chance = rng.random() if rng else 1.0
    if chance < 1 / 8:
        return [_UPPER if s in (_TITLE, _LOWER, _MIXED) else s for s in item.shapes]
    if chance < 3 / 16:
        return [_LOWER if s in (_TITLE, _UPPER, _MIXED) else s for s in item.shapes]
    return list(item.shapes)


class _Collected:
    """What the items of a batch have in common tables."""

    def __init__(self) -> None:
        self.tags: dict[int, tuple[list[int], list[int], list[int]]] = {}
        self.spans: dict[tuple[int, int, int], int] = {}
        self.sentences: list[int] = []
        self.slots: list[tuple[list[int], list[int], list[int]]] = []
        self.right: dict[str, list[tuple[int, ...]]] = {name: [] for name in HEADS}
        self.links: tuple[list[int], list[int], list[int], list[int], list[float]] = ([], [], [], [], [])
        self.firsts: tuple[list[int], list[int]] = ([], [])
        self.size = self.words = 0

    def add(self, row: int, item: Item, rng: random.Random | None) -> None:
        self.size += 1
        self.words += len(item.firsts) - 1
        self.firsts[0].extend([row] * (len(item.firsts) - 1))
        self.firsts[1].extend(first + 1 for first in item.firsts[:-1])
        for layer, tags in item.tags:
            rows, pieces, values = self.tags.setdefault(layer, ([], [], []))
            for word, tag in enumerate(tags):
                if tag != UNKNOWN:
                    rows.append(row)
                    pieces.append(item.firsts[word] + 1)
                    values.append(tag)
        for event in item.events:
            right = dict(event.right)
            slots = [[event.trigger] if event.trigger else [], list(event.actors), list(event.recipients)]
            if rng:
                slots = [[] if rng.random() < 1 / 6 else slot for slot in slots]
            self.sentences.append(self._span(row, event.sentence))
            self.slots.append(tuple([self._span(row, r) for r in slot] for slot in slots))  # type: ignore[arg-type]
            for name in HEADS:
                self.right[name].append(right.get(name, ()))
        for link in item.links:
            self.links[0].append(self._span(row, link.source))
            self.links[1].append(self._span(row, link.target))
            self.links[2].append(link.role)
            self.links[3].append(link.distance)
            self.links[4].append(float(link.right))

    def _span(self, row: int, pieces: Range) -> int:
        """Its index; pieces are counted after the opening mark."""
        return self.spans.setdefault((row, pieces[0] + 1, pieces[1] + 1), len(self.spans))

    def batch(self, ids: Tensor, shapes: Tensor, known: Tensor) -> Batch:
        slots = torch.zeros(len(self.slots), 3, len(self.spans))
        for event, filled in enumerate(self.slots):
            for slot, members in enumerate(filled):
                for member in members:
                    slots[event, slot, member] += 1 / len(members)
        right = {}
        for name, rows in self.right.items():
            right[name] = torch.zeros(len(rows), len(HEADS[name]), dtype=torch.bool)
            for row, columns in enumerate(rows):
                right[name][row, list(columns)] = True
        rows_, starts, ends = zip(*self.spans, strict=True) if self.spans else ((), (), ())
        return Batch(
            ids=ids,
            shapes=shapes,
            known=known,
            tags={k: (_long(a), _long(b), _long(c)) for k, (a, b, c) in sorted(self.tags.items())},
            spans=(_long(rows_), _long(starts), _long(ends)),
            sentences=_long(self.sentences),
            slots=slots,
            right=right,
            links=(
                _long(self.links[0]),
                _long(self.links[1]),
                _long(self.links[2]),
                _long(self.links[3]),
                torch.tensor(self.links[4], dtype=torch.float),
            ),
            firsts=(_long(self.firsts[0]), _long(self.firsts[1])),
            size=self.size,
            words=self.words,
        )


def _long(values: Iterable[int]) -> Tensor:
    return torch.tensor(list(values), dtype=torch.long)


def layer_names(batch: Batch) -> Iterator[str]:
    """The layers that the batch knows."""
    return (LAYERS[number].name for number in batch.tags)
