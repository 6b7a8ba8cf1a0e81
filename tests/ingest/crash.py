"""Ingests in a process of their own that is killed, and what must hold of the database afterwards."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Select, event, func, select

from hearsay.ingest import ingest
from hearsay.pages import Page
from hearsay.pipeline import references
from hearsay.publish.jsonl import records_jsonl
from hearsay.publish.publication import publication
from hearsay.store import Database, open_database, read, tables
from hearsay.store.dataset import dataset

_TOWNS = ("Saraqib", "Ariha", "Binnish", "Saraqib", "Khan Shaykhun", "Kafr Nabl", "Jisr al-Shughur", "Sarmin")
_OUTLETS = ("Vantage Wire", "Levant Courier", "Orontes Post", "Harbour Daily")
_SOURCES = ("the Orontes Rescue Committee", "a doctor at the hospital", "a military source", "residents", "state media")
_DEEDS = ("An air strike", "Artillery fire", "A car bomb", "Rocket fire", "Mortar shells")


def articles(number: int, seed: int = 1) -> list[Page]:
    """Invented reports: several outlets on the same events, copies, newer versions of the same address."""
    rng = random.Random(seed)  # noqa: S311
    found: list[Page] = []
    for at in range(number):
        if found and rng.random() < 0.15:
            found.append(_page(at, rng, found[rng.randrange(len(found))].content.decode()))
            continue
        day = rng.randint(1, 28)
        text = (
            f"{rng.choice(_DEEDS)} killed {rng.randint(1, 40)} people in {rng.choice(_TOWNS)} on {day} July 2019, "
            f"{rng.choice(_SOURCES)} said. {rng.randint(2, 60)} others were wounded.\n\n"
            f"Separately, gunmen attacked a checkpoint near {rng.choice(_TOWNS)}, {rng.choice(_SOURCES)} said."
        )
        found.append(_page(at, rng, text))
    return found


def _page(at: int, rng: random.Random, text: str) -> Page:
    number = rng.randrange(at + 1) if rng.random() < 0.1 else at  # an address that was used before: a new version
    fields = {"outlet": rng.choice(_OUTLETS), "published": "2019-07-29", "url": f"https://wire.example/{number}"}
    return Page(f"articles.jsonl:{at + 1}", text.encode(), "record", fields)


def take_in(path: Path, pages: Sequence[Page]) -> None:
    """An ingest from beginning to end."""
    with open_database(path, write=True) as database:
        for _ in ingest(pages, database, references()):
            pass


def killed_at(statement: int, work: Callable[[], None]) -> bool:
    """Do the work in another process that kills itself at its so-manieth statement; whether it came to that."""

    def dying() -> None:
        left = statement

        def count(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        work()

    return os.WIFSIGNALED(_wait(_start(dying)))


def killed_after(seconds: float, work: Callable[[], None]) -> bool:
    """Do the work in another process that is killed after so long; whether it was still at it."""
    process = _start(work)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    return os.WIFSIGNALED(_wait(process))


def statements(work: Callable[[], None]) -> int:
    """How many statements the work takes; it is done here."""
    made = 0

    def count(*_: object) -> None:
        nonlocal made
        made += 1

    event.listen(Engine, "before_cursor_execute", count)
    try:
        work()
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return made


def exit_status(work: Callable[[], int]) -> int:
    """Do the work in another process; what it gives back."""
    process = os.fork()
    if process == 0:
        status = 99
        try:
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(_wait(process))


def _start(work: Callable[[], None]) -> int:
    process = os.fork()
    if process == 0:
        try:
            work()
        finally:
            os._exit(0)
    return process


def _wait(process: int) -> int:
    return os.waitpid(process, 0)[1]


def exported(path: Path) -> bytes:
    """The whole database as it is published."""
    with open_database(path) as database, database.reading() as db:
        return "".join(records_jsonl(publication(dataset(db), names=True))).encode()


def has_tables(path: Path) -> bool:
    """Whether the first transaction, which makes the tables, was finished: a kill may come before."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as plain:
        return bool(plain.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def assert_sound(path: Path) -> None:
    """SQLite finds no fault, and what belongs together is together."""
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_database(path) as database:
        assert_whole(database)


def assert_whole(database: Database) -> None:
    """Every article has a current coding; every current report, and no other, is in an incident that knows it."""
    t = tables
    with database.reading() as db:
        current = select(t.articles.c.current)
        reports = _set(db, select(t.reports.c.n).where(t.reports.c.coding.in_(current)))
        assert _set(db, select(t.codings.c.article)) == _set(db, select(t.articles.c.key))
        assert _set(db, select(t.codings.c.n)) == _set(db, select(t.captures.c.coding))
        assert _set(db, select(t.captures.c.sha256)) == _set(db, select(t.pages.c.sha256))
        assert _set(db, select(t.incident_reports.c.report)) == reports
        assert _set(db, select(t.linked.c.report)) == reports
        assert {*_set(db, select(t.pairs.c.a)), *_set(db, select(t.pairs.c.b))} <= reports
        ids = _set(db, select(t.incidents.c.id))
        assert _set(db, select(t.incident_reports.c.incident)) == ids
        assert not ids & _set(db, select(t.redirects.c.old))
        assert _set(db, select(t.redirects.c.new).where(t.redirects.c.new.is_not(None))) <= ids
        for id_ in ids:
            linked = read.incident(db, id_)
            told = {stored.claim.id for stored in read.claims_of(db, id_)}
            assert told == set(linked.incident.claims)
        last = db.execute(select(func.max(t.codings.c.seq))).scalar()
        assert (last or 0) <= (db.execute(select(func.max(t.changes.c.seq))).scalar() or 0)
        for row in db.execute(select(t.fingerprints.c.triples)):
            assert len(np.frombuffer(row.triples, "<u4"))


def _set(db: Connection, query: Select[Any]) -> set[Any]:
    return set(db.execute(query).scalars())
