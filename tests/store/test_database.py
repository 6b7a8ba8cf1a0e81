"""Opening a database: made, migrated, refused with a coded error, never half-written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.store.steps import TARGET, with_step

from hearsay.errors import StoreError
from hearsay.store import Database, IncidentQuery, count_incidents, open_database
from hearsay.store.codings import last_change, next_change
from hearsay.store.migrate import HEAD, VERSION_TABLE, upgrade
from hearsay.store.tables import metadata


def code(path: Path | str, **options: object) -> str:
    with pytest.raises(StoreError) as caught:
        open_database(path, **options).close()  # type: ignore[arg-type]
    assert str(path).removeprefix("sqlite:///") in str(caught.value)
    return caught.value.code


def test_the_steps_make_just_the_tables(database: Database) -> None:
    with database.writing() as db:
        context = MigrationContext.configure(db, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_step_is_the_head() -> None:
    steps = Path(open_database.__code__.co_filename).parent / "migrations" / "versions"
    assert max(step.name[:4] for step in steps.glob("0*.py")) == HEAD


def test_opening_again_changes_nothing(database: Database, path: Path) -> None:
    database.close()
    before = path.read_bytes()
    open_database(path, write=True).close()
    with open_database(f"sqlite:///{path}") as again, again.reading() as db:
        assert count_incidents(db, IncidentQuery()) == 0
    assert path.read_bytes() == before


def test_a_name_with_signs_of_an_address_is_a_name(tmp_path: Path) -> None:
    odd = tmp_path / "50% of? #all.db"
    open_database(odd, write=True).close()
    assert odd.exists()
    open_database(odd).close()


def test_to_read_there_must_be_one(path: Path) -> None:
    assert code(path) == "database-missing"
    assert not path.exists()
    path.touch()
    assert code(path) == "database-empty"


def test_no_folder(tmp_path: Path) -> None:
    assert code(tmp_path / "none" / "hearsay.db", write=True) == "database-unopenable"


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert code(tmp_path, write=True) == "database-unopenable"
    assert code(tmp_path) == "database-unopenable"


def test_another_kind_of_database() -> None:
    assert code("postgresql://localhost/hearsay") == "database-unsupported"


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_none_of_ours_is_left_alone(path: Path, write: bool) -> None:
    path.write_text("Dear diary, nothing happened in Tartus today. " * 100)
    before = path.read_bytes()
    assert code(path, write=write) == "database-foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_another_programs_database_is_left_alone(path: Path, write: bool) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    assert code(path, write=write) == "database-foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_newer_versions_database(database: Database, path: Path, write: bool) -> None:
    database.close()
    _set_version(path, "9999")
    assert code(path, write=write) == "database-newer"


def test_an_older_one_is_read_only_after_it_was_brought_up_to_date(database: Database, path: Path) -> None:
    database.close()
    _set_version(path, "0000")
    assert code(path) == "database-older"


def test_a_damaged_file(database: Database, path: Path) -> None:
    database.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert code(path) == "database-damaged"


def test_another_writer_is_waited_for_then_named(database: Database, path: Path) -> None:
    with open_database(path, write=True, wait_s=0.05) as second, database.writing() as db:
        next_change(db)
        with pytest.raises(StoreError) as caught, second.writing():
            pass
        assert caught.value.code == "database-locked"
        with second.reading() as other:
            assert last_change(other) == 0
    with database.reading() as db:
        assert last_change(db) == 1


def test_a_reader_sees_one_state_while_others_write(database: Database, path: Path) -> None:
    with open_database(path) as reader, reader.reading() as db:
        assert last_change(db) == 0
        with database.writing() as other:
            next_change(other)
        assert last_change(db) == 0


def test_an_error_within_a_transaction_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as db:
            next_change(db)
            raise ValueError("nothing came of it")

    with pytest.raises(ValueError, match="nothing came"):
        fail()
    with database.reading() as db:
        assert last_change(db) == 0


def test_what_was_opened_to_read_cannot_write(path: Path) -> None:
    open_database(path, write=True).close()
    with open_database(path) as reader, pytest.raises(StoreError) as caught, reader.writing() as db:
        next_change(db)
    assert caught.value.code == "database-unwritable"


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_read_only_database_is_read_and_not_written(database: Database, path: Path, folder_too: bool) -> None:
    with database.writing() as db:
        next_change(db)
    database.close()
    path.chmod(0o444)
    if folder_too:
        path.parent.chmod(0o555)
    try:
        with _without_privileges(path.parent):
            with open_database(path) as reader, reader.reading() as db:
                assert last_change(db) == 1
            assert code(path, write=True) == "database-unwritable"
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("last", ["raise ValueError('no')", "op.create_table('photographs')"])
def test_a_step_that_fails_leaves_the_tables_as_they_were(database: Database, tmp_path: Path, last: str) -> None:
    steps = with_step(tmp_path, HEAD, last)
    with database.reading() as db:
        before = db.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY 1").all()
    with pytest.raises((ValueError, StoreError)), database.writing() as db:
        upgrade(db, "here", target=TARGET, steps=steps)
    with database.reading() as db:
        assert db.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY 1").all() == before


def _set_version(path: Path, version: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"UPDATE {VERSION_TABLE} SET version_num = ?", (version,))  # noqa: S608
        db.commit()


@contextmanager
def _without_privileges(folder: Path) -> Iterator[None]:
    """The superuser may write anything: act as somebody else, who may pass through the test's folders."""
    if os.geteuid() != 0:
        yield
        return
    above = [parent for parent in (folder, *folder.parents) if parent.owner() == "root" and parent != Path("/")]
    modes = {parent: parent.stat().st_mode for parent in above}
    for parent, mode in modes.items():
        parent.chmod(mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for parent, mode in modes.items():
            parent.chmod(mode)
