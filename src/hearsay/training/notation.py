"""Reads the notation of ``training/data`` into raw reports: text, and annotation lines with their numbers.

The notation is described in ``training/README.md``. Nothing is resolved here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = re.compile(r"===\s+(\S+)\s*\|\s*(\S+)\s*\|\s*([^|]+?)\s*\|\s*(.+?)\s*$")
_LINE = re.compile(r"([a-z_]+):(?:\s+(.*\S))?\s*$")
_HEADER_KEYS = frozenset({"outlet", "voice", "publisher"})


class NotationError(Exception):
    """A line that does not follow the notation; the message says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """``key: value``, with its line number in the file."""

    number: int
    key: str
    value: str


@dataclass(slots=True)
class RawReport:
    """One report as written."""

    number: int
    id: str
    published: str
    conflict: str
    headline: str
    text: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawFile:
    """One voice's file as written; ``problems`` are ``(line number, message)``."""

    header: dict[str, str]
    reports: list[RawReport]
    problems: list[tuple[int, str]]


def read_file(path: Path) -> RawFile:
    """The raw reports of one file."""
    header: dict[str, str] = {}
    reports: list[RawReport] = []
    problems: list[tuple[int, str]] = []
    body: list[str] | None = None  # lines of the text being read; None while reading annotations
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if raw.startswith("==="):
            head = _HEAD.match(raw)
            if not head:
                problems.append((number, "a report starts with '=== id | published | conflict | headline'"))
                continue
            if body is not None and reports:
                problems.append((reports[-1].number, "the text is not closed with '---'"))
            name, published, conflict, headline = head.groups()
            reports.append(RawReport(number, name, published, conflict, headline))
            body = []
        elif body is not None and raw.rstrip() == "---":
            reports[-1].text = "\n".join(line.rstrip() for line in body).strip()
            body = None
        elif body is not None:
            body.append(raw)
        elif raw.strip() and not raw.startswith("#"):
            line = _LINE.match(raw)
            if not line or not line[2]:
                problems.append((number, f"not a 'key: value' line: {raw[:60]!r}"))
            elif not reports:
                if line[1] not in _HEADER_KEYS:
                    problems.append((number, f"unknown header {line[1]!r}"))
                header[line[1]] = line[2]
            else:
                reports[-1].lines.append(Line(number, line[1], line[2]))
    if body is not None and reports:
        problems.append((reports[-1].number, "the text is not closed with '---'"))
    problems += [(1, f"the header lacks {key!r}") for key in ("outlet", "voice") if key not in header]
    return RawFile(header, reports, problems)


def segments(value: str) -> list[str]:
    """The parts between bars."""
    return [part.strip() for part in value.split("|")]
