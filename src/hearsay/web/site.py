"""What the routes share: the settings, the database, the templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from jinja2 import Environment
from sqlalchemy import Connection

from hearsay.web.adding import Adding
from hearsay.web.assets import Assets
from hearsay.web.kept import Kept
from hearsay.web.lately import Lately
from hearsay.web.opened import Opened
from hearsay.web.regions import Regions
from hearsay.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """One explorer at work."""

    settings: Settings
    opened: Opened
    templates: Environment
    assets: Assets
    kept: Kept
    lately: Lately
    maps: Kept
    """What maps were given, ready to be sent: of some megabytes where there are many incidents."""
    adding: Adding
    regions: Regions

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database. StoreError where it is gone, locked or no longer ours."""
        with self.opened.database().reading() as connection:
            yield connection

    def page(self, request: Request, template: str, given: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
        """A page made from a template."""
        shown = self.templates.get_template(template).render({**self._shared(request), **given})
        return HTMLResponse(shown, status_code=status)

    def being_made(self, request: Request, title: str) -> HTMLResponse:
        """The page while what it shows is being made for the first time: it asks again by itself."""
        page = self.page(request, "being-made.html", {"title": title}, status=202)
        page.headers["Retry-After"] = "10"
        return page

    def stream(self, request: Request, template: str, given: Mapping[str, Any]) -> StreamingResponse:
        """A page that is sent as it is made: what ``given`` holds may still be under way."""
        pieces = self.templates.get_template(template).generate({**self._shared(request), **given})
        return StreamingResponse(pieces, media_type="text/html")

    def _shared(self, request: Request) -> dict[str, Any]:
        return {"path": request.url.path, "settings": self.settings, "assets": self.assets}


async def _site(request: Request) -> Site:  # waits for nothing: not worth a thread of its own
    found: Site = request.app.state.site
    return found


TheSite = Annotated[Site, Depends(_site)]
"""The Site, as an argument of a route."""
