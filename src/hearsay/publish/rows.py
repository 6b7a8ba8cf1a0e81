"""One flat row for each claim: what CSV and GeoJSON have in common, each column with its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.publish.say import count as say_count
from hearsay.records import Claim, Coding, Count, Estimate, Incident, Measure, Party

Value = str | float | int | None

COLUMNS = {
    "article_id": "The record's own id, else the article's key",
    "outlet": "Who published it",
    "published": "When, as ISO 8601",
    "headline": "The headline",
    "url": "The page's address",
    "claim_id": "The claim's id",
    "event_type": "PLOVER's event type",
    "event_mode": "PLOVER's mode",
    "acled_event_type": "ACLED's event type",
    "acled_sub_event_type": "ACLED's sub-event type",
    "status": "Whether it happened, by the speaker's word",
    "outcome": "With what success",
    "actors": "Who did it, by neutral names; empty when left out",
    "actor_kinds": "Their kinds, in the same order",
    "recipients": "Whom or what it was done to",
    "recipient_kinds": "Their kinds, in the same order",
    "labels": "Loaded words used for any of them",
    "weapons": "Weapons named",
    "place": "Where the effect fell",
    "place_relation": "near, direction, distance, between or part_of that place",
    "lat": "Latitude in degrees (WGS 84); empty when the place was not found",
    "lon": "Longitude in degrees (WGS 84)",
    "radius_km": "How far off the point may be",
    "where_prec": "UCDP's precision of place, 1 (exact) to 7",
    "admin1": "First-level division",
    "country": "ISO 3166-1 alpha-3",
    "place_id": "The gazetteer's id",
    "time_start": "Earliest date; empty: on or before time_end",
    "time_end": "Latest date",
    "date_prec": "UCDP's precision of date, 1 (day) to 5",
    "killed_low": "Killed: lowest figure of this claim",
    "killed_best": "Killed: the figure said",
    "killed_high": "Killed: highest figure; empty when open",
    "injured_low": "Injured: lowest figure of this claim",
    "injured_best": "Injured: the figure said",
    "injured_high": "Injured: highest figure; empty when open",
    "other_counts": "In words: other measures, parts of the tolls, totals so far and of a period",
    "origin": "Whose word it is: the first speaker of the chain",
    "origin_name": "That speaker's canonical name",
    "origin_kind": "official, military, armed_group, monitor, witness …",
    "origin_stance": "asserts, denies, admits, claims_responsibility or cannot_confirm",
    "chain": "Every speaker, origin first, publisher last",
    "incident_id": "The incident of this article that the claim is part of",
    "disputed": "On what this claim and others of its incident contradict each other",
    "coding_confidence": "0 to 1, that the coding is what the text says; nothing about whether it happened",
    "span_start": "Where its words start in the article's text, in code points",
    "span_end": "Where they end",
    "words": "The passage that carries it",
}
"""Name and meaning of each column, in order."""


def claim_row(coding: Coding, claim: Claim) -> dict[str, Value]:
    """The row of ``claim``: a value for each of :data:`COLUMNS`, null where the report says nothing."""
    found = {
        **_article(coding),
        **_event(claim),
        **_parties(claim),
        **_place(claim),
        **_time(claim),
        **_tolls(claim),
        **_voice(claim),
        **_incident(coding, claim),
        "coding_confidence": claim.coding_confidence,
        "span_start": claim.span[0],
        "span_end": claim.span[1],
        "words": coding.article.text[claim.span[0] : claim.span[1]],
    }
    return {name: found[name] for name in COLUMNS}


def toll(claim: Claim, measure: Measure) -> Estimate | None:
    """What the claim says of its own event: the sum of its wholes of ``measure``; null when it gives none.

    Parts are in their wholes already. A bound that one of several counts leaves open is open in the sum.
    Where the claim gives only a running total, that is the figure; totals of a period are not the event's.
    """
    wholes = [c for c in claim.counts if c.measure == measure and c.part_of is None]
    own = [c for c in wholes if c.scope in ("event", "additional")]
    own = own or [c for c in wholes if c.scope == "running_total"][-1:]
    if not own:
        return None
    low, best, high = (_sum(getattr(c, bound) for c in own) for bound in ("low", "best", "high"))
    return Estimate(low=low, best=best, high=high)


def _sum(values: Iterable[float | None]) -> float | None:
    total = 0.0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _article(coding: Coding) -> dict[str, Value]:
    article = coding.article
    return {
        "article_id": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "headline": article.headline,
        "url": article.url,
    }


def _event(claim: Claim) -> dict[str, Value]:
    event = claim.event
    return {
        "claim_id": claim.id,
        "event_type": event.type,
        "event_mode": event.mode,
        "acled_event_type": event.acled.event_type if event.acled else None,
        "acled_sub_event_type": event.acled.sub_event_type if event.acled else None,
        "status": claim.status,
        "outcome": claim.outcome,
        "weapons": _listed(weapon.text for weapon in claim.weapons),
    }


def _parties(claim: Claim) -> dict[str, Value]:
    def names(parties: tuple[Party, ...]) -> str | None:
        return _listed(party.name or party.text for party in parties)

    return {
        "actors": names(claim.actors),
        "actor_kinds": _listed(party.kind for party in claim.actors),
        "recipients": names(claim.recipients),
        "recipient_kinds": _listed(party.kind for party in claim.recipients),
        "labels": _listed(party.label.text for party in (*claim.actors, *claim.recipients) if party.label),
    }


def _place(claim: Claim) -> dict[str, Value]:
    place = claim.place
    return {
        "place": (place.name or place.text) if place else None,
        "place_relation": place.relation.kind if place and place.relation else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "where_prec": place.precision if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "place_id": place.id if place else None,
    }


def _time(claim: Claim) -> dict[str, Value]:
    time = claim.time
    return {
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "date_prec": time.precision if time else None,
    }


def _tolls(claim: Claim) -> dict[str, Value]:
    row: dict[str, Value] = {"other_counts": _listed(say_count(c) for c in claim.counts if not _own_toll(c))}
    measures: tuple[Measure, ...] = ("killed", "injured")
    for measure in measures:
        total = toll(claim, measure)
        row[f"{measure}_low"] = total.low if total else None
        row[f"{measure}_best"] = total.best if total else None
        row[f"{measure}_high"] = total.high if total else None
    return row


def _own_toll(count: Count) -> bool:
    """Whether the toll columns hold it already."""
    wanted = count.measure in ("killed", "injured") and count.scope in ("event", "additional")
    return wanted and count.part_of is None


def _voice(claim: Claim) -> dict[str, Value]:
    origin = claim.attribution[0] if claim.attribution else None
    return {
        "origin": origin.text if origin else None,
        "origin_name": origin.name if origin else None,
        "origin_kind": origin.kind if origin else None,
        "origin_stance": origin.stance if origin else None,
        "chain": " > ".join(speaker.text for speaker in claim.attribution) or None,
    }


def _incident(coding: Coding, claim: Claim) -> dict[str, Value]:
    mine: Incident | None = next((one for one in coding.incidents if claim.id in one.claims), None)
    disputes = mine.disputes if mine else ()
    return {
        "incident_id": mine.id if mine else None,
        "disputed": _listed(dispute.field for dispute in disputes if claim.id in dispute.claims),
    }


def _listed(values: Iterable[str | None]) -> str | None:
    return "; ".join(value for value in values if value) or None
