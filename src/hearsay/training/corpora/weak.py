"""Corpora whose labels are not tied to words, or only in part: MUC-4, SATP, NGEC's stories, factuality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.reading.model.labels import EVENT_TYPES, MODES, NONE
from hearsay.reading.sentences import sentences
from hearsay.records import Span, inside
from hearsay.training.corpora.rows import rows, token_spans
from hearsay.training.examples import EventLabel, Example, Tag, apart, one

_MUC_SLOT = re.compile(r"(\d+)\.\s")
_MUC_LAYER = {"6": "weapon", "9": "actor", "10": "actor", "12": "recipient", "18": "recipient", "19": "recipient"}
_MUC_LAYERS = ("actor", "recipient", "weapon")
_MUC_STAGE = re.compile(r"STAGE OF EXECUTION\s+(ACCOMPLISHED|ATTEMPTED|THREATENED)")
_MUC_STATUSES = {
    "ACCOMPLISHED": frozenset(("occurred", "ongoing")),
    "ATTEMPTED": frozenset(("attempted", "thwarted")),
    "THREATENED": frozenset(("threatened", "planned")),
}
_QUOTED = re.compile(r'"([^"]{2,80})"')
_SATP_TYPES = {
    "armed_assault": {"ASSAULT"}, "bombing": {"ASSAULT"}, "infrastructure": {"ASSAULT"},
    "abduction": {"ASSAULT", "COERCE"}, "arrest": {"COERCE"}, "seizure": {"COERCE"}, "surrender": {"RETREAT"},
}  # fmt: skip
_HAPPENED = frozenset(("occurred", "ongoing"))
_DID_NOT = frozenset(("denied", "thwarted", "attempted"))
_OPEN = frozenset(("planned", "threatened", "hypothetical"))


@dataclass(frozen=True, slots=True)
class _Template:
    """One incident: layer → the strings that fill it, and the statuses that its stage of execution may be."""

    fillers: Mapping[str, frozenset[str]]
    statuses: frozenset[str] | None


def muc4(path: Path) -> Iterator[Example]:
    """Role fillers aligned to their strings, in the sentences that hold fillers of two roles or more.

    Elsewhere a filler's name may be mentioned for another reason: nobody knows, so those mentions are ignored. The
    other sentences are a corpus of their own (``muc4_rest``), of which fewer are worth showing.
    """
    for name, row in rows(path):
        text = row["text"]
        spans = sentences(text)
        templates = [_template(template) for template in row["templates"]]
        found = {
            layer: _occurrences(text, frozenset().union(*(t.fillers.get(layer, ()) for t in templates)))
            for layer in _MUC_LAYERS
        }
        told = tuple(s for s in spans if sum(any(inside(f, s) for f in found[layer]) for layer in found) > 1)
        layers: dict[str, tuple[Tag, ...]] = {}
        ignored: dict[str, tuple[Span, ...]] = {}
        for layer in _MUC_LAYERS:
            sure = [f for f in found[layer] if any(inside(f, s) for s in told)]
            layers[layer] = apart([Tag(span, layer) for span in sure])
            ignored[layer] = tuple(f for f in found[layer] if f not in sure)
        events = tuple(event for s in told if (event := _stage(text, s, templates, layers)))
        rest = tuple(s for s in spans if s not in told)
        if told:
            yield Example(name, "muc4", name, text, told, layers, ignored, events)
        if rest:
            yield Example(f"{name} rest", "muc4_rest", name, text, rest, layers, ignored)


def _template(text: str) -> _Template:
    fillers: dict[str, set[str]] = {}
    layer: str | None = None
    for line in text.splitlines():
        slot = _MUC_SLOT.match(line)
        if slot:
            layer = _MUC_LAYER.get(slot[1])
        if layer:
            fillers.setdefault(layer, set()).update(_QUOTED.findall(line))
    stage = _MUC_STAGE.search(text)
    return _Template({k: frozenset(v) for k, v in fillers.items()}, _MUC_STATUSES[stage[1]] if stage else None)


def _stage(
    text: str, sentence: Span, templates: Sequence[_Template], layers: Mapping[str, Sequence[Tag]]
) -> EventLabel | None:
    """The sentence's event, where all templates that have fillers in it are at one stage."""
    stages = {
        t.statuses
        for t in templates
        if t.statuses and any(_occurrences(text[slice(*sentence)], names) for names in t.fillers.values())
    }
    if len(stages) != 1:
        return None
    actors, recipients = (
        tuple(tag.span for tag in layers[layer] if inside(tag.span, sentence)) for layer in ("actor", "recipient")
    )
    return EventLabel(where=sentence, values={"status": stages.pop()}, actors=actors, recipients=recipients)


def _occurrences(text: str, names: frozenset[str]) -> list[Span]:
    found: list[Span] = []
    for name in sorted(names):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        found += [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    return sorted(set(found))


def satp(path: Path) -> Iterator[Example]:
    """Incident summaries: the types that their actions allow, for those of one sentence."""
    for name, row in rows(path):
        spans = sentences(row["text"])
        types: set[str] = set().union(*(_SATP_TYPES[a] for a in row["actions"] if a in _SATP_TYPES))
        if len(spans) != 1 or not types:
            continue
        event = EventLabel(where=spans[0], values={"type": frozenset(types)})
        yield Example(id=name, corpus="satp", group=name, text=row["text"], sentences=spans, events=(event,))


def stories(path: Path) -> Iterator[Example]:
    """NGEC's machine-written stories: the first sentence tells the event of the story's type and mode."""
    for name, row in rows(path):
        lead = row["text"].strip().split("\n")[0]
        spans = sentences(lead)[:1]
        if not spans or row["label"] not in EVENT_TYPES:
            continue
        values: dict[str, frozenset[str]] = {"type": one(row["label"])}
        mode = (row.get("mode") or "").lower()
        if mode in MODES:
            values["mode"] = one(mode)
        elif not mode:
            values["mode"] = one(NONE)
        yield Example(
            id=name,
            corpus="ngec",
            group=name,
            text=lead,
            sentences=spans,
            events=(EventLabel(where=spans[0], values=values),),
        )


def factuality(path: Path) -> Iterator[Example]:
    """Event words rated from -3 (did not happen) to 3 (happened); what lies between tells too little."""
    for name, row in rows(path):
        text, spans = token_spans(row["text"].split(" "))
        events = []
        for target in row["targets"]:
            values = _rated(float(target["label"]))
            begin, end = target["span1"]
            if values and end <= len(spans):
                trigger = (spans[begin][0], spans[end - 1][1])
                events.append(EventLabel(where=(0, len(text)), values=values, trigger=trigger))
        if events:
            yield Example(
                id=name,
                corpus="factuality",
                group=name,
                text=text,
                sentences=((0, len(text)),),
                events=tuple(events),
            )


def _rated(label: float) -> Mapping[str, frozenset[str]]:
    if label >= 2:
        return {"status": _HAPPENED}
    if label <= -1:
        return {"status": _DID_NOT}
    return {"status": _OPEN} if abs(label) <= 0.5 else {}
