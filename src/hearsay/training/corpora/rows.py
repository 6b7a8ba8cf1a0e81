"""Rows of a corpus file: JSON Lines, gzipped or not; tokens with tags back into text with spans."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hearsay.errors import DataError
from hearsay.records import Span
from hearsay.training.examples import Tag


def rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row with its name (file name without suffixes, then the line's number)."""
    name = path.name.split(".jsonl")[0]
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise DataError("corpus-invalid", "a row is no JSON object", where=f"{path}:{number}")
                yield f"{name}:{number}", row
    except (OSError, EOFError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DataError("corpus-unreadable", str(error), where=str(path)) from error


def token_spans(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """The tokens joined by single spaces, and where each stands."""
    at, spans = 0, []
    for token in tokens:
        spans.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), spans


def bio_tags(tags: Sequence[str], spans: Sequence[Span]) -> list[Tag]:
    """Spans of ``B-X I-X O`` tags; a change of kind begins a new span, as scorers of these corpora have it."""
    found: list[Tag] = []
    begin: int | None = None
    for at, tag in enumerate([*tags, "O"]):
        if begin is not None and (tag == "O" or tag.startswith("B-") or tag[2:] != tags[begin][2:]):
            found.append(Tag((spans[begin][0], spans[at - 1][1]), tags[begin][2:]))
            begin = None
        if tag != "O" and begin is None:
            begin = at
    return found
