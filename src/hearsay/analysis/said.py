"""Every claim with the article it stands in, the incident it is part of, and the voice whose word it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.incidents.origins import voice
from hearsay.incidents.records import LinkedIncident, Report, Source
from hearsay.records import Claim, Record, SpeakerKind


class Voice(Record):
    """Whose word a claim is: one speaker over all articles."""

    key: str
    name: str
    kind: SpeakerKind = "unknown"
    affiliation: str | None = None
    country: str | None = None
    anonymous: bool = False


class Said(Record):
    """A claim in its article."""

    claim: Claim
    source: Source
    passage: str
    """The words that carry it."""
    incident: str | None
    """None: no incident of those at hand holds it."""
    voice: Voice
    side: str | None = None
    """The party of the incident that the voice belongs to, by that party's name; None: none that is known."""

    @property
    def outlet(self) -> str:
        """Who published it."""
        last = self.claim.attribution[-1]
        return self.source.outlet or last.name or last.text


def said_in(incidents: Iterable[LinkedIncident], reports: Iterable[Report]) -> Iterator[Said]:
    """The claims of the reports, in their order.

    The voice is the incident's origin that the claim was counted to; where it was counted to none, because the outlet
    tells in its own voice what it also has from a source, it is the outlet.
    """
    home: dict[str, str] = {}
    voices: dict[str, Voice] = {}
    sides: dict[str, str | None] = {}
    for linked in incidents:
        home.update(dict.fromkeys(linked.incident.claims, linked.id))
        for origin in linked.origins:
            shared = {name: getattr(origin, name) for name in Voice.model_fields}
            voices.update(dict.fromkeys(origin.claims, Voice(**shared)))
            sides.update(dict.fromkeys(origin.claims, origin.party))
    for report in reports:
        for claim, passage in zip(report.claims, report.passages, strict=True):
            yield Said(
                claim=claim,
                source=report.source,
                passage=passage,
                incident=home.get(claim.id),
                voice=voices.get(claim.id) or _own(claim),
                side=sides.get(claim.id),
            )


def _own(claim: Claim) -> Voice:
    """The first of the claim's own chain."""
    speaker = claim.attribution[0]
    prefix = "outlet " if speaker.kind in ("outlet", "agency") else ""
    return Voice(
        key=f"{prefix}{voice(speaker)}",
        name=speaker.name or speaker.text,
        kind=speaker.kind,
        affiliation=speaker.affiliation,
        country=speaker.country,
        anonymous=speaker.anonymous,
    )
