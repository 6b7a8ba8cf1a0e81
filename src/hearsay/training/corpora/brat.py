"""A user's own brat folder: ``NAME.txt`` beside ``NAME.ann``, with our layers as entity types and events for claims.

Entity types are the layers' names (trigger, actor, recipient, place, time, weapon, count, source, cue, content) or, for
the layer of entities, the contract's entity types, in either case. An event line has the type ``claim`` and arguments
named after the layers; attributes on the trigger give its fields (``A1 type T3 ASSAULT``). A layer without any span in
the whole folder is taken as not annotated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from hearsay.errors import DataError
from hearsay.reading.model.labels import HEADS, LAYER, LINKS
from hearsay.reading.sentences import sentences
from hearsay.records import Span
from hearsay.training.examples import EventLabel, Example, QuoteLabel, Tag, apart, one

_ENTITY = re.compile(r"(T\d+)\t(\S+) (\d+) (?:\d+;\d+ )*(\d+)\t")
_EVENT = re.compile(r"E\d+\t(\w+):(T\d+)(.*)")
_ARGUMENT = re.compile(r"(\w+?)\d*:(T\d+)")
_ATTRIBUTE = re.compile(r"A\d+\t(\w+) (T\d+) (\S+)")


def from_brat(folder: Path) -> Iterator[Example]:
    """Every text of the folder that has annotations."""
    found = [_read(file) for file in sorted(folder.glob("*.ann"))]
    known = {layer for example in found for layer, tags in example.layers.items() if tags}
    for example in found:
        yield replace(example, layers={name: example.layers.get(name, ()) for name in sorted(known)})


@dataclass(slots=True)
class _Lines:
    spans: dict[str, Span] = field(default_factory=dict)
    tags: dict[str, list[Tag]] = field(default_factory=dict)
    events: list[tuple[str, str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    values: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)


def _read(file: Path) -> Example:
    text_file = file.with_suffix(".txt")
    if not text_file.exists():
        raise DataError("annotation-invalid", "no .txt beside it", where=str(file))
    text = text_file.read_bytes().decode("utf-8")
    lines = _Lines()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        _line(line, lines, len(text), f"{file.name}:{number}")
    return Example(
        id=file.stem,
        corpus="brat",
        group=file.stem,
        text=text,
        sentences=sentences(text),
        layers={name: apart(tags) for name, tags in lines.tags.items()},
        events=tuple(_claims(lines)),
        quotes=tuple(_quotes(lines)) if "content" in lines.tags else None,
    )


def _line(line: str, lines: _Lines, length: int, where: str) -> None:
    if entity := _ENTITY.match(line):
        span = int(entity[3]), int(entity[4])
        if not span[0] < span[1] <= length:
            raise DataError("annotation-invalid", "a span outside the text", where=where)
        lines.spans[entity[1]] = span
        kind = entity[2].lower()
        layer = kind if kind in LAYER else "entity"
        if kind not in LAYER[layer].kinds:
            raise DataError("annotation-invalid", f"unknown entity type {entity[2]!r}", where=where)
        lines.tags.setdefault(layer, []).append(Tag(span, kind))
    elif event := _EVENT.match(line):
        arguments = tuple((role.lower(), key) for role, key in _ARGUMENT.findall(event[3]))
        lines.events.append((event[1].lower(), event[2], arguments))
    elif attribute := _ATTRIBUTE.match(line):
        name, value = attribute[1].lower(), attribute[3]
        if value not in HEADS.get(name, ()):
            raise DataError("annotation-invalid", f"{value!r} is no {attribute[1]}", where=where)
        lines.values.setdefault(attribute[2], {})[name] = one(value)


def _claims(lines: _Lines) -> Iterator[EventLabel]:
    for kind, trigger, arguments in lines.events:
        if kind == "claim" and trigger in lines.spans:
            ends = tuple((r, lines.spans[k]) for r, k in arguments if r in LINKS and k in lines.spans)
            yield EventLabel(
                where=lines.spans[trigger],
                values=lines.values.get(trigger, {}),
                trigger=lines.spans[trigger],
                actors=tuple(span for role, span in ends if role == "actor"),
                recipients=tuple(span for role, span in ends if role == "recipient"),
                arguments=ends,
            )


def _quotes(lines: _Lines) -> Iterator[QuoteLabel]:
    for kind, _, arguments in lines.events:
        ends = {role: lines.spans.get(key) for role, key in arguments}
        content = ends.get("content")
        if kind == "attribution" and content:
            yield QuoteLabel(content, ends.get("source"), ends.get("cue"))
