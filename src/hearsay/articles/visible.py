"""What a reader sees of an article's fields: label lines, the heading, time elements, bylines, tag lists, the lede."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import html

from hearsay.articles.byline import clean_byline
from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.fold import fold
from hearsay.articles.labels import Labelled, bare, copyright_holder, labels_in, tags_of
from hearsay.articles.tidy import one_line, squeezed
from hearsay.articles.tree import Line, plain, shown_text
from hearsay.records import Problem

_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|time|published|publish|pubdate|posted|timestamp|fecha|tarih|datum|tarix)", re.IGNORECASE
)
_UPDATED = re.compile(r"updat|modif|edited|lastmod|guncelle|actualiz", re.IGNORECASE)
_BYLINED = re.compile(r"(?:^|[\s_-])(?:byline|author|autor|auteur|yazar|muhabir)(?:$|[\s_-])", re.IGNORECASE)
_TAGGED = re.compile(
    r"(?:^|[\s_-])(?:tags?|keywords|topics?|hashtags|etiketler|etiquetas|labels)(?:$|[\s_-])", re.IGNORECASE
)
_LEDE = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|standfirst|subtitle|sub-title|subheadline|subhead|subheading|sapo|dek|deck|chapo|entradilla|"
    r"bajada|abstract|summary|excerpt|lid|spot|introtext|article-intro|perex|anons)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:related|sidebar|aside|most|popular|trending|recommend\w*|promo|teasers?|cards?|widget|comments?|footer|"
    r"nav|menu|ticker|newsletter|latest|more|carousel|slider|breadcrumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADED = re.compile(r"head|title|titre|titulo|baslik", re.IGNORECASE)
_LABEL_LENGTH = 200
_DATE_LINE = 60
_LEDE_LENGTH = (30, 900)


def read_visible(root: html.HtmlElement, lines: list[Line], found: dict[str, Labelled], language: str | None) -> Draft:
    """The fields that the page shows; ``found`` are the values of its label lines."""
    heading = heading_of(root)
    top = _main(root)
    values: dict[str, Any] = {
        "headline": shown_text(heading) if heading is not None else None,
        "published": _stamp_of(found, "published")
        or _time_element(top, updated=False)
        or _dated_line(lines, heading, language),
        "updated": _stamp_of(found, "updated") or _time_element(top, updated=True),
        "agency_id": found["agency_id"].value if "agency_id" in found else None,
        "agency": found["agency"].value if "agency" in found else None,
        "byline": _byline(top) or (clean_byline(found["byline"].value) if "byline" in found else None),
        "tags": tags_of(found["tags"].value) if found.get("tags") and found["tags"].value else _tag_list(root),
        "outlet": next((name for text, _ in reversed(lines) if (name := copyright_holder(plain(text)))), None),
        "lede": lede_of(heading),
    }
    kept = {name: value for name, value in values.items() if value}
    problems = tuple(
        Problem(code="date-unparsed", message=f"the {label.field} date {label.value[:60]!r} could not be read")
        for label in found.values()
        if label.field in ("published", "updated") and label.stamp is None and any(map(str.isdigit, label.value))
    )
    return replace(Draft(**kept), origin_of=dict.fromkeys(kept, "label"), problems=problems)


def labelled(lines: list[Line], language: str | None) -> tuple[dict[str, Labelled], frozenset[str]]:
    """The first label of each kind, also where its value stands on the next line; and the label lines, squeezed."""
    found: dict[str, Labelled] = {}
    seen: set[str] = set()
    for k, (text, _) in enumerate(lines):
        if len(text) > _LABEL_LENGTH:
            continue
        for label in labels_in(text, language):
            if not label.value and k + 1 < len(lines):
                below = labels_in(f"{text.rstrip(' :')}: {lines[k + 1][0]}", language)
                label = below[-1] if below and len(lines[k + 1][0]) <= _LABEL_LENGTH else label  # noqa: PLW2901
            if label.field != "other":
                seen.add(squeezed(text))
            if label.value and label.field not in found:
                found[label.field] = label
    return found, frozenset(seen)


def _stamp_of(found: dict[str, Labelled], field: str) -> Stamp | None:
    return found[field].stamp if field in found else None


def heading_of(root: html.HtmlElement) -> html.HtmlElement | None:
    """The page's own heading: the h1 that its title repeats, else one that is called a headline, else the only one."""
    headings = [h for h in root.iter("h1") if len(shown_text(h)) > 1]
    title = fold(one_line(root.findtext(".//title") or "")[:300])
    matching = [h for h in headings if fold(shown_text(h))[:300] in title]
    if matching:
        return max(matching, key=lambda h: len(h.text_content()))
    named = [h for h in headings if _HEADED.search(_names(h)) or h.get("itemprop") == "headline"]
    if named or headings:
        return (named or headings)[0]
    smaller = (h for h in root.iter("h2", "h3") if len(text := fold(shown_text(h))) > 12 and text[:300] in title)
    return next(smaller, None)


