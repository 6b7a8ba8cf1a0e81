"""Pages: bytes, and where and when they came from.

Takes the inputs of the command line (files, folders, web addresses, ``-``: pages, text, JSON Lines, feeds, WARC,
Telegram exports); gives one :class:`Page` for each article,
in input order. What cannot be read is given as an :class:`~hearsay.errors.InputError` in its place, so that the
other inputs go on.
"""

from __future__ import annotations

from hearsay.pages.page import Page
from hearsay.pages.read import read_pages

__all__ = ["Page", "read_pages"]
