"""A page of markup: fields from JSON-LD, then meta, then what the page shows, then a guess; body by trafilatura."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from htmldate import find_date
from lxml import html

from hearsay.articles.body import Paragraph, body_of, cleaned
from hearsay.articles.byline import clean_byline
from hearsay.articles.clock import on_its_clock
from hearsay.articles.dates import read_date
from hearsay.articles.draft import Draft
from hearsay.articles.identity import canonical_url
from hearsay.articles.jsonld import body_in_jsonld, read_jsonld
from hearsay.articles.labels import bare
from hearsay.articles.metatags import metas_of, read_metas, title_parts, url_of, without_outlet
from hearsay.articles.state import read_state
from hearsay.articles.tidy import paragraphs
from hearsay.articles.tree import lines_of, parse, plain
from hearsay.articles.visible import labelled, read_visible

_FIELDS = (
    "headline",
    "published",
    "updated",
    "byline",
    "outlet",
    "agency",
    "agency_id",
    "tags",
    "language",
    "url",
    "lede",
)
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"
"""htmldate's own bound is today, which would make its answer depend on the clock."""
_SHORT_BODY = 200
"""Characters below which the body that JSON-LD carries is looked at."""


def read_markup(text: str, where: str) -> Draft:
    """The article on a page. ``body`` is empty where there is none. Raises InputError where it cannot be parsed."""
    tree = parse(text, where)
    root = tree.root
    meta = read_metas(root)
    structured = read_jsonld(root, canonical_url(url_of(root, metas_of(root)) or ""))
    language = (structured.language or meta.language or "")[:2].lower() or None
    lines = lines_of(root)
    found, label_lines = labelled(lines, language)
    shown = read_visible(root, lines, found, language)
    draft = structured.filled(meta, _FIELDS).filled(shown, _FIELDS)
    draft = _on_its_day(draft, shown)
    if draft.published and (not shown.published or shown.published.offset):
        local = on_its_clock(draft.published, text)
        draft = replace(draft, published=local if local.day != draft.published.day else draft.published)
    if shown.headline and meta.headline and bare(shown.headline) == bare(without_outlet(meta.headline, draft.outlet)):
        # The headline for search engines in JSON-LD may differ from the one that readers get.
        draft = replace(draft, headline=shown.headline, origin_of=draft.origin_of | {"headline": "meta"})
    draft = _named(draft, root)
    body = cleaned(body_of(root), draft.headline, label_lines)
    if sum(map(len, body)) < _SHORT_BODY:
        state = read_state(root)
        body = _from_jsonld(root, draft.headline) or state.body or body
        draft = _from_state(draft, state) if state.body and state.body == body else draft
    draft = _guessed(draft, root)
    problems = (*tree.problems, *(shown.problems if not draft.published else ()))
    return replace(draft, body=body, problems=problems)


def read_fragment(text: str, where: str) -> Draft:
    """The markup of an article alone, as a feed carries it: all of it is the body, but for links and label lines."""
    tree = parse(f"<div>{text}</div>", where)
    parts = tuple(Paragraph(plain(line)) for line, _ in lines_of(tree.root))
    return Draft(body=cleaned(parts, None), problems=tree.problems)


def _from_state(draft: Draft, state: Draft) -> Draft:
    """The fields that the scripts give; their headline also where the page's is the same and the site's name."""
    draft = draft.filled(state, ("headline", "published"))
    if state.headline and draft.headline and draft.headline.startswith(state.headline):
        return replace(draft, headline=state.headline)
    return draft


def _from_jsonld(root: html.HtmlElement, headline: str | None) -> tuple[str, ...]:
    text = body_in_jsonld(root)
    return cleaned(tuple(Paragraph(part) for part in paragraphs(text)), headline) if text else ()


def _on_its_day(draft: Draft, shown: Draft) -> Draft:
    """The day that the page shows, where its metadata gives the instant in UTC and that falls on the day beside it.

    What a report calls "on Sunday" is told from the day at its place. Where the page shows the time too, the two
    together give the offset; else only the day is kept.
    """
    stamp, local = draft.published, shown.published
    if not stamp or not local or stamp.offset != "Z" or local.offset or abs((local.day - stamp.day).days) != 1:
        return draft
    if local.time and stamp.time:
        apart = dt.datetime.fromisoformat(local.iso()) - dt.datetime.fromisoformat(f"{stamp.day}T{stamp.time[:5]}")
        minutes = round(apart.total_seconds() / 60 / 15) * 15
        if abs(minutes) <= 14 * 60:
            sign, hours = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
            local = replace(local, offset=f"{sign}{hours[0]:02}:{hours[1]:02}")
    return replace(draft, published=local, origin_of=draft.origin_of | {"published": "label"})


def _guessed(draft: Draft, root: html.HtmlElement) -> Draft:
    """htmldate's answer where nothing else gave a date, marked as a guess.

    Not the first of January: that is what it makes of a bare year (a copyright line, a number in a script).
    """
    if draft.published:
        return draft
    guess = find_date(root, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    stamp = read_date(guess) if guess and not guess.endswith("-01-01") else None
    return replace(draft, published=stamp, origin_of=draft.origin_of | {"published": "guess"}) if stamp else draft


def _named(draft: Draft, root: html.HtmlElement) -> Draft:
    """The outlet from the title's end where nothing names it; its name off the headline; the byline's names alone."""
    parts = title_parts(root)
    origins = dict(draft.origin_of)
    outlet, headline = draft.outlet, draft.headline
    if not outlet and len(parts) > 1 and len(parts[-1].split()) <= 4:
        outlet, origins["outlet"] = parts[-1], "meta"
    if not headline and parts:
        headline, origins["headline"] = max(parts, key=len), "meta"
    if headline:
        headline = without_outlet(headline, outlet)
    byline = clean_byline(draft.byline) if draft.byline else None
    return replace(draft, outlet=outlet, headline=headline, byline=byline, origin_of=origins)
