"""An article's text cut into pieces: each with the fields of the chosen claim, and the claims, whose words it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.publish.passages import Mark
from hearsay.publish.public import LEFT_OUT
from hearsay.records import Claim, Span

_LEFT_OUT = re.compile(rf"\s*{LEFT_OUT}+\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph."""

    text: str
    fields: tuple[str, ...]
    """Fields of the chosen claim, the narrowest first."""
    number: int | None
    """Of the mark that begins here, as the list beside the text has it."""
    passage: bool
    """Whether it belongs to the passage of the chosen claim."""
    claim: str | None
    """Another claim whose trigger this is."""


def paragraphs(
    text: str, claims: Sequence[Claim], chosen: Claim | None, marks: Sequence[Mark]
) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of ``text`` in pieces. ``marks`` are those of the ``chosen`` claim."""
    found = [(mark.span, mark.field, at) for at, mark in enumerate(marks, 1) if mark.span is not None]
    triggers = {claim.event.trigger.span: claim.id for claim in claims if claim is not chosen}
    spans = [span for span, _, _ in found] + list(triggers) + ([chosen.span] if chosen else [])
    shown: list[tuple[Piece, ...]] = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        if not paragraph.strip(LEFT_OUT):
            start = end + 2
            continue
        cuts = sorted({start, end, *(cut for span in spans for cut in span if start < cut < end)})
        pieces = (_piece(text, (a, b), found, triggers, chosen) for a, b in pairwise(cuts))
        shown.append(tuple(pieces))
        start = end + 2
    return tuple(shown)


def _piece(
    text: str, at: Span, found: Sequence[tuple[Span, str, int]], triggers: dict[Span, str], chosen: Claim | None
) -> Piece:
    def holds(span: Span) -> bool:
        return span[0] <= at[0] and at[1] <= span[1]

    over = sorted((entry for entry in found if holds(entry[0])), key=lambda entry: entry[0][1] - entry[0][0])
    return Piece(
        text=_LEFT_OUT.sub(" […] ", text[slice(*at)]),
        fields=tuple(dict.fromkeys(field for _, field, _ in over)),
        number=next((number for span, _, number in over if span[0] == at[0]), None),
        passage=chosen is not None and holds(chosen.span),
        claim=next((id_ for span, id_ in triggers.items() if holds(span)), None),
    )
