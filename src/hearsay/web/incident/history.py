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
class Band:
    """The killed, by the first rule, from 0 to 100 on a scale that all stages share."""

    low: float
    high: float
    """Where no highest figure is given, the best or the lowest one's."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What was known once an article was out."""

    source: Source
    estimates: tuple[RuleEstimate, ...]
    """By each rule, the usual one first."""
    changed: bool
    """Whether any rule's figure moved."""
    band: Band | None
    """None where nobody is said to have been killed."""


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
    found: list[tuple[Source, tuple[RuleEstimate, ...]]] = []
    so_far: list[Report] = []
    for number, some in enumerate(ordered[:_MOST], start=1):
        so_far += some
        estimates = linked.estimates if number == len(ordered) else linked_incident("so far", so_far).estimates
        found.append((some[0].source, estimates))
    most = max((_bounds(estimates)[1] for _, estimates in found), default=0)
    return tuple(
        Stage(
            source,
            estimates,
            changed=at == 0 or _figures(estimates) != _figures(found[at - 1][1]),
            band=_band(estimates, most),
        )
        for at, (source, estimates) in enumerate(found)
    )


def _band(estimates: Sequence[RuleEstimate], most: float) -> Band | None:
    low, high = _bounds(estimates)
    return Band(round(100 * low / most, 1), round(100 * high / most, 1)) if high else None


def _bounds(estimates: Sequence[RuleEstimate]) -> tuple[float, float]:
    """Lowest and highest number of killed by the first rule."""
    killed = estimates[0].killed if estimates else None
    if killed is None:
        return 0, 0
    low = killed.low or 0
    return low, killed.high or killed.best or low


def _figures(estimates: Sequence[RuleEstimate]) -> list[tuple[object, object]]:
    return [(estimate.killed, estimate.injured) for estimate in estimates]
