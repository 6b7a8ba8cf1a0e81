"""RSS and Atom: each entry an article, dated as the feed writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import feedparser  # type: ignore[import-untyped]

from hearsay.errors import InputError
from hearsay.pages.limits import MAX_ENTRIES
from hearsay.pages.page import Page

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def pages_of_feed(content: bytes, source: str) -> Iterator[Page | InputError]:
    """A Page for each entry of the feed, with its link, title and date; ``source:3`` where the third has no link.

    The text is the entry's content, else its summary: what the feed itself carries, nothing is fetched. Errors:
    ``invalid-feed`` for the whole, ``no-text`` for an entry.
    """
    if _ENTITY.search(content):
        yield InputError("invalid-feed", "it declares entities of its own, which no feed needs", where=source)
        return
    feed: Any = feedparser.parse(content, response_headers={"content-location": ""})
    if not feed.entries:
        reason = str(feed.get("bozo_exception") or "it has no entries")[:200]
        yield InputError("invalid-feed", f"no entry could be read: {reason}", where=source)
        return
    title = str(feed.feed.get("title") or "")
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], 1):
        yield _page(entry, title, f"{source}:{number}")
    if len(feed.entries) > MAX_ENTRIES:
        yield InputError("too-large", f"only its first {MAX_ENTRIES} entries were read", where=source)


def _page(entry: Any, feed_title: str, where: str) -> Page | InputError:
    bodies = [str(body.get("value") or "") for body in entry.get("content", ())]
    markup = max([*bodies, str(entry.get("summary") or "")], key=len)
    if not markup.strip():
        return InputError("no-text", "the entry has neither content nor summary", where=where)
    stated = {
        "url": entry.get("link"),
        "headline": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "outlet": (entry.get("source") or {}).get("title") or feed_title,
    }
    fields = {name: str(value) for name, value in stated.items() if value}
    return Page(fields.get("url") or where, markup.encode("utf-8", "replace"), "fragment", fields)
