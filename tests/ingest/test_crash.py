"""Killed, out of space, locked, two at once: the database stays sound, and a second run completes it."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ingest.content import everything, partition
from tests.ingest.crash import (
    articles,
    assert_sound,
    exit_status,
    exported,
    has_tables,
    killed_after,
    killed_at,
    statements,
    take_in,
)
from tests.store.steps import TARGET, with_step

from hearsay.errors import StoreError
from hearsay.ingest import run as ingesting
from hearsay.pipeline import references
from hearsay.store import open_database, read
from hearsay.store.migrate import HEAD, upgrade


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a short ingest has many; and what every process needs is loaded before one forks."""
    monkeypatch.setattr(ingesting, "BATCH", 5)
    references()


@pytest.mark.parametrize(("number", "kills", "batch"), [(40, 6, 5), pytest.param(500, 20, 25, marks=pytest.mark.slow)])
def test_killed_at_random_points_it_is_completed_as_if_undisturbed(
    number: int, kills: int, batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "BATCH", batch)
    pages = articles(number)
    undisturbed, disturbed = tmp_path / "undisturbed.db", tmp_path / "disturbed.db"
    begun = time.monotonic()
    work = statements(lambda: take_in(undisturbed, pages))
    lasted = time.monotonic() - begun
    rng = random.Random(number)  # noqa: S311
    killed = 0
    for turn in range(3 * kills):
        if turn % 2:
            killed += killed_at(rng.randint(1, work // kills), lambda: take_in(disturbed, pages))
        else:
            killed += killed_after(rng.uniform(0, lasted / kills), lambda: take_in(disturbed, pages))
        if has_tables(disturbed):
            assert_sound(disturbed)
        if killed == kills:
            break
    assert killed == kills
    take_in(disturbed, pages)
    assert_sound(disturbed)
    assert exported(disturbed) == exported(undisturbed)
    with open_database(disturbed) as one, open_database(undisturbed) as other:
        assert everything(one) == everything(other)


def test_killed_while_the_tables_are_made(tmp_path: Path) -> None:
    whole = statements(lambda: open_database(tmp_path / "whole.db", write=True).close())
    path = tmp_path / "hearsay.db"
    for statement in range(2, whole, whole // 8):
        assert killed_at(statement, lambda: open_database(path, write=True).close())
        with pytest.raises(StoreError) as caught:
            open_database(path)
        assert caught.value.code == "database-empty"
    open_database(path, write=True).close()
    assert_sound(path)


def test_killed_while_the_tables_are_changed(tmp_path: Path) -> None:
    path, pages = tmp_path / "hearsay.db", articles(5)
    take_in(path, pages)
    before = exported(path)
    steps = with_step(tmp_path, HEAD)

    def change() -> None:
        with open_database(path, write=True) as database, database.writing() as db:
            upgrade(db, str(path), target=TARGET, steps=steps)

    statement = 1
    while killed_at(statement, change):
        assert exported(path) == before
        assert_sound(path)
        statement += 2
    assert statement > 10
    with pytest.raises(StoreError) as caught:
        open_database(path)
    assert caught.value.code == "database-newer"


def test_a_full_disk_stops_the_ingest_with_a_coded_error(tmp_path: Path) -> None:
    disk, pages = tmp_path / "disk", articles(40)
    disk.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk))
    try:
        subprocess.run(mount, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system may be mounted here")
    try:
        path = disk / "hearsay.db"
        with pytest.raises(StoreError) as caught:
            take_in(path, pages)
        assert caught.value.code == "database-full"
        assert_sound(path)
        subprocess.run((*mount[:4], "remount,size=20m", *mount[5:]), check=True)  # noqa: S603
        take_in(path, pages)
        assert_sound(path)
        take_in(tmp_path / "other.db", pages)
        assert exported(path) == exported(tmp_path / "other.db")
    finally:
        subprocess.run(("umount", str(disk)), check=True)  # noqa: S603, S607


def test_a_file_that_may_not_grow_costs_no_more_than_the_batch(tmp_path: Path) -> None:
    pages = articles(20)
    path, other = tmp_path / "hearsay.db", tmp_path / "other.db"
    take_in(path, pages[:5])
    take_in(other, pages[:5])
    status = exit_status(lambda: _in_little_room(path, lambda: take_in(path, pages)))
    assert status == 1
    assert_sound(path)
    take_in(path, pages)
    take_in(other, pages)
    assert exported(path) == exported(other)


def _in_little_room(path: Path, work: Callable[[], None]) -> int:
    """Let no file grow by more than a few pages; 1 where a coded error came of it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    room = path.stat().st_size + 20_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        work()
    except StoreError as error:
        return 1 if error.code in ("database-full", "database-unwritable") else 2
    return 0


def test_a_database_locked_by_another_program_stops_the_ingest_with_what_was_written(tmp_path: Path) -> None:
    path, pages = tmp_path / "hearsay.db", articles(10)
    with open_database(path, write=True, wait_s=0.05) as database, open_database(path, write=True) as other:
        taken = ingesting.ingest(pages, database, references())
        assert [next(taken).source for _ in range(5)]  # type: ignore[union-attr]
        with other.writing(), pytest.raises(StoreError) as caught:
            list(taken)
        assert caught.value.code == "database-locked"
        with other.reading() as db:
            assert read.count_articles(db) > 0
    assert_sound(path)
    take_in(path, pages)
    assert_sound(path)


def test_two_ingests_at_once_give_what_one_gives(tmp_path: Path) -> None:
    pages = articles(24)
    together, alone = tmp_path / "together.db", tmp_path / "alone.db"
    open_database(together, write=True).close()
    runs = [threading.Thread(target=take_in, args=(together, some)) for some in (pages[:18], pages[6:])]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert_sound(together)
    take_in(alone, pages)
    with open_database(together) as one, open_database(alone) as other, one.reading() as db, other.reading() as also:
        assert set(read.article_keys(db)) == set(read.article_keys(also))
        assert len(partition(db)) > 0
