"""The head of a situation report: how many incidents, how many dead, told by how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.incidents.records import LinkedIncident, Source
from hearsay.publish import say
from hearsay.publish.publication import Publication
from hearsay.records import Estimate, Toll

_HAPPENED = frozenset({"occurred", "ongoing"})


def sums(incidents: Sequence[LinkedIncident], shown: Publication, cited: Sequence[Source]) -> tuple[str, ...]:
    """A few sentences. Tolls are added over incidents said to have happened; totals over days are not added to them."""
    outlets = {source.outlet for source in cited if source.outlet}
    happened = [linked for linked in incidents if linked.incident.status in _HAPPENED]
    disputed = sum(bool(linked.incident.disputes) for linked in incidents)
    counted = (_many(len(incidents), "incident"), _many(len(cited), "article"), _many(len(outlets), "outlet"))
    return (
        f"{counted[0]}, told in {counted[1]} of {counted[2]}; {disputed} disputed.",
        *_tolls([linked for linked in happened if not linked.contains], shown),
    )


def _tolls(happened: Sequence[LinkedIncident], shown: Publication) -> Iterator[str]:
    estimates = [shown.estimate(linked) for linked in happened]
    for measure, tolls in (("Killed", [e.killed for e in estimates]), ("Injured", [e.injured for e in estimates])):
        given = [toll for toll in tolls if toll is not None]
        if given:
            figure = say.estimate(total(given))
            added = ", figures added up" if len(given) > 1 else ""
            yield f"{measure}: {figure} in {_many(len(given), 'incident')} (rule {shown.rule}{added})."


def total(tolls: Sequence[Toll]) -> Estimate:
    """The lows and the highs added up; a low that is not stated adds nothing, and one open high opens the sum."""
    highs = [toll.high for toll in tolls]
    high = None if None in highs else sum(value for value in highs if value is not None)
    return Estimate(low=sum(toll.low or 0 for toll in tolls), best=None, high=high)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
