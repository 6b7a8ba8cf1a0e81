"""What a page says in its head: meta elements, canonical link, title."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.identity import canonical_url
from hearsay.articles.labels import bare, tags_of
from hearsay.articles.tidy import one_line
from hearsay.codebook import table

_LONGEST = 1000
_TITLE_BREAK = re.compile(r"\s+[|–—\-•·»:]+\s+|\s*\|\s*|\s*::\s*")


def metas_of(root: html.HtmlElement) -> dict[str, list[str]]:
    """Contents of the meta elements by lower-case name, property or itemprop, in page order."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = one_line((meta.get("content") or "")[:_LONGEST])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def read_metas(root: html.HtmlElement) -> Draft:
    """The fields that the page's head gives. The description is not among them: it need not be on the page."""
    metas, names = metas_of(root), table("article_meta")
    url = url_of(root, metas)

    def first(field: str) -> str | None:
        return next((metas[name][0] for name in names[field] if name in metas), None)

    values: dict[str, Any] = {
        "published": _stamp(metas, names["published"]),
        "updated": _stamp(metas, names["updated"]),
        "outlet": first("outlet"),
        "byline": _byline(first("byline")),
        "agency_id": first("agency_id"),
        "tags": tuple(
            dict.fromkeys(tag for name in names["tags"] for text in metas.get(name, []) for tag in tags_of(text))
        )[:50],
        "language": root.get("lang") or first("language"),
        "url": url,
    }
    values["headline"] = _headline(first("headline"), values["outlet"])
    kept = {name: value for name, value in values.items() if value}
    return Draft(**kept, origin_of=dict.fromkeys(kept, "meta"))


def url_of(root: html.HtmlElement, metas: dict[str, list[str]]) -> str | None:
    """The page's own address: the canonical link, else ``og:url``; only a whole web address counts."""
    links = [
        link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    return next((url.strip() for url in [*links, *metas.get("og:url", [])] if canonical_url(url)), None)


def title_parts(root: html.HtmlElement) -> list[str]:
    """The page's title cut at its bars and dashes."""
    title = root.find(".//title")
    text = one_line(title.text_content()[:_LONGEST]) if title is not None else ""
    return [part.strip() for part in _TITLE_BREAK.split(text) if part and part.strip()]


def without_outlet(title: str, outlet: str | None) -> str:
    """``title`` without the outlet's name at its end (``… | Ridings Sport``)."""
    breaks = list(_TITLE_BREAK.finditer(title))
    if breaks and outlet and bare(title[breaks[-1].end() :]) in (bare(outlet), bare(outlet).removeprefix("the ")):
        return title[: breaks[-1].start()].strip()
    return title


def _headline(title: str | None, outlet: str | None) -> str | None:
    return without_outlet(title, outlet) if title else None


def _byline(value: str | None) -> str | None:
    return value if value and not value.startswith(("http", "@")) and len(value) <= 120 else None


def _stamp(metas: dict[str, list[str]], names: list[str]) -> Stamp | None:
    stamps = (read_date(text) for name in names for text in metas.get(name, ()))
    return next((stamp for stamp in stamps if stamp), None)
