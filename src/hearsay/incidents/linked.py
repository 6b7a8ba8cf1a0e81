"""The reports of one event over many articles made into one LinkedIncident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.incidents.grade import grade_of
from hearsay.incidents.origins import origins_over, tellings_of
from hearsay.incidents.records import LinkedIncident, Pair, Report, RunnerUp
from hearsay.incidents.rules import RULES, STATED
from hearsay.incidents.whole import whole

_RUNNERS_UP = 5


def linked_incident(
    id_: str,
    reports: Sequence[Report],
    pairs: Sequence[Pair] = (),
    *,
    contains: Sequence[str] = (),
    rule: str = STATED.name,
) -> LinkedIncident:
    """The incident ``id_`` of these reports, whatever their order; ``pairs`` are those that hold one of them."""
    tellings = tellings_of(reports)
    names = (rule, *(name for name in RULES if name != rule))
    made = whole(id_, [claim for told in tellings for claim in told.claims], origins_over(tellings), names)
    members = frozenset(report.id for report in reports)
    published = sorted(told.published for told in tellings if told.published is not None)
    return LinkedIncident(
        id=id_,
        incident=made.incident,
        reports=tuple(sorted(members)),
        links=_links(members, pairs),
        origins=made.origins,
        estimates=made.estimates,
        grade=grade_of(made, outlets={told.house for told in tellings}),
        runners_up=_runners_up(members, pairs),
        contains=tuple(sorted(contains)),
        first_reported=published[0] if published else None,
        last_reported=published[-1] if published else None,
    )


def _links(members: frozenset[str], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """For each report its strongest pair with another of the incident, each pair once."""
    best: dict[str, Pair] = {}
    for pair in sorted(pairs, key=lambda p: (-p.weight, p.a, p.b)):
        if pair.links and pair.a in members and pair.b in members:
            best.setdefault(pair.a, pair)
            best.setdefault(pair.b, pair)
    return tuple({(p.a, p.b): p for _, p in sorted(best.items())}.values())


def _runners_up(members: frozenset[str], pairs: Sequence[Pair]) -> tuple[RunnerUp, ...]:
    """The reports outside that came nearest, each by its strongest pair."""
    found: dict[str, RunnerUp] = {}
    for pair in sorted(pairs, key=lambda p: (-p.weight, p.a, p.b)):
        if (pair.a in members) == (pair.b in members):
            continue
        member, outside = (pair.a, pair.b) if pair.a in members else (pair.b, pair.a)
        reason = pair.barred or ("nearer to another incident" if pair.weight > 0 else "too little in common")
        found.setdefault(outside, RunnerUp(report=outside, member=member, weight=pair.weight, reason=reason))
    return tuple(found.values())[:_RUNNERS_UP]


def by_report(pairs: Sequence[Pair]) -> Mapping[str, tuple[Pair, ...]]:
    """Each report id with the pairs that hold it."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.a, []).append(pair)
        found.setdefault(pair.b, []).append(pair)
    return {id_: tuple(some) for id_, some in found.items()}
