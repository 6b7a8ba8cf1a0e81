"""Pages go in once, whatever comes again; versions supersede; what is linked piece by piece is as if linked at once."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from tests.ingest.conftest import CORRECTED, ELSEWHERE, PAPER, REPORTS, REPRINT, WIRE, Put, outcomes, page
from tests.ingest.content import everything, partition, told

from hearsay.articles.identity import sha256_of
from hearsay.errors import InputError, StoreError
from hearsay.ingest import ingest, kept_pages
from hearsay.pages import Page
from hearsay.pipeline import References, references
from hearsay.records import Coder
from hearsay.store import (
    Database,
    IncidentQuery,
    count_incidents,
    list_incidents,
    open_database,
    pages_kept,
    read,
    tables,
)


def test_the_same_pages_again_add_nothing(put: Put, database: Database) -> None:
    assert outcomes(put(*REPORTS)) == ["new"] * 4
    before = everything(database)
    assert outcomes(put(*REPORTS)) == ["known"] * 4
    moved = Page("another/folder.jsonl:9", WIRE.content, WIRE.media, WIRE.fields)
    assert outcomes(put(moved)) == ["known"]
    assert everything(database) == before


def test_the_same_article_on_another_page_is_one_article(put: Put, database: Database) -> None:
    put(WIRE)
    again = page(f"  {WIRE.content.decode()}\n", "Vantage Wire", "2019-07-21", retrieved="2019-08-01")
    assert outcomes(put(again)) == ["known"]
    with database.reading() as db:
        (version,) = read.versions(db, _key(db, WIRE))
        assert len(version.captures) == 2


def test_two_outlets_on_one_strike_are_one_incident_with_both_sides_claims(put: Put, database: Database) -> None:
    put(WIRE, PAPER, ELSEWHERE)
    with database.reading() as db:
        (strike,) = list_incidents(db, IncidentQuery(place="saraqib", main=True))
        assert (strike.articles, strike.outlets) == (2, 2)
        assert {claim.source.outlet for claim in read.claims_of(db, strike.id)} == {"Vantage Wire", "Levant Courier"}
        assert count_incidents(db, IncidentQuery(main=True)) == 2


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[1::5])
def test_order_and_pieces_do_not_change_what_is_linked(order: tuple[int, ...], tmp_path: Path) -> None:
    at_once = _database(tmp_path / "once.db", [REPORTS])
    piecemeal = _database(tmp_path / "pieces.db", [[REPORTS[number]] for number in order])
    with at_once.reading() as one, piecemeal.reading() as other:
        assert partition(one) == partition(other)
        ours, theirs = told(one), told(other)
    # Which of two equal texts is the copy depends on which came first; nothing else does.
    assert [i.grade for i in ours] == [i.grade for i in theirs]
    assert [i.incident for i in ours] == [i.incident for i in theirs]


def test_a_copy_of_an_article_of_an_earlier_ingest_is_found(put: Put, path: Path) -> None:
    put(WIRE)
    with open_database(path, write=True) as later:
        list(ingest([REPRINT], later, references()))
        with later.reading() as db:
            copy = read.versions(db, _key(db, REPRINT))[0].article
            assert copy.reprint is not None
            assert copy.reprint.origin == _key(db, WIRE)


def test_a_newer_version_supersedes_and_its_incident_keeps_its_id(put: Put, database: Database) -> None:
    put(WIRE)
    with database.reading() as db:
        (before,) = list_incidents(db, IncidentQuery(place="saraqib"))
        (kidnapping,) = {row.id for row in list_incidents(db, IncidentQuery())} - {before.id}
        old = [claim.claim for claim in read.claims_of(db, before.id)]
    assert (before.killed_best, outcomes(put(CORRECTED))) == (60, ["revised"])
    with database.reading() as db:
        (after,) = list_incidents(db, IncidentQuery(place="saraqib"))
        assert (after.id, after.killed_best) == (before.id, 40)
        assert [read.claim(db, claim.id)[0].claim for claim in old] == old
        assert {read.claim(db, claim.id)[0].incident for claim in old} == {None}
        assert [version.current for version in read.versions(db, _key(db, WIRE))] == [False, True]
        with pytest.raises(StoreError, match="no article reports it"):
            read.incident(db, kidnapping)
    assert outcomes(put(WIRE)) == ["known"]


def test_two_versions_in_one_batch_leave_the_newer_one_linked(put: Put, tmp_path: Path, database: Database) -> None:
    assert outcomes(put(WIRE, CORRECTED, PAPER)) == ["new", "revised", "new"]
    apart = _database(tmp_path / "apart.db", [[WIRE], [CORRECTED], [PAPER]])
    with database.reading() as one, apart.reading() as other:
        assert partition(one) == partition(other)


def test_another_coder_supersedes_and_the_old_claims_stay(put: Put, database: Database) -> None:
    put(WIRE, PAPER)
    with database.reading() as db:
        before = [row.id for row in list_incidents(db, IncidentQuery())]
    assert outcomes(list(ingest([WIRE, PAPER], database, _newer()))) == ["revised", "revised"]
    with database.reading() as db:
        assert [row.id for row in list_incidents(db, IncidentQuery())] == before
        claim = next(read.current_claims(db)).claim.id
        assert [stored.incident is not None for stored in read.claim(db, claim)] == [True, False]
        assert [version.coder.package for version in read.versions(db, _key(db, WIRE))][1] == "hearsay 99"


def test_failures_are_kept_until_they_are_mended(put: Put, database: Database) -> None:
    error = InputError("not-found", "no such file", where="a.txt", hint="Look elsewhere.")
    assert outcomes(put(error, WIRE, error)) == ["not-found", "new", "not-found"]
    before = everything(database)
    assert outcomes(put(error)) == ["not-found"]
    assert everything(database) == before
    with database.reading() as db:
        assert [(f.source, f.code, f.hint) for f in read.failures(db)] == [("a.txt", "not-found", "Look elsewhere.")]
    put(Page("a.txt", ELSEWHERE.content, "record", ELSEWHERE.fields))
    with database.reading() as db:
        assert read.failures(db) == ()


def test_pages_are_kept_unless_they_are_not_wanted(put: Put, database: Database) -> None:
    put(WIRE, keep_pages=False)
    with database.reading() as db:
        assert db.execute(select(func.count()).select_from(tables.pages)).scalar_one() == 0
    put(WIRE)
    with database.writing() as db:
        (sha256,) = db.execute(select(tables.pages.c.sha256)).scalars()
        assert pages_kept.load(db, sha256) == WIRE.content
        db.execute(update(tables.pages).values(content=b"scrambled"))
    assert outcomes(put(WIRE)) == ["known"]
    with database.reading() as db:
        assert pages_kept.load(db, sha256) == WIRE.content


def test_kept_pages_are_coded_anew_by_a_newer_coder(put: Put, database: Database) -> None:
    put(WIRE, PAPER)
    put(ELSEWHERE, keep_pages=False)
    assert outcomes(put(*kept_pages(database))) == ["known", "known", "page-unknown"]
    with database.writing() as db:
        damaged = sha256_of(PAPER.content)
        db.execute(update(tables.pages).where(tables.pages.c.sha256 == damaged).values(content=b"scrambled"))
    again = list(ingest(kept_pages(database), database, _newer()))
    assert outcomes(again) == ["revised", "page-damaged", "page-unknown"]


def test_a_change_carries_the_date_it_was_given(put: Put, database: Database) -> None:
    put(WIRE, as_of="2024-01-05")
    put(ELSEWHERE)
    with database.reading() as db:
        assert list(map(tuple, db.execute(select(tables.changes)))) == [(1, "2024-01-05"), (2, None)]
        assert all(row.changed == 1 for row in list_incidents(db, IncidentQuery(reported_since="2024-01-01")))
        assert count_incidents(db, IncidentQuery(reported_since="2024-01-06")) == 0


def test_another_writer_between_two_batches_is_taken_into_account(database: Database, path: Path) -> None:
    def pages() -> Any:
        yield ELSEWHERE
        with open_database(path, write=True) as other:
            list(ingest([WIRE, ELSEWHERE], other, references()))
        yield REPRINT

    assert outcomes(list(ingest(pages(), database, references()))) == ["known", "new"]
    with database.reading() as db:
        reprint = read.versions(db, _key(db, REPRINT))[0].article.reprint
        assert reprint is not None
        assert reprint.origin == _key(db, WIRE)


def test_an_error_within_a_batch_leaves_nothing_of_it(put: Put, database: Database, monkeypatch: Any) -> None:
    put(ELSEWHERE)
    before = everything(database)

    def fail(*_: object) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr("hearsay.store.links.add_pairs", fail)
    with pytest.raises(OSError, match="went away"):
        put(WIRE, PAPER)
    assert everything(database) == before
    monkeypatch.undo()
    assert outcomes(put(WIRE, PAPER)) == ["new", "new"]


def _database(path: Path, batches: Any) -> Database:
    database = open_database(path, write=True)
    for pages in batches:
        list(ingest(pages, database, references()))
    return database


def _key(db: Any, which: Page) -> str:
    table = tables.codings
    return str(db.execute(select(table.c.article).where(table.c.outlet == which.fields["outlet"])).scalars().first())


class _Newer(References):
    """The same references under a newer package."""

    def coder(self) -> Coder:
        return super().coder().model_copy(update={"package": "hearsay 99"})


def _newer() -> References:
    known = references()
    return _Newer(known.gazetteer, known.registry)
