"""What a page says of its article, while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hearsay.articles.dates import Stamp
from hearsay.records import FieldOrigin, Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one article as far as they were found. ``body`` has no headline and no furniture."""

    body: tuple[str, ...] = ()
    lede: str | None = None
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    agency_id: str | None = None
    url: str | None = None
    language: str | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    tags: tuple[str, ...] = ()
    origin_of: dict[str, FieldOrigin] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def filled(self, other: Draft, names: tuple[str, ...]) -> Draft:
        """This draft, with those of the fields ``names`` that it lacks taken from ``other``, origin and all."""
        missing = [name for name in names if not getattr(self, name) and getattr(other, name)]
        origins = {name: other.origin_of[name] for name in missing if name in other.origin_of}
        return replace(self, **{name: getattr(other, name) for name in missing}, origin_of=self.origin_of | origins)
