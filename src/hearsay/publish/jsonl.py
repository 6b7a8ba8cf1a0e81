"""JSON Lines: whole records, one a line."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from hearsay.publish.about import about
from hearsay.publish.publication import Publication
from hearsay.publish.redact import redact
from hearsay.records import Article, Coding, Record

# Allowed raw in JSON, but ends of line to many readers (str.splitlines among them) or orders to a terminal.
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


def jsonl(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """The whole coding, one article a line, as the contract has it. ``names``: leave those of private people in."""
    for coding in codings:
        yield to_json(redact(coding, names=names).model_dump(mode="json")) + "\n"


def records_jsonl(shown: Publication) -> Iterator[str]:
    """A database, one record a line; ``record`` says which kind.

    First what the export says of itself (``about``), then each ``incident``, ``article`` (without its text) with its
    ``claim`` lines, and ``tombstone``.
    """
    yield to_json({"record": "about", **about(shown)}) + "\n"
    for linked in shown.incidents:
        yield _line("incident", linked)
    for coding in shown.codings:
        yield _line("article", _published(coding.article))
        for claim in coding.claims:
            mine = shown.held.get(claim.id)
            words = coding.article.text[slice(*claim.span)]
            found = {"article_key": coding.article.key, "incident": mine.incident if mine else None, "words": words}
            yield _line("claim", claim, **found)
    for stone in shown.tombstones:
        yield _line("tombstone", stone)


def incidents_jsonl(shown: Publication) -> Iterator[str]:
    """The incidents alone, one a line."""
    for linked in shown.incidents:
        yield to_json(linked.model_dump(mode="json")) + "\n"


def _published(article: Article) -> Article:
    """Without its text, which is its publisher's, and without the folders of the machine it was read on."""
    local = not article.input.startswith(("http://", "https://"))
    shown = PurePath(article.input).name if local else article.input
    return article.model_copy(update={"text": "", "lede": None, "input": shown})


def _line(kind: str, record: Record, **more: object) -> str:
    return to_json({"record": kind, **more, **record.model_dump(mode="json")}) + "\n"


def to_json(value: object) -> str:
    """``value`` as compact JSON on one line; whole numbers without ".0"."""
    line = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        if not math.isfinite(value):
            return None  # JSON has no infinity; the contract writes an open bound as null
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
