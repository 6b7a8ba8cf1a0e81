"""Markup to a tree, within bounds: nothing entity-expanded, nothing fetched, and no text lost in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree, html

from hearsay.articles.tidy import one_line
from hearsay.errors import InputError
from hearsay.records import Problem

Line = tuple[str, html.HtmlElement]
"""A line of a page and the element it begins in."""

MAX_ELEMENTS = 120_000
"""The longest live blogs have some 30,000. trafilatura takes half a minute over 300,000 unclosed paragraphs."""
MAX_DEPTH = 240
"""Past 255 levels the parser drops text without a word."""

_UNSEEN = frozenset("script style template noscript head svg iframe object".split())
BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table td th time tr ul".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>")
_WRAPPERS = re.compile(
    r"</?(?:div|span|font|center|section|b|i|u|em|strong|big|small|table|tbody|tr|td)\b[^<>]*>", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")
_TABS = re.compile(r" *\t[ \t]*")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_PAGE = re.compile(r"<body[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_MAY_STAY_OPEN = 2
"""``html`` and ``body``; a page that leaves out their ends too closes all else."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_is_deep = etree.XPath(f"boolean(//*[count(ancestor::*) >= {MAX_DEPTH}])")
_SELF_CLOSING = frozenset("p li dt dd td th tr thead tbody tfoot option optgroup colgroup rp rt".split())
"""Whose end tag may be left out: opening the next closes the last, so they do not nest."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page."""

    root: html.HtmlElement
    elements: tuple[html.HtmlElement, ...] = ()
    """All of them, held so that lxml need not wrap each anew whenever it is visited."""
    problems: tuple[Problem, ...] = ()


def parse(text: str, where: str) -> Tree:
    """The tree of a page.

    A page nested deeper than the parser goes is parsed again without its wrappers, and the Problem ``too-deep`` says
    so. Raises :class:`InputError`: ``too-complex`` (more than :data:`MAX_ELEMENTS` tags), ``no-body``.
    """
    if text.count("<") > MAX_ELEMENTS and _measure(text).elements > MAX_ELEMENTS:
        raise InputError("too-complex", f"more than {MAX_ELEMENTS} elements", where=where)
    problems: tuple[Problem, ...] = ()
    if _PAGE.search(text) and not _CLOSED.search(text) and _measure(text).left_open:
        problems = (Problem(code="truncated", message="the page breaks off before its end"),)
    root = _parsed(text, where)
    if _is_deep(root):
        message = f"nested {_measure(text).depth} levels deep: read without its layout, its paragraphs may run together"
        problems += (Problem(code="too-deep", message=message),)
        root = _parsed(_WRAPPERS.sub("\n", text), where)
    return Tree(root, tuple(root.iter()), problems)


def _parsed(text: str, where: str) -> html.HtmlElement:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("no-body", "there is no markup that could be read", where=where) from error


@lru_cache(maxsize=1024)
def _nests(name: str) -> bool:
    kind = name.lower()
    return kind not in _SELF_CLOSING and kind not in _VOID


class _Measure(NamedTuple):
    """Elements opened, how deep they nest at most, and whether some stay open that must be closed."""

    elements: int
    depth: int
    left_open: bool


def _measure(text: str) -> _Measure:
    """By the tags as they are written: slow, and asked only of a page that looks amiss."""
    count = depth = deepest = 0
    for closing, name, rest in _TAG.findall(text):
        if not closing:
            count += 1
        if not _nests(name) or rest.endswith("/"):
            continue
        if not closing:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return _Measure(count, deepest, depth > _MAY_STAY_OPEN)


def lines_of(root: html.HtmlElement) -> list[Line]:
    """The page as lines, one for each block, with the element that each begins in; scripts and the like left out.

    A tab stands where an inline element begins or ends inside a line: labels set side by side are told apart by it.
    :func:`plain` takes it out.
    """
    lines: list[Line] = []
    buffer: list[str] = []
    owner = root

    def flush(element: html.HtmlElement) -> None:
        nonlocal owner
        text = _TABS.sub("\t", "".join(buffer)).strip()
        if text:
            lines.append((text, owner))
        buffer.clear()
        owner = element

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
                continue
            if tag in BLOCKS:
                flush(element)
            else:
                buffer.append("\t")
            if element.text:
                buffer.append(_SPACES.sub(" ", element.text))
            continue
        if tag in BLOCKS:
            parent = element.getparent()
            flush(parent if parent is not None else root)
        else:
            buffer.append("\t")
        if element.tail and element is not root:
            buffer.append(_SPACES.sub(" ", element.tail))
    flush(root)
    return lines


def plain(line: str) -> str:
    """A line as it is read, without the marks of its inline elements."""
    return " ".join(line.replace("\t", "").split())


def shown_text(element: html.HtmlElement) -> str:
    """The text of ``element`` on one line, without scripts and styles."""
    if element.find(".//script") is None and element.find(".//style") is None:
        return one_line(element.text_content())
    return one_line(" ".join(plain(text) for text, _ in lines_of(element)))
