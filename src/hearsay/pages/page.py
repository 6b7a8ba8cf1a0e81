"""One page as it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Media = Literal["html", "text", "record", "fragment"]
"""``html``: a whole page. ``text``: plain text, pasted pages with their furniture too. ``record``: a record's own text.
``fragment``: the markup of an article alone, as feeds carry it."""

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
    status: int | None = None
    """HTTP status, where it was fetched."""
    etag: str | None = None
    last_modified: str | None = None
    """The validators, as the server gave them."""
    warc_id: str | None = None
    warc_offset: int | None = None
    """The WARC record it lay in: its ``WARC-Record-ID`` and where it begins in the file, in bytes."""
