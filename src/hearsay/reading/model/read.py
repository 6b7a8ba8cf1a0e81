"""A whole text through the model: spans with scores, an event for each trigger, the links between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

import numpy as np

from hearsay.reading.model.decode import DECIMALS, Found, log_softmax, spans_of_each
from hearsay.reading.model.labels import HEADS, LAYERS, LINK_FROM, LINKS, head_columns, layer_columns
from hearsay.reading.model.pairs import distance
from hearsay.reading.model.session import Floats, Session
from hearsay.reading.model.view import PARTIES, EventRow, View
from hearsay.reading.model.windows import windows
from hearsay.records import Span

_HEAD_COLUMNS = head_columns()
_LAYER_COLUMNS = layer_columns()
_BIAS = {"cue": 0.5}
"""Layer → how much is added to its tags' scores: cues are missed more often than invented (PolNeAR's, on dev)."""
_LINKED = 0.5
"""Likelier linked than not."""
_AT_ONCE = 256
"""Rows gathered for the heads: of a text of junk not all at once."""
Fields = dict[str, dict[str, float]]
"""For each field of an event the probability of every class."""
_Arguments = dict[tuple[str, Found], list[tuple["Linked", Found]]]
"""(Layer, span) → what belongs to it."""
_T = TypeVar("_T")


class Marked(NamedTuple):
    """A span of one layer, its kind and the model's probability for it."""

    span: Span
    kind: str
    score: float


class Linked(NamedTuple):
    """A span that belongs to another, and the probability that it does."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class ModelEvent:
    """A trigger with its arguments, and for each field the probability of every class."""

    trigger: Span
    score: float
    """The probability of the trigger's tags."""
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
    return Reader(session, text, sentences).reading


class Asked(NamedTuple):
    """An event that others have found: where in the text it is told, its words, its parties.

    Without a trigger it is what its sentence tells of these parties.
    """

    at: int
    trigger: Span | None
    actors: Sequence[Span]
    recipients: Sequence[Span]


class Reader:
    """A text as the model sees it: what it finds by itself, and what it says of words that others have found.

    The heads score rows of all windows together, as many at a time as they take; a row's numbers do not depend on the
    others (``session.py``).
    """

    def __init__(self, session: Session, text: str, sentences: Sequence[Span]) -> None:
        """Reads every one of ``sentences``."""
        cut = windows(text, sentences, session.pieces, longest=session.card.longest, joined=session.card.joined)
        self._session = session
        vectors, tags = session.encode(cut)
        found = _found(tags, [len(window.words) for window in cut])
        self._views = [
            View(text, window, hidden, spans) for window, hidden, spans in zip(cut, vectors, found, strict=True)
        ]
        self._ends = [view.end for view in self._views]
        arguments = self._linked()
        self.reading = ModelReading(_layers(self._views), self._events(arguments), _quotes(self._views, arguments))

    def fields(self, asked: Iterable[Asked]) -> list[Fields]:
        """What the model says of each event asked for."""
        return self._scored(
            self._views[min(bisect_right(self._ends, one.at), len(self._views) - 1)].event_at(
                one.at, [[one.trigger] if one.trigger else [], one.actors, one.recipients]
            )
            for one in asked
        )

    def _scored(self, rows: Iterable[EventRow]) -> list[Fields]:
        found: list[Fields] = []
        for part in _parts(rows, _AT_ONCE):
            sentences, slots, there = (np.stack(vectors) for vectors in zip(*part, strict=True))
            found += _fields(self._session.fields(sentences, slots, there))
        return found

    def _linked(self) -> list[_Arguments]:
        """For each window the arguments of every trigger and content that are likelier linked than not."""
        linked: list[_Arguments] = [{} for _ in self._views]
        pairs = ((at, *pair) for at, view in enumerate(self._views) for pair in view.pairs())
        for part in _parts(pairs, _AT_ONCE):
            scores = self._session.links(
                np.stack([self._views[at].vector(head.first, head.last) for at, _, head, _ in part]),
                np.stack([self._views[at].vector(other.first, other.last) for at, _, _, other in part]),
                [number for _, number, _, _ in part],
                [distance((head.first, head.last), (other.first, other.last)) for _, _, head, other in part],
            )
            for (at, number, head, other), score in zip(part, _sigmoid(scores), strict=True):
                likely = round(score, DECIMALS)
                if likely > _LINKED:
                    link = Linked(LINKS[number], self._views[at].span(other), likely)
                    linked[at].setdefault((LINK_FROM[LINKS[number]], head), []).append((link, other))
        return linked

    def _events(self, linked: Sequence[_Arguments]) -> tuple[ModelEvent, ...]:
        told = [
            (view, trigger, arguments.get(("trigger", trigger), []))
            for view, arguments in zip(self._views, linked, strict=True)
            for trigger in view.found["trigger"]
        ]
        fields = self._scored(
            view.event(trigger.first, [[(trigger.first, trigger.last)], *(_of_role(found, role) for role in PARTIES)])
            for view, trigger, found in told
        )
        return tuple(
            ModelEvent(view.span(trigger), trigger.score, tuple(link for link, _ in found), said)
            for (view, trigger, found), said in zip(told, fields, strict=True)
        )


def _found(scores: Floats, sizes: Sequence[int]) -> list[dict[str, list[Found]]]:
    """The spans of every layer in each window of ``sizes`` words, from the scores of all words [words, TAG_WIDTH]."""
    by_layer = [
        spans_of_each(scores[:, columns], sizes, _BIAS.get(name, 0.0)) for name, columns in _LAYER_COLUMNS.items()
    ]
    return [dict(zip(_LAYER_COLUMNS, spans, strict=True)) for spans in zip(*by_layer, strict=True)]


def _sigmoid(scores: Floats) -> list[float]:
    likely: list[float] = (1 / (1 + np.exp(-scores.astype(np.float64)))).tolist()
    return likely


def _of_role(found: Sequence[tuple[Linked, Found]], role: str) -> list[tuple[int, int]]:
    return [(other.first, other.last) for link, other in found if link.role == role]


def _layers(views: Sequence[View]) -> dict[str, tuple[Marked, ...]]:
    return {
        layer.name: tuple(
            Marked(view.span(found), layer.kinds[found.kind], found.score)
            for view in views
            for found in view.found[layer.name]
        )
        for layer in LAYERS
    }


def _quotes(views: Sequence[View], linked: Sequence[_Arguments]) -> tuple[ModelQuote, ...]:
    made = []
    for view, arguments in zip(views, linked, strict=True):
        for content in view.found["content"]:
            ends = [link for link, _ in arguments.get(("content", content), [])]
            sources, cues = (tuple(link for link in ends if link.role == role) for role in ("source", "cue"))
            made.append(ModelQuote(view.span(content), sources, cues))
    return tuple(made)


def _fields(scores: Floats) -> list[Fields]:
    """[events, HEAD_WIDTH] → what each row says."""
    likely = {name: np.round(np.exp(log_softmax(scores[:, _HEAD_COLUMNS[name]])), DECIMALS).tolist() for name in HEADS}
    return [
        {name: dict(zip(classes, likely[name][row], strict=True)) for name, classes in HEADS.items()}
        for row in range(len(scores))
    ]


def _parts(rows: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The rows, ``size`` at a time, the last fewer."""
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part
