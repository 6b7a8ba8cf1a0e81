"""What the model's heads tell apart: the layers of spans, the fields of an event, the links between spans.

The order of every tuple here is the order of the model's columns; a model folder repeats it and is refused when it
differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from hearsay.codebook import table
from hearsay.records import EntityType, EventType, Outcome, Status

NONE = "-"
"""The class of what is no event, has no mode."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One set of spans that do not overlap each other; spans of different layers may."""

    name: str
    kinds: tuple[str, ...]

    @property
    def width(self) -> int:
        """Tags: outside, then begin and inside for each kind."""
        return 1 + 2 * len(self.kinds)


PRIVATE = "private_person"
"""The kind of entity that is never published, beside the contract's types."""

LAYERS: tuple[Layer, ...] = (
    *(Layer(name, (name,)) for name in "trigger actor recipient place time weapon count source cue content".split()),
    Layer("entity", (*get_args(EntityType), PRIVATE)),
)
LAYER = {layer.name: layer for layer in LAYERS}
TAG_WIDTH = sum(layer.width for layer in LAYERS)

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
MODES: tuple[str, ...] = tuple(
    sorted({mode for entry in table("event_types")["type"].values() for mode in entry["modes"]})
)
HEADS: dict[str, tuple[str, ...]] = {
    "type": (NONE, *EVENT_TYPES),
    "mode": (NONE, *MODES),
    "status": get_args(Status),
    "outcome": get_args(Outcome),
    "quad": ("0", "1", "2", "3", "4"),
}
"""Fields of one event, each with exactly one value. ``quad``: neutral, verbal and material cooperation, verbal and
material conflict."""
HEAD_WIDTH = sum(len(classes) for classes in HEADS.values())

LINKS: tuple[str, ...] = ("actor", "recipient", "place", "time", "weapon", "count", "source", "cue")
"""From a trigger to its arguments; ``source`` and ``cue`` from a content to who said it and the word that says so."""
LINK_FROM = {name: "content" if name in ("source", "cue") else "trigger" for name in LINKS}


def layer_columns() -> dict[str, slice]:
    """Where each layer's tags stand among the model's columns."""
    at, columns = 0, {}
    for layer in LAYERS:
        columns[layer.name] = slice(at, at + layer.width)
        at += layer.width
    return columns


def head_columns() -> dict[str, slice]:
    """Where each event field's classes stand among the model's columns."""
    at, columns = 0, {}
    for name, classes in HEADS.items():
        columns[name] = slice(at, at + len(classes))
        at += len(classes)
    return columns


def inventory() -> dict[str, object]:
    """All of it, for the model folder."""
    return {
        "layers": {layer.name: list(layer.kinds) for layer in LAYERS},
        "heads": {name: list(classes) for name, classes in HEADS.items()},
        "links": list(LINKS),
    }
