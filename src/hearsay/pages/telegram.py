"""Channels exported from Telegram, as JSON or HTML: each message with text an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from hearsay.errors import InputError
from hearsay.pages.limits import MAX_ENTRIES
from hearsay.pages.page import Page

_SHOWN = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")


def is_export(data: Any) -> bool:
    """Whether parsed JSON is one chat's export (``result.json``)."""
    return isinstance(data, dict) and isinstance(data.get("messages"), list) and "type" in data


def pages_of_export(data: dict[str, Any], source: str) -> Iterator[Page | InputError]:
    """A Page for each message of a JSON export, ``source:41`` for message 41; its time is that of the message, in UTC.

    Service messages and media without words are passed over.
    """
    channel = str(data.get("name") or "")
    for message in data["messages"][:MAX_ENTRIES]:
        if not isinstance(message, dict) or message.get("type") != "message":
            continue
        text = _text(message.get("text"))
        if not text.strip():
            continue
        number = str(message.get("id") or "")
        stated = {
            "id": f"{channel}/{number}" if channel and number else "",
            "outlet": str(message.get("from") or channel),
            "published": _instant(message),
        }
        fields = {name: value for name, value in stated.items() if value}
        yield Page(f"{source}:{number}", text.encode("utf-8", "replace"), "record", fields)
    yield from _beyond(len(data["messages"]), source)


def pages_of_html_export(content: bytes, source: str) -> Iterator[Page | InputError]:
    """A Page for each message of an HTML export (``messages.html``), at the time that the page shows."""
    try:
        root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError) as error:
        yield InputError("unreadable", f"the export cannot be parsed: {error}", where=source)
        return
    header = root.find_class("page_header")
    channel = " ".join(header[0].text_content().split()) if header else ""
    author = channel
    messages = root.find_class("message")
    for message in messages[:MAX_ENTRIES]:
        names = message.find_class("from_name")
        author = " ".join(names[0].text_content().split()) if names else author
        bodies = message.find_class("text")
        if not bodies:
            continue
        for line_break in bodies[0].iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        text = bodies[0].text_content().strip()
        number = (message.get("id") or "").removeprefix("message")
        dates = [_shown(element.get("title") or "") for element in message.find_class("date")]
        stated = {
            "id": f"{channel}/{number}" if channel and number else "",
            "outlet": author,
            "published": dates[0] if dates else "",
        }
        if text:
            fields = {name: value for name, value in stated.items() if value}
            yield Page(f"{source}:{number}", text.encode("utf-8", "replace"), "record", fields)
    yield from _beyond(len(messages), source)


def _beyond(count: int, source: str) -> Iterator[InputError]:
    """What is said of an export with more messages than are read."""
    if count > MAX_ENTRIES:
        hint = "Export a shorter time, or cut the file in two."
        yield InputError("too-large", f"only its first {MAX_ENTRIES} messages were read", where=source, hint=hint)


def _text(value: Any) -> str:
    """A message's text: a string, or a list of strings and marked-up runs."""
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    runs = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(run for run in runs if isinstance(run, str))


def _instant(message: dict[str, Any]) -> str:
    """The message's Unix time as ISO 8601; ``date`` alone is in the exporter's own zone, so it gets no offset."""
    stamp = str(message.get("date_unixtime") or "")
    if stamp.isdecimal() and len(stamp) <= 11:
        return dt.datetime.fromtimestamp(int(stamp), tz=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(message.get("date") or "")


def _shown(title: str) -> str:
    match = _SHOWN.match(title)
    if not match:
        return ""
    day, month, year, clock, offset = match.groups()
    return f"{year}-{month}-{day}T{clock}{offset or ''}"
