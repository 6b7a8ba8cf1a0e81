"""Quotations: which stretches of a text stand between quotation marks, across sentences and paragraphs."""

from __future__ import annotations

import re

from hearsay.records import Span

_OPENING = {"“": "”", "«": "»", "„": "“"}
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")
_LONGEST = 4000  # characters; what is longer has lost its closing mark


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of the quotations in order, marks included, without overlap.

    A paragraph that opens a quotation and does not close it runs to its end (the next paragraph opens it anew). Doubled
    apostrophes count as a mark; single quotation marks do not, since apostrophes cannot be told from them.
    """
    found: list[Span] = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, start, gap.start())
        start = gap.end()
    found += _in_paragraph(text, start, len(text))
    return tuple(found)


_MARK = re.compile(r"[\"“”«»„]|(?<!\w)''(?=\w)|(?<=[\w.,!?])''(?!\w)")


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    closing = ""
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in _OPENING or mark in ('"', "''"):
                opened, closing = match.start(), _OPENING.get(mark, mark)
        elif mark == closing or (mark == '"' and closing == "”"):
            if match.end() - opened <= _LONGEST:
                found.append((opened, match.end()))
            opened = None
    if (opened is not None and end - opened <= _LONGEST and closing not in ('"', "''")) or (
        opened is not None and opened == start and end - opened <= _LONGEST
    ):
        found.append((opened, end))
    return found
