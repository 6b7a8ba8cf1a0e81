"""Addresses of other people's pages."""

from __future__ import annotations

from urllib.parse import urlsplit


def outside(url: str | None) -> str | None:
    """``url`` where it may be linked to: plain http or https. An article can state any other, ``javascript:`` too."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
