"""What is linked batch by batch, in whatever order, is what would be linked at once; also when reports go again."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import select
from tests.ingest.conftest import page
from tests.ingest.content import partition, told
from tests.ingest.crash import articles, assert_whole

from hearsay.ingest import ingest
from hearsay.pages import Page
from hearsay.pipeline import references
from hearsay.store import Database, IncidentQuery, open_database, read, tables

EVENTS = list({page.fields["url"]: page for page in articles(40, seed=3)}.values())
"""Each of another address: none is another's newer version."""
TOTALS = [
    page(f"Air strikes on {place} have killed {toll} people since 1 July, a monitor said.", outlet, "2019-07-29")
    for place, toll, outlet in (("Saraqib", 120, "Vantage Wire"), ("Ariha", 300, "Orontes Post"))
]


def held(database: Database) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(reports of an episode, reports of an incident that it holds)."""
    with database.reading() as db:
        reports = {i.id: i.reports for i in read.full_incidents(db, IncidentQuery())}
        return {
            (incident.reports, reports[event])
            for incident in read.full_incidents(db, IncidentQuery())
            for event in incident.contains
        }


def filled(path: Path, *batches: list[Page]) -> Database:
    database = open_database(path, write=True)
    for pages in batches:
        list(ingest(pages, database, references()))
    return database


def test_pieces_in_any_order_give_the_whole(tmp_path: Path) -> None:
    pages = [*EVENTS, *TOTALS]
    mixed = random.Random(1).sample(pages, len(pages))  # noqa: S311
    whole = filled(tmp_path / "whole.db", pages)
    pieces = filled(tmp_path / "pieces.db", *(mixed[at : at + 7] for at in range(0, len(mixed), 7)))
    with whole.reading() as one, pieces.reading() as other:
        assert partition(one) == partition(other)
        assert max(len(part) for part in partition(one)) > 2
        assert [i.incident for i in told(one)] == [i.incident for i in told(other)]
        assert [i.runners_up for i in told(one)] == [i.runners_up for i in told(other)]
    assert held(whole) == held(pieces)
    assert held(whole)
    assert_whole(pieces)


def test_reports_that_go_leave_what_would_be_without_them(tmp_path: Path) -> None:
    gone = [Page(p.source, b"The market was quiet, traders said.", p.media, p.fields) for p in EVENTS[:8]]
    withdrawn = filled(tmp_path / "withdrawn.db", [*EVENTS, *TOTALS], gone)
    never = filled(tmp_path / "never.db", [*gone, *EVENTS[8:], *TOTALS])
    with withdrawn.reading() as one, never.reading() as other:
        assert partition(one) == partition(other)
        assert [i.incident for i in told(one)] == [i.incident for i in told(other)]
        assert [i.runners_up for i in told(one)] == [i.runners_up for i in told(other)]
        assert one.execute(select(tables.redirects)).all()
    assert held(withdrawn) == held(never)
    assert_whole(withdrawn)
