"""Examples cut into windows and turned into numbers: what the network is shown and what it should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.reading.model.labels import HEADS, LAYER, LAYERS, LINK_FROM, LINKS
from hearsay.reading.model.pairs import distance
from hearsay.reading.model.windows import Window, windows, word_range
from hearsay.reading.model.wordpiece import WordPiece
from hearsay.records import Span
from hearsay.training.examples import EventLabel, Example

UNKNOWN = -100
"""A tag that counts for nothing (torch's own mark for it)."""
_LEADING_SPACE = 8
"""Characters of white space that a corpus may have before its first word."""
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EventItem:
    """One event: ranges of pieces, and for each field the classes that are right (columns in HEADS)."""

    sentence: Range
    trigger: Range | None
    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    right: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class LinkItem:
    """Two ranges of pieces, the link between them, their distance, and whether it is there."""

    source: Range
    target: Range
    role: int
    distance: int
    right: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One window with everything that is known of it. ``tags`` are (layer's index, a tag for each word)."""

    corpus: str
    example: str
    window: Window
    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]
    """Index of each word's first piece, then the number of all pieces."""
    tags: tuple[tuple[int, tuple[int, ...]], ...]
    events: tuple[EventItem, ...]
    links: tuple[LinkItem, ...]


def items(examples: Iterable[Example], pieces: WordPiece, *, longest: int, joined: bool) -> list[Item]:
    """Every window of every example."""
    return [
        _item(example, window)
        for example in examples
        for window in windows(example.text, example.sentences, pieces, longest=longest, joined=joined)
    ]


def _item(example: Example, window: Window) -> Item:
    spans = [word.span for word in window.words]
    firsts = (*window.firsts, window.size)

    def words_of(span: Span) -> Range | None:
        return word_range(spans, span)

    def pieces_of(span: Span | None) -> Range | None:
        found = words_of(span) if span else None
        return (firsts[found[0]], firsts[found[1]]) if found else None

    return Item(
        corpus=example.corpus,
        example=example.id,
        window=window,
        ids=window.ids,
        shapes=tuple(window.shapes),
        firsts=firsts,
        tags=tuple(
            (number, _tags(example, layer.name, spans))
            for number, layer in enumerate(LAYERS)
            if layer.name in example.layers
        ),
        events=tuple(made for event in example.events if (made := _event(event, window, firsts, spans))),
        links=tuple(_links(example, spans, firsts)),
    )


def _tags(example: Example, name: str, spans: Sequence[Span]) -> tuple[int, ...]:
    layer = LAYER[name]
    tags = [0] * len(spans)
    for span in example.ignored.get(name, ()):
        found = word_range(spans, span)
        if found:
            tags[found[0] : found[1]] = [UNKNOWN] * (found[1] - found[0])
    for tag in example.layers[name]:
        found = word_range(spans, tag.span)
        if found:
            begin = 1 + 2 * layer.kinds.index(tag.kind)
            # A span that began in the window before this one goes on here.
            opening = begin if spans[found[0]][0] <= tag.span[0] or found[0] > 0 else begin + 1
            tags[found[0] : found[1]] = [opening] + [begin + 1] * (found[1] - found[0] - 1)
    return tuple(tags)


def _event(event: EventLabel, window: Window, firsts: Sequence[int], spans: Sequence[Span]) -> EventItem | None:
    """None where its trigger, or its sentence, is not in the window."""
    anchor = word_range(spans, event.trigger or event.where)
    if anchor is None or (event.trigger is None and _begun_before(event.where, spans)):
        return None
    within = next((r for r in window.sentences if r[0] <= anchor[0] < r[1]), None)
    if within is None:
        return None

    def ranges(parties: Iterable[Span]) -> tuple[Range, ...]:
        found = (word_range(spans, party) for party in parties)
        return tuple((firsts[f[0]], firsts[f[1]]) for f in found if f)

    return EventItem(
        sentence=(firsts[within[0]], firsts[within[1]]),
        trigger=(firsts[anchor[0]], firsts[anchor[1]]) if event.trigger else None,
        actors=ranges(event.actors),
        recipients=ranges(event.recipients),
        right=tuple(
            (name, tuple(sorted(HEADS[name].index(value) for value in values))) for name, values in event.values.items()
        ),
    )


def _begun_before(where: Span, spans: Sequence[Span]) -> bool:
    """Whether the passage began in an earlier window, where it was labelled."""
    return where[0] + _LEADING_SPACE < spans[0][0]


def _links(example: Example, spans: Sequence[Span], firsts: Sequence[int]) -> list[LinkItem]:
    """Every pair that could be linked: each head with each span of the link's layer in the same window."""
    heads: list[tuple[str, Span, set[tuple[str, Span]]]] = [
        ("trigger", event.trigger, set(event.arguments))
        for event in example.events
        if event.trigger and event.arguments is not None
    ]
    for quote in example.quotes or ():
        ends = (("source", quote.source), ("cue", quote.cue))
        heads.append(("content", quote.content, {(role, span) for role, span in ends if span}))
    return [link for kind, head, right in heads for link in _pairs(kind, head, right, example, spans, firsts)]


def _pairs(
    kind: str,
    head: Span,
    right: set[tuple[str, Span]],
    example: Example,
    spans: Sequence[Span],
    firsts: Sequence[int],
) -> Iterator[LinkItem]:
    source = word_range(spans, head)
    if source is None:
        return
    for number, role in enumerate(LINKS):
        if LINK_FROM[role] != kind:
            continue
        candidates = {tag.span for tag in example.layers.get(role, ())} | {s for r, s in right if r == role}
        for span in sorted(candidates):
            target = word_range(spans, span)
            if target:
                yield LinkItem(
                    source=(firsts[source[0]], firsts[source[1]]),
                    target=(firsts[target[0]], firsts[target[1]]),
                    role=number,
                    distance=distance(source, target),
                    right=(role, span) in right,
                )
