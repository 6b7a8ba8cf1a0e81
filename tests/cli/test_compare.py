"""``hearsay compare``: a database beside its own export and beside others' files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.publish.library import bakery, happening, linked
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.records import Coding
from hearsay.store import open_database
from hearsay.store.codings import next_change
from hearsay.store.incidents import put_incidents


@pytest.fixture
def db(coding: Coding, tmp_path: Path) -> str:
    path = tmp_path / "hearsay.db"
    with open_database(path, write=True) as database, database.writing() as open_:
        planned = linked(happening(id="p", status="planned"))
        found = {"e-bakery": bakery(coding), "e-i-2": linked(happening()), "e-p": planned}
        put_incidents(open_, found, dict.fromkeys(found, ()), next_change(open_))
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def acled(db: str, tmp_path: Path) -> str:
    """Our own rows in ACLED's columns, one of them with another toll and one gone."""
    path = tmp_path / "acled.csv"
    assert run("export", "acled-layout", "--db", db, "--output", str(path)).exit_code == 0
    header, *rows = path.read_text().splitlines()
    path.write_text("\n".join([header, *(row.replace(",9,,", ",14,,") for row in rows if "i-2" in row)]) + "\n")
    return str(path)


def test_both_alone_and_what_differs(db: str, acled: str) -> None:
    result = run("compare", acled, "--db", db, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["other"] == "ACLED"
    assert found["summary"]["in both, toll differs"] == 1
    assert [(row["found"], row["differ"]) for row in found["events"]] == [("both", "toll"), ("ours", None)]
    assert "not compared 1: planned: not said to have happened" in result.stderr


def test_csv_unless_on_a_terminal_and_the_table_on_request(db: str, acled: str) -> None:
    assert run("compare", acled, "--db", db).stdout.startswith("found,score,differ")
    shown = run("compare", acled, "--db", db, "--format", "table").stdout
    assert "1  in both" in shown
    assert "Only in the database" in shown


def test_a_file_of_another_kind_is_refused(db: str, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    result = run("compare", str(tmp_path / "x.csv"), "--db", db)
    assert result.exit_code == 1
    assert "[layout-unknown]" in result.stderr


def test_the_result_is_not_written_over_a_file_unasked(db: str, acled: str) -> None:
    result = run("compare", acled, "--db", db, "--output", acled)
    assert result.exit_code == 1
    assert "[output-exists]" in result.stderr
