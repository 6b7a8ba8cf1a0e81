"""Corpora of single sentences: PLOVER root types, quad classes, source and target, entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hearsay.errors import DataError
from hearsay.reading.model.labels import EVENT_TYPES
from hearsay.reading.parse import parse
from hearsay.reading.tokens import tokens
from hearsay.reading.verbs import verb_beside
from hearsay.records import Span
from hearsay.training.corpora.rows import bio_tags, rows, token_spans
from hearsay.training.examples import EventLabel, Example, Tag, apart, one

_MARK = re.compile(r"</?[st]>")
_YIELD = frozenset(("CONCEDE", "RETREAT"))
"""PLOVER's first version had one type for both."""
_ENTITY = {"militaryplatform": "military_platform", "documentreference": "document"}


def plover_pairs(path: Path) -> Iterator[Example]:
    """``marked_sentence`` with <s>source</s> and <t>target</t>, ``gold_root``, ``gold_penta``."""
    for name, row in rows(path):
        text, source, target = _unmarked(row["marked_sentence"], name)
        root = row["gold_root"]
        types = _YIELD if root == "YIELD" else one(root)
        if not types <= set(EVENT_TYPES):
            raise DataError("corpus-invalid", f"unknown PLOVER type {root!r}", where=name)
        event = EventLabel(
            where=(0, len(text)),
            values={"type": types, "quad": one(row["gold_penta"])},
            actors=source,
            recipients=target,
        )
        trigger = _verb_between(text, source, target)
        told = (replace(event, trigger=trigger),) if trigger else ()
        yield _sentence(name, "plv", text, events=(event, *told))


def _verb_between(text: str, source: tuple[Span, ...], target: tuple[Span, ...]) -> Span | None:
    """The corpus marks no trigger, but a text that is read has one: the verb that the rules would hang the pair on."""
    sentence = parse(tokens(text, (0, len(text))))
    return verb_beside(sentence, next(iter(source), None), next(iter(target), None))


def quad_classes(path: Path) -> Iterator[Example]:
    """``text`` and ``labels`` with one class, 0 to 4."""
    for name, row in rows(path):
        event = EventLabel(where=(0, len(row["text"])), values={"quad": one(str(row["labels"][0]))})
        yield _sentence(name, "cameo_class", row["text"], events=(event,))


def source_target(path: Path) -> Iterator[Example]:
    """``tokens`` and ``tags``: S source, T target, R both."""
    for name, row in rows(path):
        text, spans = token_spans(row["tokens"])
        tags = bio_tags(row["tags"], spans)
        layers = {
            layer: apart([Tag(tag.span, layer) for tag in tags if tag.kind in (kind, "R")])
            for layer, kind in (("actor", "S"), ("recipient", "T"))
        }
        yield _sentence(name, "cameo_ner", text, layers=layers)


def entities(path: Path) -> Iterator[Example]:
    """``tokens`` and ``tags`` in re3d's types."""
    for name, row in rows(path):
        text, spans = token_spans(row["tokens"])
        tags = [Tag(t.span, _ENTITY.get(t.kind.lower(), t.kind.lower())) for t in bio_tags(row["tags"], spans)]
        yield _sentence(name, "re3d", text, layers={"entity": apart(tags)})


def _sentence(
    name: str,
    corpus: str,
    text: str,
    layers: dict[str, tuple[Tag, ...]] | None = None,
    events: tuple[EventLabel, ...] = (),
) -> Example:
    return Example(
        id=name, corpus=corpus, group=name, text=text, sentences=((0, len(text)),), layers=layers or {}, events=events
    )


def _unmarked(marked: str, name: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """The text without its marks, and the spans of source and target."""
    text, at = "", 0
    begun: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        kind = mark.group().strip("</>")
        if mark.group().startswith("</"):
            if kind not in begun:
                raise DataError("corpus-invalid", f"{mark.group()} closes nothing", where=name)
            spans[kind] = (begun[kind], len(text))
        else:
            begun[kind] = len(text)
    text += marked[at:]
    return text, tuple(spans[k] for k in ("s",) if k in spans), tuple(spans[k] for k in ("t",) if k in spans)
