"""A whole text through the model: spans with scores, an event for each trigger, the links between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.reading.model.decode import DECIMALS, Found, log_softmax, spans
from hearsay.reading.model.labels import HEADS, LAYER, LAYERS, LINK_FROM, LINKS, head_columns, layer_columns
from hearsay.reading.model.pairs import distance
from hearsay.reading.model.session import Floats, Session
from hearsay.reading.model.windows import Window, windows
from hearsay.records import Span

_LAYER_COLUMNS, _HEAD_COLUMNS = layer_columns(), head_columns()
_MOST_LINKS = 4096
"""Pairs scored in one window; news has a few dozen, only junk has more."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of one layer, its kind and the model's probability for it."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Linked:
    """A span that belongs to another, and the probability that it does."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class ModelEvent:
    """A trigger with its arguments, and for each field the probability of every class."""

    trigger: Span
    sentence: Span
    arguments: tuple[Linked, ...]
    fields: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class ModelQuote:
    """A content with who is said to have said it."""

    content: Span
    sources: tuple[Linked, ...]
    cues: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class ModelReading:
    """Everything the model says of a text, in the order of the text."""

    layers: Mapping[str, tuple[Marked, ...]]
    events: tuple[ModelEvent, ...]
    quotes: tuple[ModelQuote, ...]


def read_text(session: Session, text: str, sentences: Sequence[Span]) -> ModelReading:
    """Read every sentence of ``text``."""
    layers: dict[str, list[Marked]] = {layer.name: [] for layer in LAYERS}
    events: list[ModelEvent] = []
    quotes: list[ModelQuote] = []
    cut = windows(
        text, sentences, session.pieces, longest=session.card.longest, joined=session.card.joined
    )  # fmt: skip
    for window in cut:
        view = _View(session, window)
        for name, found in view.found.items():
            kinds = LAYER[name].kinds
            layers[name] += [Marked(view.span(f), kinds[f.kind], f.score) for f in found]
        arguments = view.linked()
        events += view.events(arguments)
        quotes += view.quotes(arguments)
    return ModelReading({name: tuple(found) for name, found in layers.items()}, tuple(events), tuple(quotes))


class _View:
    """One window as the model sees it."""

    def __init__(self, session: Session, window: Window) -> None:
        self._session, self._window = session, window
        hidden, tags = session.encode(window)
        self._sums = np.concatenate([np.zeros_like(hidden[:1]), np.cumsum(hidden, axis=0, dtype=np.float32)])
        self._firsts = [*window.firsts, window.size]
        self.found: dict[str, list[Found]] = {
            layer.name: spans(tags[:, _LAYER_COLUMNS[layer.name]]) for layer in LAYERS
        }

    def span(self, found: Found) -> Span:
        words = self._window.words
        return words[found.first].span[0], words[found.last - 1].span[1]

    def linked(self) -> dict[tuple[str, Found], list[tuple[Linked, Found]]]:
        """The arguments of every trigger and content that are likelier linked than not."""
        pairs = [
            (number, head, other)
            for number, role in enumerate(LINKS)
            for head in self.found[LINK_FROM[role]]
            for other in self.found[role]
        ][:_MOST_LINKS]
        if not pairs:
            return {}
        scores = self._session.links(
            np.stack([self._vector(head.first, head.last) for _, head, _ in pairs]),
            np.stack([self._vector(other.first, other.last) for _, _, other in pairs]),
            [number for number, _, _ in pairs],
            [distance((head.first, head.last), (other.first, other.last)) for _, head, other in pairs],
        )
        linked: dict[tuple[str, Found], list[tuple[Linked, Found]]] = {}
        for (number, head, other), score in zip(pairs, scores.tolist(), strict=True):
            if score > 0:
                likely = round(float(1 / (1 + np.exp(-score))), DECIMALS)
                link = Linked(LINKS[number], self.span(other), likely)
                linked.setdefault((LINK_FROM[LINKS[number]], head), []).append((link, other))
        return linked

    def events(self, linked: Mapping[tuple[str, Found], list[tuple[Linked, Found]]]) -> list[ModelEvent]:
        triggers = self.found["trigger"]
        if not triggers:
            return []
        sentences = [self._sentence(trigger) for trigger in triggers]
        slots = np.zeros((len(triggers), 3, self._sums.shape[1]), dtype=np.float32)
        there = np.zeros((len(triggers), 3), dtype=np.float32)
        for row, trigger in enumerate(triggers):
            arguments = linked.get(("trigger", trigger), [])
            filled = [[trigger], *([f for link, f in arguments if link.role == r] for r in ("actor", "recipient"))]
            for slot, members in enumerate(filled):
                if members:
                    slots[row, slot] = np.mean([self._vector(m.first, m.last) for m in members], axis=0)
                    there[row, slot] = 1
        scores = self._session.events(np.stack([self._vector(*s) for s in sentences]), slots, there)
        return [
            ModelEvent(
                trigger=self.span(trigger),
                sentence=self._words_span(sentences[row]),
                arguments=tuple(link for link, _ in linked.get(("trigger", trigger), [])),
                fields=_fields(scores[row]),
            )
            for row, trigger in enumerate(triggers)
        ]

    def quotes(self, linked: Mapping[tuple[str, Found], list[tuple[Linked, Found]]]) -> list[ModelQuote]:
        made = []
        for content in self.found["content"]:
            ends = [link for link, _ in linked.get(("content", content), [])]
            made.append(
                ModelQuote(
                    self.span(content),
                    tuple(link for link in ends if link.role == "source"),
                    tuple(link for link in ends if link.role == "cue"),
                )
            )
        return made

    def _sentence(self, trigger: Found) -> tuple[int, int]:
        return next(r for r in self._window.sentences if r[0] <= trigger.first < r[1])

    def _words_span(self, words: tuple[int, int]) -> Span:
        return self._window.words[words[0]].span[0], self._window.words[words[1] - 1].span[1]

    def _vector(self, first: int, last: int) -> Floats:
        """Mean of the vectors of the pieces of these words."""
        begin, end = self._firsts[first], self._firsts[last]
        mean: Floats = (self._sums[end] - self._sums[begin]) / np.float32(end - begin)
        return mean


def _fields(scores: Floats) -> dict[str, dict[str, float]]:
    fields = {}
    for name, classes in HEADS.items():
        likely = np.exp(log_softmax(scores[_HEAD_COLUMNS[name]]))
        fields[name] = dict(zip(classes, np.round(likely, DECIMALS).tolist(), strict=True))
    return fields
