"""How the figure changed as reports came in: the toll after each article, by each rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.incidents.linked import linked_incident
from hearsay.incidents.records import LinkedIncident, Report, RuleEstimate, Source
from hearsay.incidents.reports import reports_of
from hearsay.records import Coding

_MOST = 40
"""Articles after which the figure is made; each takes the rules once over all claims before it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What was known once an article was out."""

    source: Source
    estimates: tuple[RuleEstimate, ...]
    changed: bool
    """Whether any rule's figure moved."""


def history(codings: Sequence[Coding], linked: LinkedIncident) -> tuple[Stage, ...]:
    """A stage for each article of the incident, in the order of publication; the last is the incident as it stands.

    Of more than the most articles that are shown the first are: later ones rarely move the figure.
    """
    by_article: dict[str, list[Report]] = {}
    for coding in codings:
        for report in reports_of(coding):
            if report.id in linked.reports:
                by_article.setdefault(report.source.key, []).append(report)
    ordered = sorted(by_article.values(), key=lambda some: (some[0].source.published or "~", some[0].source.key))
    stages: list[Stage] = []
    so_far: list[Report] = []
    for number, some in enumerate(ordered[:_MOST], start=1):
        so_far += some
        estimates = linked.estimates if number == len(ordered) else linked_incident("so far", so_far).estimates
        moved = not stages or _figures(estimates) != _figures(stages[-1].estimates)
        stages.append(Stage(some[0].source, estimates, moved))
    return tuple(stages)


def _figures(estimates: Sequence[RuleEstimate]) -> list[tuple[object, object]]:
    return [(estimate.killed, estimate.injured) for estimate in estimates]
