"""What linking works on and what it gives: reports, origins over many articles, estimates, linked incidents."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hearsay.records import Claim, Estimate, Incident, Record, Reprint, SpeakerKind, Toll

Corroboration = Literal["single", "one_origin", "several_origins", "opposing_parties", "disputed"]
"""One origin in one outlet; one origin in several; several; two sides of the conflict agree; they contradict."""


Role = Literal["independent", "third_party", "own_losses", "enemy_losses"]
"""Whose dead an origin counts: anybody's, by one of no side; a side's of bystanders, of its own, of its enemy."""


class Source(Record):
    """What incidents need to know of an article."""

    article: str
    key: str
    version: str
    outlet: str | None = None
    agency: str | None = None
    """The agency named in the dateline."""
    agency_id: str | None = None
    published: str | None = None
    url: str | None = None
    headline: str | None = None
    reprint: Reprint | None = None
    """The earlier article of which this one is mostly a copy."""


class Report(Record):
    """What one article says of one happening: the thing that is linked."""

    id: str
    """The id of the article's own Incident."""
    source: Source
    claims: tuple[Claim, ...] = Field(min_length=1)
    passages: tuple[str, ...]
    """The words of each claim, in the order of ``claims``."""


class Part(Record):
    """What one field says for (above 0) or against two reports telling one happening, in bits."""

    field: str
    level: str
    """The comparison level of the codebook that was met: ``same day``, ``within 5 km`` …"""
    weight: float


class Pair(Record):
    """Two reports compared. ``a`` sorts before ``b``."""

    a: str
    b: str
    weight: float
    """The sum of the parts and of the prior: log2 of the odds that both tell one happening."""
    parts: tuple[Part, ...] = ()
    barred: str | None = None
    """Why the two may never be one happening, whatever the weight."""

    @property
    def links(self) -> bool:
        """The two speak for one happening, and nothing forbids it."""
        return self.weight > 0 and self.barred is None


class RunnerUp(Record):
    """A report that nearly belonged here, or that may not: its closest member, the weight, and why it stays out."""

    report: str
    member: str
    weight: float
    reason: str


class IncidentOrigin(Record):
    """One speaker at the start of the chains, over all articles."""

    key: str
    name: str
    affiliation: str | None = None
    kind: SpeakerKind = "unknown"
    country: str | None = None
    anonymous: bool = False
    party: str | None = None
    """The side of the incident that the origin belongs to, by that party's name; None: no side that is known."""
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    """Who passed it on, the first first."""
    first_published: str | None = None


class Figure(Record):
    """What one origin says of one measure: an input of an estimate."""

    origin: str
    """The key of the IncidentOrigin."""
    party: str | None = None
    role: Role
    measure: Literal["killed", "injured"]
    low: float | None
    best: float | None
    high: float | None
    claims: tuple[str, ...]


class RuleEstimate(Record):
    """The toll of an incident under one named rule; it recomputes from the claims."""

    rule: str
    version: int
    killed: Toll | None = None
    injured: Toll | None = None
    inputs: tuple[Figure, ...] = ()
    attributed: dict[str, Estimate] = Field(default_factory=dict)
    """Killed by each belligerent whose part is contested: nobody up to the whole toll."""
    notes: tuple[str, ...] = ()
    """What was set aside or valued by the rule, and why."""


class Grade(Record):
    """How well the incident is supported."""

    corroboration: Corroboration
    credibility: int = Field(ge=1, le=6)
    """Admiralty: 1 confirmed by independent sources … 5 improbable; 6 cannot be judged."""
    reason: str


class LinkedIncident(Record):
    """One real-world event over all articles."""

    id: str
    incident: Incident
    """The contract's record over all claims, under the rule that was asked for."""
    reports: tuple[str, ...]
    links: tuple[Pair, ...] = ()
    """Why each report is in: its strongest pair with another report of the incident."""
    origins: tuple[IncidentOrigin, ...] = ()
    estimates: tuple[RuleEstimate, ...] = ()
    grade: Grade
    runners_up: tuple[RunnerUp, ...] = ()
    contains: tuple[str, ...] = ()
    """Ids of the incidents that this episode (a total over days) holds."""
    first_reported: str | None = None
    last_reported: str | None = None
