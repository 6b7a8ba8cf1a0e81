"""What was put in is read back: codings whole, incidents by id and by filter, claims with their sources."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select, update
from tests.store.conftest import linked

from hearsay.errors import StoreError
from hearsay.incidents.records import LinkedIncident
from hearsay.records import Coding, Reprint
from hearsay.store import Database, IncidentQuery, count_incidents, list_incidents, pages_kept, read, tables
from hearsay.store.codings import add_coding, next_change
from hearsay.store.dataset import dataset
from hearsay.store.incidents import put_incidents, settle, used_ids
from hearsay.store.links import report_numbers


def test_a_coding_is_read_back_as_it_was(filled: Database, coding: Coding) -> None:
    with filled.reading() as db:
        assert read.coding(db, 1) == coding
        assert list(read.current_codings(db)) == [coding]


def test_claims_of_an_incident_come_with_source_and_words(filled: Database, coding: Coding) -> None:
    with filled.reading() as db:
        first, second = read.claims_of(db, "inc-1")
        assert list(read.current_claims(db)) == [first, second]
        assert read.claim(db, "c-bbbb") == (second,)
    assert (first.claim, second.claim) == coding.claims
    assert first.passage == coding.article.text.split("\n\n", maxsplit=1)[0]
    assert first.source.outlet == "Vantage Wire"
    assert (first.report, first.incident, first.coding) == ("i-1", "inc-1", 1)


def test_a_row_of_the_list_has_place_toll_grade_and_disputes(filled: Database) -> None:
    with filled.reading() as db:
        (row,) = list_incidents(db, IncidentQuery())
    assert (row.first_day, row.country, row.admin1, row.lat) == ("2019-06-09", "SYR", "Idlib", 35.77)
    assert (row.killed_low, row.killed_best, row.killed_high) == (0, 12, None)
    assert (row.corroboration, row.disputed, row.disputes) == ("disputed", True, "toll")
    assert (row.articles, row.outlets, row.origins) == (1, 1, 2)


@pytest.mark.parametrize(
    ("fits", "does_not"),
    [
        ({"first_day": "2019-06-09"}, {"first_day": "2019-06-10"}),
        ({"last_day": "2019-06-09"}, {"last_day": "2019-06-08"}),
        ({"box": (36, 35, 37, 36)}, {"box": (37, 35, 36, 36)}),
        ({"box": (170, 0, 37, 90)}, {"box": (-180, 0, 30, 90)}),
        ({"countries": ("SYR", "IRQ")}, {"countries": ("IRQ",)}),
        ({"types": ("ASSAULT",)}, {"types": ("PROTEST",)}),
        ({"sub_types": ("Air/drone strike",)}, {"sub_types": ("Armed clash",)}),
        ({"statuses": ("occurred",)}, {"statuses": ("planned",)}),
        ({"origin": "rescue comm"}, {"origin": "100%"}),
        ({"place": "idlib"}, {"place": "aleppo"}),
        ({"place": "Arīḥa"}, {"place": "%"}),
        ({"region": "Idlib"}, {"region": "Idl"}),
        ({"outlet": "Vantage Wire"}, {"outlet": "Vantage"}),
        ({"grades": ("disputed",)}, {"grades": ("single",)}),
        ({"credibility": 3}, {"credibility": 2}),
        ({"killed_at_least": 12}, {"killed_at_least": 13}),
        ({"disputed": True}, {"disputed": False}),
        ({"dispute": "toll"}, {"dispute": "place"}),
        ({"changed_since": 0}, {"changed_since": 1}),
        ({"main": True}, {"main": True, "disputed": False}),
        ({"reported_since": "2019-06-10"}, {"reported_since": "2019-06-11"}),
        ({"offset": 0}, {"offset": 1}),
    ],
)
def test_each_filter_narrows(filled: Database, fits: dict[str, object], does_not: dict[str, object]) -> None:
    with filled.reading() as db:
        assert len(list_incidents(db, IncidentQuery.model_validate(fits))) == 1
        assert list_incidents(db, IncidentQuery.model_validate(does_not)) == ()


def test_parties_are_found_in_either_role_by_name_or_registry_id(database: Database, coding: Coding) -> None:
    (incident,) = coding.incidents
    actor = coding.claims[0].actors[0].model_copy(update={"name": "Syrian Arab Air Force", "id": "actor:syaaf"})
    _put(database, coding, linked(incident.model_copy(update={"actors": (actor,)}), "inc-1"))
    with database.reading() as db:
        counts = [count_incidents(db, IncidentQuery(actor=name)) for name in ("air force", "actor:syaaf", "actor:")]
    assert counts == [1, 1, 0]


def test_pages_of_a_list_hold_each_incident_once(database: Database, coding: Coding) -> None:
    (incident,) = coding.incidents
    _put(database, coding, *(linked(incident, f"inc-{n}") for n in range(5)))
    with database.reading() as db:
        pages = [list_incidents(db, IncidentQuery(limit=2, offset=start)) for start in (0, 2, 4)]
        assert count_incidents(db, IncidentQuery(limit=2)) == 5
        assert len(list(read.full_incidents(db, IncidentQuery(order="-killed", limit=3)))) == 3
    assert [row.id for page in pages for row in page] == [f"inc-{n}" for n in range(5)]


def test_a_rule_without_an_estimate_leaves_the_toll_open(filled: Database) -> None:
    with filled.reading() as db:
        (row,) = list_incidents(db, IncidentQuery(rule="independent-range"))
    assert row.killed_low is row.killed_best is None


def test_an_old_id_leads_to_what_took_its_place(filled: Database, coding: Coding) -> None:
    with filled.writing() as db:
        seq = next_change(db)
        settle(db, {"inc-2": [1]}, {"inc-0": "inc-1"}, seq)
        settle(db, {"inc-2": [1]}, {"inc-1": "inc-2", "inc-9": None}, seq)
        put_incidents(db, {"inc-2": linked(coding.incidents[0], "inc-2")}, {"inc-2": [1]}, seq)
        assert read.incident(db, "inc-0").id == "inc-2"
        assert read.incident(db, "inc-1").id == "inc-2"
        assert used_ids(db, ["inc-0", "inc-1", "inc-2", "inc-3"]) == {"inc-0", "inc-1", "inc-2"}
        stones = read.tombstones(db, 1)
        assert [(t.id, t.successor) for t in stones] == [("inc-0", "inc-2"), ("inc-1", "inc-2"), ("inc-9", None)]
        assert read.tombstones(db, 2) == ()
        assert _code(lambda: read.incident(db, "inc-9")) == "incident-withdrawn"
        assert _code(lambda: read.incident(db, "nonsense")) == "incident-unknown"


def test_what_is_newer_than_a_change_or_a_day(filled: Database, coding: Coding) -> None:
    with filled.writing() as db:
        seq = next_change(db, "2024-05-14")
        settle(db, {"inc-2": []}, {"inc-0": "inc-1"}, seq)
        put_incidents(db, {"inc-2": linked(coding.incidents[0], "inc-2")}, {"inc-2": []}, seq)
        assert _newer(db, None) == (["inc-1", "inc-2"], ["inc-0"])
        assert _newer(db, "1") == (["inc-2"], ["inc-0"])
        assert _newer(db, "2") == ([], [])
        assert _newer(db, "2019-06-10") == (["inc-1", "inc-2"], ["inc-0"])
        assert _newer(db, "2024-05-14") == (["inc-2"], ["inc-0"])
        assert _newer(db, "2024-05-15") == ([], [])
        assert _code(lambda: dataset(db, "yesterday")) == "since-unreadable"


def test_a_newer_version_supersedes_and_the_old_stays_readable(filled: Database, coding: Coding) -> None:
    edited = coding.article.model_copy(update={"headline": "Strike near Ariha: toll revised", "version": "v-2"})
    with filled.writing() as db:
        added = add_coding(db, coding.model_copy(update={"article": edited}), next_change(db))
        assert (added.current, added.replaced) == (True, 1)
        old, new = read.versions(db, "text-1")
        assert (old.article, old.current) == (coding.article, False)
        assert (new.article, new.current) == (edited, True)
        assert read.coding(db, 1) == coding
        assert read.article_keys(db, revised=True) == ("text-1",)


@pytest.mark.parametrize(
    ("changes", "current"),
    [
        ({"published": "2019-06-10T09:00+03:00"}, True),
        ({"published": "2019-06-10T07:30+03:00"}, False),
        ({"published": "2019-06-10T06:30Z"}, True),
        ({"published": "2019-06-10"}, True),
        ({"published": "2019-06-09"}, False),
        ({"published": None}, True),
        ({"published": "2019-06-10T08:00+03:00", "updated": "2019-06-10T12:00+03:00"}, True),
    ],
)
def test_a_version_whose_page_says_that_it_is_older_does_not_supersede(
    filled: Database, coding: Coding, changes: dict[str, str | None], current: bool
) -> None:
    other = coding.article.model_copy(update={**changes, "version": "v-2"})
    with filled.writing() as db:
        assert add_coding(db, coding.model_copy(update={"article": other}), next_change(db)).current is current


def test_a_damaged_page_is_said_to_be_damaged(database: Database) -> None:
    sha256 = "5d41402abc4b2a76b9719d911017c592" * 2
    good = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    with database.writing() as db:
        pages_kept.add(db, good, b"hello")
        pages_kept.add(db, good, b"hello")
        assert pages_kept.load(db, good) == b"hello"
        for content in (b"no zlib", zlib.compress(b"another page")):
            db.execute(update(tables.pages).values(content=content))
            assert _code(lambda: pages_kept.load(db, good)) == "page-damaged"
        assert _code(lambda: pages_kept.load(db, sha256)) == "page-unknown"
        pages_kept.add(db, good, b"hello")
        assert pages_kept.load(db, good) == b"hello"


def test_unknown_numbers_and_keys(filled: Database) -> None:
    with filled.reading() as db:
        assert _code(lambda: read.coding(db, 7)) == "coding-unknown"
        assert read.versions(db, "text-7") == ()
        assert read.find_incidents(db, "inc-") == ("inc-1",)
        assert read.find_incidents(db, "inc%") == ()


def test_the_article_says_what_it_copies(database: Database, coding: Coding) -> None:
    copy = coding.article.model_copy(update={"reprint": Reprint(origin="text-0", share=0.9)})
    with database.writing() as db:
        add_coding(db, coding.model_copy(update={"article": copy}), next_change(db))
        assert db.execute(select(tables.codings.c.reprint_of)).scalar() == "text-0"


def _put(database: Database, coding: Coding, *incidents: LinkedIncident) -> None:
    with database.writing() as db:
        seq = next_change(db)
        number = add_coding(db, coding, seq).number
        reports = list(report_numbers(db, number).values())
        put_incidents(db, {incident.id: incident for incident in incidents}, {i.id: reports for i in incidents}, seq)


def _newer(db: Connection, since: str | None) -> tuple[list[str], list[str]]:
    found = dataset(db, since)
    return [incident.id for incident in found.incidents], [stone.id for stone in found.tombstones]


def _code(act: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        act()
    return caught.value.code


def test_an_article_is_edited_when_another_text_of_it_is_known(filled: Database, coding: Coding) -> None:
    with filled.reading() as db:
        assert read.edited_articles(db) == frozenset()
    with filled.writing() as db:
        recoded = coding.model_copy(update={"coder": coding.coder.model_copy(update={"package": "1"})})
        add_coding(db, recoded, next_change(db))
        assert read.edited_articles(db) == frozenset()
        article = coding.article.model_copy(update={"version": "v-2", "published": "2019-06-11"})
        add_coding(db, coding.model_copy(update={"article": article}), next_change(db))
        assert read.edited_articles(db) == {"a-1"}
