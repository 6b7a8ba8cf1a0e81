"""Label Studio's JSON export: regions labelled with our layers or entity types, relations from triggers and contents.

A region's label is a layer's name or an entity type; choices on a region (``status``, ``type`` …) give an event's
fields; a relation from a trigger (or content) to another region is a link of that region's layer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hearsay.errors import DataError
from hearsay.reading.model.labels import HEADS, LAYER, LINK_FROM
from hearsay.reading.sentences import sentences
from hearsay.records import Span
from hearsay.training.examples import EventLabel, Example, QuoteLabel, Tag, apart, one


def from_label_studio(path: Path) -> Iterator[Example]:
    """A list of tasks, each with ``data.text`` and at least one annotation; the first that was not skipped counts."""
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        found = [_task(task, f"{path.name}:{number}") for number, task in enumerate(tasks, 1) if _results(task)]
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise DataError("annotation-invalid", f"no Label Studio export: {error!r}", where=path.name) from error
    known = sorted({layer for example, _ in found for layer, tags in example.items() if tags})
    for layers, rest in found:
        text = rest["text"]
        yield Example(
            id=rest["id"],
            corpus="label-studio",
            group=rest["id"],
            text=text,
            sentences=sentences(text),
            layers={name: apart(layers.get(name, ())) for name in known},
            events=rest["events"],
            quotes=rest["quotes"] if "content" in known else None,
        )


def _results(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    for annotation in task.get("annotations", ()):
        if not annotation.get("was_cancelled"):
            return list(annotation["result"])
    return []


def _task(task: Mapping[str, Any], name: str) -> tuple[dict[str, list[Tag]], dict[str, Any]]:
    text = task["data"]["text"]
    layers: dict[str, list[Tag]] = {}
    regions: dict[str, tuple[str, Span]] = {}
    fields: dict[str, dict[str, frozenset[str]]] = {}
    links: dict[str, list[str]] = {}
    for result in _results(task):
        if result["type"] == "relation":
            links.setdefault(result["from_id"], []).append(result["to_id"])
        elif result["type"] == "labels":
            span = (int(result["value"]["start"]), int(result["value"]["end"]))
            kind = result["value"]["labels"][0].lower()
            layer = kind if kind in LAYER else "entity"
            if kind not in LAYER[layer].kinds or not 0 <= span[0] < span[1] <= len(text):
                raise DataError("annotation-invalid", f"no such label or span: {kind} {span}", where=name)
            layers.setdefault(layer, []).append(Tag(span, kind))
            regions[result["id"]] = (layer, span)
        elif result["type"] == "choices":
            value = result["value"]["choices"][0]
            if value not in HEADS.get(result["from_name"], ()):
                raise DataError("annotation-invalid", f"{value!r} is no {result['from_name']}", where=name)
            fields.setdefault(result["id"], {})[result["from_name"]] = one(value)
    events, quotes = [], []
    for key, (layer, span) in regions.items():
        ends = tuple(regions[k] for k in links.get(key, ()) if k in regions and LINK_FROM.get(regions[k][0]) == layer)
        if layer == "trigger":
            events.append(
                EventLabel(
                    where=span,
                    values=fields.get(key, {}),
                    trigger=span,
                    actors=tuple(s for role, s in ends if role == "actor"),
                    recipients=tuple(s for role, s in ends if role == "recipient"),
                    arguments=ends,
                )
            )
        elif layer == "content":
            said = dict(ends)
            quotes.append(QuoteLabel(span, said.get("source"), said.get("cue")))
    return layers, {"id": name, "text": text, "events": tuple(events), "quotes": tuple(quotes)}
