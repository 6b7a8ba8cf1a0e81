"""PolNeAR and PARC: who says what, in brat's standoff form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.reading.sentences import sentences
from hearsay.records import Span
from hearsay.training.corpora.rows import rows
from hearsay.training.examples import Example, QuoteLabel, Tag, apart

_ENTITY_LINE = re.compile(r"(T\d+)\t(\w+) ([\d; ]+)\t")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
LAYERS = ("source", "cue", "content")


def attributions(path: Path) -> Iterator[Example]:
    """``text`` and ``brat``: T lines for Source, Cue and Content, E lines that tie them."""
    for name, row in rows(path):
        yield standoff(name, "polnear", row["text"], row["brat"])


def standoff(name: str, corpus: str, text: str, brat: str) -> Example:
    """One text with its attributions. A span in pieces gives a tag for each, and its longest for the links."""
    parts: dict[str, list[Span]] = {}
    tags: dict[str, list[Tag]] = {layer: [] for layer in LAYERS}
    quotes: list[QuoteLabel] = []
    for line in brat.splitlines():
        entity = _ENTITY_LINE.match(line)
        if entity and entity[2].lower() in tags:
            layer = entity[2].lower()
            parts[entity[1]] = [piece for p in entity[3].split(";") if (piece := _trimmed(text, *map(int, p.split())))]
            tags[layer] += [Tag(span, layer) for span in parts[entity[1]]]
        elif line.startswith("E"):
            tied = {role.lower(): parts.get(key) for role, key in _ROLE.findall(line)}
            content = tied.get("content")
            if content:
                quotes.append(QuoteLabel(_longest(content), _of(tied.get("source")), _of(tied.get("cue"))))
    return Example(
        id=name,
        corpus=corpus,
        group=name,
        text=text,
        sentences=sentences(text),
        layers={layer: apart(found) for layer, found in tags.items()},
        quotes=tuple(quotes),
    )


def _longest(spans: list[Span]) -> Span:
    return max(spans, key=lambda s: (s[1] - s[0], -s[0]))


def _of(spans: list[Span] | None) -> Span | None:
    return _longest(spans) if spans else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
