"""Annotated articles in the contract's terms: our own reports and a user's JSON Lines are read alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from hearsay.errors import DataError
from hearsay.reading.attribution_cues import whole_cue
from hearsay.reading.model.labels import NONE, PRIVATE
from hearsay.reading.sentences import sentences
from hearsay.reading.tokens import tokens
from hearsay.records import Attribution, Claim, Coding, Span
from hearsay.training.annotated import Annotated
from hearsay.training.check import load
from hearsay.training.examples import EventLabel, Example, QuoteLabel, Tag, apart, one

CORPUS = "reports"
_IGNORABLE = ("trigger", "actor", "recipient", "place", "time", "weapon", "count")


def from_reports(path: Path) -> Iterator[Example]:
    """A ``.reports`` file or a folder of them."""
    return from_annotated(load(path))


def from_annotated(reports: Iterable[Annotated]) -> Iterator[Example]:
    """Reports that were loaded before."""
    for report in reports:
        example = from_coding(f"{report.voice}:{report.id}", report.voice, report.coding, report.ignored)
        yield _only_private(example)


def _only_private(example: Example) -> Example:
    """Our reports mark names, but entities are described things too, articles and all: only who is private is sure."""
    private = tuple(tag for tag in example.layers["entity"] if tag.kind == PRIVATE)
    return replace(
        example,
        layers={**example.layers, "entity": private},
        ignored={**example.ignored, "entity": example.sentences},
    )


def from_json_lines(path: Path) -> Iterator[Example]:
    """Codings, one a line, each complete: a sentence without a claim is a negative."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                coding = Coding.model_validate_json(line)
            except ValidationError as error:
                raise DataError(
                    "annotation-invalid",
                    f"no Coding of the contract: {error.errors()[0]['msg']}",
                    where=f"{path.name}:{number}",
                    hint="hearsay schema prints the form.",
                ) from error
            yield from_coding(f"{path.stem}:{number}", coding.article.outlet or path.stem, coding, ())


def from_coding(name: str, group: str, coding: Coding, ignored: tuple[Span, ...]) -> Example:
    """Everything that a coded article teaches."""
    text = coding.article.text
    spans = sentences(text)
    layers: dict[str, list[Tag]] = {layer: [] for layer in (*_IGNORABLE, "source", "cue", "content", "entity")}
    for claim in coding.claims:
        layers["trigger"].append(Tag(claim.event.trigger.span, "trigger"))
        for link, span in _arguments(claim):
            layers[link].append(Tag(span, link))
    quotes = [_quote(text, spans, said) for said in coding.attributions]
    for quote in quotes:
        for layer, words in (("source", quote.source), ("cue", quote.cue), ("content", quote.content)):
            if words:
                layers[layer].append(Tag(words, layer))
    layers["entity"] = [Tag(e.span, PRIVATE if e.private else e.type) for e in coding.entities]
    return Example(
        id=name,
        corpus=CORPUS,
        group=group,
        text=text,
        sentences=spans,
        layers={layer: apart(tags) for layer, tags in layers.items()},
        ignored=dict.fromkeys(_IGNORABLE, ignored),
        events=(*map(_event, coding.claims), *_sentence_labels(coding, spans, ignored)),
        quotes=tuple(quotes),
    )


def _quote(text: str, sentences: Sequence[Span], said: Attribution) -> QuoteLabel:
    cue = said.cue.span if said.cue else None
    inside = next((s for s in sentences if cue and s[0] <= cue[0] < s[1]), None)
    return QuoteLabel(
        content=said.content.span,
        source=said.source.span if said.source else None,
        cue=whole_cue(tokens(text, inside), cue) if cue and inside else cue,
    )


def _event(claim: Claim) -> EventLabel:
    mode = claim.event.mode
    return EventLabel(
        where=claim.span,
        values={
            "type": one(claim.event.type),
            "mode": one(mode or NONE),
            "status": one(claim.status),
            "outcome": one(claim.outcome),
        },
        trigger=claim.event.trigger.span,
        actors=tuple(party.span for party in claim.actors),
        recipients=tuple(party.span for party in claim.recipients),
        arguments=_arguments(claim),
    )


def _arguments(claim: Claim) -> tuple[tuple[str, Span], ...]:
    found = [("actor", p.span) for p in claim.actors] + [("recipient", p.span) for p in claim.recipients]
    found += [("weapon", w.span) for w in claim.weapons] + [("count", c.span) for c in claim.counts]
    if claim.place and claim.place.text:
        found.append(("place", claim.place.span))
    if claim.time and claim.time.span:
        found.append(("time", claim.time.span))
    return tuple(found)


def _sentence_labels(coding: Coding, spans: tuple[Span, ...], ignored: tuple[Span, ...]) -> Iterator[EventLabel]:
    """Each sentence as a whole: the types told in it, or that it tells of no event."""
    for start, end in spans:
        if any(s < end and start < e for s, e in ignored):
            continue
        types = frozenset(c.event.type for c in coding.claims if c.span[0] < end and start < c.span[1])
        yield EventLabel(where=(start, end), values={"type": types or one(NONE)})
