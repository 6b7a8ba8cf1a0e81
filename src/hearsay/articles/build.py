"""One page to one article: read by its kind, finished."""

from __future__ import annotations

from hearsay.articles.draft import Draft
from hearsay.articles.finish import finished
from hearsay.articles.isolated import SHARED
from hearsay.articles.language import open_languages
from hearsay.articles.tidy import paragraphs
from hearsay.pages import Page
from hearsay.records import Article, Problem


def prepare(page: Page) -> None:
    """Start the process that ``page`` is read in and, meanwhile, open what tells its language.

    Nothing needs this: what is not there yet is opened when it is used.
    """
    if page.media != "record":
        SHARED.start()
    open_languages()


def to_article(page: Page) -> tuple[Article, tuple[Problem, ...]]:
    """The Article on ``page``, and what could not be done.

    A record's text is the body as it stands: only its white space is made regular. Pages of markup or plain text are
    read in another process, within limits of time and memory. Raises :class:`InputError` when there is no article:
    ``no-body``, ``wrong-encoding``, ``too-complex``, ``too-slow``, ``crashed``, ``unreadable``.
    """
    if page.media == "record":
        return finished(page, Draft(body=paragraphs(page.content.decode())))
    return finished(page, SHARED.read(page.content, page.media, page.source))
