"""A whole text through the model: spans with scores, an event for each trigger, the links between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from hearsay.codebook import word_list
from hearsay.reading.model.decode import DECIMALS, Found, log_softmax, spans
from hearsay.reading.model.labels import HEADS, LAYER, LAYERS, LINK_FROM, LINKS, head_columns, layer_columns
from hearsay.reading.model.pairs import distance
from hearsay.reading.model.session import Floats, Session
from hearsay.reading.model.windows import Window, windows, word_range
from hearsay.records import Span

_LAYER_COLUMNS, _HEAD_COLUMNS = layer_columns(), head_columns()
_Words = tuple[int, int]
"""A range of a window's words."""
_PARTIES = ("actor", "recipient")
_PHRASES = frozenset((*_PARTIES, "place", "weapon", "source", "entity"))
"""Layers of noun phrases."""
_DASHES = frozenset("-–—")
_DATELINE = 12
"""Words of a dateline and its dash at most."""
_PARTICLES = frozenset("al el an ar as at ad az ash ath adh ul".split())
"""The Arabic article, as names are spelt with it before a hyphen."""
_BIAS = {"cue": 0.5}
"""Layer → how much is added to its tags' scores: cues are missed more often than invented (PolNeAR's, on dev)."""
_LINKED = 0.5
"""Likelier linked than not."""
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


class Reader:
    """A text as the model sees it: what it finds by itself, and what it says of words that others have found."""

    def __init__(self, session: Session, text: str, sentences: Sequence[Span]) -> None:
        """Reads every one of ``sentences``."""
        cut = windows(text, sentences, session.pieces, longest=session.card.longest, joined=session.card.joined)
        self._views = [_View(session, text, window) for window in cut]
        self._ends = [view.end for view in self._views]
        self.reading = _together(self._views)

    def fields(
        self, at: int, trigger: Span | None, actors: Sequence[Span], recipients: Sequence[Span]
    ) -> dict[str, dict[str, float]]:
        """For the event told at offset ``at``: for each field the probability of every class.

        Without a trigger the fields are those of its sentence with these parties.
        """
        view = self._views[min(bisect_right(self._ends, at), len(self._views) - 1)]
        return view.fields(at, [[trigger] if trigger else [], actors, recipients])


def _together(views: Sequence[_View]) -> ModelReading:
    layers: dict[str, list[Marked]] = {layer.name: [] for layer in LAYERS}
    events: list[ModelEvent] = []
    quotes: list[ModelQuote] = []
    for view in views:
        for name, found in view.found.items():
            kinds = LAYER[name].kinds
            layers[name] += [Marked(view.span(f), kinds[f.kind], f.score) for f in found]
        arguments = view.linked()
        events += view.events(arguments)
        quotes += view.quotes(arguments)
    return ModelReading({name: tuple(found) for name, found in layers.items()}, tuple(events), tuple(quotes))


