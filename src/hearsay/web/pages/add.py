"""Adding a page: an address, pasted text, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated

from fastapi import File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from hearsay.errors import InputError, StoreError
from hearsay.ingest import Taken
from hearsay.publish.redact import redact
from hearsay.records import Coding
from hearsay.store import single
from hearsay.web.adding import MOST_BYTES, Happening, pages_of_address, pages_of_text, pages_of_upload
from hearsay.web.faults import status_of
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite

_EMPTY = {"url": "", "text": "", "headline": "", "outlet": "", "published": ""}
Words = Annotated[str, Form(max_length=MOST_BYTES)]


def form(request: Request, site: TheSite) -> Response:
    """The three ways of adding."""
    return _page(request, site, [], {})


def add_address(request: Request, site: TheSite, url: Words = "") -> Response:
    """Fetch a page."""
    return _taken(request, site, site.adding.take(pages_of_address(url.strip())), {"url": url})


def add_text(
    request: Request,
    site: TheSite,
    text: Words = "",
    headline: Words = "",
    outlet: Words = "",
    published: Words = "",
) -> Response:
    """Take in pasted text."""
    stated = {"headline": headline.strip(), "outlet": outlet.strip(), "published": published.strip()}
    return _taken(request, site, site.adding.take(pages_of_text(text, stated)), {"text": text, **stated})


def add_file(request: Request, site: TheSite, file: Annotated[UploadFile, File()]) -> Response:
    """Take in a file: a page, text, JSON Lines, a feed, WARC."""
    return _taken(request, site, site.adding.take(pages_of_upload(file.file.read(), file.filename or "")), {})


def _taken(request: Request, site: Site, events: Iterator[Happening], given: dict[str, str]) -> Response:
    """The coding as it is made, then where it is kept; on to the article where it is known; back to the form with
    the errors where nothing could be coded."""
    before: list[Taken | InputError] = []
    for event in events:
        if isinstance(event, Coding):
            shown = _shown(chain(before, [event], events), site)
            return site.stream(request, "adding.html", {"events": shown})
        before.append(event)
    if len(before) == 1 and isinstance(before[0], Taken):
        return RedirectResponse(f"/articles/{before[0].article}", status_code=303)
    return _page(request, site, before, given)


def _shown(events: Iterable[Happening], site: Site) -> Iterator[tuple[str, object]]:
    """Each event with its kind, for the template; of what is kept also the incidents that it is part of."""
    try:
        for event in events:
            match event:
                case Coding():
                    yield "coded", redact(event, names=site.settings.names)
                case Taken():
                    with site.reading() as db:
                        homes = single.home_of_claims(db, single.current(db, event.article))
                    yield "kept", (event, tuple(dict.fromkeys(homes.values())))
                case InputError():
                    yield "failed", event
    except StoreError as error:  # too late for an error's page: the answer has begun
        yield "failed", error


def _page(request: Request, site: Site, results: list[Taken | InputError], given: dict[str, str]) -> Response:
    taken = [result for result in results if isinstance(result, Taken)]
    failed = [result for result in results if isinstance(result, InputError)]
    status = status_of(failed[0]) if failed and not taken else 200
    return site.page(
        request, "add.html", {"taken": taken, "failed": failed, "given": {**_EMPTY, **given}}, status=status
    )


ROUTES = (
    Route("/add", form, Permission.ADD),
    Route("/add/address", add_address, Permission.ADD, ("POST",)),
    Route("/add/text", add_text, Permission.ADD, ("POST",)),
    Route("/add/file", add_file, Permission.ADD, ("POST",)),
)
