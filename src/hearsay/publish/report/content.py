"""What stands in a situation report, in words, before it is put on a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hearsay.codebook import table
from hearsay.incidents.neutral import name_of
from hearsay.incidents.records import LinkedIncident, RuleEstimate, Source
from hearsay.places.countries import country_name
from hearsay.publish import say
from hearsay.publish.about import lines as about_lines
from hearsay.publish.account import disputes_said
from hearsay.publish.columns import day
from hearsay.publish.plain import one_line
from hearsay.publish.publication import Publication
from hearsay.publish.report.sums import sums
from hearsay.publish.table import shortened
from hearsay.records import NOT_HAPPENED, Article, Claim, Incident, Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident, in words."""

    id: str
    what: str
    """The event, and its status where it is not said to have happened."""
    parties: str
    tolls: tuple[str, ...]
    sayings: tuple[str, ...]
    """Who says so, with the figure of each."""
    disputes: tuple[str, ...]
    quoted: str
    """The words of its first claim, with their outlet."""
    grade: str
    notes: tuple[str, ...]
    sources: tuple[int, ...]
    """Numbers in the list of sources."""


@dataclass(frozen=True, slots=True)
class AtPlace:
    """The incidents of one place."""

    place: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OnDay:
    """The incidents of one day, or of the same days."""

    days: str
    places: tuple[AtPlace, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    title: str
    days: tuple[OnDay, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """An article in the list of sources."""

    number: int
    said: str
    url: str | None


@dataclass(frozen=True, slots=True)
class SituationReport:
    """The whole, in the order in which it is read."""

    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Cited, ...]
    notes: tuple[tuple[str, str], ...]
    """(heading, text): what made it, by which rule, whose place data."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim and its words."""

    claim: Claim
    quoted: str


_HAPPENED = "What is said to have happened"
_WORDS = "Statements, accusations, agreements"
_NOT_DONE = "Planned, threatened, feared or denied"


def period_title(first_day: str | None, last_day: str | None) -> str:
    """The title of a period's report. Days are ISO dates."""
    period = [f"from {first_day}" if first_day else "", f"to {last_day}" if last_day else ""]
    return " ".join(["Situation report", *filter(None, period)])


def situation_report(shown: Publication, title: str) -> SituationReport:
    """The incidents of ``shown`` by day and place, in three sections, with numbered sources."""
    incidents = sorted(shown.incidents, key=_order)
    cited = _cited(shown, incidents)
    numbers = {source.key: number for number, source in enumerate(cited, 1)}
    told = _told(shown, {id_ for linked in incidents for id_ in linked.incident.claims})

    def entry(linked: LinkedIncident) -> Entry:
        return _entry(linked, shown, numbers, told)

    return SituationReport(
        title=title,
        summary=sums(incidents, shown, cited),
        sections=tuple(
            Section(heading, tuple(_days(some, entry)))
            for heading in (_HAPPENED, _WORDS, _NOT_DONE)
            if (some := [linked for linked in incidents if _section(linked.incident) == heading])
        ),
        sources=tuple(Cited(number, _said(source), source.url) for number, source in enumerate(cited, 1)),
        notes=tuple(about_lines(shown)),
    )


def _told(shown: Publication, wanted: Collection[str]) -> dict[str, _Told]:
    return {
        claim.id: _Told(claim, f"“{shortened(coding.article.text[slice(*claim.span)])}”, {_outlet(coding.article)}")
        for coding in shown.codings
        for claim in coding.claims
        if claim.id in wanted
    }


def _outlet(of: Article | Source) -> str:
    return one_line(of.outlet or "an outlet not known")


def _order(linked: LinkedIncident) -> tuple[str, str, str, str]:
    time = linked.incident.time
    return (day(time.end) or "~" if time else "~", day(time.start) or "" if time else "", _where(linked), linked.id)


def _section(incident: Incident) -> str:
    if incident.status in NOT_HAPPENED:
        return _NOT_DONE
    return _WORDS if table("event_types")["type"][incident.event.type]["quad"].startswith("verbal") else _HAPPENED


def _days(some: Iterable[LinkedIncident], entry: Callable[[LinkedIncident], Entry]) -> Iterator[OnDay]:
    for days, of_days in groupby(some, key=_on_days):
        of_places = groupby(of_days, key=_where)
        yield OnDay(days, tuple(AtPlace(where, tuple(map(entry, here))) for where, here in of_places))


def _on_days(linked: LinkedIncident) -> str:
    """Its days, without the hours that some reports give."""
    time = linked.incident.time
    return say.days(time and time.model_copy(update={"start": day(time.start), "end": day(time.end)}))


def _where(linked: LinkedIncident) -> str:
    place = linked.incident.place
    return _place(place) if place is not None else "Place not said"


def _place(place: Place) -> str:
    name = one_line(place.name or place.text)
    shown = say.relation(place.relation, name) if place.relation is not None else name
    within = (place.admin1, country_name(place.country) if place.country else None)
    return ", ".join(dict.fromkeys([shown, *(one_line(part) for part in within if part and part != name)]))


def _entry(linked: LinkedIncident, shown: Publication, numbers: Mapping[str, int], told: Mapping[str, _Told]) -> Entry:
    incident, estimate = linked.incident, shown.estimate(linked)
    status = "" if incident.status == "occurred" else f", {incident.status}"
    sources = [numbers[source.key] for source in shown.sources(linked) if source.key in numbers]
    grade = linked.grade
    claims = {id_: told[id_].claim for id_ in incident.claims if id_ in told}
    return Entry(
        id=linked.id,
        what=f"{_event(incident)}{status}",
        parties=_parties(incident),
        tolls=tuple(_tolls(estimate)),
        sayings=tuple(_sayings(linked, estimate)),
        disputes=tuple(one_line(line) for line in disputes_said(linked, claims)),
        quoted=next((told[id_].quoted for id_ in incident.claims if id_ in told), ""),
        grade=f"{one_line(grade.reason)} Admiralty credibility {grade.credibility} of 6.",
        notes=(f"A total over days: it holds {', '.join(linked.contains)}.",) if linked.contains else (),
        sources=tuple(sorted(sources)),
    )


def _event(incident: Incident) -> str:
    event = incident.event
    if event.acled is not None:
        return event.acled.sub_event_type
    return f"{event.type.capitalize()} ({event.mode.replace('-', ' ')})" if event.mode else event.type.capitalize()


def _parties(incident: Incident) -> str:
    doers, others = (", ".join(one_line(name_of(p)) for p in side) for side in (incident.actors, incident.recipients))
    by = f"by {doers}" if doers else "by whom is not said"
    return f"{by}; against {others}" if others else by


def _tolls(estimate: RuleEstimate) -> Iterator[str]:
    for measure, toll in (("killed", estimate.killed), ("injured", estimate.injured)):
        if toll is not None:
            yield f"{measure} {say.estimate(toll)}"
    for name, bounds in estimate.attributed.items():
        yield f"of these by {one_line(name)}, whose part is contested: {say.estimate(bounds)}"


def _sayings(linked: LinkedIncident, estimate: RuleEstimate) -> Iterator[str]:
    for origin in linked.origins:
        notes = [origin.kind.replace("_", " ")] if origin.kind not in ("unknown", "outlet", "agency") else []
        notes += ["unnamed"] if origin.anonymous else []
        notes += [f"side of {origin.party}"] if origin.party and origin.party != origin.name else []
        figures = [
            f"{figure.measure} {say.interval(figure.low, figure.best, figure.high)}"
            for figure in estimate.inputs
            if figure.origin == origin.key
        ]
        said = f"{origin.name} ({', '.join(notes)})" if notes else origin.name
        outlets = [outlet for outlet in origin.outlets if outlet != origin.name]
        told = f", in {', '.join(outlets)}" if outlets else ", in its own voice"
        yield one_line(f"{said}{told}{': ' if figures else ''}{', '.join(figures)}")


def _cited(shown: Publication, incidents: Sequence[LinkedIncident]) -> list[Source]:
    """Every article, in the order in which the report first needs it."""
    found = {source.key: source for linked in incidents for source in shown.sources(linked)}
    return list(found.values())


def _said(source: Source) -> str:
    parts = (_outlet(source), source.headline, day(source.published))
    return one_line(", ".join(part for part in parts if part))