class _View:
    """One window as the model sees it."""

    def __init__(self, session: Session, text: str, window: Window) -> None:
        self._session, self._window = session, window
        hidden, tags = session.encode(window)
        self._sums = np.concatenate([np.zeros_like(hidden[:1]), np.cumsum(hidden, axis=0, dtype=np.float32)])
        self._firsts = [*window.firsts, window.size]
        self._spans = [word.span for word in window.words]
        words = [text[start:end].lower() for start, end in self._spans]
        loose = [word in _no_phrase_end() for word in words]
        glued = [word in _PARTICLES and words[k + 1 : k + 2] == ["-"] for k, word in enumerate(words)]
        opened = {k for first, last in window.sentences for k in _dateline(text, self._spans[first:last], first)}
        self.found: dict[str, list[Found]] = {}
        for layer in LAYERS:
            found = spans(tags[:, _LAYER_COLUMNS[layer.name]], _BIAS.get(layer.name, 0.0))
            self.found[layer.name] = _whole(found, loose, glued, opened) if layer.name in _PHRASES else found

    @property
    def end(self) -> int:
        """Where its last word ends in the text."""
        return self._spans[-1][1]

    def span(self, found: Found) -> Span:
        return self._spans[found.first][0], self._spans[found.last - 1][1]

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
            likely = round(float(1 / (1 + np.exp(-score))), DECIMALS)
            if likely > _LINKED:
                link = Linked(LINKS[number], self.span(other), likely)
                linked.setdefault((LINK_FROM[LINKS[number]], head), []).append((link, other))
        return linked

    def events(self, linked: Mapping[tuple[str, Found], list[tuple[Linked, Found]]]) -> list[ModelEvent]:
        triggers = self.found["trigger"]
        if not triggers:
            return []
        filled = [
            [
                [trigger],
                *([f for link, f in linked.get(("trigger", trigger), []) if link.role == role] for role in _PARTIES),
            ]
            for trigger in triggers
        ]
        scores = self._scores(
            [self._sentence(trigger.first) for trigger in triggers],
            [[[(m.first, m.last) for m in members] for members in slots] for slots in filled],
        )
        return [
            ModelEvent(
                trigger=self.span(trigger),
                score=trigger.score,
                arguments=tuple(link for link, _ in linked.get(("trigger", trigger), [])),
                fields=_fields(scores[row]),
            )
            for row, trigger in enumerate(triggers)
        ]

    def fields(self, at: int, filled: Sequence[Sequence[Span]]) -> dict[str, dict[str, float]]:
        """Of the event whose trigger, actors and recipients are these words; ``at``: where in the text it stands."""
        word = min(bisect_right([end for _, end in self._spans], at), len(self._spans) - 1)
        ranges = [[r for span in members if (r := word_range(self._spans, span))] for members in filled]
        return _fields(self._scores([self._sentence(word)], [ranges])[0])

    def _scores(self, sentences: Sequence[_Words], filled: Sequence[Sequence[Sequence[_Words]]]) -> Floats:
        """For each event its sentence and the members of its three slots → [events, HEAD_WIDTH]."""
        slots = np.zeros((len(filled), 1 + len(_PARTIES), self._sums.shape[1]), dtype=np.float32)
        there = np.zeros(slots.shape[:2], dtype=np.float32)
        for row, members in enumerate(filled):
            for slot, ranges in enumerate(members):
                if ranges:
                    slots[row, slot] = np.mean([self._vector(*r) for r in ranges], axis=0)
                    there[row, slot] = 1
        return self._session.fields(np.stack([self._vector(*s) for s in sentences]), slots, there)

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

    def _sentence(self, word: int) -> _Words:
        return next(r for r in self._window.sentences if r[0] <= word < r[1])

    def _vector(self, first: int, last: int) -> Floats:
        """Mean of the vectors of the pieces of these words."""
        begin, end = self._firsts[first], self._firsts[last]
        mean: Floats = (self._sums[end] - self._sums[begin]) / np.float32(end - begin)
        return mean


@cache
def _no_phrase_end() -> frozenset[str]:
    return word_list("grammar", "no_phrase_end")


def _dateline(text: str, words: Sequence[Span], first: int) -> range:
    """Numbers of the words of a dateline before a sentence's news ("KABUL (Wire) - "); ``first``: its first."""
    for k, (start, end) in enumerate(words[:_DATELINE]):
        word = text[start:end]
        if k and word in _DASHES and text[start - 1].isspace():
            return range(first, first + k + 1)
        if word[0].islower() or (not k and word != word.upper()):
            break
    return range(0)


def _whole(found: Sequence[Found], loose: Sequence[bool], glued: Sequence[bool], opened: Set[int]) -> list[Found]:
    """Without the ``loose`` words at their ends; what consists of them is nothing.

    No phrase begins in a dateline (``opened``). The article of a name is not cut off from it: after a ``glued`` word
    follow a hyphen and the name.
    """
    made = []
    for one in found:
        first = next((k for k in range(one.first, one.last) if k not in opened), one.last)
        last = one.last
        while last > first and loose[last - 1]:
            last -= 1
        if last > first:
            last = min(last + 2, len(glued)) if glued[last - 1] else last
            made.append(replace(one, first=first, last=last))
    return made


def _fields(scores: Floats) -> dict[str, dict[str, float]]:
    fields = {}
    for name, classes in HEADS.items():
        likely = np.exp(log_softmax(scores[_HEAD_COLUMNS[name]]))
        fields[name] = dict(zip(classes, np.round(likely, DECIMALS).tolist(), strict=True))
    return fields
