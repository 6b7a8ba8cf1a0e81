"""Hearsay turns conflict reporting into attributed event data.

>>> import hearsay
>>> text = "Rebels shelled Saraqib on Sunday, killing three civilians, a monitor said."
>>> coding = hearsay.code(text, published="2020-02-12")
>>> coding.claims[0].event.type
'ASSAULT'
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from hearsay.errors import DataError, HearsayError, InputError, OutputError
from hearsay.records import (
    Article,
    Attribution,
    Claim,
    Coding,
    Count,
    Entity,
    Event,
    Incident,
    Mention,
    Party,
    Place,
    Problem,
    Speaker,
    Time,
)

if TYPE_CHECKING:
    from hearsay.pages import Page

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Coding",
    "Count",
    "DataError",
    "Entity",
    "Event",
    "HearsayError",
    "Incident",
    "InputError",
    "Mention",
    "OutputError",
    "Party",
    "Place",
    "Problem",
    "Speaker",
    "Time",
    "__version__",
    "code",
]

__version__ = version("hearsay")


def code(
    text_or_article: str | Article,
    *,
    published: str | None = None,
    outlet: str | None = None,
    headline: str | None = None,
    url: str | None = None,
) -> Coding:
    """Code one article: its text, or an Article made elsewhere.

    ``published`` is an ISO 8601 date or datetime; without it "on Sunday" stays open. The keywords belong to a text; an
    Article carries its own. Raises InputError where there is nothing to code.
    """
    from hearsay.articles import to_article
    from hearsay.pipeline import code_article, references

    if isinstance(text_or_article, Article):
        return code_article(text_or_article, references())
    fields = {"published": published, "outlet": outlet, "headline": headline, "url": url}
    article, problems = to_article(_page(text_or_article, {k: v for k, v in fields.items() if v is not None}))
    return code_article(article, references(), problems)


def _page(text: str, fields: dict[str, str]) -> Page:
    from hearsay.pages import Page

    return Page(source="text", content=text.encode("utf-8", "replace"), media="record", fields=fields)
