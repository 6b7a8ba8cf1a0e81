"""Attributions from rules and model: the model's, and those of the rules that speak of other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hearsay.reading.attribution import by_content, kind_of
from hearsay.reading.attribution_quotes import quotations
from hearsay.reading.model.read import Linked, ModelReading
from hearsay.records import Attribution, Mention, mention, overlap


def both_attributions(
    text: str, rules: Sequence[Attribution], model: ModelReading, *, first: Literal["model", "rules"] = "model"
) -> tuple[Attribution, ...]:
    """Every attribution once, in the order of the contents; where two speak of the same words, the ``first`` stands."""
    quotes = quotations(text)
    marked = [
        Attribution(
            source=_surest(text, quote.sources),
            cue=_surest(text, quote.cues),
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
