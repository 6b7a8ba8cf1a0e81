"""Attributions from rules and model: the model's, and those of the rules that speak of other words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from hearsay.reading.attribution import by_content, kind_of
from hearsay.reading.attribution_quotes import quotations
from hearsay.reading.model.read import Linked, ModelReading
from hearsay.records import Attribution, Mention, Span, mention, overlap

_NEAR = 40
"""Characters between a cue and the content that it announces."""


def both_attributions(
    text: str, rules: Sequence[Attribution], model: ModelReading, *, first: Literal["model", "rules"] = "model"
) -> tuple[Attribution, ...]:
    """Every attribution once, in the order of the contents; where two speak of the same words, the ``first`` stands."""
    quotes = quotations(text)
    free = _unlinked(model)
    marked = [
        Attribution(
            source=_surest(text, quote.sources),
            cue=_surest(text, quote.cues) or _beside(text, quote.content, free),
            content=mention(text, quote.content),
            kind=kind_of(text, quote.content, quotes),
        )
        for quote in model.quotes
    ]
    leading, filling = (marked, rules) if first == "model" else (rules, marked)
    spoken = [one.content.span for one in leading]
    others = [one for one in filling if not any(overlap(one.content.span, span) for span in spoken)]
    return tuple(sorted({*leading, *others}, key=by_content))


def _surest(text: str, ends: Sequence[Linked]) -> Mention | None:
    best = max(ends, key=lambda e: (e.score, -e.span[0]), default=None)
    return mention(text, best.span) if best is not None else None


def _unlinked(model: ModelReading) -> list[Span]:
    """The cues that the model marks and links to no content, in the order of the text."""
    linked = {cue.span for quote in model.quotes for cue in quote.cues}
    return [cue.span for cue in model.layers.get("cue", ()) if cue.span not in linked]


def _beside(text: str, content: Span, cues: Sequence[Span]) -> Mention | None:
    """The cue next to the content, before it or after it, with few words between."""
    before = bisect_right(cues, content[0], key=lambda cue: cue[1]) - 1
    near = [cue for cue in cues[max(before, 0) : before + 2] if not overlap(cue, content)]
    gap = {cue: max(content[0] - cue[1], cue[0] - content[1]) for cue in near}
    best = min(near, key=lambda cue: gap[cue], default=None)
    return mention(text, best) if best is not None and gap[best] <= _NEAR else None
