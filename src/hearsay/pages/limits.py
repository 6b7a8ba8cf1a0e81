"""How much of a hostile input is read. Named here, so that one look shows every cap."""

from __future__ import annotations

MAX_PAGE_BYTES = 16 * 1024 * 1024
"""A page of news is under 3 MB with all its scripts; what is larger is refused, not cut."""

MAX_ENTRIES = 20_000
"""Entries of a feed, messages of an export."""

MAX_EXPORT_BYTES = 256 * 1024 * 1024
"""A messenger's export of a busy channel over some years."""

MAX_RECORD_BYTES = 4 * 1024 * 1024
"""One line of JSON Lines. A book is about 1 MB."""
