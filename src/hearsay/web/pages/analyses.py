"""Sources and ceasefires: tables that the analyses give, drawn as they are."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response

from hearsay.publish.analysis.answer import answer_csv
from hearsay.web.analysed import analysed
from hearsay.web.faults import WebError
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite
from hearsay.web.subject.cells import table


@dataclass(frozen=True, slots=True)
class View:
    """One table of a page."""

    name: str
    words: str
    note: str


SOURCES = (
    View(
        "outlets",
        "Outlets",
        "How the tolls of each outlet stand to those of independent others on the same incidents: 1 is the same, "
        "2 is twice as many; ↑ in how many it says more, ↓ in how many less. The bar is the interval of the median; a "
        "ring stands where there are too few comparisons for one.",
    ),
    View("origins", "Origins", "The same for those at the start of the chains, whoever passed their word on."),
    View("labels", "Loaded words", "Who calls whom what."),
)
CEASEFIRES = (
    View("violations", "Alleged violations", "Each is an accusation: by whom, of whom."),
    View("accusations", "Who accuses whom", "How often, by whose word."),
    View("agreements", "Ceasefires made", "As reported."),
)


def sources(request: Request, site: TheSite) -> Response:
    """How sources compare."""
    return _page(request, site, "Sources", SOURCES)


def ceasefires(request: Request, site: TheSite) -> Response:
    """Alleged violations of ceasefires."""
    return _page(request, site, "Ceasefires", CEASEFIRES)


def _page(request: Request, site: Site, title: str, views: tuple[View, ...]) -> Response:
    name = request.query_params.get("view", views[0].name)
    view = next((view for view in views if view.name == name), None)
    if view is None:
        raise WebError(404, "address-unknown", "there is no such table")
    made, current = analysed(site)
    if made is None:
        return site.being_made(request, title)
    answer = made.result.answers[view.name]
    if request.query_params.get("format") == "csv":
        named = {"Content-Disposition": f'attachment; filename="{view.name}.csv"'}
        return Response("".join(answer_csv(answer)), media_type="text/csv", headers=named)
    given = {"title": title, "views": views, "view": view, "current": current}
    return site.page(request, "analysis.html", {**given, "answer": answer, "lines": table(answer)})


ROUTES = (
    Route("/sources", sources, Permission.READ),
    Route("/ceasefires", ceasefires, Permission.READ),
)
