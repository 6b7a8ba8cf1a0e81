"""Sources and ceasefires: tables that the analyses give, drawn as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request, Response
from sqlalchemy import Connection

from hearsay.publish.analysis.answer import Answer, answer_csv
from hearsay.publish.analysis.ceasefires import accusations_answer, agreements_answer, violations_answer
from hearsay.publish.analysis.sources import labels_answer, sources_answer
from hearsay.publish.publication import Publication, publication
from hearsay.store.codings import last_change
from hearsay.store.dataset import dataset
from hearsay.store.read import edited_articles
from hearsay.web.faults import WebError
from hearsay.web.lately import Made
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import Site, TheSite
from hearsay.web.subject.cells import table

Make = Callable[[Publication, Connection], Answer]


@dataclass(frozen=True, slots=True)
class View:
    """One table of a page."""

    name: str
    words: str
    note: str
    make: Make


SOURCES = (
    View(
        "outlets",
        "Outlets",
        "How the tolls of each outlet stand to those of independent others on the same incidents: 1 is the same, "
        "2 is twice as many; ↑ in how many it says more, ↓ in how many less. The bar is the interval of the median; a "
        "ring stands where there are too few comparisons for one.",
        lambda shown, db: sources_answer(shown, role="outlet", edited=edited_articles(db)),
    ),
    View(
        "origins",
        "Origins",
        "The same for those at the start of the chains, whoever passed their word on.",
        lambda shown, db: sources_answer(shown, role="origin", edited=edited_articles(db)),
    ),
    View("labels", "Loaded words", "Who calls whom what.", lambda shown, _: labels_answer(shown)),
)
CEASEFIRES = (
    View(
        "violations",
        "Alleged violations",
        "Each is an accusation: by whom, of whom.",
        lambda shown, _: violations_answer(shown),
    ),
    View("accusations", "Who accuses whom", "How often, by whose word.", lambda shown, _: accusations_answer(shown)),
    View("agreements", "Ceasefires made", "As reported.", lambda shown, _: agreements_answer(shown)),
)


def sources(request: Request, site: TheSite) -> Response:
    """How sources compare."""
    return _page(request, site, "Sources", SOURCES)


def ceasefires(request: Request, site: TheSite) -> Response:
    """Alleged violations of ceasefires."""
    return _page(request, site, "Ceasefires", CEASEFIRES)


def _page(request: Request, site: Site, title: str, views: tuple[View, ...]) -> Response:
    view, answer, current = _asked(request, site, views)
    if request.query_params.get("format") == "csv":
        named = {"Content-Disposition": f'attachment; filename="{view.name}.csv"'}
        return Response("".join(answer_csv(answer)), media_type="text/csv", headers=named)
    given = {"title": title, "views": views, "view": view, "current": current}
    return site.page(request, "analysis.html", {**given, "answer": answer, "lines": table(answer)})


def _asked(request: Request, site: Site, views: tuple[View, ...]) -> tuple[View, Answer, bool]:
    """The view, what it shows, and whether that is of the database as it stands."""
    name = request.query_params.get("view", views[0].name)
    view = next((view for view in views if view.name == name), None)
    if view is None:
        raise WebError(404, "address-unknown", "there is no such table")
    with site.reading() as db:
        state = last_change(db)
    made = site.lately.get(state, view.name, lambda: _made(site, view))
    return view, made.result, made.state == state


def _made(site: Site, view: View) -> Made[Answer]:
    with site.reading() as db:
        return Made(last_change(db), view.make(publication(dataset(db), names=site.settings.names), db))


ROUTES = (
    Route("/sources", sources, Permission.READ),
    Route("/ceasefires", ceasefires, Permission.READ),
)
