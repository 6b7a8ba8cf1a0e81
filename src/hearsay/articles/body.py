"""The body of a page, by trafilatura, and what it leaves in taken off."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

import trafilatura
from lxml import html

from hearsay.articles.dates import read_date
from hearsay.articles.labels import bare, labels_in, mark_of
from hearsay.articles.plain import is_prose
from hearsay.articles.tidy import squeezed, visible

# It warns about every page without text; that is an error of ours with a code.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_BLOCKS = frozenset(["p", "head", "item", "quote", "row", "code", "ab", "list", "table", "cell", "div", "body"])
_LINK_EDGES = " \t\r\n.,:;|•·–—-→»›>"
_CODE = re.compile(
    r"function\s*\w*\(|window\.\w|document\.\w|console\.log|\bvar \w+\s*=|\.push\(|=>\s*\{|"
    r"\{\s*[\w-]+\s*:\s*[^{}]{1,80};"
)
_LATE = 0.4
"""A mark of the article's end counts as one only after so much of the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and whether it is nothing but a link."""

    text: str
    link: bool = False


def body_of(root: html.HtmlElement) -> tuple[Paragraph, ...]:
    """The paragraphs that trafilatura takes for the body; none where it finds no text."""
    document = trafilatura.bare_extraction(root, include_comments=False, include_links=True, with_metadata=False)
    body = getattr(document, "body", None)
    return () if body is None else tuple(_paragraphs(body))


def _paragraphs(body: html.HtmlElement) -> list[Paragraph]:
    """The blocks of trafilatura's tree, innermost first, in page order."""
    found: list[Paragraph] = []
    parts: list[tuple[str, bool]] = []

    def close() -> None:
        loose = any(part.strip(_LINK_EDGES) for part, linked in parts if not linked)
        for line in visible("".join(text for text, _ in parts)).split("\n"):
            text = " ".join(line.split())
            if text:
                found.append(Paragraph(text, link=not loose))
        parts.clear()

    def walk(element: html.HtmlElement, linked: bool) -> None:
        block = element.tag in _BLOCKS
        if block:
            close()
        linked = linked or element.tag == "ref"
        parts.append(("\n" if element.tag == "lb" else element.text or "", linked))
        for child in element:
            walk(child, linked)
            parts.append((child.tail or "", linked))
        if block:
            close()

    walk(body, False)
    close()
    return found


def cleaned(
    paragraphs: tuple[Paragraph, ...], headline: str | None, label_lines: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The paragraphs that are text: no headline, no label lines, no links to other stories, nothing after the end.

    ``label_lines`` are the page's own, squeezed: here their parts may have run together.
    """
    total = sum(len(paragraph.text) for paragraph in paragraphs)
    kept: list[str] = []
    known: set[str] = set()
    seen = 0
    started = False
    for paragraph in paragraphs:
        text = paragraph.text
        mark = mark_of(text)
        if mark in ("end", "after") and seen >= _LATE * total:
            break
        seen += len(text)
        started = started or is_prose(text)
        linked = (paragraph.link and _is_link(text)) or squeezed(text) in label_lines
        if not (mark or linked or _is_furniture(text, headline, at_head=not started) or _is_repeated(text, known)):
            kept.append(text)
            known.add(text)
    while kept and _trails(kept[-1]):
        kept.pop()
    return tuple(kept)


def _is_link(text: str) -> bool:
    """The title of another story: some words, no sentence."""
    return len(text.split()) >= 4 and not text.endswith((".", "”", '"', "»"))


def _is_repeated(text: str, known: set[str]) -> bool:
    """A paragraph that has been on the page already (pull quotes, a lede shown twice)."""
    return len(text.split()) >= 4 and text in known


def _is_furniture(text: str, headline: str | None, *, at_head: bool) -> bool:
    if headline and bare(text) == bare(headline):
        return True
    if len(text) > 200 or "(" in text:
        return bool(_CODE.search(text[:4000])) and len(_CODE.findall(text[:4000])) > 1
    stamp = read_date(text) if any(map(str.isdigit, text)) else None
    if stamp and stamp.complete:
        return True
    labels = labels_in(text)
    return any(
        label.field in ("published", "updated", "agency_id", "tags") or (at_head and label.field != "other")
        for label in labels
    )


def _trails(text: str) -> bool:
    """A last line that is a label, a byline or initials."""
    return bool(labels_in(text)) or (
        bool(re.fullmatch(r"(?:[^\W\d_]\.?\s?){1,3}(?:/\s?(?:[^\W\d_]\.?\s?){1,3})?", text)) and len(text) <= 8
    )
