"""One window as the model sees it: the spans of every layer, and the vectors of its words for the heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

import numpy as np

from hearsay.reading.model.bounds import Bounds
from hearsay.reading.model.decode import Found
from hearsay.reading.model.labels import LINK_FROM, LINKS
from hearsay.reading.model.session import Floats
from hearsay.reading.model.windows import Window, word_range
from hearsay.records import Span

PARTIES = ("actor", "recipient")
_PHRASES = frozenset((*PARTIES, "place", "weapon", "source", "entity"))
"""Layers of noun phrases."""
_MOST_LINKS = 4096
"""Pairs scored in one window; news has a few dozen, only junk has more."""

Words = tuple[int, int]
"""A range of a window's words."""
EventRow = tuple[Floats, Floats, Floats]
"""What the heads see of an event: its sentence [size], its three slots [3, size], which of them are filled [3]."""


class View:
    """One window as the model sees it."""

    def __init__(self, text: str, window: Window, hidden: Floats, found: Mapping[str, list[Found]]) -> None:
        """``hidden``: the vectors of its pieces; ``found``: the spans of each layer, as their tags tell them."""
        self._window = window
        self._hidden = hidden
        self._firsts = (*window.firsts, window.size)
        self._spans = [word.span for word in window.words]
        self._vectors: dict[Words, Floats] = {}
        self.found = dict(found)
        phrases = [name for name in _PHRASES if found[name]]
        if phrases:
            bounds = Bounds(text, self._spans, window.sentences)
            for name in phrases:
                self.found[name] = bounds.whole(found[name])

    @cached_property
    def _sums(self) -> Floats:
        """Of the vectors up to each piece [pieces + 1, size]; of many windows nobody asks for any."""
        sums = np.zeros((len(self._hidden) + 1, self._hidden.shape[1]), dtype=np.float32)
        for at, piece in enumerate(self._hidden):  # row by row: np.cumsum is slower along this axis
            np.add(sums[at], piece, out=sums[at + 1])
        return sums

    @property
    def end(self) -> int:
        """Where its last word ends in the text."""
        return self._spans[-1][1]

    def span(self, found: Found) -> Span:
        """Where in the text it stands."""
        return self._spans[found.first][0], self._spans[found.last - 1][1]

    def pairs(self) -> Iterator[tuple[int, Found, Found]]:
        """Every (number of the role, trigger or content, span that may belong to it), up to a bound."""
        every = (
            (number, head, other)
            for number, role in enumerate(LINKS)
            for head in self.found[LINK_FROM[role]]
            for other in self.found[role]
        )
        return islice(every, _MOST_LINKS)

    def event(self, word: int, slots: Sequence[Sequence[Words]]) -> EventRow:
        """The row of the event told in the sentence of ``word`` with these members of its slots."""
        vectors = np.zeros((1 + len(PARTIES), self._hidden.shape[1]), dtype=np.float32)
        there = np.zeros(len(vectors), dtype=np.float32)
        for slot, ranges in enumerate(slots):
            if ranges:
                found = [self.vector(*r) for r in ranges]
                vectors[slot] = np.mean(found, axis=0) if len(found) > 1 else found[0]
                there[slot] = 1
        return self.vector(*self._sentence(word)), vectors, there

    def event_at(self, at: int, slots: Sequence[Sequence[Span]]) -> EventRow:
        """The same by offsets in the text: ``at`` stands in its sentence."""
        word = min(bisect_right([end for _, end in self._spans], at), len(self._spans) - 1)
        ranges = [[r for span in members if (r := word_range(self._spans, span))] for members in slots]
        return self.event(word, ranges)

    def vector(self, first: int, last: int) -> Floats:
        """Mean of the vectors of the pieces of these words."""
        if (first, last) not in self._vectors:
            begin, end = self._firsts[first], self._firsts[last]
            self._vectors[first, last] = (self._sums[end] - self._sums[begin]) / np.float32(end - begin)
        return self._vectors[first, last]

    def _sentence(self, word: int) -> Words:
        return next(r for r in self._window.sentences if r[0] <= word < r[1])
