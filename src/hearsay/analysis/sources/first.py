"""Who told of an incident first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hearsay.analysis.moments import earlier

Standing = Literal["first", "tied", "later"]


def order_of(published: Mapping[str, str]) -> dict[str, Standing]:
    """How each source stood to the others, by when each first told of one incident.

    ``first``: before all others. ``tied``: nobody was surely earlier, but somebody may have been as early. Nobody is
    first where one source is alone: the result is empty.
    """
    if len(published) < 2:
        return {}
    return {source: _standing(source, published) for source in published}


def _standing(source: str, published: Mapping[str, str]) -> Standing:
    others = [when for other, when in published.items() if other != source]
    if any(earlier(when, published[source]) for when in others):
        return "later"
    return "first" if all(earlier(published[source], when) for when in others) else "tied"
