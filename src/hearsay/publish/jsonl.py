"""JSON Lines: the whole coding, one article a line, as the contract has it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from hearsay.publish.redact import redact
from hearsay.records import Coding

# Allowed raw in JSON, but ends of line to many readers (str.splitlines among them) or orders to a terminal.
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


def jsonl(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """One line for each coding, in order. ``names``: leave the names of private people in."""
    for coding in codings:
        yield to_json(redact(coding, names=names).model_dump(mode="json")) + "\n"


def to_json(value: Any) -> str:
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
