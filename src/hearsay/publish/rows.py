"""One flat row for each claim: what CSV and GeoJSON have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hearsay.publish.columns import Columns, Row, Value, integers, listed, numbers, texts
from hearsay.publish.happening import PLACE_COLUMNS, event_cells, party_cells, place_cells
from hearsay.publish.say import count as say_count
from hearsay.records import Article, Claim, Coding, Count, Estimate, Incident, Measure

COLUMNS: Columns = (
    *texts(
        article_id="The record's own id, else the article's key",
        outlet="Who published it",
        published="When, as ISO 8601",
        headline="The headline",
        url="The page's address",
        claim_id="The claim's id",
        event_type="PLOVER's event type",
        event_mode="PLOVER's mode",
        acled_event_type="ACLED's event type",
        acled_sub_event_type="ACLED's sub-event type",
        status="Whether it happened, by the speaker's word",
        outcome="With what success",
        actors="Who did it, by neutral names; empty when left out",
        actor_kinds="Their kinds, in the same order",
        recipients="Whom or what it was done to",
        recipient_kinds="Their kinds, in the same order",
        labels="Loaded words used for any of them",
        weapons="Weapons named",
    ),
    *PLACE_COLUMNS,
    *texts(
        time_start="Earliest date; empty: on or before time_end",
        time_end="Latest date",
    ),
    *integers(
        date_prec="UCDP's precision of date, 1 (day) to 5",
    ),
    *numbers(
        killed_low="Killed: lowest figure of this claim",
        killed_best="Killed: the figure said",
        killed_high="Killed: highest figure; empty when open",
        injured_low="Injured: lowest figure of this claim",
        injured_best="Injured: the figure said",
        injured_high="Injured: highest figure; empty when open",
    ),
    *texts(
        other_counts="In words: other measures, parts of the tolls, totals so far and of a period",
        origin="Whose word it is: the first speaker of the chain",
        origin_name="That speaker's canonical name",
        origin_kind="official, military, armed_group, monitor, witness …",
        origin_stance="asserts, denies, admits, claims_responsibility or cannot_confirm",
        chain="Every speaker, origin first, publisher last",
        incident_id="The incident that the claim is part of: of this article in `code`, of the database in `export`",
        disputed="On what this claim and others of its incident contradict each other",
    ),
    *numbers(
        coding_confidence="0 to 1, that the coding is what the text says; nothing about whether it happened",
    ),
    *integers(
        span_start="Where its words start in the article's text, in code points",
        span_end="Where they end",
    ),
    *texts(
        words="The passage that carries it",
    ),
)
"""The columns, in order."""


@dataclass(frozen=True, slots=True)
class Held:
    """The incident that a claim is part of, and on what the claim and others of it contradict each other."""

    incident: str
    disputed: tuple[str, ...]


def held(incidents: Iterable[Incident]) -> dict[str, Held]:
    """Claim id → the incident that holds it."""
    return {
        claim: Held(incident.id, tuple(d.field for d in incident.disputes if claim in d.claims))
        for incident in incidents
        for claim in incident.claims
    }


def claim_rows(coding: Coding, incident_of: Mapping[str, Held]) -> Iterable[Row]:
    """A row for each claim of ``coding``: a value for each of :data:`COLUMNS`, null where the report says nothing."""
    article = _article(coding.article)
    return (_row(article, coding.article.text, claim, incident_of.get(claim.id)) for claim in coding.claims)


def _row(article: Row, text: str, claim: Claim, mine: Held | None) -> Row:
    found = {
        **article,
        **event_cells(claim),
        **party_cells(claim),
        **place_cells(claim.place),
        **_time(claim),
        **_tolls(claim),
        **_voice(claim),
        "claim_id": claim.id,
        "weapons": listed(weapon.text for weapon in claim.weapons),
        "labels": listed(party.label.text for party in (*claim.actors, *claim.recipients) if party.label),
        "incident_id": mine.incident if mine else None,
        "disputed": listed(mine.disputed) if mine else None,
        "coding_confidence": claim.coding_confidence,
        "span_start": claim.span[0],
        "span_end": claim.span[1],
        "words": text[claim.span[0] : claim.span[1]],
    }
    return {column.name: found[column.name] for column in COLUMNS}


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


def _article(article: Article) -> dict[str, Value]:
    return {
        "article_id": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "headline": article.headline,
        "url": article.url,
    }


def _time(claim: Claim) -> dict[str, Value]:
    time = claim.time
    return {
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "date_prec": time.precision if time else None,
    }


def _tolls(claim: Claim) -> dict[str, Value]:
    row: dict[str, Value] = {"other_counts": listed(say_count(c) for c in claim.counts if not _own_toll(c))}
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
