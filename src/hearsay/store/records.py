"""What the store keeps beside the contract's records, and what reading it gives."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.incidents.records import Corroboration, Source
from hearsay.records import Article, Attribution, Claim, Coder, Entity, EventType, Place, Problem, Record, Status


class Findings(Record):
    """What was found in an article beside its claims."""

    attributions: tuple[Attribution, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...]


class Capture(Record):
    """Where an article was found."""

    source: str
    media: str
    fields: Mapping[str, str]
    sha256: str


class Version(Record):
    """One coding of one version of an article. ``number`` asks for it in full."""

    number: int
    article: Article
    coder: Coder
    seq: int
    current: bool
    captures: tuple[Capture, ...]


class StoredClaim(Record):
    """A claim with the article that makes it, its words there, and the incident it is part of."""

    claim: Claim
    source: Source
    passage: str
    report: str
    incident: str | None
    """None: the claim's version of the article, or its coder, has been superseded."""
    coding: int
    """Number of its Version."""


class IncidentRow(Record):
    """An incident as lists and maps need it; the toll is that of the rule asked for. Days are ISO dates."""

    id: str
    minted: int
    changed: int
    first_day: str | None
    last_day: str | None
    date_precision: int | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    where_precision: int | None
    place: str | None
    country: str | None
    admin1: str | None
    type: EventType
    mode: str | None
    acled_type: str | None
    acled_sub_type: str | None
    status: Status
    corroboration: Corroboration
    credibility: int
    disputed: bool
    disputes: str
    articles: int
    leads: int
    """Of the articles, those that tell it before anything else."""
    outlets: int
    origins: int
    first_reported: str | None
    last_reported: str | None
    killed_low: float | None
    killed_best: float | None
    killed_high: float | None
    injured_low: float | None
    injured_best: float | None
    injured_high: float | None


class Failure(Record):
    """An input that could not be coded."""

    source: str
    code: str
    message: str
    hint: str | None
