"""``hearsay explain INCIDENT``: an incident of a database, by its id or the start of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app

TEXT = "Shelling of a market in Saraqib killed 11 people on Sunday, a doctor at the town's hospital said."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    database = str(folder / "hearsay.db")
    assert run("ingest", str(folder / "a.txt"), "--db", database).exit_code == 0
    return database


def test_an_incident_is_explained_by_the_start_of_its_id(db: str) -> None:
    found = run("explain", "inc-", "--db", db, "--rule", "acled-style")
    assert found.exit_code == 0
    assert "Who says what" in found.stdout
    assert "By the rule acled-style" in found.stdout


@pytest.mark.parametrize("wanted", ["inc-nothing", "incident"])
def test_an_unknown_incident_is_a_coded_error(db: str, wanted: str) -> None:
    found = run("explain", wanted, "--db", db)
    assert found.exit_code == 1
    assert "incident-unknown" in found.stderr


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    assert run("explain", "inc-1", "--db", str(tmp_path / "none.db")).exit_code == 1