def _main(root: html.HtmlElement) -> html.HtmlElement:
    """Where the article is: the article element with most text, else the main one, else all."""
    articles = list(root.iter("article"))
    if articles:
        return max(articles[:50], key=lambda element: len(element.text_content()))
    return next(iter(root.iter("main")), root)


def _time_element(top: html.HtmlElement, *, updated: bool) -> Stamp | None:
    for element in list(top.iter("time", "abbr"))[:40]:
        written = element.get("datetime") or element.get("title") or element.text_content()
        teaser = next(element.iterancestors("article"), top)  # an article inside the article is another story
        if _outside(element) or updated != _says_updated(element) or (teaser is not top and top.tag == "article"):
            continue
        stamp = read_date(one_line(written)[:120])
        if stamp:
            return stamp
    return None


def _says_updated(element: html.HtmlElement) -> bool:
    parent = element.getparent()
    around = (
        _names(element) + " " + (_names(parent) if parent is not None else "") + " " + (element.get("itemprop") or "")
    )
    before = (parent.text or "") if parent is not None else ""
    return bool(_UPDATED.search(around) or _UPDATED.search(before))


def _dated_line(lines: list[Line], heading: html.HtmlElement | None, language: str | None) -> Stamp | None:
    """A line near the heading that is a date and nothing else, or the date in an element that is called one."""
    if heading is None:
        return None
    at = next(
        (k for k, (_, element) in enumerate(lines) if element is heading or heading in element.iterancestors()), None
    )
    if at is None:
        return None
    near = [*lines[at + 1 : at + 16], *reversed(lines[max(0, at - 6) : at])]
    for text, element in near:
        if len(text) > 120 or not any(map(str.isdigit, text)):
            continue
        stamp = read_date(plain(text), language=language)
        if stamp and (stamp.complete or len(text) <= _DATE_LINE or _DATED.search(_names(element))):
            return stamp
    return None


def _byline(top: html.HtmlElement) -> str | None:
    for element in top.iter("p", "span", "div", "a", "address", "li"):
        if element.get("rel") == "author" or element.get("itemprop") == "author" or _BYLINED.search(_names(element)):
            text = shown_text(element)
            if 2 < len(text) <= 100 and not _outside(element) and (name := clean_byline(text)):
                return name
    return None


def _tag_list(root: html.HtmlElement) -> tuple[str, ...]:
    """The links of the first list that is called tags."""
    for element in root.iter("ul", "div", "p", "section", "footer"):
        if _TAGGED.search(_names(element)) and len(element) < 60:
            links = [shown_text(link) for link in element.iter("a")]
            tags = [link.strip("#") for link in links if link and len(link.split()) <= 6]
            if tags and len(tags) >= 0.8 * len(links):
                return tuple(dict.fromkeys(tags))
    return tuple(dict.fromkeys(shown_text(link) for link in root.iter("a") if "tag" in (link.get("rel") or "").split()))


def lede_of(heading: html.HtmlElement | None) -> str | None:
    """A paragraph that the page sets apart as its lede, before or after the heading, never from a list of others."""
    if heading is None:
        return None
    scope = heading
    for _ in range(4):
        parent = scope.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        scope = parent
    for element in scope.iter("p", "div", "h2", "h3", "span", "section"):
        names = _names(element) + " " + (element.get("itemprop") or "")
        if not _LEDE.search(names) or _outside(element, upto=scope) or len(element.findall(".//p")) > 3:
            continue
        if element is heading or heading in element.iterdescendants():
            continue
        text = shown_text(element)
        if (
            _LEDE_LENGTH[0] <= len(text) <= _LEDE_LENGTH[1]
            and len(text.split()) >= 6
            and bare(text) != bare(shown_text(heading))
        ):
            return text
    return None


def _outside(element: html.HtmlElement, upto: html.HtmlElement | None = None) -> bool:
    """Whether the element lies in a list of other stories, the page's edge, or the like."""
    for ancestor in element.iterancestors():
        if ancestor is upto or ancestor.tag in ("body", "html"):
            return False
        if ancestor.tag in ("aside", "nav", "footer") or _OUTSIDE.search(_names(ancestor)):
            return True
    return False


def _names(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
