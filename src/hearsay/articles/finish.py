"""From what was found on a page to the contract's Article."""

from __future__ import annotations

from hearsay.articles.dateline import Head, dateline_of
from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.identity import key_of, sha256_of, version_of
from hearsay.articles.language import language_of
from hearsay.articles.tidy import joined, one_line, squeezed
from hearsay.errors import InputError
from hearsay.pages import Page
from hearsay.records import Article, Dateline, FieldOrigin, Problem


def finished(page: Page, draft: Draft) -> tuple[Article, tuple[Problem, ...]]:
    """The Article of ``draft``. What the input states of itself comes before what the page says.

    Raises :class:`InputError` ``no-body`` when there is no text.
    """
    paragraphs = _with_lede(draft)
    text = joined(paragraphs)
    if not any(char.isalpha() for char in text):
        hint = "Its text may be loaded by a script; save the page as shown."
        raise InputError("no-body", "no article text in it", where=page.source, hint=hint)
    said_by = page.fields.get("outlet") or draft.outlet
    # A lede that the page sets apart may stand before the dateline.
    head = next((found for part in paragraphs[:2] if (found := dateline_of(part, said_by))), None)
    problems = list(draft.problems)
    outlet = _stated(page, "outlet") or draft.outlet or (head.agency if head else None)
    published, origin = _published(page, draft, head, problems)
    url = _stated(page, "url") or draft.url
    origins: dict[str, FieldOrigin] = dict(draft.origin_of)
    if outlet and not draft.outlet and not _stated(page, "outlet"):
        origins["outlet"] = "label"
    if origin:
        origins["published"] = origin
    for name in ("outlet", "headline", "url"):
        if _stated(page, name):
            origins.pop(name, None)
    if _stated(page, "published"):
        origins.pop("published", None)
    key = key_of(url, outlet, draft.agency_id, text)
    article = Article(
        id=page.fields.get("id") or key,
        key=key,
        version=version_of(text),
        input=page.source,
        url=url,
        outlet=outlet,
        language=language_of(text, _stated(page, "language") or draft.language),
        headline=_stated(page, "headline") or draft.headline,
        lede=draft.lede,
        byline=draft.byline,
        dateline=_dateline(head, draft.agency),
        agency_id=draft.agency_id,
        published=published,
        updated=draft.updated.iso() if draft.updated else None,
        tags=draft.tags,
        text=text,
        sha256=sha256_of(page.content),
        retrieved=_stated(page, "retrieved"),
        origin_of={name: origins[name] for name in sorted(origins)},
    )
    return article, tuple(problems)


def _with_lede(draft: Draft) -> tuple[str, ...]:
    """Lede and body; a lede that the body repeats at its head is not set twice."""
    if not draft.lede or any(_same(draft.lede, paragraph) for paragraph in draft.body[:2]):
        return draft.body
    return (*draft.lede.split("\n\n"), *draft.body)


def _same(lede: str, paragraph: str) -> bool:
    return squeezed(paragraph).startswith(squeezed(lede).rstrip(".…"))


def _stated(page: Page, name: str) -> str | None:
    return one_line(page.fields.get(name, "")) or None


def _published(
    page: Page, draft: Draft, head: Head | None, problems: list[Problem]
) -> tuple[str | None, FieldOrigin | None]:
    """The publish date: as the input states it, as the page does, from the dateline; else a problem."""
    stated = _stated(page, "published")
    stamp: Stamp | None = None
    origin: FieldOrigin | None = None
    if stated:
        stamp = read_date(stated)
        if stamp is None:
            message = f"the published date {stated[:60]!r} could not be read"
            problems.append(Problem(code="date-unparsed", message=message))
    if stamp is None and draft.published:
        stamp, origin = draft.published, draft.origin_of.get("published", "label")
    if stamp is None and head and head.stamp:
        stamp, origin = head.stamp, "label"
    if stamp is None:
        if not any(problem.code == "date-unparsed" for problem in problems):
            problems.append(Problem(code="no-date", message="no publish date was found"))
        return None, None
    if stamp.ambiguous:
        message = f"read day first as {stamp.day.isoformat()}; it could be month first"
        problems.append(Problem(code="date-ambiguous", message=message))
    return stamp.iso(), origin


def _dateline(head: Head | None, agency: str | None) -> Dateline | None:
    place = head.place if head else None
    agency = (head.agency if head else None) or agency
    return Dateline(place=place, agency=agency) if place or agency else None
