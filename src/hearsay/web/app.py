"""The application: the guard, the routes, the error page."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.types import ASGIApp

from hearsay.config import data_folder
from hearsay.web.adding import Adding
from hearsay.web.assets import Assets
from hearsay.web.faults import add_faults
from hearsay.web.kept import Kept
from hearsay.web.lately import Lately
from hearsay.web.opened import Opened
from hearsay.web.pages import ROUTES
from hearsay.web.regions import Regions
from hearsay.web.routing import add_routes, unguarded
from hearsay.web.security import Guard
from hearsay.web.settings import Settings
from hearsay.web.site import Site
from hearsay.web.templating import environment

_MAPS = 64


def create_app(settings: Settings) -> ASGIApp:
    """An explorer of ``settings.database``, which need not be there yet."""
    # Around everything, so that the page of an unexpected error has its headers too.
    return Guard(application(settings), settings.hosts)


def application(settings: Settings) -> FastAPI:
    """The same without its guard."""
    # FastAPI's own documentation pages load scripts from elsewhere.
    app = FastAPI(title="Hearsay", docs_url=None, redoc_url=None, openapi_url=None)
    app.openapi_version = "3.0.3"  # what clients of OGC API – Features look for
    kept, lately, maps = Kept(), Lately(), Kept(_MAPS)

    def forget() -> None:
        kept.clear()
        lately.clear()
        maps.clear()

    opened = Opened(settings.database, replaced=forget)
    app.state.site = Site(
        settings, opened, environment(), Assets(), kept, lately, maps, Adding(settings.database), Regions(data_folder())
    )
    add_faults(app)
    add_routes(app, ROUTES)
    open_to_all = unguarded(app)
    if open_to_all:
        raise RuntimeError(f"routes without a permission: {', '.join(open_to_all)}")
    return app
