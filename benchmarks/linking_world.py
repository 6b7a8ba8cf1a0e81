"""Several outlets' reports of each UCDP event, with the truth: who reports the same event, and who its origins are.

Events come from ``ucdp_ged_syria`` (day, place, sides, deaths by side); everything said about them is invented here:
outlets and the origins that they quote, other spellings, days that are not named, tolls that differ by who counts,
chains through agencies, reprints, and look-alike neighbours: a second event of the same kind in a town near by on the
same day, which real days have too (29 events of UCDP's lie in one district on 20 January 2018).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.incidents.records import Report
from hearsay.records import Claim, Count, Reprint
from linking_events import Happening
from linking_said import (
    AGENCIES,
    OUTLETS,
    TARGETS,
    chain_of,
    claim_of,
    counts_of,
    place_of,
    publisher,
    report_of,
    time_of,
    voices_of,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report with the event that it tells."""

    report: Report
    event: str


@dataclass(frozen=True, slots=True)
class World:
    """All reports, and for each event the number of its true origins."""

    told: tuple[Told, ...]
    origins: dict[str, int]


def world(events: Sequence[Happening], rng: random.Random, reports_each: float = 4.5) -> World:
    """The reports of all these events, shuffled."""
    told: list[Told] = []
    origins: dict[str, int] = {}
    for event in events:
        of_event, number = _tell(event, rng, reports_each)
        told += of_event
        origins[event.id] = number
    rng.shuffle(told)
    return World(tuple(told), origins)


def _tell(event: Happening, rng: random.Random, reports_each: float) -> tuple[list[Told], int]:
    voices = voices_of(event, rng)
    target = rng.choice(TARGETS)
    figures: dict[tuple[str, str], tuple[Count, ...]] = {}
    reports: list[Report] = []
    sourced: set[str] = set()
    own: set[str] = set()
    for outlet in rng.sample(OUTLETS, min(len(OUTLETS), 1 + int(rng.expovariate(1 / (reports_each - 1))))):
        if reports and rng.random() < 0.15:
            reports.append(_reprint(rng.choice(reports), outlet, rng))
            continue
        place, time = place_of(event, rng), time_of(event, rng)
        claims: list[Claim] = []
        for voice in rng.sample(voices, min(len(voices), rng.choice([0, 1, 1, 1, 2, 2, 3]))):
            heard_by = rng.choice(AGENCIES) if rng.random() < 0.35 else outlet
            key = f"{voice.words[0]} @ {heard_by}" if voice.anonymous else voice.words[0]
            sourced.add(key)
            counts = figures.setdefault((key, "counts"), counts_of(event, voice, rng))
            chain = chain_of(voice, heard_by, outlet, rng)
            claims.append(claim_of(event, voice, counts, chain, place, time, f"{outlet}-{len(claims)}", rng))
        if not claims or rng.random() < 0.4:
            lede = claim_of(event, None, counts_of(event, None, rng) if not claims else claims[0].counts,
                          (publisher(outlet),), place, time, f"{outlet}-lede", rng)  # fmt: skip
            claims.insert(0, lede)
            own.add(outlet)
        reports.append(report_of(event, outlet, claims, target, rng))
    true = len(sourced) if sourced else len({r.source.outlet for r in reports if r.source.reprint is None})
    return [Told(report, event.id) for report in reports], true


def _reprint(original: Report, outlet: str, rng: random.Random) -> Report:
    """The same claims under another head, a day later now and then."""
    key = f"{original.source.key}-in-{outlet}"
    claims = tuple(
        c.model_copy(update={"id": f"{c.id}-in-{outlet}", "attribution": (*c.attribution[:-1], publisher(outlet))})
        for c in original.claims
    )
    assert original.source.published is not None
    published = date.fromisoformat(original.source.published) + timedelta(days=rng.choice([0, 0, 1]))
    source = original.source.model_copy(
        update={
            "article": key,
            "key": key,
            "outlet": outlet,
            "published": published.isoformat(),
            "reprint": Reprint(origin=original.source.article, share=round(rng.uniform(0.6, 1.0), 2)),
        }
    )
    return original.model_copy(update={"id": f"incident-{key}", "source": source, "claims": claims})


def claims_in(told: Iterable[Told]) -> Iterator[Claim]:
    """Every claim of these reports."""
    return (claim for one in told for claim in one.report.claims)
