"""Incidents over many articles in a few lines each, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hearsay.incidents.records import IncidentOrigin, LinkedIncident
from hearsay.publish import say
from hearsay.publish.plain import one_line
from hearsay.publish.publication import Publication
from hearsay.publish.table import STATUS_STYLES, render

_MOST_ORIGINS = 6


def incident_table(shown: Publication, *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """Each incident: what and when, where, who, the toll under the rule, its grade, who says so, what is disputed."""
    for linked in shown.incidents:
        yield render(_incident(linked, shown), width=width, colour=colour)


def _incident(linked: LinkedIncident, shown: Publication) -> RenderableType:
    incident = linked.incident
    lines = Table.grid(padding=(0, 1))
    lines.add_column(width=9, style="dim", no_wrap=True)
    lines.add_column(ratio=1, overflow="fold")
    grade = linked.grade
    disputed = dict.fromkeys(dispute.field.replace("_", " ") for dispute in incident.disputes)
    for name, value in (
        ("where", say.where(incident.place)),
        ("who", f"{say.parties(incident.actors)} → {say.parties(incident.recipients)}"),
        ("toll", _toll(linked, shown)),
        ("grade", f"{grade.corroboration.replace('_', ' ')}, credibility {grade.credibility} of 6: {grade.reason}"),
        ("origins", _origins(linked.origins)),
        ("told in", _articles(linked, shown)),
        ("disputed", ", ".join(disputed)),
        ("holds", ", ".join(linked.contains)),
    ):
        if value:
            lines.add_row(name, Text(one_line(value)))
    return Group(_head(linked), Padding(lines, (0, 0, 0, 4)), Text())


def _head(linked: LinkedIncident) -> Text:
    incident = linked.incident
    head = Text(f"{say.days(incident.time)}  ", style="bold")
    head.append(say.event(incident.event))
    head.append(" · ", style="dim")
    head.append(incident.status, style=STATUS_STYLES[incident.status])
    head.append(f" · {linked.id}", style="dim")
    return head


def _toll(linked: LinkedIncident, shown: Publication) -> str:
    estimate = shown.estimate(linked)
    tolls = (("killed", estimate.killed), ("injured", estimate.injured))
    said = [f"{measure} {say.estimate(toll)}" for measure, toll in tolls if toll is not None]
    return f"{'; '.join(said)} (rule: {estimate.rule})" if said else ""


def _origins(origins: tuple[IncidentOrigin, ...]) -> str:
    named = [_origin(origin) for origin in origins[:_MOST_ORIGINS]]
    further = [f"{len(origins) - _MOST_ORIGINS} more"] if len(origins) > _MOST_ORIGINS else []
    return f"{len(origins)}: {'; '.join([*named, *further])}" if origins else ""


def _origin(origin: IncidentOrigin) -> str:
    notes = [origin.kind.replace("_", " ")] if origin.kind not in ("unknown", "outlet", "agency") else []
    notes += ["unnamed"] if origin.anonymous else []
    notes += [f"side of {origin.party}"] if origin.party and origin.party != origin.name else []
    return f"{origin.name} ({', '.join(notes)})" if notes else origin.name


def _articles(linked: LinkedIncident, shown: Publication) -> str:
    sources = shown.sources(linked)
    outlets = list(dict.fromkeys(source.outlet or "an outlet not known" for source in sources))
    return f"{len(sources)} {'article' if len(sources) == 1 else 'articles'}: {', '.join(outlets)}"
