"""What a page says in JSON-LD (schema.org) of the article on it."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html

from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.identity import canonical_url
from hearsay.articles.labels import tags_of
from hearsay.articles.tidy import one_line

_MAX_SCRIPT = 1_000_000
_MAX_NODES = 5_000
_ARTICLE_TYPES = re.compile(
    r"(?:\w*(?:News|Report|Liveblog|LiveBlog|Blog)\w*(?:Article|Post|Posting)|\w*Article|Report|BlogPosting)$"
)
_NOISE = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*$")

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)

Node = dict[str, Any]


def read_jsonld(root: html.HtmlElement, canonical: str | None) -> Draft:
    """The fields of the page's article node; an empty Draft where there is none."""
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return Draft()
    ours = next((n for n in articles if canonical and canonical in map(canonical_url, _urls(n))), None)
    node = ours or max(articles, key=lambda n: ("datePublished" in n) + ("headline" in n))
    main = node.get("mainEntityOfPage")
    node = {**main, **node} if isinstance(main, dict) else node  # some nest their fields one level too deep
    by_id = {str(n["@id"]): n for n in nodes if "@id" in n and len(n) > 1}
    values: dict[str, Any] = {
        "headline": _text(node.get("headline")) or _text(node.get("name")),
        "published": _stamp(node.get("datePublished")) or _stamp(node.get("dateCreated")),
        "updated": _stamp(node.get("dateModified")),
        "byline": ", ".join(_names(node.get("author") or node.get("creator"), by_id)) or None,
        "outlet": next(iter(_names(node.get("publisher"), by_id)), None),
        "tags": _keywords(node.get("keywords")),
        "language": _language(node.get("inLanguage")),
    }
    kept = {name: value for name, value in values.items() if value}
    return replace(Draft(**kept), origin_of=dict.fromkeys(kept, "json-ld"))


def body_in_jsonld(root: html.HtmlElement) -> str | None:
    """The article body that JSON-LD carries, for pages that show theirs by script only."""
    nodes = (node for script in _scripts(root) for node in _nodes(script) if _is_article(node))
    bodies = [body for node in nodes if isinstance(body := node.get("articleBody"), str)]
    return max(bodies, key=len, default=None)


def _scripts(root: html.HtmlElement) -> Iterator[Any]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = _NOISE.sub("", (script.text or "")[:_MAX_SCRIPT]).strip().rstrip(";")
        # What comes after the first value (a stray brace, a comma) is passed over; a trailing comma inside is mended.
        for text in (source, _TRAILING_COMMA.sub(r"\1", source)):
            try:
                yield _DECODER.raw_decode(text)[0]
                break
            except (ValueError, RecursionError):
                continue


def _nodes(data: Any) -> Iterator[Node]:
    """Every object in ``data`` that could stand for itself: at the top, in a list, in ``@graph``, as main entity."""
    stack, seen = [data], 0
    while stack and seen < _MAX_NODES:
        item = stack.pop()
        seen += 1
        if isinstance(item, list):
            stack.extend(reversed(item[:_MAX_NODES]))
        elif isinstance(item, dict):
            yield item
            stack.extend(
                item[key]
                for key in ("mainEntity", "mainEntityOfPage", "@graph")
                if isinstance(item.get(key), dict | list)
            )


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.match(kind.rsplit("/", 1)[-1]) for kind in kinds)


def _urls(node: Node) -> list[str]:
    main = node.get("mainEntityOfPage")
    found = [node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main]
    return [url for url in found if isinstance(url, str)]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    plain = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", entities.unescape(entities.unescape(value)))
    return one_line(plain) or None


def _stamp(value: Any) -> Stamp | None:
    text = _text(value)
    return read_date(text) if text else None


def _names(value: Any, by_id: dict[str, Node]) -> list[str]:
    """Names of people or organisations: strings, objects, references by ``@id``, or a list of them."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = by_id.get(str(item.get("@id")), item) if isinstance(item, dict) and "name" not in item else item
        name = node.get("name") if isinstance(node, dict) else node
        for single in name if isinstance(name, list) else [name]:
            text = _text(single)
            if text and not text.startswith(("http://", "https://")) and text not in names:
                names.append(text)
    return names[:10]


def _keywords(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    tags = [tag for part in parts if (text := _text(part)) for tag in tags_of(text)]
    return tuple(dict.fromkeys(tags))[:50]


def _language(value: Any) -> str | None:
    text = _text(value.get("alternateName") if isinstance(value, dict) else value)
    return text if text and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", text) else None
