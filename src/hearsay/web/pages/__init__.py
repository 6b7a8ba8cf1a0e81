"""The pages: one module each, with the routes that it answers."""

from __future__ import annotations

from hearsay.web.pages import article, assets, incident, map_data, overview

ROUTES = (*overview.ROUTES, *incident.ROUTES, *article.ROUTES, *map_data.ROUTES, *assets.ROUTES)
"""Every route of the explorer."""
