"""The article inside a page's own scripts.

Pages built in the browser ship their text as a JSON string of markup (``"content":"\\u003cp\\u003e…"``) among the
application's state. Only pages that show no text otherwise are read this way; nothing is run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree, html

from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.tidy import one_line, visible

_OPENED = re.compile(r"(?:<|\\u003[cC])p(?:[\s>]|\\u003[eE])")
_REST = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_BEFORE = 4000
"""How far into its string the first paragraph may begin."""
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_NEAR = 20_000
_MAX_STRINGS = 60
_FIELD = r'"(?:{names})"\s*:\s*("(?:[^"\\]|\\.){{4,400}}")'
_TITLE = re.compile(_FIELD.format(names="title|headline|headLine"))
_DATE = re.compile(
    _FIELD.format(
        names=r"(?:date)?(?:first)?[pP]ublish(?:ed|ing)?(?:Date|At|Time|On|_at|_date|_time)?(?:Time)?|pubDate|regDate|deployDate|createdAt|created_at"
    )
)


def read_state(root: html.HtmlElement) -> Draft:
    """Body, headline and date from the longest marked-up string of the page's scripts; empty where there is none."""
    best: tuple[int, str, str, int] | None = None
    for script in root.iter("script"):
        source = script.text or ""
        for at, value in _marked_up(source):
            if len(_PARAGRAPH.findall(value)) > 1 and (best is None or len(value) > best[0]):
                best = (len(value), value, source, at)
    if best is None:
        return Draft()
    _, value, source, at = best
    near = source[max(0, at - _NEAR) : at + len(value) + _NEAR]
    found: dict[str, Any] = {"body": _paragraphs(value), "headline": _title(near), "published": _date(near)}
    kept = {name: item for name, item in found.items() if item}
    return replace(Draft(**kept), origin_of={name: "guess" for name in kept if name != "body"})


def _marked_up(source: str) -> Iterator[tuple[int, str]]:
    """The JSON strings in ``source`` that hold a paragraph, with where they begin."""
    end = 0
    for _ in range(_MAX_STRINGS):
        opened = _OPENED.search(source, end)
        if opened is None:
            return
        quote = _opening_quote(source, max(end, opened.start() - _BEFORE), opened.start())
        closed = _REST.match(source, quote + 1) if quote >= 0 else None
        end = max(opened.end(), closed.end() if closed else 0)
        value = _string(source[quote : closed.end()]) if closed else None
        if value:
            yield quote, value


def _opening_quote(source: str, start: int, end: int) -> int:
    """The last quote in between that no backslash precedes, or -1."""
    quote = source.rfind('"', start, end)
    while quote > 0 and source[quote - 1] == "\\":
        quote = source.rfind('"', start, quote - 1)
    return quote


def _string(literal: str) -> str | None:
    try:
        value = json.loads(literal, strict=False)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _paragraphs(markup: str) -> tuple[str, ...]:
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return ()
    found = (" ".join(visible(p.text_content()).split()) for p in root.iter("p", "h2", "h3", "li"))
    return tuple(text for text in found if text)


def _title(near: str) -> str | None:
    match = _TITLE.search(near)
    value = _string(match[1]) if match else None
    return one_line(value) or None if value else None


def _date(near: str) -> Stamp | None:
    stamps = (read_date(value) for match in _DATE.finditer(near) if (value := _string(match[1])))
    return next((stamp for stamp in stamps if stamp), None)
