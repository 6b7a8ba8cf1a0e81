"""An article's text cut into pieces: each with the fields of the chosen claim, and the claims, whose words it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.publish.passages import Mark
from hearsay.publish.public import LEFT_OUT
from hearsay.records import Claim, Span
from hearsay.web.article.noted import Noted

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
    noted: bool
    """Whether a note is about it."""
    notes: tuple[int, ...]
    """Numbers of the notes whose words end here."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and where it begins in the text."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Over:
    """Everything that lies over the text."""

    marks: tuple[tuple[Span, str, int], ...]
    triggers: dict[Span, str]
    passage: Span | None
    notes: tuple[tuple[Span, int], ...]

    def cuts(self) -> set[int]:
        spans = [span for span, _, _ in self.marks] + list(self.triggers) + [span for span, _ in self.notes]
        return {cut for span in [*spans, *([self.passage] if self.passage else [])] for cut in span}


def paragraphs(
    text: str, claims: Sequence[Claim], chosen: Claim | None, marks: Sequence[Mark], notes: Sequence[Noted] = ()
) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` in pieces. ``marks`` are those of the ``chosen`` claim."""
    over = _Over(
        marks=tuple((mark.span, mark.field, at) for at, mark in enumerate(marks, 1) if mark.span is not None),
        triggers={claim.event.trigger.span: claim.id for claim in claims if claim is not chosen},
        passage=chosen.span if chosen else None,
        notes=tuple((note.span, note.number) for note in notes if note.span is not None),
    )
    cuts = over.cuts()
    shown: list[Paragraph] = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        if paragraph.strip(LEFT_OUT):
            edges = sorted({start, end, *(cut for cut in cuts if start < cut < end)})
            shown.append(Paragraph(start, tuple(_piece(text, edge, over) for edge in pairwise(edges))))
        start = end + 2
    return tuple(shown)


def _piece(text: str, at: Span, over: _Over) -> Piece:
    def holds(span: Span) -> bool:
        return span[0] <= at[0] and at[1] <= span[1]

    marks = sorted((mark for mark in over.marks if holds(mark[0])), key=lambda mark: mark[0][1] - mark[0][0])
    return Piece(
        text=_LEFT_OUT.sub(" […] ", text[slice(*at)]),
        fields=tuple(dict.fromkeys(field for _, field, _ in marks)),
        number=next((number for span, _, number in marks if span[0] == at[0]), None),
        passage=over.passage is not None and holds(over.passage),
        claim=next((id_ for span, id_ in over.triggers.items() if holds(span)), None),
        noted=any(holds(span) for span, _ in over.notes),
        notes=tuple(number for span, number in over.notes if span[1] == at[1]),
    )
