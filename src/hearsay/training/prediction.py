"""What a model says of one window with its known events and links, whoever reckoned it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.reading.model.labels import HEAD_WIDTH
from hearsay.reading.model.session import Floats, Session
from hearsay.training.items import EventItem, Item, Range


@dataclass(frozen=True, slots=True)
class Prediction:
    """Scores of one item: [words, TAG_WIDTH], [events, HEAD_WIDTH], [links]; its events and links in order."""

    tags: Floats
    events: Floats
    links: Floats


def shipped(session: Session, items: Sequence[Item]) -> list[Prediction]:
    """As the model that ships says it: onnxruntime, int8, one window at a time."""
    return [_shipped(session, item) for item in items]


def _shipped(session: Session, item: Item) -> Prediction:
    (hidden,), tags = session.encode([item.window])
    return Prediction(tags, _events(session, item.events, hidden), _links(session, item, hidden))


def _events(session: Session, events: Sequence[EventItem], hidden: Floats) -> Floats:
    if not events:
        return np.zeros((0, HEAD_WIDTH), dtype=np.float32)
    slots = np.zeros((len(events), 3, hidden.shape[1]), dtype=np.float32)
    there = np.zeros((len(events), 3), dtype=np.float32)
    for row, event in enumerate(events):
        trigger = (event.trigger,) if event.trigger else ()
        for slot, ranges in enumerate((trigger, event.actors, event.recipients)):
            if ranges:
                slots[row, slot] = np.mean([_mean(hidden, pieces) for pieces in ranges], axis=0)
                there[row, slot] = 1
    return session.fields(np.stack([_mean(hidden, event.sentence) for event in events]), slots, there)


def _links(session: Session, item: Item, hidden: Floats) -> Floats:
    if not item.links:
        return np.zeros(0, dtype=np.float32)
    return session.links(
        np.stack([_mean(hidden, link.source) for link in item.links]),
        np.stack([_mean(hidden, link.target) for link in item.links]),
        [link.role for link in item.links],
        [link.distance for link in item.links],
    )


def _mean(hidden: Floats, pieces: Range) -> Floats:
    mean: Floats = hidden[pieces[0] : pieces[1]].mean(axis=0)
    return mean
