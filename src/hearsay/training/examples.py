"""What the reader learns from: one text with whatever its corpus knows of it.

Corpora know different things. A layer, field or link that a corpus does not annotate is absent and is never counted
against the model; one that it annotates is complete, but for the spans named in ``ignored``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.records import Span

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Tag:
    """A labelled span: ``kind`` is one of its layer's kinds."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class EventLabel:
    """What is known of one event; of a sentence as a whole where trigger and parties are missing."""

    where: Span
    """The passage or sentence that tells it."""
    values: Mapping[str, frozenset[str]]
    """Field → the classes it may have: one where the corpus is exact, several where its own classes are coarser."""
    trigger: Span | None = None
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    arguments: tuple[tuple[str, Span], ...] | None = None
    """(link, span) of every argument of the trigger; None where links are not annotated."""


@dataclass(frozen=True, slots=True)
class QuoteLabel:
    """One attribution: what is said, and who is said to say it."""

    content: Span
    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Example:
    """One text with its labels. Spans are code-point offsets into ``text``."""

    id: str
    corpus: str
    group: str
    """What is held out as a whole: an outlet's voice; else the id."""
    text: str
    sentences: tuple[Span, ...]
    layers: Mapping[str, tuple[Tag, ...]] = field(default_factory=dict)
    ignored: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Layer → spans where nobody knows."""
    events: tuple[EventLabel, ...] = ()
    quotes: tuple[QuoteLabel, ...] | None = None

    @property
    def fold(self) -> int:
        """0 to 4: by the text, so that a sentence falls in the same fold in every corpus."""
        return fold_of(self.text)


def fold_of(text: str) -> int:
    """0 to 4, from the words of the text alone (case, spacing and punctuation do not matter)."""
    folded = re.sub(r"\W+", " ", text).strip().lower()
    return int(hashlib.sha1(folded.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def voice_fold(voice: str) -> int:
    """0 to 4, by an outlet's file name: whole voices are held out."""
    return sum(voice.encode()) % FOLDS


def apart(tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """Tags that do not overlap, in order: of two that do, the longer stays, then the earlier."""
    kept: list[Tag] = []
    for tag in sorted(tags, key=lambda t: (t.span[0] - t.span[1], t.span[0], t.kind)):
        if tag.span[0] < tag.span[1] and all(tag.span[1] <= k.span[0] or k.span[1] <= tag.span[0] for k in kept):
            kept.append(tag)
    return tuple(sorted(kept, key=lambda t: t.span))


def one(value: str) -> frozenset[str]:
    """A field whose value the corpus knows exactly."""
    return frozenset((value,))
