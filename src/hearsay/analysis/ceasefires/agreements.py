"""Ceasefires that somebody is said to have made."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.analysis.ceasefires.records import Agreement
from hearsay.analysis.ceasefires.violations import named
from hearsay.analysis.ceasefires.words import ceasefire_in
from hearsay.analysis.said import Said
from hearsay.codebook import table


def agreements(said: Iterable[Said]) -> tuple[Agreement, ...]:
    """What the claims tell of, by day: agreed, declared, announced, and with what status (planned, denied …)."""
    found = []
    for one in said:
        cue = ceasefire_in(one.passage)
        if cue is not None and one.claim.event.type in table("ceasefires")["makes"]:
            found.append(_agreement(one, cue))
    return tuple(sorted(found, key=lambda one: (one.last_day or "~", one.published or "", one.claim)))


def _agreement(one: Said, cue: str) -> Agreement:
    claim = one.claim
    return Agreement(
        parties=named((*claim.actors, *claim.recipients)),
        status=claim.status,
        first_day=claim.time.start[:10] if claim.time and claim.time.start else None,
        last_day=claim.time.end[:10] if claim.time and claim.time.end else None,
        place=claim.place,
        voice=one.voice,
        cue=cue,
        passage=one.passage,
        outlet=one.outlet,
        published=one.source.published,
        claim=claim.id,
        incident=one.incident,
    )
