"""One page as it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Media = Literal["html", "text", "record"]
"""``html``: markup. ``text``: plain text, pasted pages with their furniture too. ``record``: a record's own text."""

FIELDS = ("id", "url", "headline", "published", "retrieved", "outlet", "language")
"""What an input can state of itself (the optional keys of a JSON Lines record)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Raw bytes with their origin. ``source`` is a path, a URL, ``-``, or ``path:line`` for a record."""

    source: str
    content: bytes
    media: Media
    fields: Mapping[str, str] = field(default_factory=dict)
    """Of :data:`FIELDS`, those that the input states."""
