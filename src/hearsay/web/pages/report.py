"""The situation report: what the overview's filters ask for, or one incident, written up to be printed."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request, Response

from hearsay.incidents.dataset import Dataset
from hearsay.publish.publication import publication
from hearsay.publish.report import SituationReport, period_title, report_html, report_text, situation_report
from hearsay.store import count_incidents
from hearsay.store.dataset import selection
from hearsay.store.query import STATED
from hearsay.store.single import single
from hearsay.web.faults import WebError
from hearsay.web.filters import Filters
from hearsay.web.pages.overview import asked_for
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite

MOST = 300
"""Incidents in one report: some hundred printed pages."""
_FORMS = {"html": ("text/html", report_html), "text": ("text/plain", report_text)}


def of_period(request: Request, site: TheSite) -> Response:
    """The incidents that the filters of the address ask for, by day and place."""
    with site.reading() as db:
        asked = asked_for(request, db, site.kept)
        query = asked.query.model_copy(update={"order": "day", "limit": MOST, "offset": 0})
        many = count_incidents(db, query)
        written = _written(selection(db, query), _title(asked), site, rule=query.rule)
    return _answer(request, site, written, "situation-report", left_out=max(0, many - MOST), back=asked.address())


def of_incident(incident: str, request: Request, site: TheSite) -> Response:
    """One incident."""
    with site.reading() as db:
        found = single(db, incident)
        written = _written(found, f"Incident report: {', '.join(one.id for one in found.incidents)}", site)
    return _answer(request, site, written, incident, left_out=0, back=f"/incidents/{incident}")


def _written(found: Dataset, title: str, site: Site, *, rule: str = STATED) -> SituationReport:
    return situation_report(publication(found, rule=rule, names=site.settings.names), title)


def _title(asked: Filters) -> str:
    title = period_title(asked.query.first_day, asked.query.last_day)
    others = [
        f"{name} {value}" for name, value in asked.chosen if name not in ("from", "to", "rule", "order", "everything")
    ]
    return f"{title}: {', '.join(others)}" if others else title


def _answer(request: Request, site: Site, written: SituationReport, name: str, *, left_out: int, back: str) -> Response:
    """The page, or the file that ``?format=`` asks for."""
    form = request.query_params.get("format")
    if form is None:
        given = {"report": written, "left_out": left_out, "back": back, "file": request.url.include_query_params}
        return site.page(request, "report.html", given)
    if form not in _FORMS:
        raise WebError(400, "request-invalid", f"format must be one of {', '.join(_FORMS)}")
    media, write = _FORMS[form]
    pieces: Iterable[str] = write(written)
    named = {"Content-Disposition": f'attachment; filename="{name}.{"txt" if form == "text" else form}"'}
    return Response("".join(pieces), media_type=media, headers=named)


ROUTES = (
    Route("/report", of_period, Permission.READ),
    Route("/incidents/{incident}/report", of_incident, Permission.READ),
)
