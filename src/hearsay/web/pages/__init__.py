"""The pages: one module each, with the routes that it answers."""

from __future__ import annotations

from hearsay.web.api import features, feed, records
from hearsay.web.pages import (
    add,
    analyses,
    article,
    assets,
    control,
    incident,
    map_data,
    notes,
    overview,
    report,
    subjects,
)

_MODULES = (
    overview,
    incident,
    article,
    notes,
    report,
    subjects,
    analyses,
    control,
    add,
    map_data,
    assets,
    features,
    records,
    feed,
)
ROUTES = tuple(route for module in _MODULES for route in module.ROUTES)
"""Every route of the explorer."""
