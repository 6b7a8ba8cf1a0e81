"""Style, modules and the basemap."""

from __future__ import annotations

from fastapi.responses import FileResponse

from hearsay.web.assets import MEDIA
from hearsay.web.faults import WebError
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite


def asset(version: str, name: str, site: TheSite) -> FileResponse:
    """A file by its name; ``version`` only makes the address new when a file is."""
    found = site.assets.find(name)
    if found is None:
        raise WebError(404, "address-unknown", "there is no such file", hint="`make assets` fetches what maps need.")
    kept = "public, max-age=31536000, immutable" if version == site.assets.version else "no-cache"
    return FileResponse(found, media_type=MEDIA[found.suffix], headers={"Cache-Control": kept})


ROUTES = (Route("/assets/{version}/{name}", asset, Permission.READ),)
