"""Passages of an article with the words that carry each field marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from hearsay.publish.plain import one_line
from hearsay.records import Span, inside

AROUND = 60  # characters shown on each side of words that stand outside the passage
FIELD_STYLES = {
    "event": "bold red",
    "actors": "bold blue",
    "recipients": "bold green",
    "place": "bold magenta",
    "time": "bold cyan",
    "counts": "bold yellow",
    "attribution": "bold",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A field's words in the text, and how they were read. The publisher has none."""

    field: str
    span: Span | None
    reading: str


def passages(text: str, passage: Span, marks: Sequence[Mark]) -> Text:
    """The ``passage`` with its marks, and the surroundings of every mark outside it, in order."""
    spans = [passage, *(mark.span for mark in marks if mark.span is not None)]
    wide = [passage] + [_around(text, span) for span in spans if not inside(span, passage)]
    shown = Text()
    for start, end in _merged(wide):
        shown.append("[…] " if start > 0 else "")
        shown.append_text(_marked(text, (start, end), marks))
        shown.append(" […]\n" if end < len(text) else "\n")
    shown.rstrip()
    return shown


def _around(text: str, span: Span) -> Span:
    """``span`` and up to AROUND characters of its paragraph on each side, cut at a space."""
    start, end = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    start = max(start, text.rfind("\n", start, span[0]) + 1)
    line_end = text.find("\n", span[1], end)
    end = end if line_end < 0 else line_end
    if start > 0 and not text[start - 1].isspace():
        space = text.find(" ", start, span[0])
        start = space + 1 if space >= 0 else span[0]
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", span[1], end)
        end = space if space >= 0 else span[1]
    return start, end


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, window: Span, marks: Sequence[Mark]) -> Text:
    """The words of ``window``, each mark bracketed with its number; one that crosses another is left out."""
    numbered = [(mark.span, at, mark.field) for at, mark in enumerate(marks, 1) if mark.span is not None]
    within = [entry for entry in numbered if inside(entry[0], window)]
    within.sort(key=lambda entry: (entry[0][0], -entry[0][1], entry[1]))
    shown, at, open_ends = Text(), window[0], list[tuple[int, str]]()

    def upto(end: int) -> None:
        nonlocal at
        style = open_ends[-1][1] if open_ends else ""
        shown.append(_one_line(text[at:end]), style=style)
        at = end

    for (start, end), number, field in within:
        while open_ends and open_ends[-1][0] <= start:
            upto(open_ends[-1][0])
            open_ends.pop()
            shown.append("]", style="dim")
        if open_ends and end > open_ends[-1][0]:
            continue
        upto(start)
        shown.append(f"[{number} ", style="dim")
        open_ends.append((end, FIELD_STYLES.get(field, "bold")))
    while open_ends:
        upto(open_ends[-1][0])
        open_ends.pop()
        shown.append("]", style="dim")
    upto(window[1])
    return shown


def _one_line(piece: str) -> str:
    """``piece`` made printable on one line, with a space at either end where it had one."""
    inner = one_line(piece)
    before = " " if piece[:1].isspace() and inner else ""
    after = " " if piece[-1:].isspace() else ""
    return f"{before}{inner}{after}"
